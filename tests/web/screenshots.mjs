// Pictures of every state into build/screenshots: `node tests/web/screenshots.mjs`. For people to look at, not a test.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check, inState, launch, openPage, project, serve, settled, type } from './setup.js';

const folder = new URL('build/screenshots/', project);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const gone = (_request, response) => response.writeHead(404).end();
const never = () => {};
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
  stale: {
    now: '2026-11-22T12:00:00Z',
    act: (page) => check(page, 'Coca-Cola'),
  },
};
const looks = {
  light: { scheme: 'light', width: 1000 },
  dark: { scheme: 'dark', width: 1000 },
  narrow: { scheme: 'light', width: 320, height: 700 },
  wide: { scheme: 'light', width: 1700 },
  print: { media: 'print', width: 780 },
};

const browser = await launch('chromium');
for (const [state, { answers, act, waitFor, now, country }] of Object.entries(states)) {
  const server = await serve({ answers });
  for (const [look, { scheme = 'light', media, width, height = 900 }] of Object.entries(looks)) {
    const { page } = await openPage(browser, server.url, {
      width,
      height,
      now,
    });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    if (country) {
      await page.evaluate((code) => document.querySelector('entity-lookup').setAttribute('country', code), country);
    }
    if (waitFor !== 'loading') await settled(page);
    await act?.(page);
    if (waitFor) await inState(page, waitFor);
    if (media) await page.emulateMediaType(media);
    await page.screenshot({
      path: fileURLToPath(new URL(`${state}-${look}.png`, folder)),
      fullPage: true,
    });
    await page.close();
  }
  server.close();
}
await browser.close();
console.log(fileURLToPath(folder));
