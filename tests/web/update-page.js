// What the tests of “Bring in a newer list” share: files to bring, a site with short lists, and the hands to do it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { allSettled, elementModule, openPage, press, project, readProject, serve, settled, textOf } from './setup.js';
import { zipOf } from './zip-of.js';

export const csv = readProject('tests/fixtures/consolidated-lists.csv');
const json = readProject('tests/fixtures/consolidated-lists.json');
const half = csv.length >> 1;

const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-update-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
/** A file that a page can be given. */
export function fileOf(name, bytes) {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

export const files = {
  csv: fileOf('consolidated-2026-08-04.csv', csv),
  json: fileOf('consolidated-2026-08-04.json', json),
  /** Of two members, as `cat` makes it of two files. */
  gzip: fileOf('packed', Buffer.concat([gzipSync(csv.subarray(0, half)), gzipSync(csv.subarray(half))])),
  zip: fileOf('list.zip', zipOf([{ name: 'csl/2026-08-04.csv', data: csv }])),
  snapshot: fileOf('entity-list.json', readProject('tests/fixtures/entity-list-small.json')),
  broken: fileOf('broken-2026-08-04.csv', String(csv).replace('2019-09-30', '2019-09-31')),
  /** Without the one entry of a list. */
  fewer: fileOf('fewer-2026-08-04.csv', String(csv).replace(/^0a13,[^\n]*\n/m, '')),
  /** A formula in a name, and nothing else new. */
  formula: fileOf('formula-2026-08-04.csv', String(csv).replace('Zimtstern Optics', '=HYPERLINK(1)')),
  pdf: fileOf('list.pdf', '%PDF-1.7'),
  same: fileURLToPath(new URL('data/entity-list.json', project)),
};
export const official = new URL('../shared/lists/consolidated-2022-05-06.csv', project);

/** The site with lists of a few entries, of 31 January 2026, in the place of its own, and scripts that expect these. */
export function serveSmall(answers = {}) {
  const name = elementModule();
  let script = String(readProject(`build/site/${name}`));
  const lists = {};
  for (const list of ['entity-list', 'other-lists']) {
    const [own, small] = [readProject(`data/${list}.json`), readProject(`tests/fixtures/${list}-small.json`)];
    script = script.replaceAll(JSON.parse(own).sha256, JSON.parse(small).sha256);
    lists[`/${list}.json`] = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': small.length }).end(small);
  }
  const { lists: names } = JSON.parse(String(readProject('tests/fixtures/other-lists-small.json')));
  const known = JSON.stringify(names.map(({ code, title }) => ({ code, title })));
  script = script.replaceAll('"2026-07-31"', '"2026-01-31"').replace(/lists:\[\{code:.*?\]/, `lists:${known}`);
  return serve({
    answers: {
      ...lists,
      [`/${name}`]: (_, response) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(script),
      ...answers,
    },
  });
}
export const smallLists = /6 lists · 14 entries · as of 31 January 2026/;
/** Of the file, once it is in use. */
export const newLists = /6 lists · 9 entries · as of 4 August 2026/;

/** A page in a context of its own: what a test keeps in the browser is not there for the next one. */
export async function openAlone(browser, url, options) {
  const context = await browser.createBrowserContext();
  const opened = await openPage(context, url, options);
  await allSettled(opened.page);
  return { ...opened, close: () => context.close() };
}

export async function loadAnew(page) {
  await page.reload();
  await allSettled(page);
}

/** Waits until the panel shows something. */
export const shown = (page, selector, timeout = 30_000) =>
  page.waitForFunction(
    (within) => document.querySelector('entity-lookup').shadowRoot.querySelector(within),
    { timeout },
    selector,
  );

export const gone = (page, selector) =>
  page.waitForFunction(
    (within) => !document.querySelector('entity-lookup').shadowRoot.querySelector(within),
    { timeout: 30_000 },
    selector,
  );

/** Opens the panel, and waits until what is in it has come. */
export async function openPanel(page) {
  await page.evaluate(() => {
    document.querySelector('entity-lookup').shadowRoot.querySelector('.update').open = true;
  });
  await shown(page, '#list-file');
}

export async function choose(page, path) {
  await openPanel(page);
  const input = await page.evaluateHandle(() =>
    document.querySelector('entity-lookup').shadowRoot.querySelector('#list-file'),
  );
  await input.uploadFile(path);
}

/** Writes into a field, as by hand, and gives what it holds then. */
export const write = (page, selector, text) =>
  page.evaluate(
    (field, value) => {
      const input = document.querySelector('entity-lookup').shadowRoot.querySelector(field);
      input.value = value;
      input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input'));
      return input.value;
    },
    selector,
    text,
  );

/** Chooses a file, confirms its date where it is asked for, and waits for the review or the refusal. */
export async function bring(page, path, { date } = {}) {
  await choose(page, path);
  await shown(page, '.dating, .review, .update .failure');
  if (await textOf(page, '.dating')) {
    if (date) await write(page, '#list-date', date);
    await press(page, 'Check the file');
    await shown(page, '.review, .update .failure');
  }
}

/** Ticks and takes, and waits until the new lists are in use and kept. */
export async function take(page) {
  await page.evaluate(() => {
    for (const box of document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.tick input')) box.click();
  });
  await press(page, 'Use these lists');
  await gone(page, '.stage > *');
  await settled(page);
}

/** What is said of the lists in use, folded or not. */
export const listed = (page) =>
  page.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelector('.loaded').textContent);

/** Waits until the lists in use are said so, and are kept. */
export async function listing(page, text) {
  await page.waitForFunction(
    (wanted) =>
      new RegExp(wanted).test(document.querySelector('entity-lookup').shadowRoot.querySelector('.loaded').textContent),
    { timeout: 30_000 },
    text.source,
  );
  await gone(page, '.stage > *');
}

/**
 * Reads what the browser keeps, and puts `change` over what it has of the lists in use.
 * @param {{entityList?: object, others?: object}} [change] `cutTo`: only so many of a part's bytes.
 * @returns {Promise<{current: object | null, previous: object | null}>} Of each, its files and the lengths of its parts.
 */
export const kept = (page, change = {}) =>
  page.evaluate(
    (over) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('entity-lookup-lists', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('kept', 'readwrite');
          const store = transaction.objectStore('kept');
          const reading = store.get('lists');
          reading.onsuccess = () => {
            const record = reading.result;
            for (const [part, { cutTo, ...facts }] of Object.entries(over)) {
              const { bytes } = record.current[part];
              record.current[part] = { ...record.current[part], bytes: bytes.slice(0, cutTo), ...facts };
            }
            if (record) store.put(record, 'lists');
          };
          const told = (lists = {}) => {
            const parts = [lists.entityList, lists.others];
            if (!parts.some(Boolean)) return null;
            return { file: parts.find(Boolean).fileName, parts: parts.map((part) => part?.bytes.length ?? null) };
          };
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve({ current: told(reading.result?.current), previous: told(reading.result?.previous) });
          };
        };
      }),
    change,
  );
