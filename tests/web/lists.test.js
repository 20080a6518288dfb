// More lists than one, as the page shows them: loading, failing, choosing, one party on several, and what a check keeps.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

const real = readProject('data/other-lists.json');
const small = readProject('tests/fixtures/other-lists-small.json');
const { lists: known } = JSON.parse(String(real));
const codes = known.map(({ code }) => code);
const send = (body) => (_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
const gone = (_request, response) => response.writeHead(404).end();
const browserSays = /Failed to load resource|status of 404/;

let server;
before(async () => {
  server = await serve({ answers: { '/small.json': send(small) } });
});
after(() => server.close());

/** Runs in the page, with the element's shadow root. */
const inside = (page, act, value = null) =>
  page.evaluate(`(${act})(document.querySelector('entity-lookup').shadowRoot, ${JSON.stringify(value)})`);
const fill = (page, id, text) =>
  page.evaluate(
    (field, typed) => {
      const input = document.querySelector('entity-lookup').shadowRoot.querySelector(field);
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    id,
    text,
  );
const click = (page, selector) =>
  page.evaluate((at) => document.querySelector('entity-lookup').shadowRoot.querySelector(at).click(), selector);
/** Waits for an answer of so many lists. */
const answered = (page, count) =>
  page.waitForFunction((wanted) => document.querySelector('entity-lookup').answer?.lists.length === wanted, {}, count);
const openSmall = async (browser, options) => {
  const opened = await openPage(browser, server.url, {
    ...options,
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const observer = new MutationObserver(() => {
          const element = document.querySelector('entity-lookup');
          element?.setAttribute('others-src', 'small.json');
          if (element) observer.disconnect();
        });
        observer.observe(document, { childList: true, subtree: true });
      }),
  });
  await allSettled(opened.page);
  return opened;
};

inEachBrowser((name, get) => {
  test('All lists come after the Entity List, which is asked meanwhile; then the answer is completed', async () => {
    let release;
    const slow = await serve({
      answers: {
        '/other-lists.json': (request, response) => {
          release = () => send(real)(request, response);
        },
      },
    });
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
    while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
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

  for (const [what, answer, code] of [
    ['are not there', gone, 'snapshot_unreachable'],
    ['are cut short', send(real.subarray(0, 100_000)), 'snapshot_truncated'],
    ['are of another build', send(small), 'build_mixed'],
  ]) {
    test(`Lists that ${what} are said not to be searched, next to every answer, and it is no “no match” for them`, async () => {
      const answers = { '/other-lists.json': answer };
      const failing = await serve({ answers });
      const { page, complaints } = await openPage(get(), failing.url);
      await allSettled(page);
      assert.match(await textOf(page, '.notices'), /^Not loaded, and so not searched: 11 lists \(DPL, .*ISN\)\. [A-Z]/);
      for (const asked of ['Coca-Cola', 'Megvii']) {
        await check(page, asked);
        assert.match(await textOf(page, 'h2'), /but not all lists were searched$/);
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
      if (code !== 'build_mixed') {
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
    const { page, complaints } = await openSmall(get());
    assert.match(
      await textOf(page, '.notices'),
      /^Warning: some lists \(DPL, MEU, SDN, CAP, ISN\) are 186 days old\. Parties added since 31 January 2026/,
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Lists and kinds can be left out, and then every answer and the record say so', async () => {
    const { page, complaints } = await openSmall(get());
    assert.equal(await textOf(page, '.filter > summary'), 'Which lists: all');
    for (const id of ['#list-SDN', '#list-CAP', '#kind-vessel']) await click(page, id);
    assert.equal(await textOf(page, '.filter > summary'), 'Which lists: 4 of 6, 3 of 4 kinds of party');
    const { query, lists, total } = await check(page, 'Erika Muster');
    assert.deepEqual(query.lists, ['EL', 'DPL', 'MEU', 'ISN']);
    assert.deepEqual(query.kinds, ['individual', 'entity', 'aircraft']);
    assert.equal(lists.length, 4);
    assert.equal(total, 0);
    const notice = await textOf(page, '.results .choice');
    assert.match(notice, /^By your choice not searched: 2 lists \(SDN, CAP\)\./);
    assert.match(
      notice,
      /only these kinds of party were looked for: Individual, Entity, Aircraft\. Lists that do not say/,
    );
    const record = await inside(page, (root) => root.querySelector('.record').textContent);
    assert.match(record, /Lists left out by choiceSDN, CAP/);
    assert.match(record, /Only these kindsIndividual, Entity, Aircraft/);
    await click(page, '#list-SDN');
    assert.equal((await check(page, 'Erika Muster')).total, 1);

    await press(page, 'No list');
    assert.deepEqual(await check(page, 'Erika Muster'), { code: 'nothing_chosen' });
    assert.match(await textOf(page, '.sentence'), /nothing was checked\. Choose at least one list/);
    assert.deepEqual(await inside(page, (root) => [...root.querySelectorAll('fieldset.wrong')].map(({ id }) => id)), [
      'lists',
    ]);
    await press(page, 'All lists');
    await click(page, '#kind-vessel');
    assert.equal((await check(page, 'Erika Muster')).query.lists, undefined);
    assert.equal(await textOf(page, '.results .choice'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Only lists that are not there chosen: no answer while they load, and an error of theirs when they fail', async () => {
    let release;
    const slow = await serve({
      answers: {
        '/other-lists.json': (request, response) => {
          release = () => gone(request, response);
        },
      },
    });
    const { page, complaints } = await openPage(get(), slow.url);
    await settled(page);
    await press(page, 'No list');
    await click(page, '#list-SDN');
    await page.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      void element.check();
    });
    await inState(page, 'loading');
    assert.match(await textOf(page, '.results'), /The lists you chose are still loading/);
    while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
    await inState(page, 'error');
    assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
    await press(page, 'All lists');
    assert.ok((await check(page, 'Megvii')).total > 0, 'the Entity List is as good as before');
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
    slow.close();
  });

  test('A date of birth and an item: errors stand at their fields, and right ones are in the answer and the record', async () => {
    const { page, complaints } = await openSmall(get());
    for (const [id, wrong, code, says] of [
      ['born', '1956-13', 'birth_date_invalid', /neither a day/],
      ['item', 'chips', 'classification_invalid', /neither EAR99 nor one ECCN/],
    ]) {
      await fill(page, `#${id}`, wrong);
      assert.deepEqual(await check(page, 'Zimtstern Aviation Institute'), { code });
      const marked = await inside(page, (root) =>
        [...root.querySelectorAll('[aria-invalid]')].map((field) => field.id),
      );
      assert.deepEqual(marked, [id]);
      assert.match(await textOf(page, `#${id}-hint`), says);
      assert.equal(await inside(page, (root) => root.querySelector('.more').open), true);
      await fill(page, `#${id}`, '');
    }
    await fill(page, '#born', '1970');
    await fill(page, '#item', '3A090');
    assert.equal(await textOf(page, '.more > summary'), 'More about the party or the goods: 2 given');
    const { query, matches } = await check(page, 'Zimtstern Aviation Institute');
    assert.deepEqual([query.born, query.item], ['1970', '3A090']);
    assert.deepEqual([matches[0].list, matches[0].born], ['MEU', 'unknown']);
    const item = await textOf(page, '.match .item');
    for (const sentence of matches[0].item.plain) assert.ok(item.includes(sentence), sentence);
    assert.match(item, /Other parts of the EAR may still ask for a licence/);
    assert.match(await textOf(page, '.why'), /no date of birth that tells for or against 1970/);
    assert.match(await inside(page, (root) => root.querySelector('.record').textContent), /Date of birth1970Item3A090/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A half-typed date of birth is not asked, and what is shown is no longer taken for the answer', async () => {
    const { page, complaints } = await openSmall(get());
    await check(page, 'Erika Muster');
    await fill(page, '#born', '19');
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').answer), null);
    assert.equal(await textOf(page, '.failure'), '');
    await fill(page, '#born', '1970');
    await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.born === '1970');
    assert.match(
      await textOf(page, '.why'),
      /1970, agrees with the entry\. It stands higher for that; the score is by the name alone/,
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A result is read in order: how serious, on which list and what that means, who, why, what it asks, where it stands', async () => {
    const { page, complaints } = await openSmall(get());
    await check(page, 'Erika Muster');
    const text = await textOf(page, '.match');
    const order = [
      'Same name',
      'Specially Designated Nationals and Blocked Persons List (SDN)',
      'U.S. persons may not deal with this party at all',
      'Erika MUSTER',
      'Individual · Minister of Made-Up Affairs · born',
      'Why',
      'What it means',
      'SDGT, NPWMD',
      'The party more closely',
      'Passport: C01X00T47',
      '(Linked To: NORDHAFEN WORKS)',
      'Where it stands',
      '31 CFR chapter V',
      'MUSTER, Erika',
    ].map((part) => text.indexOf(part));
    assert.ok(!order.includes(-1), `${order} in ${text}`);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    const { matches } = await check(page, 'IMO 9999999');
    assert.deepEqual([matches[0].matched_kind, matches[0].kind], ['identifier', 'vessel']);
    assert.equal(await textOf(page, '.band'), 'Same identifier', 'not “same name”');
    assert.match(await textOf(page, '.match'), /Matched by its identifier IMO 9999999/);
    assert.match(await textOf(page, '.party'), /Crude Oil Tanker[\s\S]*Panama[\s\S]*Made Up Shipping/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  if (name === 'chromium') {
    test('A check asked while the core opens them waits for it, and is not out of time for that', async () => {
      const { page, complaints } = await openPage(get(), server.url, { alone: true });
      await settled(page);
      const { lists, waited } = await page.evaluate(async () => {
        const { openEngine } = await import('/entity-lookup.js');
        const engine = await openEngine({
          wasm: 'lookup.wasm',
          snapshot: 'entity-list.json',
          others: 'other-lists.json',
          workerUrl: 'lookup-worker.js',
          checkLimitMs: 150,
        });
        while (engine.others.progress !== 1) await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, 20));
        const from = performance.now();
        const answer = await engine.check({ name: 'Huawei' });
        engine.close();
        return { lists: answer.lists.length, waited: performance.now() - from };
      });
      assert.equal(lists, 12);
      assert.ok(waited > 150, `it took ${waited} ms, so that nothing was shown`);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });

    test('A party on several lists is one result, with each further listing and its consequence below', async () => {
      const { page, complaints } = await openPage(get(), server.url);
      await allSettled(page);
      const { matches } = await check(page, 'Huawei Technologies Co., Ltd.');
      const index = matches.findIndex(({ also }) => also);
      const { id, also } = matches[index];
      const listing = await inside(
        page,
        (root, wanted) => {
          const match = root.querySelector(`.match[data-id="${wanted}"]`);
          const item = match.querySelector('.also li');
          const fold = item.querySelector('details');
          const folded = !fold.open;
          fold.open = true;
          return { line: match.querySelector('.on').innerText, list: item.dataset.list, folded, text: item.innerText };
        },
        id,
      );
      assert.match(listing.line, new RegExp(`listed under the same name also on ${also[0].list}`));
      assert.equal(listing.list, also[0].list);
      assert.ok(listing.folded);
      const [, consequence] = listing.text.split('\n').filter(Boolean);
      assert.match(consequence, /licence is needed|securities/);
      assert.match(listing.text, /Where it stands/);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });

    test('Rules stand in plain words beside those published, with links to the sections that they cite', async () => {
      const { page, complaints } = await openPage(get(), server.url, { alone: true });
      await settled(page);
      const { matches } = await check(page, 'Huawei Technologies Co., Ltd. (Huawei)');
      const { requirement, policy } = matches[0];
      const shown = await inside(page, (root) => ({
        plain: root.querySelector('.rule .plain').innerText,
        published: [...root.querySelector('.match').querySelectorAll('.rule blockquote')].map(
          (quote) => quote.innerText,
        ),
        links: [...root.querySelector('.rule').querySelectorAll('.links a')].map(({ href, target, rel }) => [
          href,
          target,
          rel,
        ]),
      }));
      for (const sentence of requirement.plain) assert.ok(shown.plain.includes(sentence), sentence);
      assert.deepEqual(shown.published, [requirement.text, policy.text]);
      assert.ok(shown.links.length > 0);
      for (const [href, ...rest] of shown.links) {
        assert.match(href, /^https:\/\/www\.ecfr\.gov\//);
        assert.deepEqual(rest, ['_blank', 'noopener noreferrer']);
      }
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }
});
