// Prints speed against peers and over growing lists as Markdown tables. Started by tests/bench/speed, which builds and
// installs what this needs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Core } from '../../web/engine/core.js';
import { Instance } from '../../web/engine/instance.js';
import { LinearMemory } from '../../web/engine/memory.js';
import { loadModule } from '../../web/engine/module.js';
import { System } from '../../web/engine/system.js';
import { listen } from '../../web/serve.mjs';
import { launch, project } from '../web/setup.js';
import { bundledParties, consolidatedParties, madeUpParties, randomFrom, snapshotOf } from './grown-list.mjs';

const quick = process.argv.includes('--quick');
const path = (place) => fileURLToPath(new URL(place, project));
const peers = 'build/bench-peers/';
const work = 'build/bench/';
const consolidatedRows = 25_921;
const opens = 7;
/** Each query is asked so often, everywhere, and its quickest time counts. */
const rounds = 3;
/** One query in so many goes to the slow peers. */
const slowStep = 10;
const slowerStep = 20;
const slowestStep = 100;

const list = 'data/entity-list.json';
const wasm = 'build/wasm/lookup.wasm';

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const mib = (bytes) => (bytes / 2 ** 20).toFixed(0);
const sampled = (values, step) => values.filter((_, index) => index % step === 0);
const printTable = (header, rows) => {
  console.log(`\n| ${header.join(' | ')} |\n|${' --- |'.repeat(header.length)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
};

/** Every name that a query can match, once. */
function namesOf({ entries }) {
  return [
    ...new Set(
      entries.flatMap(({ published_name: published, name = published, aliases = [], acronyms = [] }) => [
        name,
        published,
        ...aliases,
        ...acronyms,
      ]),
    ),
  ];
}

/** Listed names, each changed by one rule in turn: as it is, a letter dropped, two swapped, a word dropped or moved, two glued. */
function derivedQueries(names) {
  const random = randomFrom(1);
  const rules = [
    (name) => name,
    (name) => {
      const at = Math.floor(random() * name.length);
      return name.slice(0, at) + name.slice(at + 1);
    },
    (name) => {
      const at = Math.floor(random() * Math.max(1, name.length - 1));
      return name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2);
    },
    (name) => name.split(' ').slice(0, -1).join(' ') || name,
    (name) => [...name.split(' ').slice(1), name.split(' ')[0]].join(' '),
    (name) => name.replace(' ', ''),
  ];
  return sampled(names, 3).map((name, index) => rules[index % rules.length](name));
}

function evaluationQueries() {
  const cases = new URL('../shared/eval/cases.tsv', project);
  if (!existsSync(cases)) return undefined;
  const lines = readFileSync(cases, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split('\t')[1]);
}

/** The quickest of some rounds over all queries, for each query: the slower ones waited for the machine. */
function timesOf(queries, ask) {
  const best = queries.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, query] of queries.entries()) {
      const start = performance.now();
      ask(query);
      best[index] = Math.min(best[index], performance.now() - start);
    }
  }
  return best;
}

/** What the core answers in Node.js; a name that it refuses is an answer too. */
function checkWith(core) {
  return (name) => {
    try {
      core.check({ name });
    } catch (thrown) {
      if (!thrown.concernsQuestion) throw thrown;
    }
  };
}

/** The same as `Core.start`, with an eye on the linear memory. */
async function openInNode(snapshot) {
  const bytes = readFileSync(path(wasm));
  const start = performance.now();
  const module = await loadModule(bytes);
  const memory = new LinearMemory();
  const system = new System(memory);
  const { exports } = await WebAssembly.instantiate(module, system.importsOf(module));
  memory.attach(exports.memory);
  exports._initialize();
  const core = new Core(new Instance(exports, memory, system));
  core.open(snapshot);
  core.check({ name: 'Hikvision' });
  return { core, readyMs: performance.now() - start, heapBytes: () => exports.memory.buffer.byteLength };
}

function nativeTimes(snapshot, queries) {
  writeFileSync(path(`${work}queries.txt`), queries.map((query) => `${query}\n`).join(''));
  const { stdout, status, stderr } = spawnSync(
    path('build/release/speed_native'),
    [path(snapshot), path(`${work}queries.txt`)],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr || 'speed_native failed');
  return JSON.parse(stdout);
}

const contents = new Map([
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.json', 'application/json'],
  ['.wasm', 'application/wasm'],
]);

/** The project's files, under headers that give a page a fine clock. */
async function serveProject() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = new URL(`.${pathname}`, project);
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', contents.get(extname(pathname)) ?? 'text/html');
    if (pathname === '/') response.end('<!doctype html><title>speed</title>');
    else if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** A page of the project's own, whose `timesOf` is the one above. */
async function openPage(browser, url) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(url);
  await page.evaluate(`globalThis.rounds = ${rounds}; ${timesOf}`);
  return page;
}

/** Opens the list in fresh pages, each time from bytes in hand to the first answer, and asks the queries in the last. */
async function inChromium(browser, url, snapshot, queries) {
  const readyMs = [];
  for (let open = 1; ; open += 1) {
    const page = await openPage(browser, url);
    const said = await page.evaluate(
      async (files, names) => {
        const { Core } = await import('/web/engine/core.js');
        const { loadModule } = await import('/web/engine/module.js');
        const bytesOf = async (file) => new Uint8Array(await (await fetch(`/${file}`)).arrayBuffer());
        const [code, snapshot] = [await bytesOf(files.wasm), await bytesOf(files.snapshot)];
        const start = performance.now();
        const core = await Core.start(await loadModule(code));
        core.open(snapshot);
        core.check({ name: 'Hikvision' });
        const ready = performance.now() - start;
        const times = globalThis.timesOf(names, (name) => {
          try {
            core.check({ name });
          } catch (thrown) {
            if (!thrown.concernsQuestion) throw thrown;
          }
        });
        return { ready, times };
      },
      { wasm, snapshot },
      open === opens ? queries : [],
    );
    await page.close();
    readyMs.push(said.ready);
    if (open === opens) return { readyMs, times: said.times };
  }
}

async function peersInChromium(browser, url, names, queries) {
  const page = await openPage(browser, url);
  const times = await page.evaluate(
    async (names, { mini, fuse }) => {
      const { default: MiniSearch } = await import('/build/bench-peers/node_modules/minisearch/dist/es/index.js');
      const { default: Fuse } = await import('/build/bench-peers/node_modules/fuse.js/dist/fuse.mjs');
      const index = new MiniSearch({ fields: ['text'] });
      index.addAll(names.map((text, id) => ({ id, text })));
      const fuzzy = new Fuse(names, { includeScore: true });
      return {
        mini: globalThis.timesOf(mini, (query) => index.search(query, { fuzzy: 0.2 })),
        fuse: globalThis.timesOf(fuse, (query) => fuzzy.search(query, { limit: 20 })),
      };
    },
    names,
    queries,
  );
  await page.close();
  return times;
}

async function peersInNode(names, queries) {
  const { default: MiniSearch } = await import('../../build/bench-peers/node_modules/minisearch/dist/es/index.js');
  const { default: Fuse } = await import('../../build/bench-peers/node_modules/fuse.js/dist/fuse.mjs');
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(names.map((text, id) => ({ id, text })));
  const fuzzy = new Fuse(names, { includeScore: true });
  return {
    mini: timesOf(queries.mini, (query) => index.search(query, { fuzzy: 0.2 })),
    fuse: timesOf(queries.fuse, (query) => fuzzy.search(query, { limit: 20 })),
  };
}

function rapidfuzz(names, queries) {
  const { stdout, status, stderr } = spawnSync(
    path(`${peers}venv/bin/python`),
    [path('tests/bench/rapidfuzz_peer.py')],
    { input: JSON.stringify({ names, queries }), encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Names a second and the most memory that `entity-lookup screen` takes, one thread. */
async function screening(queries, repeats) {
  const input = path(`${work}screen.txt`);
  writeFileSync(
    input,
    queries
      .map((query) => `${query}\n`)
      .join('')
      .repeat(repeats),
  );
  const start = performance.now();
  const child = spawn(
    path('build/release/entity-lookup'),
    ['screen', '--list', path('data/entity-list.json'), '--jsonl', input],
    { stdio: 'ignore' },
  );
  let peakKib = 0;
  const watch = setInterval(() => {
    try {
      peakKib = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peakKib);
    } catch {
      // It has ended, or this system has no /proc.
    }
  }, 20);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const names = queries.length * repeats;
  return [
    names.toLocaleString('en'),
    ((names / (performance.now() - start)) * 1000).toFixed(0),
    peakKib ? mib(peakKib * 1024) : '',
  ];
}

mkdirSync(path(work), { recursive: true });
const names = namesOf(JSON.parse(readFileSync(path(list), 'utf8')));
const given = evaluationQueries();
const queries = given ?? derivedQueries(names);
const few = {
  mini: sampled(queries, slowStep),
  rapidfuzz: sampled(queries, slowerStep),
  fuse: sampled(queries, slowestStep),
};
console.log(
  `${queries.length} queries ${given ? 'of the evaluation set' : 'made from listed names'}, ${names.length} names, one thread; of each query the quickest of ${rounds} rounds.`,
);

const browser = await launch('chromium');
const server = await serveProject();

const native = nativeTimes(list, queries);
const node = await openInNode(readFileSync(path(list)));
const nodeTimes = timesOf(queries, checkWith(node.core));
const chromium = await inChromium(browser, server.url, list, queries);
const own = { native: native.times_ms, 'Node.js': nodeTimes, Chromium: chromium.times };

/** A row of a peer: its times beside ours over the same queries in the same place. */
function rowOf(label, where, times, step, batchMs) {
  const ours = mean(sampled(own[where], step));
  const theirs = Math.min(mean(times), batchMs ?? Infinity);
  return [
    label,
    where,
    times.length,
    ...[quantile(times, 0.5), quantile(times, 0.99), theirs].map(number),
    number(theirs / ours),
  ];
}

const rows = Object.entries(own).map(([where, times]) => rowOf('Entity List Lookup', where, times, 1));
for (const row of rows) row[6] = '1';
for (const [scorer, { times_ms: times, batch_ms: batch }] of Object.entries(rapidfuzz(names, few.rapidfuzz))) {
  const row = rowOf(`RapidFuzz ${scorer}, all names`, 'native', times, slowerStep, batch);
  // Against our slowest place as well: the same query in a browser.
  row.push(number(Number(row[5]) / mean(sampled(own.Chromium, slowerStep))));
  rows.push(row);
}
for (const [where, times] of [
  ['Node.js', await peersInNode(names, few)],
  ['Chromium', await peersInChromium(browser, server.url, names, few)],
]) {
  rows.push(rowOf('MiniSearch, fuzzy 0.2', where, times.mini, slowStep));
  rows.push(rowOf('fuse.js', where, times.fuse, slowestStep));
}
printTable(
  ['engine', 'where', 'queries', 'p50 ms', 'p99 ms', 'mean ms', 'slower than us there', 'slower than us in Chromium'],
  rows.map((row) => [...row, ...Array(8 - row.length).fill('')]),
);

printTable(
  ['Entity List', 'ready, first page', 'median page', 'quickest page', 'heap MiB'],
  [
    [
      'Chromium',
      ...[chromium.readyMs[0], quantile(chromium.readyMs, 0.5), Math.min(...chromium.readyMs)].map(
        (ms) => `${number(ms)} ms`,
      ),
      mib(node.heapBytes()),
    ],
  ],
);

printTable(
  ['entity-lookup screen, names', 'a second', 'peak MiB'],
  [await screening(queries, 1), await screening(queries, 8)],
);

if (!quick) {
  const bundled = bundledParties();
  const consolidated = consolidatedParties() ?? madeUpParties(bundled, consolidatedRows, 1);
  const rows = [];
  for (const [label, parties] of [
    ['Entity List', () => bundled],
    [consolidatedParties() ? 'all lists' : 'made up', () => consolidated],
    ['made up ×2', () => madeUpParties(consolidated, consolidatedRows * 2, 2)],
    ['made up ×4', () => madeUpParties(consolidated, consolidatedRows * 4, 3)],
    ['made up ×10', () => madeUpParties(consolidated, consolidatedRows * 10, 4)],
  ]) {
    const { text, entries, names: nameCount } = snapshotOf(parties());
    const file = `${work}grown.json`;
    writeFileSync(path(file), text);
    const asked = entries > consolidatedRows ? few.mini : queries;
    const natively = nativeTimes(file, asked);
    const row = [label, entries.toLocaleString('en'), nameCount.toLocaleString('en')];
    row.push(number(natively.open_ms), mib(natively.heap_bytes));
    row.push(...[0.5, 0.99].map((share) => number(quantile(natively.times_ms, share))));
    try {
      const grown = await openInNode(readFileSync(path(file)));
      const times = timesOf(asked, checkWith(grown.core));
      row.push(
        number(grown.readyMs),
        mib(grown.heapBytes()),
        ...[0.5, 0.99].map((share) => number(quantile(times, share))),
      );
    } catch (thrown) {
      if (thrown.code !== 'core_failed') throw thrown;
      row.push('more than its 1 GiB', '', '', '');
    }
    rows.push(row);
  }
  printTable(
    [
      'list',
      'entries',
      'names',
      'native open ms',
      'heap MiB',
      'p50 ms',
      'p99 ms',
      'Node.js ready ms',
      'heap MiB',
      'p50 ms',
      'p99 ms',
    ],
    rows,
  );
}

server.close();
await browser.close();
