// The element's `state`: what is only in part searched, or found by the address alone, is not “no match” to a program either.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allSettled, check, inEachBrowser, inState, openPage, readProject, serve, settled } from './setup.js';

const others = readProject('data/other-lists.json');

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
const both = (state) => [state, state];

inEachBrowser((_name, get) => {
  test('No match so far is “incomplete” while lists load, and “no-match” when they have come', async () => {
    let release;
    const slow = await serve({
      answers: {
        '/other-lists.json': (_, response) => {
          release = () =>
            response
              .writeHead(200, { 'content-type': 'application/json', 'content-length': others.length })
              .end(others);
        },
      },
    });
    const { page, complaints } = await openPage(get(), slow.url);
    await settled(page);
    await check(page, 'Coca-Cola');
    assert.deepEqual(await stateOf(page), both('incomplete'));
    while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
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
      ['Coca-Cola, 3/F, No. 555 Qianmo Road, Binjiang District, Hangzhou', 'at-address'],
      ['Hikvision', 'matches'],
    ]) {
      await check(page, asked);
      assert.deepEqual(await stateOf(page), both(state), asked);
    }
    assert.deepEqual(await complaints(), []);
    await page.close();
  });
});
