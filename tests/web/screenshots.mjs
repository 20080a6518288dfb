// Pictures of every state into build/screenshots: `node tests/web/screenshots.mjs [STATE …]`. For people to look at, not a test.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withMemoryLimit } from './limited-memory.js';
import { changingSite, isKept, newer } from './offline-page.js';
import {
  allSettled,
  check,
  inState,
  launch,
  openPage,
  press,
  project,
  readProject,
  serve,
  settled,
  site,
  type,
} from './setup.js';
import { inView } from './shell-page.js';
import { bring, choose, files, shown, take } from './update-page.js';

const only = process.argv.slice(2);
const folder = new URL('build/screenshots/', project);
if (only.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const gone = (_request, response) => response.writeHead(404).end();
const never = () => {};
const small = readProject('tests/fixtures/other-lists-small.json');
const tight = withMemoryLimit(readProject('build/site/lookup.wasm'), 40);
/** Published lists beside the project, where they are. */
const published = (name) => fileURLToPath(new URL(`../shared/lists/consolidated-${name}.csv`, project));
const fixture = (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(small);
/** Half of it, and then nothing more. */
const half = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': small.length });
  response.write(small.subarray(0, small.length >> 1));
};
/** Runs in the page, with the element's shadow root. */
const inside = (page, act) => page.evaluate(`(${act})(document.querySelector('entity-lookup').shadowRoot)`);
const fill = (id, text) => `(root) => {
  root.querySelector('${id}').value = '${text}';
  root.querySelector('${id}').dispatchEvent(new Event('input', { bubbles: true }));
}`;

const states = {
  empty: {},
  loading: { answers: { '/entity-list.json': never }, waitFor: 'loading' },
  typing: { act: (page) => type(page, 'Huawei Tech'), waitFor: 'matches' },
  matches: { act: (page) => check(page, 'SenseTime Group Ltd'), country: 'CN' },
  many: { act: (page) => check(page, 'Huawei Technologies') },
  'no-match': { act: (page) => check(page, 'Coca-Cola') },
  question: { act: (page) => check(page, '—') },
  error: { answers: { '/lookup.wasm': gone }, waitFor: 'error' },
  old: { now: '2026-09-05T12:00:00Z' },
  stale: { now: '2026-11-22T12:00:00Z', act: (page) => check(page, 'Coca-Cola') },
  'others-loading': { answers: { '/other-lists.json': half }, act: (page) => check(page, 'Megvii'), early: true },
  'others-failed': { answers: { '/other-lists.json': gone }, act: (page) => check(page, 'Coca-Cola') },
  lists: { act: (page) => inside(page, "(root) => { root.querySelector('.open-lists').open = true; }") },
  filter: {
    act: async (page) => {
      await inside(page, "(root) => { root.querySelector('.filter').open = true; }");
      for (const id of ['list-SDN', 'list-CAP', 'kind-vessel', 'kind-aircraft']) {
        await inside(page, `(root) => root.querySelector('#${id}').click()`);
      }
      await check(page, 'Huawei');
    },
  },
  item: {
    act: async (page) => {
      await inside(page, "(root) => { root.querySelector('.more').open = true; }");
      await inside(page, fill('#item', '3A090'));
      await check(page, 'Huawei Technologies');
      await inside(page, "(root) => { root.querySelector('.also .fold').open = true; }");
    },
  },
  'wrong-item': {
    act: async (page) => {
      await inside(page, fill('#item', 'chips'));
      await check(page, 'Huawei');
    },
    waitFor: 'error',
  },
  'at-address': {
    act: async (page) => {
      await inside(page, "(root) => { root.querySelector('.more').open = true; }");
      await inside(page, fill('#address', 'Room 1005, 10/F, Ho King Commercial Centre, 2-16 Fa Yuen Street, Mongkok'));
      await check(page, 'Check IC Solution');
    },
  },
  'at-address-only': {
    act: async (page) => {
      await inside(page, fill('#address', '3/F, No. 555 Qianmo Road, Binjiang District, Hangzhou'));
      await check(page, 'Coca-Cola');
    },
  },
  'wrong-address': {
    act: async (page) => {
      await inside(page, fill('#address', '—'));
      await check(page, 'Huawei');
    },
    waitFor: 'error',
  },
  person: {
    answers: { '/fixture.json': fixture },
    others: 'fixture.json',
    act: async (page) => {
      await inside(page, fill('#born', '1956'));
      await check(page, 'Erika Muster');
    },
  },
  'same-party': { act: (page) => check(page, 'Rosoboronexport') },
  'no-memory': {
    answers: {
      '/lookup.wasm': (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/wasm' }).end(tight),
    },
    act: (page) => check(page, 'Coca-Cola'),
  },
  update: {
    act: async (page) => {
      await choose(page, files.csv);
      await shown(page, '.dating');
    },
  },
  'update-odd-date': {
    act: async (page) => {
      await choose(page, published('2022-05-06'));
      await shown(page, '.dating');
    },
  },
  'update-checking': {
    answers: { '/lookup-import.wasm': never },
    act: async (page) => {
      await choose(page, files.csv);
      await shown(page, '.dating');
      await press(page, 'Check the file');
      await shown(page, '.working');
    },
  },
  'update-review': { act: (page) => bring(page, files.fewer, { date: '2026-01-02' }) },
  'update-2022-to-2026': {
    act: async (page) => {
      await bring(page, published('2022-05-06'));
      await take(page);
      await bring(page, published('2026-07-31'));
    },
  },
  'update-broken': { act: (page) => bring(page, files.broken) },
  'brought-in': {
    act: async (page) => {
      await bring(page, files.csv);
      await take(page);
    },
  },
  vessel: {
    answers: { '/fixture.json': fixture },
    others: 'fixture.json',
    act: (page) => check(page, 'IMO 9999999'),
  },
};
/** The views around the element, by the part of the address after `#`. */
const views = {
  'view-check': { path: '#q=Hikvision&country=CN', view: 'check' },
  'view-unknown': { path: '#nothing', view: 'check' },
  'view-list': { path: '#list', view: 'list', ready: '.entries' },
  'view-list-day': { path: '#list&country=CN&from=2021-07-12&to=2021-07-12', view: 'list', ready: '.days a' },
  'view-list-none': { path: '#list&text=nobodyisnamedlikethis', view: 'list', ready: '.tag' },
  'view-list-tables': {
    path: '#list&lists=EL',
    view: 'list',
    ready: '.entries',
    act: (page) =>
      page.evaluate(() => {
        for (const toggle of document.querySelectorAll('.picture .ways button')) toggle.click();
      }),
  },
  'view-entry': { path: '#entry=EL/73dfd6d855816858f3e39518446d69fc0fe89c94', view: 'entry', ready: '.below' },
  'view-entry-none': { path: '#entry=EL/0', view: 'entry', ready: '.notice' },
  'view-lists': { path: '#lists', view: 'lists', ready: '[data-view=lists] table' },
  'view-score': { path: '#score', view: 'score', ready: '.worked dl' },
  'view-privacy': {
    path: '#privacy',
    view: 'privacy',
    act: async (page) => {
      await page.$eval('.proof button', (own) => own.click());
      await page.waitForSelector('.said');
    },
  },
  'view-keys': { path: '#keys', view: 'keys' },
  'view-newer-version': {
    view: 'check',
    from: changingSite,
    offline: true,
    act: async (page, server) => {
      await isKept(page);
      server.folder = newer;
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await page.waitForSelector('.newer-version button', { timeout: 60_000 });
      server.folder = site;
    },
  },
  ...Object.fromEntries(
    ['zh', 'es', 'de'].flatMap((language) =>
      ['q=Huawei Tech&country=CN', 'list', 'lists', 'score', 'privacy'].map((hash) => [
        `view-${hash.split('=').at(0)}-${language}`,
        { path: `?lang=${language}#${encodeURI(hash)}`, view: hash.startsWith('q') ? 'check' : hash },
      ]),
    ),
  ),
};
const looks = {
  light: { scheme: 'light', width: 1000 },
  dark: { scheme: 'dark', width: 1000 },
  narrow: { scheme: 'light', width: 320, height: 700 },
  wide: { scheme: 'light', width: 1700 },
  print: { media: 'print', width: 780 },
};
const looksOfViews = {
  ...looks,
  rtl: { width: 1000, dir: 'rtl' },
  contrast: { width: 1000, features: [{ name: 'prefers-contrast', value: 'more' }] },
  forced: { width: 1000, features: [{ name: 'forced-colors', value: 'active' }] },
};

const browser = await launch('chromium');
for (const [name, state] of Object.entries({ ...states, ...views })) {
  if (only.length > 0 && !only.includes(name)) continue;
  const { from = () => serve({ answers: state.answers }), others, country, early, waitFor, act } = state;
  const server = await from();
  for (const [look, looked] of Object.entries(state.view ? looksOfViews : looks)) {
    const { scheme = 'light', media = '', width, height = 900, dir = 'ltr', features = [] } = looked;
    // What a state keeps in the browser is not there for the next picture.
    const context = await browser.createBrowserContext();
    const { page } = await openPage(context, server.url + (state.path ?? ''), {
      width,
      height,
      now: state.now,
      offline: state.offline,
    });
    const session = await page.createCDPSession();
    const schemes = [{ name: 'prefers-color-scheme', value: scheme }];
    await session.send('Emulation.setEmulatedMedia', { features: [...schemes, ...features] });
    await page.evaluate((way) => document.documentElement.setAttribute('dir', way), dir);
    if (country) {
      await page.evaluate((code) => document.querySelector('entity-lookup').setAttribute('country', code), country);
    }
    if (others) {
      await page.evaluate((src) => document.querySelector('entity-lookup').setAttribute('others-src', src), others);
    }
    if (early) await settled(page);
    else if (!['loading', 'error'].includes(waitFor) || name.startsWith('wrong-')) await allSettled(page);
    if (dir === 'rtl') await inside(page, "(root) => root.querySelector('.lookup').setAttribute('dir', 'rtl')");
    if (state.view) await inView(page, state.view);
    if (state.ready) await page.waitForSelector(state.ready);
    await act?.(page, server);
    if (waitFor) await inState(page, waitFor);
    if (media) {
      await session.send('Emulation.setEmulatedMedia', { media, features: [...schemes, ...features] });
    }
    // On a picture of the whole page, what sticks to the edge of the window would stand in the middle.
    await inside(page, "(root) => root.querySelector('.decide')?.style.setProperty('position', 'static')");
    await page.screenshot({ path: fileURLToPath(new URL(`${name}-${look}.png`, folder)), fullPage: true });
    await context.close();
  }
  await server.close();
}
await browser.close();
console.log(fileURLToPath(folder));
