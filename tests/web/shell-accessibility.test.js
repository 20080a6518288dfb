import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faultsIn } from './axe.js';
import { inEachBrowser, serve, settled } from './setup.js';
import { inView, openAt } from './shell-page.js';

/** Views by their addresses, and what must be there before they are looked at. */
const shown = [
  ['', 'check'],
  ['#nothing', 'check'],
  ['#q=Hikvision', 'check'],
  ['#list', 'list', '.entries'],
  ['#list&country=CN&from=2021-07-12&to=2021-07-12', 'list', '.days a'],
  ['#list&text=nobodyisnamedlikethis', 'list', '.tag'],
  ['#list&lists=XX', 'list', '.notice button'],
  ['#entry=EL/73dfd6d855816858f3e39518446d69fc0fe89c94', 'entry', '.below'],
  ['#entry=EL/0', 'entry', '.notice'],
  ['#lists', 'lists', '[data-view=lists] table'],
  ['#score', 'score', '.worked dl'],
  ['#privacy', 'privacy'],
  ['#keys', 'keys'],
];

const looks = [
  { name: 'light', features: [] },
  { name: 'dark', features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
  { name: 'light, more contrast', features: [{ name: 'prefers-contrast', value: 'more' }] },
  {
    name: 'dark, more contrast',
    features: [
      { name: 'prefers-color-scheme', value: 'dark' },
      { name: 'prefers-contrast', value: 'more' },
    ],
  },
];

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

inEachBrowser(
  (_name, get) => {
    for (const [hash, view, ready] of shown) {
      test(`axe finds nothing wrong at ${hash || 'the start'} in any look, with tables behind pictures, and 320 px are enough`, async () => {
        const { page, complaints } = await openAt(get(), server.url, hash, { alone: true, width: 1200 });
        await settled(page);
        await inView(page, view);
        if (ready) await page.waitForSelector(ready);
        const session = await page.createCDPSession();
        for (const { name, features } of looks) {
          await session.send('Emulation.setEmulatedMedia', { features });
          assert.deepEqual(await faultsIn(page), [], name);
        }
        await page.evaluate(() => {
          for (const toggle of document.querySelectorAll('.picture .ways button')) toggle.click();
        });
        assert.deepEqual(await faultsIn(page), [], 'as tables');
        await page.setViewport({ width: 320, height: 640 });
        for (const dir of ['ltr', 'rtl']) {
          const { wide, small } = await page.evaluate((way) => {
            document.documentElement.dir = way;
            document.querySelector('entity-lookup').shadowRoot.querySelector('.lookup').dir = way;
            for (const folded of document.querySelectorAll('details')) folded.open = true;
            const controls = [...document.querySelectorAll('button, input, select, summary, label.chip, a')];
            const within = (control) => control.closest('label') !== null || control.className === 'skip';
            return {
              wide: document.documentElement.scrollWidth,
              small: controls
                .filter((control) => control.checkVisibility() && !within(control.parentElement) && !within(control))
                .map((control) => [control.outerHTML.slice(0, 80), control.getBoundingClientRect()])
                .filter(([, { width, height }]) => height < 24 || width < 24)
                .map(([html, { width, height }]) => `${html} ${width} × ${height}`),
            };
          }, dir);
          assert.equal(wide, 320, `no scrolling sideways, ${dir}`);
          assert.deepEqual(small, [], 'targets of at least 24 px');
        }
        assert.deepEqual(await complaints(), []);
        await page.close();
      });
    }
  },
  ['chromium'],
);
