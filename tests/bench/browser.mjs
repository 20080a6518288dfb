// Prints the sizes of what is built, and in Chromium the time to ready and per lookup: `node tests/bench/browser.mjs`.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launch, golden, project, serve, settled } from '../web/setup.js';

const opens = 7;

const files = [
  ['lookup.wasm', 'build/site/lookup.wasm'],
  ['entity-lookup.js', 'build/site/entity-lookup.js'],
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

/** Times of whole round trips through the worker, and of the search alone as the core takes them. */
async function lookups(queries, rounds) {
  const { page } = await open(server.url);
  const times = await page.evaluate(
    async (names, times) => {
      const { openEngine } = await import('./entity-lookup.js');
      const here = (file) => new URL(file, location.href).href;
      const engine = await openEngine({
        wasm: here('lookup.wasm'),
        snapshot: here('entity-list.json'),
        workerUrl: here('lookup-worker.js'),
      });
      const trips = [];
      const searches = [];
      for (let round = 0; round < times; round += 1) {
        for (const name of names) {
          const start = performance.now();
          const answer = await engine.check({ name }).catch(() => undefined);
          if (!answer) continue;
          trips.push(performance.now() - start);
          searches.push(answer.took_ms);
        }
      }
      engine.close();
      return { trips, searches };
    },
    queries,
    rounds,
  );
  await page.close();
  return times;
}

console.log(
  '\n| lookups in Chromium | number | p50 | p99 | search alone p50 | p99 |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const [which, queries, rounds] of [
  ['golden queries', golden.map(({ name }) => name), 20],
  ['evaluation queries', evaluationQueries(), 1],
]) {
  if (queries.length === 0) continue;
  const { trips, searches } = await lookups(queries, rounds);
  const row = [quantile(trips, 0.5), quantile(trips, 0.99), quantile(searches, 0.5), quantile(searches, 0.99)].map(ms);
  console.log(`| ${which} | ${trips.length} | ${row.join(' | ')} |`);
}

server.close();
await browser.close();
