// More lists than one, as the page loads them: coming, failing, of several dates, and what is said of each.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withMemoryLimit } from './limited-memory.js';
import { answered, browserSays, codes, gone, held, inside, known, openSmall, real, send, small } from './lists-page.js';
import {
  allSettled,
  check,
  inEachBrowser,
  inState,
  openPage,
  press,
  readProject,
  serve,
  settled,
  singleFile,
  textOf,
} from './setup.js';

/** The program with memory enough for the Entity List and for no more. */
const tight = withMemoryLimit(readProject('build/site/lookup.wasm'), 40);

let server;
before(async () => {
  server = await serve({ answers: { '/small.json': send(small) } });
});
after(() => server.close());

inEachBrowser((name, get) => {
  test('All lists come after the Entity List, which is asked meanwhile; then the answer is completed', async () => {
    const { hold, release } = held(send(real));
    const slow = await serve({ answers: { '/other-lists.json': hold } });
    const { page, complaints } = await openPage(get(), slow.url);
    assert.equal(await settled(page), 'ready');
    const early = await check(page, 'Huawei Technologies');
    assert.deepEqual(
      early.lists.map(({ code }) => code),
      ['EL'],
    );
    assert.match(await textOf(page, '.open-lists > summary'), /^Entity List \(EL\) .* · loading 11 more lists …$/);
    assert.match(await textOf(page, 'h2'), / so far$/);
    assert.match(await textOf(page, '.results .notice'), /^Not searched yet: 11 lists \(DPL, UVL, .*, ISN\)\./);
    assert.match(await textOf(page, '.record'), /ISN\): still loading/);
    await release();
    await allSettled(page);
    await answered(page, 12);
    assert.match(
      await textOf(page, '.open-lists > summary'),
      /^12 lists · 25,921 entries · as of 31 July 2026 · 5 days old$/,
    );
    assert.match(await textOf(page, 'h2'), /^\d+ possible matches at or above 70$/);
    assert.equal(await textOf(page, '.results .notice'), '');
    assert.match(
      await textOf(page, '.scope'),
      /in 12 lists \(EL, DPL, UVL, .*, ISN; 25,921 entries\), as of 31 July 2026$/,
    );
    const record = await inside(page, (root) => root.querySelector('.record').textContent);
    for (const { title, code, entry_count } of known) {
      const count = entry_count === 1 ? '1 entry' : `${entry_count.toLocaleString('en')} entries`;
      assert.ok(record.includes(`${title} (${code}), as of 31 July 2026, ${count}`), code);
    }
    const hashes = ['entity-list', 'other-lists'].map(
      (file) => JSON.parse(String(readProject(`data/${file}.json`))).sha256,
    );
    for (const hash of hashes) assert.ok(record.includes(hash));
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });

  test('The single file has all lists in it', async () => {
    const { page, elsewhere, complaints } = await openPage(get(), singleFile);
    await allSettled(page);
    const { lists } = await check(page, 'Huawei Technologies');
    assert.deepEqual(
      lists.map(({ code }) => code),
      ['EL', ...codes],
    );
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Without a worker the page loads them itself', async () => {
    const alone = await serve({ answers: { '/lookup-worker.js': gone, '/other-lists.json': send(real) } });
    const { page, complaints } = await openPage(get(), alone.url);
    assert.ok((await settled(page)) === 'ready');
    await allSettled(page);
    assert.equal((await check(page, 'Huawei Technologies')).lists.length, 12);
    assert.deepEqual(await complaints(/Failed to load resource|status of 404|worker|MIME/i), []);
    await page.close();
    alone.close();
  });

  test('Each list is told with its entries, date, age, meaning, law and own page', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await allSettled(page);
    const items = await inside(page, (root) =>
      [...root.querySelectorAll('.each > li')].map((item) => ({
        code: item.dataset.code,
        text: item.textContent,
        links: [...item.querySelectorAll('a')].map(({ href, target, rel }) => `${href} ${target} ${rel}`),
      })),
    );
    assert.deepEqual(
      items.map(({ code }) => code),
      ['EL', ...codes],
    );
    for (const { text, links } of items) {
      assert.match(text, /entr(y|ies) · as of 31 July 2026 · 5 days old/);
      assert.match(text, /Law: .* Kept by: /);
      assert.equal(links.length, 2);
      for (const link of links) assert.match(link, /^https:\/\/\S+ _blank noopener noreferrer$/);
    }
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  for (const [what, faults, code, says = /[A-Z]/] of [
    ['are not there', { '/other-lists.json': gone }, 'snapshot_unreachable'],
    ['are cut short', { '/other-lists.json': send(real.subarray(0, 100_000)) }, 'snapshot_truncated'],
    ['are of another build', { '/other-lists.json': send(small) }, 'build_mixed'],
    [
      'want more memory than there is',
      { '/lookup.wasm': send(tight, 'application/wasm') },
      'core_failed',
      /stopped while it opened them.*no more memory/,
    ],
  ]) {
    test(`Lists that ${what} are said not to be searched, next to every answer, and it is no “no match” for them`, async () => {
      const answers = { ...faults };
      const failing = await serve({ answers });
      const { page, complaints } = await openPage(get(), failing.url);
      await allSettled(page);
      assert.match(await textOf(page, '.notices'), /^Not loaded, and so not searched: 11 lists \(DPL, .*ISN\)\. [A-Z]/);
      assert.match(await textOf(page, '.notices'), says);
      for (const asked of ['Coca-Cola', 'Megvii']) {
        await check(page, asked);
        assert.match(await textOf(page, 'h2'), /but not all lists were searched$/);
        assert.equal(await textOf(page, '.failure'), '', 'the Entity List is searched as before');
        assert.match(
          await textOf(page, '.results .missing'),
          /^NOT searched: 11 lists \(DPL, UVL, .*it is not “no match” for them\./,
        );
        assert.equal(await inside(page, (root) => root.querySelector('.results .missing').dataset.code), code);
        assert.match(await textOf(page, '.record'), /Lists not searched.*ISN\): could not be loaded/s);
        assert.match(await textOf(page, '[role=status]'), /but not all lists were searched/);
      }
      assert.deepEqual(
        await inside(page, (root) => [...root.querySelectorAll('.missing button')].map((button) => button.textContent)),
        Array(2).fill(code === 'build_mixed' ? 'Load the page anew' : 'Load them again'),
      );
      if (code === 'core_failed') {
        await press(page, 'Load them again');
        await inState(page, 'matches');
        await allSettled(page);
        assert.match(await textOf(page, '.notices'), says, 'there still is no more memory');
        assert.ok((await check(page, 'Megvii')).total > 0);
      } else if (code !== 'build_mixed') {
        delete answers['/other-lists.json'];
        await press(page, 'Load them again');
        await answered(page, 12);
        assert.equal(await textOf(page, '.notices'), '');
        assert.equal(await textOf(page, '.results .missing'), '');
        const focused = await inside(page, (root) => root.activeElement?.id);
        assert.equal(focused, 'name', 'the pressed button went, and the field is where one goes on');
      }
      assert.deepEqual(await complaints(browserSays), []);
      await page.close();
      failing.close();
    });
  }

  test('A list of one’s own comes without others unless they are named, and the lists shown say so', async () => {
    const own = await serve({
      answers: { '/own.json': send(readProject('data/entity-list.json')), '/small.json': send(small) },
    });
    const { page, complaints } = await openPage(get(), own.url);
    await settled(page);
    const summaryAfter = async (act) => {
      await page.evaluate(act);
      await allSettled(page);
      return textOf(page, '.open-lists > summary');
    };
    assert.match(
      await summaryAfter(() => {
        document.querySelector('entity-lookup').snapshotSrc = 'own.json';
      }),
      /^Entity List \(EL\) · 3,420 entries/,
    );
    assert.match(
      await summaryAfter(() => {
        document.querySelector('entity-lookup').othersSrc = 'small.json';
      }),
      /^6 lists · 3,428 entries · as of 31 January 2026 to 31 July 2026$/,
    );
    assert.match(
      await summaryAfter(() => {
        document.querySelector('entity-lookup').othersSrc = '';
      }),
      /^Entity List \(EL\)/,
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
    own.close();
  });

  test('Lists of several dates: the notice names those that are too old', async () => {
    const { page, complaints } = await openSmall(get(), server.url);
    assert.match(
      await textOf(page, '.notices'),
      /^Warning: some lists \(DPL, MEU, SDN, CAP, ISN\) are 186 days old\. Parties added since 31 January 2026/,
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  if (name === 'chromium') {
    test('A thousand questions at once are each in time, whatever is before them', async () => {
      const { page, complaints } = await openPage(get(), server.url, { alone: true });
      await settled(page);
      const answered = await page.evaluate(async () => {
        const { openEngine } = await import('/entity-lookup.js');
        const engine = await openEngine({
          wasm: 'lookup.wasm',
          snapshot: 'entity-list.json',
          workerUrl: 'lookup-worker.js',
          checkLimitMs: 150,
        });
        const names = Array.from({ length: 1000 }, (_, index) => `Beijing Technology Institute ${index}`);
        const answers = await Promise.all(names.map((name) => engine.check({ name })));
        engine.close();
        return answers.every(({ query }, index) => query.name === names[index]);
      });
      assert.equal(answered, true);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });

    test('A check asked while the core opens them waits for it, and is not out of time for that', async () => {
      const { page, complaints } = await openPage(get(), server.url, { alone: true });
      await settled(page);
      const lists = await page.evaluate(async (checkLimitMs) => {
        // A core that takes its time to open them: what it is asked after that waits.
        const post = Worker.prototype.postMessage;
        const opening = new Promise((resolve) => {
          Worker.prototype.postMessage = function (message, ...rest) {
            const send = () => post.call(this, message, ...rest);
            if (message.kind === 'add') resolve(send);
            else send();
          };
        });
        const { openEngine } = await import('/entity-lookup.js');
        const engine = await openEngine({
          wasm: 'lookup.wasm',
          snapshot: 'entity-list.json',
          others: 'other-lists.json',
          workerUrl: 'lookup-worker.js',
          checkLimitMs,
        });
        const release = await opening;
        const asked = engine.check({ name: 'Huawei' });
        await new Promise((resolve) => setTimeout(resolve, 2 * checkLimitMs));
        release();
        const answer = await asked;
        engine.close();
        Worker.prototype.postMessage = post;
        return answer.lists.length;
      }, 150);
      assert.equal(lists, 12);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }
});
