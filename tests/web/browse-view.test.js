import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { held } from './lists-page.js';
import { inEachBrowser, readProject, serve, settled, allSettled } from './setup.js';
import { allSeen, atHash, focused, follow, hashOf, inView, openAt, seen, untilSeen } from './shell-page.js';

const { entries } = JSON.parse(String(readProject('data/entity-list.json')));
const ofDay = (day) => entries.filter((entry) => entry.start_date === day);
const names = (page) => allSeen(page, '.entries tbody th a');
const found = (count) => (count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`);
const gone = (_request, response) => response.writeHead(404).end();
const never = () => {};

/** Sets a field as a user does. */
const set = (page, id, value) =>
  page.evaluate(
    (name, text) => {
      const field = document.getElementById(name);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    id,
    value,
  );

/** In the page: longer than it waits for the next key. What it has waiting was set before, and so comes before. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

/** The list, with the Entity List alone unless a test says otherwise. */
async function openList(browser, rest = '', options = {}) {
  const opened = await openAt(browser, server.url, `#list${rest}`, { alone: true, ...options });
  await settled(opened.page);
  await inView(opened.page, 'list');
  await opened.page.waitForSelector('.listed h2:not(:empty)');
  return opened;
}

inEachBrowser((_name, get) => {
  test('What was added on 2021-07-12 is one address, with its notices, and paper says what it shows', async () => {
    const day = ofDay('2021-07-12');
    const { page, complaints } = await openList(get(), '&from=2021-07-12&to=2021-07-12');
    assert.equal(await seen(page, '.listed h2'), found(day.length));
    assert.equal(await seen(page, '.listed .side'), 'in EL, as of 31 July 2026');
    assert.deepEqual(await allSeen(page, '.tag bdi'), ['listed on 12 July 2021']);
    assert.deepEqual(await allSeen(page, '.days [aria-current] .label bdi'), [
      '12 July 2021',
      '86 FR 36496, 86 FR 36499',
    ]);
    const rows = await allSeen(page, '.entries tbody tr');
    assert.equal(rows.length, day.length);
    for (const row of rows) assert.match(row, /EL\s+[\s\S]*12 July 2021\s+86 FR 3649/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Fields narrow the list and stand in the address, each a step back, and what is narrowed can be taken back', async () => {
    const { page, complaints } = await openList(get());
    assert.equal(await seen(page, '.listed h2'), found(entries.length));
    await set(page, 'browse-country', 'CN');
    await atHash(page, '#list&country=CN');
    const inChina = entries.filter(({ countries }) => countries?.includes('CN'));
    await untilSeen(page, '.listed h2', found(inChina.length));
    await set(page, 'browse-from', '2024-01-01');
    await set(page, 'browse-to', '2024-12-31');
    await atHash(page, '#list&country=CN&from=2024-01-01&to=2024-12-31');
    const of2024 = inChina.filter((entry) => entry.start_date?.startsWith('2024'));
    await untilSeen(page, '.listed h2', found(of2024.length));
    assert.deepEqual(await allSeen(page, '.tag bdi'), ['China (CN)', 'listed from 1 January 2024 to 31 December 2024']);
    await set(page, 'browse-notice', '89 fr 96836');
    const ofNotice = of2024.filter(({ citations }) => citations?.includes('89 FR 96836'));
    await untilSeen(page, '.listed h2', found(ofNotice.length));
    await page.goBack();
    await untilSeen(page, '.listed h2', found(of2024.length));
    assert.equal(await page.evaluate(() => document.getElementById('browse-notice').value), '');
    await follow(page, 'listed from');
    await untilSeen(page, '.listed h2', found(inChina.length));
    assert.equal(await focused(page), `h2 ${found(inChina.length)}`, 'what was followed is gone');
    await set(page, 'browse-policy', 'denial');
    await page.waitForFunction(() => document.querySelectorAll('.tag').length === 2);
    await follow(page, 'Show everything');
    await untilSeen(page, '.listed h2', found(entries.length));
    assert.equal(await hashOf(page), '#list');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Words are looked for while one types, without a step for each key, and what is left is told once', async () => {
    const { page, complaints } = await openList(get());
    const steps = await page.evaluate(() => history.length);
    await page.evaluate(() => {
      globalThis.told = [];
      const line = document.querySelector('[data-view=list] [role=status]');
      new MutationObserver(() => globalThis.told.push(line.textContent)).observe(line, { childList: true });
    });
    await page.type('#browse-text', 'raycus');
    await atHash(page, '#list&text=raycus');
    await page.waitForFunction(() => globalThis.told.at(-1)?.match(/^\d entr/));
    assert.ok((await names(page)).every((text) => /raycus/i.test(text)));
    assert.equal(await page.evaluate(() => history.length), steps + 1);
    assert.equal(await focused(page), 'input browse-text');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'raycus');
    assert.equal(await page.evaluate(() => globalThis.told.at(-1)), await seen(page, '.listed h2'));
    await set(page, 'browse-text', 'nobodyisnamedlikethis');
    await untilSeen(page, '.listed h2', '0 entries');
    assert.match(await seen(page, '.listed'), /No entry is like this/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Words of an input method are looked for once they are whole, and blanks and signs are no words', async () => {
    const { page, complaints } = await openList(get());
    await set(page, 'browse-text', ' ');
    await set(page, 'browse-text', ' (');
    await page.evaluate(pause);
    assert.equal(await hashOf(page), '#list');
    assert.equal(await seen(page, '.listed h2'), found(entries.length));
    await page.evaluate(() => {
      const field = document.getElementById('browse-text');
      field.value = ' (raycus ';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await page.evaluate(pause);
    assert.equal(await hashOf(page), '#list', 'not whole yet');
    await page.evaluate(() =>
      document.getElementById('browse-text').dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
    );
    await atHash(page, '#list&text=%28raycus');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Who leaves before the words are looked for is left alone, and finds the list as its address says', async () => {
    const { page, complaints } = await openList(get());
    await page.focus('#browse-text');
    await page.evaluate(() => {
      const field = document.getElementById('browse-text');
      field.value = 'raycus';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      location.hash = '#keys';
    });
    await inView(page, 'keys');
    await page.evaluate(pause);
    assert.equal(await hashOf(page), '#keys');
    await page.goBack();
    await inView(page, 'list');
    assert.equal(await hashOf(page), '#list');
    assert.equal(await page.evaluate(() => document.getElementById('browse-text').value), '');
    assert.equal(await seen(page, '.listed h2'), found(entries.length));
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('An address of a page behind the last leads to the last', async () => {
    const last = Math.ceil(entries.length / 50);
    for (const asked of ['999', '9007199254740991']) {
      const { page, complaints } = await openList(get(), `&page=${asked}`);
      await atHash(page, `#list&page=${last}`);
      await page.waitForSelector('.entries');
      assert.equal((await names(page)).length, entries.length - (last - 1) * 50);
      assert.match(await seen(page, '.paging'), new RegExp(`Page ${last} of ${last}$`));
      assert.deepEqual(await complaints(), []);
      await page.close();
    }
    const { page, complaints } = await openList(get(), '&text=nobodyisnamedlikethis&page=2');
    await atHash(page, '#list&text=nobodyisnamedlikethis');
    assert.match(await seen(page, '.listed'), /No entry is like this/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Who goes from an entry to another and back before that is read finds the first again', async () => {
    const [first, second] = entries.map(({ id }) => `#entry=EL/${id}`);
    const { page, complaints } = await openAt(get(), server.url, first, { alone: true });
    await page.waitForSelector('.entry .ways');
    const heading = await seen(page, '[data-view=entry] h1');
    await page.evaluate(
      async (there, back) => {
        for (const hash of [there, back]) {
          location.hash = hash;
          await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        }
      },
      second,
      first,
    );
    await untilSeen(page, '[data-view=entry] h1', heading);
    await page.waitForSelector('.entry .ways');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The list is sorted by name or date, turned in pages, and says which it is', async () => {
    const { page, complaints } = await openList(get(), '&country=RU');
    const all = entries.filter(({ countries }) => countries?.includes('RU')).length;
    const last = Math.ceil(all / 50);
    assert.equal(await seen(page, '[aria-sort]'), 'Name');
    assert.match(await seen(page, '.paging'), new RegExp(`^Page 1 of ${last}\\s+Next\\s+Last$`));
    const first = await names(page);
    await follow(page, 'Next');
    await page.waitForFunction(
      (text) => document.querySelector('.entries tbody th a').innerText !== text,
      {},
      first[0],
    );
    assert.equal(await hashOf(page), '#list&country=RU&page=2');
    assert.match(await focused(page), /^h2 /);
    assert.equal((await names(page)).filter((text) => first.includes(text)).length, 0);
    await follow(page, 'Listed since');
    await atHash(page, '#list&country=RU&order=newest');
    await page.waitForFunction(() => document.querySelector('[aria-sort=descending]'));
    assert.equal(await focused(page), 'a since');
    const days = await page.evaluate(() =>
      [...document.querySelectorAll('.entries time')].map((time) => time.dateTime),
    );
    assert.deepEqual(days, [...days].sort().reverse());
    await follow(page, 'Listed since');
    await page.waitForFunction(() => document.querySelector('[aria-sort=ascending]')?.innerText === 'Listed since');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('While other lists load, or where they cannot be, the list says that it lacks them', async () => {
    const coming = await serve({ answers: { '/other-lists.json': never } });
    const failed = await serve({ answers: { '/other-lists.json': gone } });
    for (const [own, notice] of [
      [coming, /^More lists are still loading/],
      [failed, /^Not loaded, and so not searched: 11 lists \(DPL, /],
    ]) {
      const { page, complaints } = await openAt(get(), own.url, '#lists');
      await settled(page);
      await page.waitForSelector('[data-view=lists] .notice');
      assert.match(await seen(page, '[data-view=lists] .notice'), notice);
      assert.deepEqual(await complaints(/Failed to load resource/), []);
      await page.close();
      own.close();
    }
  });

  test('Where no list can be opened, no view looks like an empty list', async () => {
    const broken = await serve({ answers: { '/lookup.wasm': gone } });
    for (const view of ['list', 'lists', 'score', 'entry=EL/1']) {
      const { page, complaints } = await openAt(get(), broken.url, `#${view}`);
      await page.waitForSelector('.view:not([hidden]) .notice');
      assert.match(await seen(page, '.view:not([hidden]) .notice'), /^The lists could not be opened/);
      assert.equal(await seen(page, '.browsed'), '');
      assert.deepEqual(await complaints(/Failed to load resource/), []);
      await page.close();
    }
    broken.close();
  });

  test('A day that is none, a list that is not open and an entry that is not there are told, each with its code', async () => {
    for (const [hash, code] of [
      ['#list&from=yesterday', 'date_invalid'],
      ['#list&lists=XX', 'list_unknown'],
      ['#entry=EL/0', 'entry_unknown'],
    ]) {
      const { page, complaints } = await openAt(get(), server.url, hash, { alone: true });
      await page.waitForSelector('.notice[data-code]');
      assert.equal(await page.evaluate(() => document.querySelector('.notice[data-code]').dataset.code), code);
      assert.equal(await seen(page, '.browsed'), '', 'nothing of another list stays');
      assert.deepEqual(await complaints(), []);
      await page.close();
    }
  });

  test('A word that is typed anew is a step to go back from, and the way back takes the word along', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#list');
    await allSettled(page);
    await page.waitForSelector('.entries');
    const narrow = async (words) => {
      await page.$eval('#browse-text', (field) => field.select());
      await page.keyboard.type(`${words}\n`, { delay: 20 });
      await page.waitForFunction((hash) => location.hash === hash, {}, `#list&text=${words}`);
    };
    await narrow('turk');
    await narrow('huawei');
    await page.focus('#browse-text');
    await page.goBack();
    const holds = (hash, words) =>
      page.waitForFunction(
        (wanted, text) => location.hash === wanted && document.querySelector('#browse-text').value === text,
        {},
        hash,
        words,
      );
    await holds('#list&text=turk', 'turk');
    await page.goBack();
    await holds('#list', '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A link to a list that still loads says so, and shows it when it has come', async () => {
    for (const [hash, ready] of [
      ['#list&lists=SDN&country=RU', '.entries'],
      ['#entry=SDN/9936', '.below'],
    ]) {
      const { hold, release } = held((_request, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(readProject('data/other-lists.json')),
      );
      const slow = await serve({ answers: { '/other-lists.json': hold } });
      const { page, complaints } = await openAt(get(), slow.url, hash);
      await page.waitForSelector('.view:not([hidden]) .notice');
      assert.equal(await page.$('.view:not([hidden]) .stale'), null);
      await release();
      await page.waitForSelector(ready, { timeout: 30_000 });
      assert.deepEqual(await complaints(), []);
      await page.close();
      slow.close();
    }
  });

  test('All lists are there to choose from, and those that are ticked narrow the list', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#list');
    await allSettled(page);
    await page.waitForFunction(() => document.querySelectorAll('.chip').length === 12);
    await untilSeen(page, '.listed h2', '25,921 entries');
    await page.focus('#browse-list-UVL');
    await page.keyboard.press(' ');
    await atHash(page, '#list&lists=UVL');
    await untilSeen(page, '.listed h2', '222 entries');
    assert.match(await focused(page), /^input browse-list-UVL/);
    await page.click('#browse-list-MEU');
    await atHash(page, '#list&lists=UVL,MEU');
    await untilSeen(page, '.listed h2', '292 entries');
    assert.deepEqual(await allSeen(page, '.tag bdi'), ['Unverified List (UVL)', 'Military End User List (MEU)']);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });
});
