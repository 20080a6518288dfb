// Several elements on one page: one engine and one worker for all that ask for the same lists.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allIn, allOpen, openCounting, pageWith, serveWith, workersOf } from './element-page.js';
import { inEachBrowser, readProject } from './setup.js';
import { bring, files, listed, serveSmall, shown, take } from './update-page.js';

const three = '<entity-lookup></entity-lookup>'.repeat(3);
const mixed = `<entity-lookup></entity-lookup><entity-lookup others-src=""></entity-lookup>`;

let server;
before(async () => {
  server = await serveWith({ '/three.html': three, '/mixed.html': mixed });
});
after(() => server.close());

const engines = (page) =>
  page.evaluate(() => new Set([...document.querySelectorAll('entity-lookup')].map(({ engine }) => engine)).size);

inEachBrowser((_name, get) => {
  test('Three elements load every file once, share one worker, and each answers its own question', async () => {
    server.requests.length = 0;
    const { page, complaints } = await openCounting(get(), `${server.url}three.html`);
    await allOpen(page);
    assert.equal(await workersOf(page), 1);
    assert.equal(await engines(page), 1);
    for (const file of ['/lookup.wasm', '/entity-list.json', '/other-lists.json'])
      assert.equal(server.requests.filter((path) => path === file).length, 1, file);
    const found = await page.evaluate(() =>
      Promise.all(
        ['Megvii', 'Coca-Cola', 'Hikvision'].map(async (name, index) => {
          const element = document.querySelectorAll('entity-lookup')[index];
          element.value = name;
          const { query, total } = await element.check();
          return [query.name, total > 0, element.state];
        }),
      ),
    );
    assert.deepEqual(found, [
      ['Megvii', true, 'matches'],
      ['Coca-Cola', false, 'no-match'],
      ['Hikvision', true, 'matches'],
    ]);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Other lists are other engines', async () => {
    const { page, complaints } = await openCounting(get(), `${server.url}mixed.html`);
    await allOpen(page);
    assert.deepEqual([await engines(page), await workersOf(page)], [2, 2]);
    const lists = await page.evaluate(() =>
      [...document.querySelectorAll('entity-lookup')].map(({ engine }) => engine.lists.length),
    );
    assert.deepEqual(lists, [12, 1]);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The last element to leave ends the worker, and the first to come back starts another', async () => {
    const { page, complaints } = await openCounting(get(), `${server.url}three.html`);
    await allOpen(page);
    const remove = () => page.evaluate(() => document.querySelector('entity-lookup').remove());
    await remove();
    await remove();
    assert.equal(await workersOf(page), 1);
    const total = await page.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      return element.check().then((answer) => answer.total);
    });
    assert.ok(total > 0, 'the one that is left goes on');
    await page.evaluate(() => {
      globalThis.last = document.querySelector('entity-lookup');
    });
    await remove();
    assert.equal(await workersOf(page), 0);
    assert.equal(await page.evaluate(() => globalThis.last.engine), null);
    await page.evaluate(() => document.body.append(globalThis.last));
    await allIn(page, 'matches');
    assert.equal(await workersOf(page), 1);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A worker that dies under several elements: the one that asked says so, and all go on with another', async () => {
    const script = String(readProject('build/site/lookup-worker.js'));
    const dying = `addEventListener('message', (event) => {
      if (event.data.request?.name !== 'die') return;
      event.stopImmediatePropagation();
      setTimeout(() => { throw new Error('the worker dies'); });
    });
    ${script}`;
    const own = await serveWith(
      { '/three.html': three },
      {
        '/lookup-worker.js': (_, response) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(dying),
      },
    );
    const { page, complaints } = await openCounting(get(), `${own.url}three.html`);
    await allOpen(page);
    const outcome = await page.evaluate(async () => {
      const [first, second, third] = document.querySelectorAll('entity-lookup');
      second.value = 'Megvii';
      await second.check();
      first.value = 'die';
      const answer = await first.check();
      // The third asks the engine that is gone.
      third.value = 'Hikvision';
      const { total } = await third.check();
      return { answer, states: [first.state, second.state, third.state], total: total > 0 };
    });
    assert.equal(outcome.answer, null);
    assert.deepEqual(await page.evaluate(() => globalThis.codes), ['worker_failed']);
    assert.deepEqual([outcome.total, outcome.states[0]], [true, 'error'], 'what broke it is not asked again');
    const asked = await page.evaluate(async () => {
      const first = document.querySelector('entity-lookup');
      first.value = 'Huawei';
      return (await first.check()).total;
    });
    assert.ok(asked > 0);
    await page.waitForFunction(
      () => new Set([...document.querySelectorAll('entity-lookup')].map(({ engine }) => engine)).size === 1,
    );
    assert.equal(await workersOf(page), 1);
    assert.deepEqual(await complaints(/the worker dies/), []);
    await page.close();
    own.close();
  });

  test('Lists that one element brings in are searched by all, and each says so', async () => {
    const own = await serveSmall({ '/two.html': pageWith('<entity-lookup></entity-lookup>'.repeat(2)) });
    const context = await get().createBrowserContext();
    const { page, complaints } = await openCounting(context, `${own.url}two.html`);
    await allOpen(page);
    await bring(page, files.csv);
    await take(page);
    const told = await page.evaluate(() =>
      [...document.querySelectorAll('entity-lookup')].map(
        ({ shadowRoot }) => shadowRoot.querySelector('.open-lists summary').textContent,
      ),
    );
    assert.equal(told[0], told[1]);
    assert.match(told[1], /6 lists · 9 entries · as of 4 August 2026/);
    assert.equal(await workersOf(page), 1);
    const found = await page.evaluate(async () => {
      const second = document.querySelectorAll('entity-lookup')[1];
      second.value = 'Zimtstern Optics';
      return (await second.check()).matches[0].name;
    });
    assert.equal(found, 'Zimtstern Optics');
    await page.reload();
    await allOpen(page);
    assert.match(await listed(page), /9 entries · as of 4 August 2026/);
    assert.equal(await workersOf(page), 1);
    // What one forgets, the panel of the other does not offer any more.
    await page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll('entity-lookup'))
        shadowRoot.querySelector('.update').open = true;
    });
    await shown(page, '.kept button');
    await page.waitForFunction(() =>
      document.querySelectorAll('entity-lookup')[1].shadowRoot.querySelector('.kept button'),
    );
    await page.evaluate(() => {
      const buttons = document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.kept button');
      [...buttons].find((button) => button.textContent.startsWith('Forget')).click();
    });
    await page.waitForFunction(
      () => !document.querySelectorAll('entity-lookup')[1].shadowRoot.querySelector('.kept button'),
    );
    assert.deepEqual(await complaints(), []);
    await context.close();
    own.close();
  });
});
