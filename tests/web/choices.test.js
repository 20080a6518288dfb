// What may be chosen and told besides the name: lists, kinds of party, a date of birth, an item.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answered, browserSays, click, fill, gone, held, inside, openSmall, real, send, small } from './lists-page.js';
import { allSettled, check, inEachBrowser, inState, openPage, press, serve, settled, textOf } from './setup.js';

/** Keeps of each question to the worker the date of birth, in `asked`. */
const listen = (page) =>
  page.evaluate(() => {
    globalThis.asked = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.kind === 'check') globalThis.asked.push(message.request.born);
      post.call(this, message, ...rest);
    };
  });

let server;
before(async () => {
  server = await serve({ answers: { '/small.json': send(small) } });
});
after(() => server.close());

inEachBrowser((_name, get) => {
  test('Lists and kinds can be left out, and then every answer and the record say so', async () => {
    const { page, complaints } = await openSmall(get(), server.url);
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
    await release();
    await inState(page, 'error');
    assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
    await press(page, 'All lists');
    assert.ok((await check(page, 'Megvii')).total > 0, 'the Entity List is as good as before');
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
    slow.close();
  });

  test('A date of birth and an item: errors stand at their fields, and right ones are in the answer and the record', async () => {
    const { page, complaints } = await openSmall(get(), server.url);
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
    const { page, complaints } = await openSmall(get(), server.url);
    await check(page, 'Erika Muster');
    await listen(page);
    await fill(page, '#born', '19');
    // The page's own pause, which began before and is shorter, has passed then.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    assert.deepEqual(await page.evaluate(() => globalThis.asked), []);
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').answer), null);
    assert.equal(await textOf(page, '.failure'), '');
    await fill(page, '#born', '1970');
    await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.born === '1970');
    assert.match(
      await textOf(page, '.why'),
      /1970, agrees with the entry\. It stands higher in the order for that; its score is the same/,
    );

    // The core takes the number with its label too.
    await fill(page, '#item', 'ECCN 3A0');
    assert.equal(await textOf(page, '.busy'), 'Not searched yet: a field is half typed.');
    await fill(page, '#item', 'ECCN 3A090');
    await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.item === 'ECCN 3A090');
    assert.equal(await textOf(page, '.busy'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Lists that come while a field is half typed do not have it asked', async () => {
    const { hold, release } = held(send(real));
    const slow = await serve({ answers: { '/other-lists.json': hold } });
    const { page, complaints } = await openPage(get(), slow.url);
    await settled(page);
    await check(page, 'Megvii');
    await listen(page);
    await fill(page, '#born', '19');
    while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
    await allSettled(page);
    assert.equal(await textOf(page, '.failure'), '');
    assert.equal(await textOf(page, '.busy'), 'Not searched yet: a field is half typed.');
    await fill(page, '#born', '1970');
    await answered(page, 12);
    assert.deepEqual(await page.evaluate(() => globalThis.asked), ['1970']);
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });
});
