// The element as a program uses it: methods, properties, events, and what comes and goes in the middle.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allIn, allOpen, openCounting, serveWith, workersOf } from './element-page.js';
import { browserSays, held, real, send, small } from './lists-page.js';
import { inEachBrowser, readProject, textOf } from './setup.js';
import { openPanel } from './update-page.js';

const one = '<entity-lookup></entity-lookup>';
const smallList = readProject('tests/fixtures/entity-list-small.json');

let server;
before(async () => {
  server = await serveWith({ '/one.html': one }, { '/small.json': send(smallList), '/others.json': send(small) });
});
after(() => server.close());

inEachBrowser((_name, get) => {
  /** A page with one element, all its lists open. */
  async function open(url = server.url) {
    const opened = await openCounting(get(), `${url}one.html`);
    await allOpen(opened.page);
    return opened;
  }

  test('`check()` resolves with the answer that is shown, and with null where there is none', async () => {
    const { page, complaints } = await open();
    const outcomes = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      const answer = await element.check();
      const isShown = answer === element.answer;
      element.value = '';
      const refused = await element.check();
      element.value = 'Hikvision';
      const overtaken = element.check();
      element.value = 'Huawei';
      return { found: answer.total > 0, isShown, refused, overtaken: await overtaken };
    });
    assert.deepEqual(outcomes, { found: true, isShown: true, refused: null, overtaken: null });
    assert.deepEqual(await page.evaluate(() => globalThis.codes), ['name_missing']);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('`check()` waits for lists that still load: its answer is of all of them', async () => {
    const { hold, release } = held(send(real));
    const slow = await serveWith({ '/one.html': one }, { '/other-lists.json': hold });
    const { page, complaints } = await openCounting(get(), `${slow.url}one.html`);
    const checking = page.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Coca-Cola';
      return element.check().then((answer) => answer.lists.length);
    });
    await allIn(page, 'incomplete');
    await release();
    assert.equal(await checking, 12);
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });

  test('`engine` is null until it is open, and answers what the element would', async () => {
    const { hold, release } = held(send(readProject('build/site/entity-list.json')));
    const slow = await serveWith({ '/one.html': one }, { '/entity-list.json': hold });
    const { page, complaints } = await openCounting(get(), `${slow.url}one.html`);
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').engine), null);
    await release();
    await allOpen(page);
    const total = await page.evaluate(async () => {
      const { total } = await document.querySelector('entity-lookup').engine.check({ name: 'Megvii' });
      return total;
    });
    assert.ok(total > 0);
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });

  test('`screen()` answers many names in their order, a wrong one in its place, and shows nothing of it', async () => {
    const { page, complaints } = await open();
    const outcome = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Coca-Cola';
      await element.check();
      const shown = element.shadowRoot.querySelector('.results').textContent;
      const progress = [];
      const answers = await element.screen(['Megvii', '—', { name: 'Hikvision', max_matches: 1 }, 'Coca-Cola'], {
        onProgress: ({ done, total }) => progress.push([done, total]),
      });
      return {
        answers: answers.map(({ query, error, matches, lists }) => [
          query.name,
          error ? error.code : matches.length > 0,
          error ? error.concernsQuestion : lists.length,
        ]),
        progress,
        isSame: shown === element.shadowRoot.querySelector('.results').textContent && element.value === 'Coca-Cola',
      };
    });
    assert.deepEqual(outcome.answers, [
      ['Megvii', true, 12],
      ['—', 'name_without_letters', true],
      ['Hikvision', true, 12],
      ['Coca-Cola', false, 12],
    ]);
    assert.deepEqual(
      outcome.progress,
      [1, 2, 3, 4].map((done) => [done, 4]),
    );
    assert.equal(outcome.isSame, true);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('`screen()` gives no part for the whole: given up, or without the other lists, it rejects', async () => {
    const { page, complaints } = await open();
    const aborted = await page.evaluate(async () => {
      const giveUp = new AbortController();
      const names = Array.from({ length: 500 }, (_, index) => `Name ${index}`);
      return document
        .querySelector('entity-lookup')
        .screen(names, { signal: giveUp.signal, onProgress: ({ done }) => done === 3 && giveUp.abort() })
        .then(
          () => 'answered',
          ({ code }) => code,
        );
    });
    assert.equal(aborted, 'aborted');
    assert.deepEqual(await complaints(), []);
    await page.close();

    const lacking = await serveWith(
      { '/one.html': one },
      { '/other-lists.json': (_, response) => response.writeHead(404).end() },
    );
    const { page: tab, complaints: said } = await open(lacking.url);
    const code = await tab.evaluate(() =>
      document
        .querySelector('entity-lookup')
        .screen(['Megvii'])
        .then(
          () => 'answered',
          (error) => error.code,
        ),
    );
    assert.equal(code, 'snapshot_unreachable');
    assert.deepEqual(await said(browserSays), []);
    await tab.close();
    lacking.close();
  });

  test('`loadList()` searches a list of one’s own, from an address or from bytes; addresses go before it again', async () => {
    const { page, complaints } = await open();
    const lists = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      const told = [];
      const tell = () => told.push(element.engine.lists.map(({ code, entry_count: count }) => `${code} ${count}`));
      await element.loadList('small.json');
      tell();
      const bytes = new Uint8Array(await (await fetch('small.json')).arrayBuffer());
      element.othersSrc = 'others.json';
      await element.loadList(bytes, { asOf: '2026-01-31' });
      await element.engine.othersSettled;
      tell();
      element.removeAttribute('others-src');
      return told;
    });
    const entries = JSON.parse(smallList).entries.length;
    assert.deepEqual(lists[0], [`EL ${entries}`]);
    assert.equal(lists[1][0], `EL ${entries}`);
    assert.equal(lists[1].length, 6);
    await allOpen(page);
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').engine.lists.length), 12);
    assert.equal(await workersOf(page), 1);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A list that `loadList()` cannot open leaves the one in use in its place, with the code of why', async () => {
    const { page, complaints } = await open();
    const { codes, total, workers } = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      await element.check();
      const tries = [
        () => element.loadList('none.json'),
        () => element.loadList(new TextEncoder().encode('{"entries": [')),
        () => element.loadList(new Uint8Array()),
        () => element.loadList(''),
        () => element.loadList('small.json', { asOf: '2026-06-01' }),
        () => element.loadList('small.json', { asOf: 'bogus' }),
        () => element.loadList('small.json', { signal: AbortSignal.abort() }),
      ];
      const codes = [];
      for (const load of tries) {
        codes.push(
          await load().then(
            () => 'taken',
            ({ code }) => code,
          ),
        );
      }
      return { codes, total: element.answer.total, workers: globalThis.workers.size };
    });
    assert.deepEqual(codes, [
      ...['snapshot_unreachable', 'snapshot_truncated', 'snapshot_empty', 'snapshot_unreachable'],
      ...['list_older', 'date_invalid', 'aborted'],
    ]);
    assert.ok(total > 0);
    assert.equal(workers, 1);
    assert.deepEqual(await page.evaluate(() => globalThis.codes), []);
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
  });

  test('Of two lists that are loaded at once the later call counts', async () => {
    const { hold, release } = held(send(smallList));
    const slow = await serveWith({ '/one.html': one }, { '/slow.json': hold, '/small.json': send(smallList) });
    const { page, complaints } = await openCounting(get(), `${slow.url}one.html`);
    await allOpen(page);
    const racing = page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      const first = element.loadList('slow.json').then(
        () => 'taken',
        ({ code }) => code,
      );
      await element.loadList('small.json');
      const { engine } = element;
      globalThis.racing = first.then((code) => [code, engine === element.engine]);
    });
    await racing;
    await release();
    assert.deepEqual(await page.evaluate(() => globalThis.racing), ['aborted', true]);
    assert.equal(await workersOf(page), 1);
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });

  test('An element that is taken out and put back while it loads answers what was typed, with one worker', async () => {
    const answer = send(readProject('build/site/entity-list.json'));
    const waiting = [];
    let isReleased = false;
    const slow = await serveWith(
      { '/one.html': one },
      { '/entity-list.json': (...asked) => (isReleased ? answer(...asked) : waiting.push(asked)) },
    );
    const { page, complaints } = await openCounting(get(), `${slow.url}one.html`);
    await page.waitForFunction(() => globalThis.workers.size === 1);
    await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      // At once, which is a move …
      element.remove();
      document.body.append(element);
      // … and after a while, which ends what was begun.
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      globalThis.between = globalThis.workers.size;
      document.body.append(element);
    });
    isReleased = true;
    for (const asked of waiting) answer(...asked);
    await allIn(page, 'matches');
    assert.equal(await page.evaluate(() => globalThis.between), 0);
    assert.equal(await workersOf(page), 1);
    assert.deepEqual(await page.evaluate(() => globalThis.codes), []);
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });

  test('A thousand keystrokes at once: the last one is answered, and hardly any other is asked', async () => {
    const { page, complaints } = await open();
    const asked = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      let count = 0;
      const { engine } = element;
      const check = engine.check.bind(engine);
      engine.check = (...values) => {
        count += 1;
        return check(...values);
      };
      const field = element.shadowRoot.querySelector('#name');
      const answered = new Promise((resolve) => {
        element.addEventListener('lookup-result', ({ answer }) => {
          if (answer.query.name === 'Megvii') resolve();
        });
      });
      for (let index = 0; index < 1000; index += 1) {
        field.value = index === 999 ? 'Megvii' : `Megvii ${index}`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        if (index % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      await answered;
      return { count, state: element.state, name: element.answer.query.name };
    });
    assert.ok(asked.count < 50, `${asked.count} questions`);
    assert.deepEqual([asked.state, asked.name], ['matches', 'Megvii']);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Where the part that brings in lists is missing, a sentence with a code says so, and the way on finds it', async () => {
    const gone = (_, response) => response.writeHead(404).end();
    const lacking = await serveWith({ '/one.html': one }, { '/entity-lookup-update.js': gone });
    const { page, complaints } = await open(lacking.url);
    await page.evaluate(() => {
      document.querySelector('entity-lookup').shadowRoot.querySelector('.update').open = true;
    });
    await page.waitForFunction(() => globalThis.codes.length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis.codes), ['import_unavailable']);
    assert.match(await textOf(page, '.update .failure'), /could not be loaded\. The lists in use are as they were/);
    assert.match(await textOf(page, '.update .detail'), /import_unavailable/);
    const total = await page.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      return element.check().then((answer) => answer.total);
    });
    assert.ok(total > 0, 'the search goes on');
    delete lacking.answers['/entity-lookup-update.js'];
    assert.equal(await textOf(page, '.update .failure button'), 'Load the page anew');
    await Promise.all([
      page.waitForNavigation(),
      page.evaluate(() =>
        document.querySelector('entity-lookup').shadowRoot.querySelector('.update .failure button').click(),
      ),
    ]);
    await openPanel(page);
    assert.deepEqual(await complaints(/Failed to load resource|404|MIME|dynamically imported|Loading module/), []);
    await page.close();
    lacking.close();
  });
});
