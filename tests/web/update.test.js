import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  allSettled,
  check,
  inEachBrowser,
  openPage,
  press,
  project,
  readProject,
  requireFromWeb,
  serve,
  settled,
  singleFile,
  textOf,
  timeless,
} from './setup.js';
import { zipOf } from './zip-of.js';

const axe = readFileSync(requireFromWeb.resolve('axe-core/axe.min.js'), 'utf8');
const csv = readProject('tests/fixtures/consolidated-lists.csv');
const json = readProject('tests/fixtures/consolidated-lists.json');
const snapshot = readProject('tests/fixtures/entity-list-small.json');
const broken = Buffer.from(String(csv).replace('2019-09-30', '2019-09-31'));
/** A formula in a name, and nothing else new. */
const formula = Buffer.from(String(csv).replace('Zimtstern Optics', '=HYPERLINK(1)'));
const official = new URL('../shared/lists/consolidated-2022-05-06.csv', project);

const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-update-'));
/** A file that a page can be given. */
function fileOf(name, bytes) {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}
const files = {
  csv: fileOf('consolidated-2026-08-04.csv', csv),
  json: fileOf('consolidated-2026-08-04.json', json),
  gzip: fileOf('packed', gzipSync(csv)),
  zip: fileOf('list.zip', zipOf([{ name: 'csl/2026-08-04.csv', data: csv }])),
  snapshot: fileOf('entity-list.json', snapshot),
  broken: fileOf('broken-2026-08-04.csv', broken),
  formula: fileOf('formula-2026-08-04.csv', formula),
  pdf: fileOf('list.pdf', '%PDF-1.7'),
  same: fileURLToPath(new URL('data/entity-list.json', project)),
};

let server;
before(async () => {
  server = await serve();
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Waits until the panel shows something. */
const shown = (page, selector, timeout = 30_000) =>
  page.waitForFunction(
    (within) => document.querySelector('entity-lookup').shadowRoot.querySelector(within),
    { timeout },
    selector,
  );

async function choose(page, path) {
  const input = await page.evaluateHandle(() => {
    const root = document.querySelector('entity-lookup').shadowRoot;
    root.querySelector('.update').open = true;
    return root.querySelector('#list-file');
  });
  await input.uploadFile(path);
}

/** Chooses a file, confirms its date where it is asked for, and waits for the review or the refusal. */
async function bring(page, path, { date } = {}) {
  await choose(page, path);
  await shown(page, '.dating, .review, .failure');
  if (await textOf(page, '.dating')) {
    if (date) {
      await page.evaluate((value) => {
        const input = document.querySelector('entity-lookup').shadowRoot.querySelector('#list-date');
        input.value = value;
        input.dispatchEvent(new Event('input'));
      }, date);
    }
    await press(page, 'Check the file');
    await shown(page, '.review, .failure');
  }
}

const tickAll = (page) =>
  page.evaluate(() => {
    for (const box of document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.tick input')) box.click();
  });

/** Ticks and takes, and waits until the new lists are in use. */
async function take(page) {
  await tickAll(page);
  await press(page, 'Use these lists');
  await gone(page, '.stage > *');
}

const gone = (page, selector) =>
  page.waitForFunction(
    (within) => !document.querySelector('entity-lookup').shadowRoot.querySelector(within),
    { timeout: 30_000 },
    selector,
  );

/** Waits until the line of the list in use says so, and what is in use is kept. */
async function listing(page, text) {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('entity-lookup').shadowRoot.querySelector('.loaded').textContent.includes(wanted),
    { timeout: 30_000 },
    text,
  );
  await gone(page, '.stage > *');
}

/** What is said of the lists in use, folded or not. */
const listed = (page) =>
  page.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelector('.loaded').textContent);
const oldLists = /3,420 entries/;

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

/** What the page saves when a button is pressed. */
function savedBy(page, text) {
  return page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          URL.createObjectURL = make;
          void blob.text().then((content) => resolve({ content, type: blob.type }));
          return make.call(URL, blob);
        };
        const buttons = [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('button')];
        buttons.find((button) => button.textContent.startsWith(wanted)).click();
      }),
    text,
  );
}

inEachBrowser((name, get) => {
  const page = async (url = server.url, options = {}) => {
    // A context of its own: what a test keeps in the browser is not there for the next one.
    const context = await get().createBrowserContext();
    const opened = await openPage(context, url, options);
    await allSettled(opened.page);
    return { ...opened, close: () => context.close() };
  };

  for (const kind of ['csv', 'json', 'gzip', 'zip']) {
    test(`A list as ${kind} is checked, and what it would change is said; nothing has changed then`, async () => {
      const { page: tab, complaints, close } = await page();
      await bring(tab, files[kind], { date: '2026-08-04' });
      assert.match(await textOf(tab, '.review'), /11 lists?, |entries, as of 4 August 2026/);
      assert.match(await textOf(tab, '.counts'), /Entity List \(EL\)/);
      assert.match(await textOf(tab, '[data-finding=shrank]'), /Entity List: 1 entries? instead of 3,420/);
      assert.match(await listed(tab), oldLists);
      await press(tab, 'Discard');
      assert.equal(await textOf(tab, '.stage'), '');
      assert.match(await listed(tab), oldLists);
      assert.deepEqual(await complaints(), []);
      await close();
    });
  }

  test('A file can be dropped, one at a time', async () => {
    const { page: tab, close } = await page();
    const drop = (count) =>
      tab.evaluate(
        (text, times) => {
          const dataTransfer = new DataTransfer();
          for (let i = 0; i < times; i += 1) dataTransfer.items.add(new File([text], `list-2026-08-0${i + 1}.csv`));
          const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
          document.querySelector('entity-lookup').shadowRoot.querySelector('.update').dispatchEvent(event);
          return event.defaultPrevented;
        },
        String(csv),
        count,
      );
    assert.equal(await drop(2), true);
    assert.match(await textOf(tab, '.stage'), /one file at a time/);
    await drop(1);
    await shown(tab, '.dating');
    assert.match(await textOf(tab, '.dating'), /list-2026-08-01\.csv/);
    await close();
  });

  test('The date is taken from the name, and one in the future or before the lists in use is said', async () => {
    const { page: tab, close } = await page();
    await choose(tab, files.csv);
    await shown(tab, '.dating');
    const date = (value) =>
      tab.evaluate((given) => {
        const input = document.querySelector('entity-lookup').shadowRoot.querySelector('#list-date');
        if (given) {
          input.value = given;
          input.dispatchEvent(new Event('input'));
        }
        return input.value;
      }, value);
    assert.equal(await date(), '2026-08-04');
    assert.equal(await textOf(tab, '#list-date-said'), '');
    await date('2026-09-01');
    assert.match(await textOf(tab, '#list-date-said'), /after today, 5 August 2026/);
    await date('2026-07-01');
    assert.match(await textOf(tab, '#list-date-said'), /before that of the lists in use, 31 July 2026/);
    await close();
  });

  test('A list is taken, survives loading anew, is undone and done again, and is forgotten', async () => {
    const { page: tab, complaints, close } = await page();
    const again = async () => {
      await tab.reload();
      await settled(tab);
    };
    await bring(tab, files.csv);
    await take(tab);
    assert.match(await listed(tab), /as of 4 August 2026[\s\S]*1 entry/);
    assert.match(await textOf(tab, '.kept'), /In use since 5 August 2026.*consolidated-2026-08-04\.csv/);
    assert.equal((await check(tab, 'Zimtstern Optics')).matches[0].name, 'Zimtstern Optics');
    await again();
    assert.match(await listed(tab), /as of 4 August 2026[\s\S]*1 entry/);
    assert.equal((await check(tab, 'Huawei')).total, 0);

    await press(tab, 'Go back to the lists that came with this page');
    await listing(tab, '3,420');
    await again();
    assert.match(await listed(tab), oldLists);
    await press(tab, 'Go back to the lists of 4 August 2026');
    await listing(tab, '4 August 2026');

    await bring(tab, files.snapshot);
    assert.match(await textOf(tab, '.review'), /the other lists stay as they are/);
    await take(tab);
    assert.match(await listed(tab), /6 entries/);
    await press(tab, 'Forget what was brought in');
    await listing(tab, '3,420');
    await again();
    assert.match(await listed(tab), oldLists);
    assert.equal(await textOf(tab, '.kept'), '');
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('An older, shorter or future list is taken only after a tick for each', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.csv, { date: '2026-01-02' });
    assert.deepEqual(
      await tab.evaluate(() =>
        [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.tick input')].map(({ id }) => id),
      ),
      ['accept-older', 'accept-vanished', 'accept-shrank'],
    );
    await press(tab, 'Use these lists');
    assert.match(await textOf(tab, '.review'), /3 warnings are open/);
    assert.match(await listed(tab), oldLists);
    await take(tab);
    assert.match(await listed(tab), /as of 2 January 2026/);
    await bring(tab, files.csv, { date: '2027-01-02' });
    assert.match(await textOf(tab, '[data-finding=future]'), /Dated after today/);
    await press(tab, 'Use these lists');
    assert.match(await textOf(tab, '.review'), /1 warning is open/);
    await close();
  });

  test('The changes are searched by text, list and kind, and saved as CSV and JSON', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.formula);
    const rows = () =>
      tab.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.change').length);
    const set = async (id, value) => {
      await tab.evaluate(
        (field, given) => {
          const input = document.querySelector('entity-lookup').shadowRoot.querySelector(`#${field}`);
          input.value = given;
          input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input'));
        },
        id,
        value,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
    };
    assert.equal(await rows(), 200);
    await press(tab, 'Show 200 more');
    assert.equal(await rows(), 400);
    await set('change-list', 'EL');
    await set('change-kind', 'added');
    assert.equal(await rows(), 1);
    const table = await savedBy(tab, 'Save this 1 as CSV');
    assert.match(table.type, /^text\/csv/);
    const [header, row, end] = table.content.replace(/^\ufeff/, '').split('\r\n');
    assert.match(header, /^kind,list,name,countries,id,/);
    assert.match(row, /^added,EL,"'=HYPERLINK\(1\)",CN,0a14,/);
    assert.equal(end, '');
    const [change] = JSON.parse((await savedBy(tab, 'Save this 1 as JSON')).content);
    assert.deepEqual([change.kind, change.name], ['added', '=HYPERLINK(1)']);
    await set('change-kind', 'removed');
    await set('change-text', 'hikVISIÓN');
    assert.match(await textOf(tab, '.change'), /Hikvision/);
    await set('change-text', 'nobody of this name');
    assert.equal(await rows(), 0);
    assert.match(await textOf(tab, '.count'), /^0 changes/);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('A file that says the same changes nothing and says so', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.same);
    assert.match(await textOf(tab, '.review'), /Nothing changes/);
    assert.match(await textOf(tab, '[data-finding=same_date]'), /Of the same date/);
    await close();
  });

  test('A broken file names record and column, and leaves everything as it was', async () => {
    const { page: tab, complaints, close } = await page();
    const before = await check(tab, 'Hikvision');
    await bring(tab, files.broken);
    assert.match(await textOf(tab, '.update .failure'), /Record 7, column “start_date”/);
    assert.match(await textOf(tab, '.update .failure'), /lists in use are as they were/);
    await bring(tab, files.pdf);
    assert.match(await textOf(tab, '.update .failure'), /another kind of file/);
    assert.match(await listed(tab), oldLists);
    assert.deepEqual(timeless(await check(tab, 'Hikvision')), timeless(before));
    await tab.reload();
    await settled(tab);
    assert.match(await listed(tab), oldLists);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('The work can be given up, and another file chosen then', async () => {
    const own = await serve({ answers: { '/lookup-import.wasm': () => {} } });
    const { page: tab, close } = await page(own.url);
    await choose(tab, files.csv);
    await shown(tab, '.dating');
    await press(tab, 'Check the file');
    await shown(tab, '.working');
    await press(tab, 'Cancel');
    assert.equal(await textOf(tab, '.stage'), '');
    assert.match(await listed(tab), oldLists);
    await close();
    own.close();
  });

  test('A program that is missing is said, and the search goes on', async () => {
    const own = await serve({ answers: { '/lookup-import.wasm': (_, response) => response.writeHead(404).end() } });
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.csv);
    assert.match(await textOf(tab, '.update .failure'), /lookup-import\.wasm.*could not be loaded/);
    assert.ok((await check(tab, 'Hikvision')).total > 0);
    await close();
    own.close();
  });

  test('Without a worker of its own the file is checked on the page', async () => {
    const own = await serve({
      answers: { '/lookup-import-worker.js': (_, response) => response.writeHead(404).end() },
    });
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.csv);
    assert.match(await textOf(tab, '.counts'), /Entity List \(EL\)/);
    await close();
    own.close();
  });

  test('Where the browser stores nothing the lists last until the page is closed, and it says so', async () => {
    const frame = await serve({
      policy: null,
      answers: {
        '/frame.html': (_, response) =>
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<!doctype html><title>frame</title><iframe sandbox="allow-scripts" src="/whole.html"></iframe>'),
        '/whole.html': (_, response) =>
          response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(singleFile)),
      },
    });
    const context = await get().createBrowserContext();
    const { page: tab } = await openPage(context, `${frame.url}frame.html`);
    const inner = await (await tab.$('iframe')).contentFrame();
    await inner.waitForFunction(() => document.querySelector('entity-lookup')?.state === 'ready');
    await bring(inner, files.csv);
    await take(inner);
    assert.match(await listed(inner), /as of 4 August 2026/);
    assert.match(await textOf(inner, '.kept'), /stores nothing.*last until the page is closed/);
    await press(inner, 'Go back to the lists that came with this page');
    await listing(inner, '3,420');
    await context.close();
    frame.close();
  });

  test('The single file from the disk does it all: check, take, keep, forget', async () => {
    const { page: tab, elsewhere, complaints, close } = await page(singleFile);
    await bring(tab, files.zip);
    await take(tab);
    await tab.reload();
    await settled(tab);
    assert.match(await listed(tab), /as of 4 August 2026/);
    await press(tab, 'Go back to the lists that came with this page');
    await listing(tab, '3,420');
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('Kept lists that no longer open are said and kept, and those of the page searched', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    await tab.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open('entity-lookup-lists', 1).onsuccess = ({ target: { result } }) => {
            const store = result.transaction('kept', 'readwrite').objectStore('kept');
            store.get('current').onsuccess = ({ target: { result: kept } }) => {
              store.put({ ...kept, entityList: kept.entityList.subarray(0, 300) }, 'current').onsuccess = () => {
                result.close();
                resolve();
              };
            };
          };
        }),
    );
    await tab.reload();
    await settled(tab);
    assert.match(await listed(tab), oldLists);
    assert.match(await textOf(tab, '.kept'), /do not open in this version.*still kept/);
    await press(tab, 'Forget what was brought in');
    await gone(tab, '.kept > *');
    await close();
  });

  test('Lists that came with a newer page go before older ones that were brought in, until the user says otherwise', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    // As if they had been taken from an older page, in July.
    await tab.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open('entity-lookup-lists', 1).onsuccess = ({ target: { result } }) => {
            const store = result.transaction('kept', 'readwrite').objectStore('kept');
            store.get('current').onsuccess = ({ target: { result: kept } }) => {
              store.put({ ...kept, asOf: '2026-07-02', bundledAsOf: '2026-07-01' }, 'current').onsuccess = () => {
                result.close();
                resolve();
              };
            };
          };
        }),
    );
    await tab.reload();
    await settled(tab);
    assert.match(await listed(tab), oldLists);
    assert.match(await textOf(tab, '.kept'), /now comes with newer lists than those of 2 July 2026/);
    await press(tab, 'Use those that I brought in');
    await listing(tab, '4 August 2026');
    await tab.reload();
    await settled(tab);
    assert.match(await listed(tab), /as of 4 August 2026/);
    await close();
  });

  test('Another tab learns that the lists have changed', async () => {
    const { page: tab, close } = await page();
    const { page: other } = await openPage(tab.browserContext(), server.url);
    await settled(other);
    await tab.bringToFront();
    await bring(tab, files.csv);
    await take(tab);
    await other.waitForFunction(
      () => /another tab/.test(document.querySelector('entity-lookup').shadowRoot.querySelector('.kept').textContent),
      { polling: 100 }, // A tab in the background paints nothing.
    );
    await close();
  });

  if (existsSync(official)) {
    test('The official file of 2022 is read whole, and its counts by list are those of the core', async (context) => {
      const { page: tab, close } = await page();
      await choose(tab, fileURLToPath(official));
      await shown(tab, '.dating');
      const began = await tab.evaluate(() => performance.now());
      await press(tab, 'Check the file');
      await shown(tab, '.review', 60_000);
      const took = (await tab.evaluate(() => performance.now())) - began;
      context.diagnostic(`${name}: ${Math.round(took)} ms from the date to the review`);
      const row = await tab.evaluate(() =>
        [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.counts tbody tr')][0].innerText
          .split(/\s*\t\s*/)
          .map((text) => text.trim()),
      );
      assert.deepEqual(row.slice(0, 4), ['Entity List (EL)', '3,420 → 2,001', '77', '1,496']);
      assert.match(await textOf(tab, '.count'), /^15,489 changes/);
      await close();
    });
  }
});

inEachBrowser(
  (_name, get) => {
    const states = {
      'the choice': () => {},
      'the date': async (page) => {
        await choose(page, files.csv);
        await shown(page, '.dating');
      },
      'the review': (page) => bring(page, files.csv, { date: '2026-01-02' }),
      'a refused file': (page) => bring(page, files.broken),
      'lists in use': async (page) => {
        await bring(page, files.csv);
        await take(page);
      },
    };
    for (const [what, act] of Object.entries(states)) {
      test(`axe finds nothing wrong with ${what}, light and dark, and 320 px are enough`, async () => {
        const context = await get().createBrowserContext();
        const { page } = await openPage(context, server.url);
        await settled(page);
        await page.evaluate(() => {
          document.querySelector('entity-lookup').shadowRoot.querySelector('.update').open = true;
        });
        await act(page);
        for (const scheme of ['light', 'dark']) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          assert.deepEqual(await wronged(page), [], scheme);
        }
        await page.setViewport({ width: 320, height: 640 });
        const { wide, small } = await page.evaluate(() => {
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
        assert.deepEqual(small, [], 'targets of at least 24 px');
        await context.close();
      });
    }
  },
  ['chromium'],
);
