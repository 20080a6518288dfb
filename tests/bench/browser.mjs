// Prints the sizes of what is built, and in Chromium the time to ready and per lookup: `node tests/bench/browser.mjs`.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { allSettled, elementModule, golden, launch, press, project, serve, settled, type } from '../web/setup.js';
import { choose, official, shown } from '../web/update-page.js';

const opens = 7;

const files = [
  ['lookup.wasm', 'build/site/lookup.wasm'],
  ['the element’s module', `build/site/${elementModule()}`],
  ['entity-lookup-update.js', 'build/site/entity-lookup-update.js'],
  ['entity-lookup-core.js', 'build/site/entity-lookup-core.js'],
  ['lookup-worker.js', 'build/site/lookup-worker.js'],
  ['app.js', 'build/site/app.js'],
  ['app.css', 'build/site/app.css'],
  ['entity-list.json', 'build/site/entity-list.json'],
  ['other-lists.json', 'build/site/other-lists.json'],
  ['entity-lookup.html', 'build/entity-lookup.html'],
];

console.log('| file | bytes | gzip |\n| --- | ---: | ---: |');
for (const [name, path] of files) {
  const data = readFileSync(new URL(path, project));
  console.log(
    `| ${name} | ${data.length.toLocaleString('en')} | ${gzipSync(data, { level: 9 }).length.toLocaleString('en')} |`,
  );
}

/**
 * @param {number[]} values
 * @param {number} share From 0 to 1.
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** The evaluation cases, where they lie beside the project. */
function evaluationQueries() {
  const cases = new URL('../shared/eval/cases.tsv', project);
  if (!existsSync(cases)) return [];
  const lines = readFileSync(cases, 'utf8').split('\n').slice(1);
  return lines.map((line) => line.split('\t')[1]).filter(Boolean);
}

const browser = await launch('chromium');
const server = await serve();

/** From the start of the navigation to `lookup-ready`; the first page of a browser fills its caches. */
async function open(url) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    addEventListener('lookup-ready', () => {
      globalThis.readyAt = performance.now();
    });
  });
  await page.goto(String(url));
  await settled(page);
  return { page, readyAt: await page.evaluate(() => globalThis.readyAt) };
}

console.log('\n| from opening to ready | first | median of the rest |\n| --- | ---: | ---: |');
for (const [way, url] of [
  ['served site', server.url],
  ['single file', new URL('build/entity-lookup.html', project)],
]) {
  const times = [];
  for (let i = 0; i < opens; i += 1) {
    const { page, readyAt } = await open(url);
    times.push(readyAt);
    await page.close();
  }
  console.log(`| ${way} | ${ms(times[0])} | ${ms(quantile(times.slice(1), 0.5))} |`);
}

/** From the start of the navigation until one can type, and until the answer to what was typed at once. */
async function firstAnswer() {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    void customElements.whenDefined('entity-lookup').then(() => {
      globalThis.typingAt = performance.now();
      document.querySelector('entity-lookup').value = 'Hikvision';
    });
    addEventListener('lookup-result', () => {
      globalThis.answeredAt ??= performance.now();
    });
  });
  await page.goto(server.url);
  await page.waitForFunction(() => globalThis.answeredAt);
  const times = await page.evaluate(() => [globalThis.typingAt, globalThis.answeredAt]);
  await page.close();
  return times;
}

/** Tasks of more than 50 ms on the page's thread while names are typed with all lists open, and after. */
async function longTasks() {
  const { page } = await open(server.url);
  await allSettled(page);
  await page.evaluate(() => {
    globalThis.long = [];
    new PerformanceObserver((seen) => {
      for (const { duration } of seen.getEntries()) globalThis.long.push(duration);
    }).observe({ type: 'longtask' });
  });
  for (const name of ['Hangzhou Hikvision Digital Technology', 'Bank', 'Mohammed Ali']) {
    await page.evaluate(() => {
      document.querySelector('entity-lookup').value = '';
    });
    await type(page, name, { delay: 60 });
    await page.waitForFunction(
      (typed) => document.querySelector('entity-lookup').answer?.query.name === typed,
      {},
      name,
    );
  }
  const long = await page.evaluate(() => globalThis.long);
  await page.close();
  return long;
}

await firstAnswer();
const opened = [];
for (let i = 0; i < opens; i += 1) opened.push(await firstAnswer());
console.log('\n| served site, warm cache | median | quickest |\n| --- | ---: | ---: |');
for (const [i, what] of ['from opening to typing', 'from opening to the first answer'].entries()) {
  const times = opened.map((each) => each[i]);
  console.log(`| ${what} | ${ms(quantile(times, 0.5))} | ${ms(Math.min(...times))} |`);
}
const long = await longTasks();
console.log(`\nTasks of more than 50 ms while typing: ${long.length}${long.map((each) => ` ${ms(each)}`).join()}`);

/** Runs in the page, with the engine's module and where the files of the site are. */
async function inSite(act, ...given) {
  const { page } = await open(server.url);
  try {
    return await page.evaluate(
      `(async (given) => {
        const { openEngine } = await import('./entity-lookup.js');
        const here = (file) => new URL(file, location.href).href;
        return (${act})({ openEngine, here }, ...given);
      })(${JSON.stringify(given)})`,
    );
  } finally {
    await page.close();
  }
}

/**
 * Core and lists in hand, in a worker that has just begun: to the first answer of the Entity List, and from there until the
 * other lists are open too.
 */
async function fresh({ openEngine, here }) {
  const bytes = async (file) => new Uint8Array(await (await fetch(here(file))).arrayBuffer());
  const [wasm, snapshot, others] = await Promise.all(
    ['lookup.wasm', 'entity-list.json', 'other-lists.json'].map(bytes),
  );
  const start = performance.now();
  const engine = await openEngine({ wasm, snapshot, others, workerUrl: here('lookup-worker.js') });
  await engine.check({ name: 'Hikvision', lists: ['EL'] });
  const answered = performance.now();
  await engine.othersSettled;
  const settled = performance.now();
  engine.close();
  return { first: answered - start, others: settled - answered };
}

const starts = [];
for (let i = 0; i < opens; i += 1) starts.push(await inSite(fresh));
console.log('\n| in a fresh worker, bytes in hand | median | quickest |\n| --- | ---: | ---: |');
for (const [what, times] of [
  ['to the first answer', starts.map(({ first }) => first)],
  ['from there until the other lists are ready', starts.map(({ others }) => others)],
]) {
  console.log(`| ${what} | ${ms(quantile(times, 0.5))} | ${ms(Math.min(...times))} |`);
}

/**
 * Times of whole round trips through the worker, and of the search alone as the core takes them: of each query the quickest of
 * all rounds, since another program may hold the machine in one of them.
 */
async function lookups({ openEngine, here }, names, rounds, isAll) {
  const engine = await openEngine({
    wasm: here('lookup.wasm'),
    snapshot: here('entity-list.json'),
    others: isAll ? here('other-lists.json') : undefined,
    workerUrl: here('lookup-worker.js'),
  });
  await engine.othersSettled;
  const trips = names.map(() => Infinity);
  const searches = names.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, name] of names.entries()) {
      const start = performance.now();
      const answer = await engine.check({ name }).catch(() => undefined);
      if (!answer) continue;
      trips[i] = Math.min(trips[i], performance.now() - start);
      searches[i] = Math.min(searches[i], answer.took_ms);
    }
  }
  engine.close();
  return { trips, searches };
}

console.log(
  '\n| lookups in Chromium, quickest of three rounds | queries | p50 | p99 | search alone p50 | p99 |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const [which, queries] of [
  ['golden queries', golden.map(({ name }) => name)],
  ['evaluation queries', evaluationQueries()],
]) {
  if (queries.length === 0) continue;
  for (const [lists, isAll] of [
    ['Entity List', false],
    ['all lists', true],
  ]) {
    const { trips, searches } = await inSite(lookups, queries, 3, isAll);
    const times = [trips, searches].map((each) => each.filter(Number.isFinite));
    const row = times.flatMap((each) => [quantile(each, 0.5), quantile(each, 0.99)]).map(ms);
    console.log(`| ${which}, ${lists} | ${times[0].length} | ${row.join(' | ')} |`);
  }
}

/** From the choice of the official file to the question for its date, and from the confirmed date to the review. */
async function importing() {
  const { page } = await open(server.url);
  await allSettled(page);
  const now = () => page.evaluate(() => performance.now());
  const start = await now();
  await choose(page, fileURLToPath(official));
  await shown(page, '.dating');
  const asked = await now();
  await press(page, 'Check the file');
  await shown(page, '.review');
  const reviewed = await now();
  await page.close();
  return [asked - start, reviewed - asked, reviewed - start];
}

if (existsSync(official)) {
  const imports = [];
  for (let i = 0; i < opens; i += 1) imports.push(await importing());
  console.log('\n| import of the 2022 CSV, to the review | median | quickest |\n| --- | ---: | ---: |');
  for (const [i, what] of ['until its date is asked for', 'from the date at once to the review', 'both'].entries()) {
    const times = imports.map((each) => each[i]);
    console.log(`| ${what} | ${ms(quantile(times, 0.5))} | ${ms(Math.min(...times))} |`);
  }
}

server.close();
await browser.close();
