import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faultsIn } from './axe.js';
import { allSettled, check, inEachBrowser, inState, openPage, serve, settled, type } from './setup.js';

const gone = (_request, response) => response.writeHead(404).end();
const never = () => {};
const browserSays = /Failed to load resource/;

/** Unfolds everything that the selector finds in the element. */
const unfold = (page, selector) =>
  page.evaluate((folded) => {
    for (const part of document.querySelector('entity-lookup').shadowRoot.querySelectorAll(folded)) part.open = true;
  }, selector);

const states = [
  { state: 'loading', answers: { '/entity-list.json': never } },
  { state: 'ready' },
  { state: 'matches', act: (page) => check(page, 'Huawei') },
  { state: 'matches', typed: 'Hikvision' },
  { state: 'no-match', act: (page) => check(page, 'Coca-Cola') },
  {
    state: 'error',
    what: 'a question that cannot be asked',
    act: (page) => check(page, '—'),
  },
  { state: 'error', what: 'a missing file', answers: { '/lookup.wasm': gone } },
  {
    state: 'incomplete',
    what: 'lists that are not there',
    answers: { '/other-lists.json': gone },
    act: (page) => check(page, 'Coca-Cola'),
  },
  { state: 'ready', what: 'lists that still load', answers: { '/other-lists.json': never }, early: true },
  { state: 'ready', what: 'everything unfolded', act: (page) => unfold(page, 'details') },
  {
    state: 'matches',
    what: 'a party on several lists, unfolded',
    act: async (page) => {
      await check(page, 'Huawei Technologies Co., Ltd.');
      await unfold(page, 'details');
    },
  },
  {
    state: 'at-address',
    what: 'listed parties at an address, unfolded',
    act: async (page) => {
      await check(page, 'Coca-Cola, 3/F, No. 555 Qianmo Road, Binjiang District, Hangzhou');
      await unfold(page, 'details');
    },
  },
  { state: 'ready', what: 'an old list', now: '2026-09-05T12:00:00Z' },
  {
    state: 'no-match',
    what: 'a list too old',
    now: '2026-11-22T12:00:00Z',
    act: (page) => check(page, 'Coca-Cola'),
  },
];

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

inEachBrowser(
  (_name, get) => {
    for (const { state, what = '', act, typed, answers, now, early } of states) {
      const how = [what && `with ${what}`, typed && 'while typing'].filter(Boolean).join(' ');
      test(`axe finds nothing wrong in the state ${state} ${how}, light and dark, and 320 px are enough`, async () => {
        const own = answers ? await serve({ answers }) : server;
        const { page, complaints } = await openPage(get(), own.url, { now });
        if (early) await settled(page);
        else if (state !== 'loading' && !answers?.['/lookup.wasm']) await allSettled(page);
        await act?.(page);
        if (typed) await type(page, typed);
        await inState(page, state);
        for (const scheme of ['light', 'dark']) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          assert.deepEqual(await faultsIn(page), [], scheme);
        }
        await page.setViewport({ width: 320, height: 640 });
        const { wide, small } = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector('entity-lookup');
          const boxes = [...shadowRoot.querySelectorAll('button, input, select, summary, a')].map((control) => ({
            control: control.outerHTML.slice(0, 80),
            box: control.getBoundingClientRect(),
          }));
          return {
            wide: document.documentElement.scrollWidth,
            small: boxes
              .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
              .map(({ control, box }) => `${control} ${box.width} × ${box.height}`),
          };
        });
        assert.equal(wide, 320, 'no scrolling sideways');
        assert.deepEqual(small, [], 'targets of at least 24 px');
        assert.deepEqual(await complaints(browserSays), []);
        await page.close();
        if (answers) own.close();
      });
    }
  },
  ['chromium'],
);

inEachBrowser((_name, get) => {
  test('Everything is reached by the Tab key, in the order of reading, with the focus in view', async () => {
    const { page, complaints } = await openPage(get(), server.url, { alone: true });
    await settled(page);
    await check(page, 'Hikvision');
    await page.evaluate(() => document.querySelector('entity-lookup').focus());
    const stops = [];
    for (let i = 0; i < 11; i += 1) {
      stops.push(
        await page.evaluate(() => {
          const focused = document.querySelector('entity-lookup').shadowRoot.activeElement;
          const outlined = focused && getComputedStyle(focused).outlineStyle !== 'none';
          return focused
            ? `${focused.id || focused.type || focused.localName}${outlined ? '' : ' without outline'}`
            : '';
        }),
      );
      await page.keyboard.press('Tab');
    }
    const folds = ['summary', 'summary', 'summary', 'summary'];
    assert.deepEqual(stops.slice(0, 10), ['name', 'country', 'submit', 'score', 'range', ...folds, 'button']);
    assert.equal(stops[10], 'a', 'what a match cites comes after the record');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The line that screen readers hear is there before it is used, and speaks only of checks', async () => {
    const { page, complaints } = await openPage(get(), server.url, { alone: true });
    await page.waitForFunction(() => document.querySelector('entity-lookup').shadowRoot);
    await page.evaluate(() => {
      globalThis.heard = [];
      const line = document.querySelector('entity-lookup').shadowRoot.querySelector('[role=status]');
      new MutationObserver(() => line.textContent && globalThis.heard.push(line.textContent)).observe(line, {
        childList: true,
      });
    });
    await settled(page);
    await type(page, 'Megvii', { delay: 20 });
    await inState(page, 'matches');
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.heard.length > 0);
    const heard = await page.evaluate(() => globalThis.heard);
    assert.equal(heard.length, 1);
    assert.match(heard[0], /^\d+ possible match/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });
});
