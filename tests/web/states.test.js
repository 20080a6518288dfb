// The element's `state`: what is only in part searched, or found by the address alone, is not “no match” to a program either.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fill, held, inside, real, send } from './lists-page.js';
import { allSettled, check, inEachBrowser, inState, openPage, readProject, serve, settled, textOf } from './setup.js';

/** An address of the Entity List (84 FR 54002), and of no company of this name. */
const address = '3/F, No. 555 Qianmo Road, Binjiang District, Hangzhou';

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

const stateOf = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('entity-lookup');
    return [element.state, element.shadowRoot.querySelector('.results').dataset.state];
  });
const recordOf = (page) => inside(page, (root) => root.querySelector('.record').textContent);
const noticesOf = (page) =>
  inside(page, (root) =>
    [...root.querySelectorAll('.results .notice')].map((each) => [each.className, each.innerText]),
  );
/** The worker, whose core says of each name which of its numbers it did not look up. */
const withUnsearchedNumbers = (_, response) => {
  const numbering = (post) => (message) => {
    const numbers = message.value?.query?.name.match(/\d{5,}/g);
    post(numbers ? { ...message, value: { ...message.value, unsearched_numbers: numbers } } : message);
  };
  const script = `self.postMessage = (${numbering})(self.postMessage.bind(self));\n${readProject('build/site/lookup-worker.js')}`;
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
};
const both = (state) => [state, state];

inEachBrowser((_name, get) => {
  test('No match so far is “incomplete” while lists load, and “no-match” when they have come', async () => {
    const { hold, release } = held(send(real));
    const slow = await serve({ answers: { '/other-lists.json': hold } });
    const { page, complaints } = await openPage(get(), slow.url);
    await settled(page);
    await check(page, 'Coca-Cola');
    assert.deepEqual(await stateOf(page), both('incomplete'));

    await check(page, 'Coca-Cola ธนาคาร');
    const heading = 'No match at or above 70 so far, but not all of the name could be searched';
    assert.equal(await textOf(page, 'h2'), heading);
    assert.ok((await textOf(page, '[role=status]')).startsWith(`${heading} in `));
    assert.ok((await recordOf(page)).includes(`Found${heading}Words not searchedธนาคาร`));

    await fill(page, '#address', address);
    const { at_address_total: found } = await check(page, 'Coca-Cola');
    assert.deepEqual([found, ...(await stateOf(page))], [1, ...both('incomplete')], 'for a name may yet be found');
    await fill(page, '#address', '');
    await check(page, 'Coca-Cola');
    await release();
    await inState(page, 'no-match');
    assert.deepEqual(await stateOf(page), both('no-match'));
    assert.deepEqual(await complaints(), []);
    await page.close();
    slow.close();
  });

  test('Words that could not be searched leave “incomplete”, none at all “not-searched”, an address “at-address”', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await allSettled(page);
    for (const [asked, state] of [
      ['Coca-Cola', 'no-match'],
      ['Coca-Cola ธนาคาร', 'incomplete'],
      ['ธนาคาร', 'not-searched'],
      [`Coca-Cola, ${address}`, 'at-address'],
      ['Hikvision', 'matches'],
    ]) {
      await check(page, asked);
      assert.deepEqual(await stateOf(page), both(state), asked);
    }
    await fill(page, '#address', address);
    assert.equal((await check(page, 'Coca-Cola ธนาคาร')).at_address_total, 1);
    assert.deepEqual(
      await stateOf(page),
      both('incomplete'),
      'the address is less than the words that were not searched',
    );
    assert.match(
      await recordOf(page),
      /FoundNo match by name at or above 70, but not all of the name could be searched/,
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Numbers beside a name that were not looked up are said quietly, and change neither heading nor state', async () => {
    const numbered = await serve({ answers: { '/lookup-worker.js': withUnsearchedNumbers } });
    const { page, complaints } = await openPage(get(), numbered.url, { alone: true });
    await settled(page);
    for (const [asked, state] of [
      ['Coca-Cola 7707083893', 'no-match'],
      ['Hikvision 7707083893', 'matches'],
    ]) {
      await check(page, asked);
      assert.deepEqual(await stateOf(page), both(state), asked);
      assert.doesNotMatch(await textOf(page, 'h2'), /but not/);
      assert.deepEqual(await noticesOf(page), [
        [
          'notice',
          'Not looked up: 7707083893. The lists that were searched give no numbers of persons, companies or ships.',
        ],
      ]);
      assert.match(await recordOf(page), /Numbers not looked up7707083893/);
    }
    await check(page, '7707083893');
    assert.deepEqual(await stateOf(page), both('not-searched'));
    assert.match(
      await textOf(page, '.results .notice'),
      /^Not searched: only numbers or dates were given, and the lists that were searched give no numbers of .*\. Type the/,
    );
    assert.equal((await noticesOf(page)).length, 1, 'not the same twice');
    assert.match(await recordOf(page), /Numbers not looked up7707083893/);
    assert.deepEqual(await complaints(), []);
    await page.close();
    numbered.close();
  });
});
