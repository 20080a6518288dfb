// Lists that were brought in: taken, kept, gone back from, forgotten, and what several tabs do to each other.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { allSettled, check, inEachBrowser, openPage, press, singleFile, textOf } from './setup.js';
import {
  bring,
  choose,
  csv,
  files,
  gone,
  kept,
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
} from './update-page.js';

/** Those of the file without the one entry of a list. */
const fewerLists = /5 lists · 8 entries · as of 4 August 2026/;
const nothing = { current: null, previous: null };

let server;
before(async () => {
  server = await serveSmall();
});
after(() => server.close());

inEachBrowser((_name, get) => {
  const page = (url = server.url, options = {}) => openAlone(get(), url, options);

  test('A list is taken, survives loading anew, is undone and done again, and is forgotten', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    assert.match(await listed(tab), newLists);
    assert.match(await textOf(tab, '.kept'), /In use since 5 August 2026.*consolidated-2026-08-04\.csv/);
    assert.equal((await check(tab, 'Zimtstern Optics')).matches[0].name, 'Zimtstern Optics');
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    assert.equal((await check(tab, 'Morgentau Holding')).total, 0, 'which is on the former list alone');

    await press(tab, 'Go back to the lists that came with this page');
    await listing(tab, smallLists);
    await loadAnew(tab);
    assert.match(await listed(tab), smallLists);
    await openPanel(tab);
    await press(tab, 'Go back to the lists of 4 August 2026');
    await listing(tab, newLists);

    await bring(tab, files.snapshot);
    assert.match(await textOf(tab, '.review'), /the other lists stay as they are/);
    await take(tab);
    assert.match(await listed(tab), /6 lists · 14 entries · as of 31 January 2026 to 4 August 2026/);
    await press(tab, 'Forget what was brought in');
    await listing(tab, smallLists);
    assert.deepEqual(await kept(tab), nothing);
    await loadAnew(tab);
    assert.match(await listed(tab), smallLists);
    assert.equal(await textOf(tab, '.kept'), '');
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('While lists are taken, undone or forgotten nothing else can begin, and then all can again', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    await bring(tab, files.fewer);
    /** Does it, and at once everything else that the panel offers; gives what was still open to the user. */
    const during = (text) =>
      tab.evaluate(
        (wanted, dropped) => {
          const root = document.querySelector('entity-lookup').shadowRoot;
          for (const box of root.querySelectorAll('.tick input')) box.click();
          const buttons = [...root.querySelectorAll('.update button')];
          buttons.find((button) => button.textContent.startsWith(wanted)).click();
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([dropped], 'list-2026-08-05.csv'));
          root.querySelector('.update').dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
          // Those that were there, whether or not they still are.
          for (const button of buttons) button.click();
          return [...root.querySelectorAll('.update :is(button, input):enabled')].map(
            (control) => control.id || control.textContent,
          );
        },
        text,
        String(csv),
      );
    assert.deepEqual(await during('Use these lists'), []);
    await listing(tab, fewerLists);
    const { current, previous } = await kept(tab);
    assert.deepEqual([current.file, previous.file], ['fewer-2026-08-04.csv', 'consolidated-2026-08-04.csv']);
    assert.deepEqual(await during('Go back to the lists of 4 August 2026'), []);
    await listing(tab, newLists);
    assert.deepEqual(await during('Forget'), []);
    await listing(tab, smallLists);
    assert.deepEqual(await kept(tab), nothing);
    await choose(tab, files.csv);
    await shown(tab, '.dating');
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('Where the browser stores nothing the lists last until the page is closed, and it says so', async () => {
    const whole = readFileSync(singleFile);
    const html = (body) => (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    const frame = await serveSmall({
      '/frame.html': html(
        '<!doctype html><title>frame</title><iframe sandbox="allow-scripts" src="/whole.html"></iframe>',
      ),
      '/whole.html': html(whole),
    });
    const context = await get().createBrowserContext();
    const { page: tab } = await openPage(context, `${frame.url}frame.html`);
    const inner = await (await tab.$('iframe')).contentFrame();
    await allSettled(inner);
    await bring(inner, files.csv);
    await take(inner);
    assert.match(await listed(inner), newLists);
    assert.match(await textOf(inner, '.kept'), /stores nothing.*last until the page is closed/);
    assert.doesNotMatch(await textOf(inner, '.kept'), /another tab/);
    // A core that breaks does not take them along.
    await inner.evaluate(() => document.querySelector('entity-lookup').engine.close());
    assert.deepEqual(await check(inner, 'Megvii'), { code: 'engine_closed' });
    await press(inner, 'Try again');
    await listing(inner, newLists);
    assert.match(await textOf(inner, '.kept'), /stores nothing.*last until the page is closed/);
    await press(inner, 'Go back to the lists that came with this page');
    await listing(inner, /25,921 entries/);
    await context.close();
    frame.close();
  });

  test('The single file from the disk does it all: check, take, keep, forget', async () => {
    const { page: tab, elsewhere, complaints, close } = await page(singleFile);
    await bring(tab, files.zip);
    await take(tab);
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    await press(tab, 'Go back to the lists that came with this page');
    await listing(tab, /25,921 entries/);
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('Kept lists that no longer open are said and kept, and those of the page searched', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    await kept(tab, { entityList: { cutTo: 300 }, others: { cutTo: 300 } });
    await loadAnew(tab);
    await listing(tab, smallLists);
    assert.match(await textOf(tab, '.kept'), /cannot open the lists that you brought in from .*still kept/);
    await press(tab, 'Forget what was brought in');
    await gone(tab, '.kept > *');
    await close();
  });

  test('Lists that came with a newer page go before older ones that were brought in, until the user says otherwise', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    // As if they had been taken from an older page, the year before.
    const older = { asOf: '2026-01-02', bundledAsOf: '2026-01-01' };
    await kept(tab, { entityList: older, others: older });
    await loadAnew(tab);
    assert.match(await listed(tab), smallLists);
    assert.match(await textOf(tab, '.kept'), /now comes with a later issue of the lists than that of 2 January 2026/);
    await press(tab, 'Use those that I brought in');
    await listing(tab, newLists);
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    await close();
  });

  /** Waits until a tab has heard of the other. A tab in the background paints nothing, so that it is asked by the clock. */
  const heard = (tab) =>
    tab.waitForFunction(
      () => /another tab/.test(document.querySelector('entity-lookup').shadowRoot.querySelector('.kept').textContent),
      { polling: 50 },
    );
  const second = async (tab) => {
    const { page: other } = await openPage(tab.browserContext(), server.url);
    await allSettled(other);
    return other;
  };

  test('Another tab learns that the lists have changed', async () => {
    const { page: tab, close } = await page();
    const other = await second(tab);
    await tab.bringToFront();
    await bring(tab, files.csv);
    await take(tab);
    await heard(other);
    await close();
  });

  test('Two tabs that change the lists at the same time leave one whole state, and the one that is behind says so', async () => {
    const { page: tab, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    const { current: whole } = await kept(tab);
    const other = await second(tab);
    const tabs = [other, tab];
    const at = (moment) => (each) =>
      each.evaluate(
        (text) =>
          new Promise((resolve) => {
            const root = document.querySelector('entity-lookup').shadowRoot;
            const buttons = [...root.querySelectorAll('.update button')];
            buttons.find((button) => button.textContent.startsWith(text)).click();
            const done = setInterval(() => {
              if (root.querySelector('.stage > *')) return;
              clearInterval(done);
              resolve();
            }, 20);
          }),
        moment,
      );
    // Both go back, which must not be undone by the second.
    await Promise.all(tabs.map(at('Go back to the lists that came with this page')));
    assert.deepEqual(await kept(tab), { current: null, previous: whole });
    for (const each of tabs) assert.match(await listed(each), smallLists);
    // One goes on to what the other forgets.
    await Promise.all([at('Go back to the lists of 4 August')(other), at('Forget')(tab)]);
    const { current, previous } = await kept(tab);
    assert.deepEqual([current, previous], current ? [whole, null] : [null, null]);
    const [ahead, behind] = current ? [other, tab] : [tab, other];
    await heard(behind);
    assert.match(await listed(ahead), current ? newLists : smallLists);
    assert.doesNotMatch(await textOf(ahead, '.kept'), /another tab/);
    await close();
  });
});
