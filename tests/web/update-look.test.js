// “Bring in a newer list” as people with other needs meet it: by axe, in the dark, and on a narrow screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { inEachBrowser, requireFromWeb, serve } from './setup.js';
import { bring, choose, files, openAlone, serveSmall, shown, take } from './update-page.js';

const axe = readFileSync(requireFromWeb.resolve('axe-core/axe.min.js'), 'utf8');

let small;
let whole;
before(async () => {
  small = await serveSmall();
  whole = await serve();
});
after(() => {
  small.close();
  whole.close();
});

async function wronged(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, target, failureSummary]),
    );
  });
}

inEachBrowser(
  (_name, get) => {
    const states = {
      'the choice': () => {},
      'the date': async (page) => {
        await choose(page, files.csv);
        await shown(page, '.dating');
      },
      'a short review': (page) => bring(page, files.fewer, { date: '2026-01-02' }),
      'a long review': (page) => bring(page, files.csv, { date: '2026-01-02' }),
      'a refused file': (page) => bring(page, files.broken),
      'lists in use': async (page) => {
        await bring(page, files.csv);
        await take(page);
      },
    };
    for (const [what, act] of Object.entries(states)) {
      test(`axe finds nothing wrong with ${what}, light and dark, and 320 px are enough`, async () => {
        const { page, close } = await openAlone(get(), (what === 'a long review' ? whole : small).url);
        await page.evaluate(() => {
          document.querySelector('entity-lookup').shadowRoot.querySelector('.update').open = true;
        });
        await act(page);
        for (const scheme of ['light', 'dark']) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          assert.deepEqual(await wronged(page), [], scheme);
        }
        await page.setViewport({ width: 320, height: 640 });
        const { wide, small: targets } = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector('entity-lookup');
          const controls = [...shadowRoot.querySelectorAll('.update :is(button, input, select, summary, a)')];
          return {
            wide: document.documentElement.scrollWidth,
            small: controls
              .map((control) => ({ control: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
              .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
              .map(({ control, box }) => `${control} ${box.width} × ${box.height}`),
          };
        });
        assert.equal(wide, 320, 'no scrolling sideways');
        assert.deepEqual(targets, [], 'targets of at least 24 px');
        await close();
      });
    }
  },
  ['chromium'],
);
