// What the tests of the offline copy share: a second build, a server whose folder can be changed, and what a page says of its copy.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderListener, listen } from '../../web/serve.mjs';
import { allSettled, openPage, readProject, site } from './setup.js';

export const { build } = JSON.parse(String(readProject('build/site/build.json')));
export const newerBuild = build.replace(/./g, (digit) => (15 - parseInt(digit, 16)).toString(16));

/** The site as if it were of another build: its id, and the checksums in the service worker. */
function makeNewer() {
  const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-newer-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const checksum = (data) => createHash('sha256').update(data).digest('base64');
  const names = readdirSync(site).filter((name) => name !== 'service-worker.js');
  let worker = String(readProject('build/site/service-worker.js')).replaceAll(build, newerBuild);
  for (const name of names) {
    const data = readProject(`build/site/${name}`);
    // The id is plain letters, and all other bytes stay as they are.
    const changed = Buffer.from(data.toString('latin1').replaceAll(build, newerBuild), 'latin1');
    worker = worker.replaceAll(checksum(data), checksum(changed));
    writeFileSync(join(folder, name), changed);
  }
  writeFileSync(join(folder, 'service-worker.js'), worker);
  return pathToFileURL(`${folder}/`);
}
export const newer = makeNewer();

/** A site that can be put in the place of another, taken away and brought back. `answers` replaces what single paths give. */
export async function changingSite({ path = '/', answers = {}, ...options } = {}) {
  const state = { folder: site, answers, requests: [] };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    state.requests.push(pathname);
    if (!pathname.startsWith(path)) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><link rel="icon" href="data:,">');
      return;
    }
    request.url = request.url.slice(path.length - 1);
    (state.answers[pathname.slice(path.length - 1)] ?? folderListener(state.folder, options))(request, response);
  });
  let port = await listen(server, 0);
  server.unref();
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}${path}`,
    close,
    open: async () => {
      port = await listen(server, port);
    },
  });
}

/** A page whose browser may keep a copy, with profile and storage of its own, and the way to open further tabs beside it. */
export async function openKeeping(browser, url, options) {
  const context = await browser.createBrowserContext();
  const tab = async (at = url, more = {}) => {
    const opened = await openPage(context, at, { offline: true, ...options, ...more });
    opened.page.setDefaultTimeout(60_000); // All files are fetched once more, and their checksums made.
    return opened;
  };
  return { ...(await tab()), tab, close: () => context.close() };
}

/** Waits until the page says this of its copy. */
export const says = (page, text) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.offline-copy')?.textContent.startsWith(wanted),
    { timeout: 60_000 },
    text,
  );
export const sentences = JSON.parse(String(readProject('web/i18n/en.json')));
export const isKept = (page) => says(page, sentences['offline.kept']);

/** Presses the button in the page that says this. */
export const pressOnPage = (page, text) =>
  page.evaluate((wanted) => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted).click();
  }, text);

/** Waits until the page is of this build and its lists are loaded; the page is loaded anew in between. */
export async function isOfBuild(page, wanted) {
  await page.bringToFront(); // A tab behind another draws nothing, and waiting goes by frames.
  for (;;) {
    try {
      await page.waitForFunction((id) => document.documentElement?.dataset.build === id, { timeout: 60_000 }, wanted);
      return await allSettled(page);
    } catch (thrown) {
      if (!/context|detached|navigat/i.test(String(thrown))) throw thrown;
    }
  }
}

/** The builds of which the browser keeps a copy. */
export const keptBuilds = (page) =>
  page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)).sort());
