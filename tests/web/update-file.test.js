// From the choice of a file to the review or the refusal; nothing has changed until then.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone as notThere, held } from './lists-page.js';
import { check, inEachBrowser, press, settled, textOf, timeless } from './setup.js';
import {
  bring,
  choose,
  csv,
  files,
  listed,
  listing,
  loadAnew,
  newLists,
  openAlone,
  openPanel,
  serveSmall,
  shown,
  smallLists,
  take,
  write,
} from './update-page.js';

let server;
before(async () => {
  server = await serveSmall();
});
after(() => server.close());

inEachBrowser((_name, get) => {
  const page = (url = server.url) => openAlone(get(), url);

  for (const kind of ['csv', 'json', 'gzip', 'zip']) {
    test(`A list as ${kind} is checked, and what it would change is said; nothing has changed then`, async () => {
      const { page: tab, complaints, close } = await page();
      await bring(tab, files[kind], { date: '2026-08-04' });
      assert.match(await textOf(tab, '.review'), /6 lists, 9 entries, as of 4 August 2026/);
      assert.match(await textOf(tab, '.counts'), /Entity List \(EL\)/);
      assert.match(await textOf(tab, '[data-finding=shrank]'), /Entity List: 1 entry instead of 6/);
      assert.match(await listed(tab), smallLists);
      await press(tab, 'Discard');
      assert.equal(await textOf(tab, '.stage'), '');
      assert.match(await listed(tab), smallLists);
      assert.deepEqual(await complaints(), []);
      await close();
    });
  }

  /** Drops so many files on the panel. */
  const drop = (tab, count) =>
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

  test('A file can be dropped, one at a time', async () => {
    const { page: tab, close } = await page();
    assert.equal(await drop(tab, 2), true);
    await shown(tab, '.stage > *');
    assert.match(await textOf(tab, '.stage'), /one file at a time/);
    await drop(tab, 1);
    await shown(tab, '.dating');
    assert.match(await textOf(tab, '.dating'), /list-2026-08-01\.csv/);
    await close();
  });

  test('A file that is dropped when the element has other lists by now changes those', async () => {
    const { page: tab, close } = await page();
    await openPanel(tab);
    await tab.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.shadowRoot.querySelector('.update').open = false;
      element.setAttribute('others-src', '');
    });
    await settled(tab);
    await drop(tab, 1);
    await shown(tab, '.dating');
    await press(tab, 'Check the file');
    await shown(tab, '.review');
    await take(tab);
    await listing(tab, /6 lists · 9 entries · as of 1 August 2026/);
    await close();
  });

  test('A second file takes the place of one that is being read or checked, whose end changes nothing any more', async () => {
    const { hold, release } = held(notThere);
    const own = await serveSmall({ '/lookup-import.wasm': hold });
    const { page: tab, close } = await page(own.url);
    await choose(tab, files.broken);
    await shown(tab, '.dating');
    await press(tab, 'Check the file');
    await shown(tab, '.working');
    await drop(tab, 1);
    await shown(tab, '.dating');
    await release();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.match(await textOf(tab, '.stage'), /^The file: list-2026-08-01\.csv/);
    assert.equal(await textOf(tab, '.update .failure'), '');
    await close();
    own.close();
  });

  test('The date is taken from the name, and one in the future or before the lists in use is said', async () => {
    const { page: tab, close } = await page();
    await choose(tab, files.csv);
    await shown(tab, '.dating');
    const date = () =>
      tab.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelector('#list-date').value);
    assert.equal(await date(), '2026-08-04');
    assert.equal(await textOf(tab, '#list-date-said'), '');
    await write(tab, '#list-date', '2026-09-01');
    assert.match(await textOf(tab, '#list-date-said'), /after today, 5 August 2026/);
    await write(tab, '#list-date', '2026-01-30');
    assert.match(await textOf(tab, '#list-date-said'), /before that of the lists in use, 31 January 2026/);
    await close();
  });

  test('An older, shorter or future list is taken only after a tick for each', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.fewer, { date: '2026-01-02' });
    assert.deepEqual(
      await tab.evaluate(() =>
        [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.tick input')].map(({ id }) => id),
      ),
      ['accept-older', 'accept-vanished', 'accept-shrank'],
    );
    const told = (finding) => textOf(tab, `[data-finding=${finding}] ul`);
    assert.equal(await told('older'), '5 lists (EL, DPL, MEU, SDN, CAP): 2 January 2026 instead of 31 January 2026');
    assert.equal(await told('vanished'), 'Nonproliferation Sanctions: no entry instead of 1');
    assert.equal(await told('shrank'), 'Entity List: 1 entry instead of 6');
    await press(tab, 'Use these lists');
    assert.match(await textOf(tab, '.review'), /3 warnings are open/);
    assert.match(await listed(tab), smallLists);
    await take(tab);
    assert.match(await listed(tab), /as of 2 January 2026/);
    await bring(tab, files.csv, { date: '2012-01-02' });
    assert.match(
      await textOf(tab, '[data-finding=predates] ul'),
      /^Entity List: 2 January 2012, but an entry starts on /,
    );
    assert.match(
      await textOf(tab, '[data-finding=predates]'),
      /the date is probably not right.*The date is right all the/s,
    );
    await press(tab, 'Use these lists');
    assert.equal(
      await tab.evaluate(() => document.querySelector('entity-lookup').shadowRoot.activeElement.id),
      'accept-predates',
    );
    await bring(tab, files.fewer, { date: '2027-01-02' });
    assert.match(await textOf(tab, '[data-finding=future]'), /Dated after today.*The date is right all the same/s);
    await press(tab, 'Use these lists');
    assert.match(await textOf(tab, '.review'), /1 warning is open/);
    await close();
  });

  test('A file that says the same changes nothing and says so', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.snapshot);
    assert.match(await textOf(tab, '.review'), /Nothing changes/);
    assert.match(await textOf(tab, '[data-finding=same_date]'), /Of the same date/);
    await close();
  });

  test('A broken file names record and column, and leaves everything as it was', async () => {
    const { page: tab, complaints, close } = await page();
    const first = await check(tab, 'Zimtstern');
    assert.ok(first.total > 0);
    await bring(tab, files.broken);
    assert.match(await textOf(tab, '.update .failure'), /Record 7, column “start_date”/);
    assert.match(await textOf(tab, '.update .failure'), /lists in use are as they were/);
    await bring(tab, files.pdf);
    assert.match(await textOf(tab, '.update .failure'), /another kind of file/);
    assert.match(await listed(tab), smallLists);
    assert.deepEqual(timeless(await check(tab, 'Zimtstern')), timeless(first));
    await loadAnew(tab);
    assert.match(await listed(tab), smallLists);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('The work can be given up, and another file chosen then', async () => {
    const own = await serveSmall({ '/lookup-import.wasm': () => {} });
    const { page: tab, close } = await page(own.url);
    await choose(tab, files.csv);
    await shown(tab, '.dating');
    await press(tab, 'Check the file');
    await shown(tab, '.working');
    await press(tab, 'Cancel');
    assert.equal(await textOf(tab, '.stage'), '');
    assert.match(await listed(tab), smallLists);
    await choose(tab, files.csv);
    await shown(tab, '.dating');
    await close();
    own.close();
  });

  test('A program that is missing is said, and the search goes on', async () => {
    const own = await serveSmall({ '/lookup-import.wasm': (_, response) => response.writeHead(404).end() });
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.csv);
    assert.match(await textOf(tab, '.update .failure'), /lookup-import\.wasm.*could not be loaded/);
    assert.ok((await check(tab, 'Zimtstern')).total > 0);
    await close();
    own.close();
  });

  test('Without a worker of its own the file is checked on the page', async () => {
    const own = await serveSmall({ '/lookup-import-worker.js': (_, response) => response.writeHead(404).end() });
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.csv);
    assert.match(await textOf(tab, '.counts'), /Entity List \(EL\)/);
    await take(tab);
    assert.match(await listed(tab), newLists);
    await close();
    own.close();
  });
});
