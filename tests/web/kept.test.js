// What becomes of lists that were brought in when not all goes well: a browser that does not keep them, files that lack
// lists or are not there, parts of different age, and pages that go in the middle.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answered, click, gone as notThere } from './lists-page.js';
import { allSettled, check, inEachBrowser, openPage, press, readProject, textOf } from './setup.js';
import {
  bring,
  choose,
  csv,
  fileOf,
  files,
  gone,
  kept,
  listed,
  listing,
  loadAnew,
  newLists,
  openAlone,
  serveSmall,
  shown,
  smallLists,
  take,
} from './update-page.js';

/** The lines of the header, of the Entity List and of the SDN alone. */
const few = String(csv)
  .split('\n')
  .filter((line) => /^_id|Entity List|Specially Designated/.test(line))
  .join('\n');
const partial = fileOf('partial-2026-08-04.csv', few);
const others = fileOf('others.json', readProject('tests/fixtures/other-lists-small.json'));
const undated = fileOf('consolidated.csv', csv);

let server;
before(async () => {
  server = await serveSmall();
});
after(() => server.close());

/** In the page: the browser refuses every change of what is kept, as one that has no room does, while `hold.refuse` is set. */
const refusing = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.hold = { refuse: false };
    for (const name of ['put', 'delete']) {
      const own = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (...values) {
        if (globalThis.hold.refuse) throw new DOMException('no room', 'QuotaExceededError');
        return own.apply(this, values);
      };
    }
  });
const refuse = (page, isSo) =>
  page.evaluate((so) => {
    globalThis.hold.refuse = so;
  }, isSo);
const stateOf = (page) => page.evaluate(() => document.querySelector('entity-lookup').state);

inEachBrowser((_name, get) => {
  const page = (url = server.url, options = {}) => openAlone(get(), url, options);

  test('“Go back” goes to the lists that it names, also where those in use could not be kept', async () => {
    const { page: tab, complaints, close } = await page(server.url, { prepare: refusing });
    await bring(tab, files.csv);
    await take(tab);
    await refuse(tab, true);
    await bring(tab, files.fewer);
    await take(tab);
    assert.match(await listed(tab), /5 lists/);
    assert.match(await textOf(tab, '.kept'), /no room left\. The lists in use last until .*still kept/s);
    await refuse(tab, false);
    await press(tab, 'Go back to the lists of 4 August 2026 from consolidated-2026-08-04.csv');
    await listing(tab, newLists);
    assert.doesNotMatch(await textOf(tab, '.kept'), /no room left/);
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    const { current, previous } = await kept(tab);
    assert.deepEqual([current.file, previous], ['consolidated-2026-08-04.csv', null]);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('Where “Forget” is refused it is said that the lists are still kept, and they are', async () => {
    const { page: tab, complaints, close } = await page(server.url, { prepare: refusing });
    await bring(tab, files.csv);
    await take(tab);
    await refuse(tab, true);
    await press(tab, 'Forget what was brought in');
    await listing(tab, smallLists);
    assert.match(await textOf(tab, '.kept'), /what was kept before is still kept, and is searched again/);
    const said = await tab.evaluate(
      () => document.querySelector('entity-lookup').shadowRoot.querySelector('.update [aria-live]').textContent,
    );
    assert.match(said, /did not keep the change/);
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    await press(tab, 'Forget what was brought in');
    await listing(tab, smallLists);
    await loadAnew(tab);
    assert.match(await listed(tab), smallLists);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('A check under way when lists are taken is answered by these, as a check', async () => {
    const {
      page: tab,
      complaints,
      close,
    } = await page(server.url, {
      prepare: (opened) =>
        opened.evaluateOnNewDocument(() => {
          const { postMessage } = Worker.prototype;
          globalThis.isHeld = true;
          Worker.prototype.postMessage = function (message, ...more) {
            if (message.kind !== 'check' || !globalThis.isHeld) postMessage.call(this, message, ...more);
          };
        }),
    });
    await tab.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      globalThis.checking = element.check();
    });
    await bring(tab, files.csv);
    await tab.evaluate(() => {
      globalThis.isHeld = false;
    });
    await take(tab);
    assert.equal(await tab.evaluate(() => globalThis.checking.then((answer) => answer?.lists[0].as_of)), '2026-08-04');
    assert.match(await textOf(tab, '.record'), /Megvii/);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('What goes wrong with lists is told by an event too, with its code', async () => {
    const lacking = await serveSmall({ '/other-lists.json': notThere });
    const { page: tab, close } = await page(lacking.url, {
      prepare: async (opened) => {
        await refusing(opened);
        await opened.evaluateOnNewDocument(() => {
          globalThis.codes = [];
          addEventListener('lookup-error', ({ code }) => globalThis.codes.push(code));
        });
      },
    });
    const codes = () => tab.evaluate(() => globalThis.codes.splice(0));
    assert.deepEqual(await codes(), ['snapshot_unreachable']);
    await bring(tab, files.broken);
    assert.deepEqual(await codes(), ['csv_value_invalid']);
    await refuse(tab, true);
    await bring(tab, files.csv);
    await take(tab);
    assert.deepEqual(await codes(), ['storage_refused']);
    await close();
    lacking.close();
  });

  test('Other lists that are kept and do not open: those of the page take their place, and it is said', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    await kept(tab, { others: { cutTo: 300 } });
    await loadAnew(tab);
    await listing(tab, /6 lists · 9 entries · as of 31 January 2026 to 4 August 2026/);
    assert.match(await textOf(tab, '.kept'), /cannot open the other lists that you brought in from .*still kept/);
    assert.match(await textOf(tab, '.kept'), /In use since .*: the Entity List of 4 August 2026/);
    assert.equal((await check(tab, 'Zimtstern Optics')).lists.length, 6);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('Where kept lists do not open one can still go back to those before them', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    await bring(tab, files.fewer);
    await take(tab);
    await kept(tab, { entityList: { cutTo: 300 } });
    await loadAnew(tab);
    await listing(tab, /as of 31 January 2026 to 4 August 2026/);
    assert.match(await textOf(tab, '.kept'), /cannot open the Entity List that you brought in from fewer/);
    await press(tab, 'Go back to the lists of 4 August 2026 from consolidated-2026-08-04.csv');
    await listing(tab, newLists);
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('Where lists are kept and the part that opens them is missing, it is said, and those of the page are searched', async () => {
    const own = await serveSmall();
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.csv);
    await take(tab);
    own.answers['/entity-lookup-update.js'] = (_, response) => response.writeHead(404).end();
    await loadAnew(tab);
    assert.match(await listed(tab), smallLists);
    assert.match(await textOf(tab, '.update .failure'), /still kept, but they are not searched now/);
    assert.match(await textOf(tab, '.update .detail'), /import_unavailable/);
    delete own.answers['/entity-lookup-update.js'];
    await loadAnew(tab);
    assert.match(await listed(tab), newLists);
    await close();
    own.close();
  });

  test('Lists that a file does not have are said not to be searched beside every answer, also after loading anew', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, partial);
    assert.match(await textOf(tab, '[data-finding=vanished]'), /no longer be searched/);
    await take(tab);
    for (const again of [() => {}, () => loadAnew(tab)]) {
      await again();
      assert.match(await listed(tab), /2 lists · 5 entries/);
      assert.match(
        await textOf(tab, '.notices'),
        /^Not in the lists that you brought in, and so not searched: 4 lists \(/,
      );
      assert.equal((await check(tab, 'Coca-Cola')).total, 0);
      assert.equal(await stateOf(tab), 'incomplete');
      assert.equal(await textOf(tab, 'h2'), 'No match at or above 70, but not all lists were searched');
      assert.match(
        await textOf(tab, '.results .missing'),
        /^NOT searched: 4 lists \(DPL, MEU, CAP, ISN\), since they are not/,
      );
      const record = await tab.evaluate(
        () => document.querySelector('entity-lookup').shadowRoot.querySelector('.record').textContent,
      );
      assert.match(record, /Lists not searched4 lists \(DPL, MEU, CAP, ISN\): not in the lists in use/);
      assert.match(record, /FoundNo match at or above 70, but not all lists were searched/);
    }
    await press(tab, 'No list');
    await click(tab, '#list-DPL');
    assert.deepEqual(await check(tab, 'Zimtstern'), { code: 'list_not_open' });
    assert.equal(
      await textOf(tab, '.sentence'),
      'The lists you chose are not in those that you brought in: Denied Persons List (DPL).',
    );
    await press(tab, 'Search all lists');
    await answered(tab, 2);
    assert.equal(await textOf(tab, '.filter > summary'), 'Which lists: all');
    assert.notEqual(await textOf(tab, '.record'), '', 'it is asked as before');
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('A part that the page has a later one of is overruled by itself, and the other stays in use', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.csv);
    await take(tab);
    await bring(tab, others);
    await take(tab);
    assert.match(await listed(tab), /as of 31 January 2026 to 4 August 2026/);
    assert.match(await textOf(tab, '.kept'), /the Entity List of 4 August 2026, from the file consolidated/);
    assert.match(await textOf(tab, '.kept'), /the other lists of 31 January 2026, from the file others\.json/);
    // As if the Entity List had been taken from an older page, the year before, and the others today.
    await kept(tab, { entityList: { asOf: '2026-01-02', bundledAsOf: '2026-01-01' } });
    await loadAnew(tab);
    assert.match(await listed(tab), /Entity List \(EL\) · 6 entries · as of 31 January 2026/);
    assert.match(await textOf(tab, '.kept'), /a later issue of the Entity List than that of 2 January 2026/);
    assert.match(await textOf(tab, '.kept'), /In use since .*: the other lists of 31 January 2026/);
    await press(tab, 'Use those that I brought in');
    await listing(tab, /Entity List \(EL\) · 1 entry · as of 4 August 2026/);
    await loadAnew(tab);
    assert.match(await listed(tab), /Entity List \(EL\) · 1 entry · as of 4 August 2026/);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  for (const [what, answer] of [
    ['are not there', (_, response) => response.writeHead(404).end()],
    ['are damaged', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"lists":[')],
  ]) {
    test(`Where the page’s other lists ${what} newer ones can be brought in, and it is said what was not compared`, async () => {
      const own = await serveSmall({ '/other-lists.json': answer });
      const { page: tab, close } = await page(own.url);
      assert.equal((await check(tab, 'Coca-Cola')).total, 0);
      assert.equal(await stateOf(tab), 'incomplete');
      await bring(tab, files.csv);
      assert.match(await textOf(tab, '[data-finding=uncompared]'), /^Not compared: .*\nthe other lists\n/s);
      assert.match(await textOf(tab, '[data-finding=shrank]'), /Entity List: 1 entry instead of 6/);
      await press(tab, 'Use these lists');
      assert.match(await textOf(tab, '.review'), /2 warnings are open/);
      await take(tab);
      assert.match(await listed(tab), newLists);
      await press(tab, 'Go back to the lists that came with this page');
      await shown(tab, '.update .failure');
      assert.match(await listed(tab), newLists, 'which are more than those');
      await close();
      own.close();
    });
  }

  test('A file with the Entity List alone is taken where the page’s other lists are not there', async () => {
    const own = await serveSmall({ '/other-lists.json': (_, response) => response.writeHead(404).end() });
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.snapshot);
    assert.equal(await textOf(tab, '[data-finding=uncompared]'), '');
    await take(tab);
    assert.match(await textOf(tab, '.kept'), /In use since .*: the Entity List of 31 January 2026/);
    assert.match(await textOf(tab, '.notices'), /Not loaded, and so not searched: 5 lists/);
    await close();
    own.close();
  });

  test('A list that the server has replaced meanwhile is not compared with', async () => {
    let times = 0;
    const small = readProject('tests/fixtures/other-lists-small.json');
    const own = await serveSmall({
      '/other-lists.json': (_, response) => {
        times += 1;
        const body = times === 1 ? small : readProject('data/other-lists.json');
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      },
    });
    const { page: tab, close } = await page(own.url);
    await bring(tab, files.csv);
    assert.match(await textOf(tab, '[data-finding=uncompared]'), /\nthe other lists\n/);
    await close();
    own.close();
  });

  test('The date of a file is not guessed from the day on which it was written', async () => {
    const { page: tab, close } = await page();
    await choose(tab, undated);
    await shown(tab, '.dating');
    const value = () =>
      tab.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelector('#list-date').value);
    assert.equal(await value(), '');
    await press(tab, 'Check the file');
    assert.equal(await textOf(tab, '.review'), '');
    await close();
  });

  test('An element that goes while lists are taken leaves no worker and no channel behind, and changes nothing', async () => {
    const {
      page: tab,
      complaints,
      close,
    } = await page(server.url, {
      prepare: (each) =>
        each.evaluateOnNewDocument(() => {
          globalThis.open = { workers: 0, channels: 0 };
          const counted = (name, count, end) => {
            globalThis[name] = class extends globalThis[name] {
              #isOpen = true;
              constructor(...values) {
                super(...values);
                globalThis.open[count] += 1;
              }
              [end]() {
                if (this.#isOpen) globalThis.open[count] -= 1;
                this.#isOpen = false;
                super[end]();
              }
            };
          };
          counted('Worker', 'workers', 'terminate');
          counted('BroadcastChannel', 'channels', 'close');
        }),
    });
    const open = () => tab.evaluate(() => globalThis.open);
    await gone(tab, '.stage > *');
    assert.deepEqual(await open(), { workers: 1, channels: 1 });
    await bring(tab, files.csv);
    await tab.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      for (const box of element.shadowRoot.querySelectorAll('.tick input')) box.click();
      const buttons = [...element.shadowRoot.querySelectorAll('.update button')];
      buttons.find((button) => button.textContent === 'Use these lists').click();
      globalThis.taken = element;
      const parent = element.parentNode;
      element.remove();
      // While lists are taken no other file can be chosen.
      const field = element.shadowRoot.querySelector('#list-file');
      if (!field.disabled) throw new Error('nothing was being taken');
      while (field.disabled) await new Promise((resolve) => setTimeout(resolve, 10));
      globalThis.parent = parent;
    });
    assert.deepEqual(await open(), { workers: 0, channels: 0 });
    await tab.evaluate(() => globalThis.parent.append(globalThis.taken));
    await allSettled(tab);
    assert.match(await listed(tab), smallLists);
    assert.deepEqual(await open(), { workers: 1, channels: 1 });
    assert.deepEqual(await kept(tab), { current: null, previous: null });
    await bring(tab, files.csv);
    await take(tab);
    assert.match(await listed(tab), newLists);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('A change that took too long is not made afterwards', async () => {
    const { page: tab, complaints, close } = await page();
    const told = await tab.evaluate(async () => {
      const { ListStore } = await import('/entity-lookup-update.js');
      const store = new ListStore({ limitsMs: { readwrite: 300 } });
      const part = { bytes: new Uint8Array(3), asOf: '2026-08-04', takenAt: '2026-08-05T00:00:00Z', fileName: 'a.csv' };
      // Another connection has the storage in its hands, as another tab may.
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open('entity-lookup-lists', 1);
        opening.onsuccess = () => resolve(opening.result);
      });
      const holding = database.transaction('kept', 'readwrite');
      const objects = holding.objectStore('kept');
      let isHeld = true;
      const hold = () => {
        if (isHeld) objects.get('lists').onsuccess = hold;
      };
      hold();
      const code = await store.use({ others: part }).then(
        () => 'kept',
        (error) => error.code,
      );
      const letGo = new Promise((resolve) => {
        holding.oncomplete = resolve;
      });
      isHeld = false;
      await letGo;
      // Whatever was to be written meanwhile is written before a later change of another connection ends.
      await new Promise((resolve) => {
        const after = database.transaction('kept', 'readwrite');
        after.oncomplete = resolve;
        after.objectStore('kept').get('lists');
      });
      const first = await store.kept();
      const second = await store.use({ others: part });
      const third = await store.use({ others: part, entityList: part });
      const fourth = await store.use({ others: part, entityList: part });
      await store.forget();
      return { code, first, second, third, fourth, last: await store.kept() };
    });
    const nothing = { current: {}, previous: {} };
    assert.equal(told.code, 'storage_refused');
    assert.deepEqual([told.first, told.last], [nothing, nothing]);
    assert.deepEqual(told.second.previous, {});
    assert.deepEqual(Object.keys(told.third.previous), ['others']);
    assert.deepEqual(told.fourth, told.third, 'the same lists are no change');
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('The core and the Entity List are loaded while the browser is asked for lists that it keeps', async () => {
    const own = await serveSmall();
    const context = await get().createBrowserContext();
    const { page: tab } = await openPage(context, own.url, {
      prepare: (each) =>
        each.evaluateOnNewDocument(() => {
          const open = IDBFactory.prototype.open;
          globalThis.asked = 0;
          globalThis.answer = () => {};
          IDBFactory.prototype.open = function (...values) {
            const late = new EventTarget();
            globalThis.asked += 1;
            globalThis.answer = () => {
              const request = open.apply(this, values);
              for (const type of ['upgradeneeded', 'success', 'error']) {
                request.addEventListener(type, () => {
                  late.result = request.result;
                  late.dispatchEvent(new Event(type));
                });
              }
            };
            return late;
          };
        }),
    });
    await tab.waitForFunction(() => globalThis.asked > 0);
    for (let i = 0; i < 500 && !own.requests.includes('/entity-list.json'); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.ok(own.requests.includes('/entity-list.json'));
    assert.equal(await tab.evaluate(() => document.querySelector('entity-lookup').state), 'loading');
    await tab.evaluate(() => globalThis.answer());
    await allSettled(tab);
    assert.equal(await tab.evaluate(() => globalThis.asked), 1, 'once for all');
    await context.close();
    own.close();
  });
});
