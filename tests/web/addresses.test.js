// Addresses on the page: a field beside the name, what it says of a match, and the listed parties that only it found.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openEngine } from '../../web/engine/engine.js';
import { check, inEachBrowser, inState, openPage, readProject, serve, settled, textOf } from './setup.js';

/** Address 13 of the Entity List (89 FR 48504), as one writes it in Hong Kong; other listed parties have it too. */
const shared = 'Room 1005, 10/F, Ho King Commercial Centre, 2-16 Fa Yuen Street, Mongkok';
/** That of Hikvision on the Entity List (84 FR 54002). */
const own = 'No. 555 Qianmo Road, Binjiang District, Hangzhou';

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

const inside = (page, act) => page.evaluate(`(${act})(document.querySelector('entity-lookup').shadowRoot)`);
const fill = (page, text) =>
  page.evaluate((typed) => {
    const input = document.querySelector('entity-lookup').shadowRoot.querySelector('#address');
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
/** Of the Entity List alone. */
const open = async (browser) => {
  const opened = await openPage(browser, server.url, { alone: true });
  await settled(opened.page);
  return opened;
};

test('Half a character in an address is refused at its field', async () => {
  const wasm = readProject('build/wasm/lookup.wasm');
  const engine = await openEngine({ wasm, snapshot: readProject('tests/fixtures/entity-list-small.json') });
  const asked = engine.check({ name: 'Zimtstern', address: '12 Dalen \ud83d Street' });
  await assert.rejects(asked, { code: 'name_not_text', field: 'address' });
  await assert.rejects(engine.check({ name: 'Zimtstern', address: ' ' }), { field: 'address' });
  assert.equal((await engine.check({ name: 'Zimtstern', address: null })).query.address, undefined);
  engine.close();
});

inEachBrowser((_name, get) => {
  test('An address that agrees with a match is said in it, marked in both, and kept in the record', async () => {
    const { page, complaints } = await open(get());
    await fill(page, own);
    assert.equal(await textOf(page, '.more > summary'), 'More about the party or the goods: 1 given');
    const { query, matches } = await check(page, 'Hikvision');
    assert.equal(query.address, own);
    assert.equal(matches[0].address, 'agrees');
    const why = await textOf(page, '.why');
    assert.match(why, /The party also has this address\. Agreeing: “No\. 555 Qianmo Road, /);
    assert.match(why, /For the address you gave it stands higher in the order; its score is the same\./);
    assert.match(why, /Your address: No\. 555 Qianmo Road, Binjiang District, Hangzhou$/);
    const marks = (of) =>
      inside(page, `(root) => [...root.querySelectorAll('${of} mark')].map((each) => each.innerText)`);
    assert.deepEqual(await marks('.why'), ['Hikvision', own]);
    assert.deepEqual(await marks('.places'), [matches[0].listed_address]);
    assert.equal(await inside(page, (root) => root.querySelectorAll('.match .addresses li').length), 2, 'the others');
    const record = await inside(page, (root) => root.querySelector('.record').textContent);
    assert.ok(record.includes(`Address${own}`), record);
    assert.match(record, /At the addressno listed party by the address alone/);
    assert.equal(await textOf(page, '.at-address'), '', 'a match is not told twice');

    await fill(page, '99 Tovarna Street, Praha');
    const differing = await check(page, 'Hikvision');
    assert.equal(differing.matches[0].address, 'differs');
    assert.match(
      await textOf(page, '.why'),
      /none of those of the entry.*its score is the same, and nothing is ruled out/,
    );
    await fill(page, 'Hangzhou');
    const little = await check(page, 'Hikvision');
    assert.equal(little.matches[0].address, 'unknown');
    assert.match(await textOf(page, '.why'), /no address that tells for or against the one you gave/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Who only shares the address stands below, as weaker evidence; by name it is still no match, in words', async () => {
    const { page, complaints } = await open(get());
    await fill(page, `3/F, ${own}`);
    const { total, at_address: found, at_address_total: count } = await check(page, 'Coca-Cola');
    assert.deepEqual([total, count], [0, 1]);
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').state), 'at-address');
    assert.equal(await textOf(page, 'h2'), 'No match by name at or above 70');
    assert.match(
      await textOf(page, '[role=status]'),
      /^No match by name at or above 70 in .*\. 1 listed party at this address, which is weaker evidence than a name\.$/,
    );
    assert.equal(await textOf(page, '.at-address h2'), 'Listed parties at this address');
    assert.match(await textOf(page, '.at-address .caution'), /weaker evidence than a name.*alone is not a match/);
    assert.equal(await textOf(page, '.at-address h3'), found[0].name);
    assert.match(await textOf(page, '.at-address .band'), /^Same (address|building), another name$/);
    assert.match(await textOf(page, '.at-address .matched'), /^Matched by its address .*Qianmo Road/);
    assert.equal(await textOf(page, '.at-address details[open]'), '');
    const record = await inside(page, (root) => root.querySelector('.record').textContent);
    assert.match(
      record,
      /FoundNo match by name at or above 70At the address1 listed party by the address alone, which is not a match/,
    );

    await fill(page, '12 Main Street, Springfield');
    const nothing = await check(page, 'Coca-Cola');
    assert.equal(nothing.at_address, undefined);
    assert.equal(await textOf(page, 'h2'), 'No match at or above 70');
    assert.match(await textOf(page, '.results'), /The address you gave found no listed party\./);
    await fill(page, '');
    await check(page, 'Coca-Cola');
    assert.doesNotMatch(await textOf(page, '.results'), /address you gave/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A listed address is a match by it; of many at an address some are folded, some asked for', async () => {
    const { page, complaints } = await open(get());
    await fill(page, shared);
    await page.evaluate(() => document.querySelector('entity-lookup').setAttribute('max-matches', '5'));
    const { matches, at_address: found, at_address_total: count } = await check(page, 'Coca-Cola');
    assert.equal(matches[0].matched_kind, 'address');
    assert.match(await textOf(page, '.why'), /This address is itself listed\./);
    assert.doesNotMatch(await textOf(page, '.why'), /You asked for|score is the same/);
    assert.equal(found.length, 5);
    assert.ok(count > 5);
    const told = await inside(page, (root) => ({
      open: root.querySelectorAll('.at-address > .matches > li').length,
      folded: root.querySelectorAll('.at-address > details > .matches > li').length,
      summary: root.querySelector('.at-address > details > summary').textContent,
      rest: root.querySelector('.at-address > .rest').innerText,
      announced: root.querySelector('[role=status]').textContent,
    }));
    assert.deepEqual([told.open, told.folded], [3, 2]);
    assert.equal(told.summary, '2 more listed parties at this address');
    assert.equal(told.rest, `Showing 5 of ${count}. Show all ${count}`);
    assert.match(
      told.announced,
      new RegExp(`First: Address .* ${count} listed parties at this address, which is weaker`),
    );
    await inside(page, (root) => root.querySelector('.at-address > .rest button').click());
    await page.waitForFunction(
      (all) => document.querySelector('entity-lookup').answer?.at_address?.length === all,
      {},
      count,
    );
    assert.equal(await textOf(page, '.at-address > .rest'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A name in foreign letters with an address: the name was not checked, and the address is told', async () => {
    const { page, complaints } = await open(get());
    await fill(page, `3/F, ${own}`);
    assert.equal((await check(page, 'ธนาคาร')).searched, false);
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').state), 'not-searched');
    assert.equal(await textOf(page, 'h2'), 'The name was not checked');
    assert.match(await textOf(page, '.results'), /^The name was not checked[\s\S]*Not searched: ธนาคาร/);
    assert.match(await textOf(page, '.at-address h3'), /Hikvision/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('An address behind the name is found without the field', async () => {
    const { page, complaints } = await open(get());
    await check(page, `Coca-Cola, ${shared}`);
    assert.equal(await textOf(page, '.at-address h2'), 'Listed parties at this address');
    assert.match(await textOf(page, '.at-address .asked'), /^You asked for Coca-Cola, Room 1005/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A wrong address is said at its field, in words for addresses, and one of several lines becomes one', async () => {
    const { page, complaints } = await open(get());
    for (const [typed, code, says] of [
      ['—', 'name_without_letters', /^The address holds no letter or digit/],
      ['12 Main\u0001 Street', 'name_not_utf8', /^The address holds control characters/],
      ['12 Main \ud83d Street', 'name_not_text', /^The address holds half a character/],
      [`${'12 Main Street '.repeat(80)}`, 'name_too_long', /^The address is longer than can be checked/],
    ]) {
      await fill(page, typed);
      assert.deepEqual(await check(page, 'Hikvision'), { code });
      const marked = await inside(page, (root) =>
        [...root.querySelectorAll('[aria-invalid]')].map((field) => field.id),
      );
      assert.deepEqual(marked, ['address']);
      assert.match(await textOf(page, '#address-hint'), says);
      assert.match(await textOf(page, '.sentence'), says);
      assert.equal(await inside(page, (root) => root.querySelector('.more').open), true);
    }
    await fill(page, '');
    await page.evaluate(() => {
      const input = document.querySelector('entity-lookup').shadowRoot.querySelector('#address');
      // Firefox takes no clipboard in the event's constructor.
      const event = new Event('paste', { cancelable: true, bubbles: true });
      const value = { getData: () => 'No. 555 Qianmo Road\r\nBinjiang District\nHangzhou\n' };
      Object.defineProperty(event, 'clipboardData', { value });
      input.dispatchEvent(event);
    });
    assert.equal(
      await inside(page, (root) => root.querySelector('#address').value),
      'No. 555 Qianmo Road, Binjiang District, Hangzhou',
    );
    await check(page, 'Hikvision');
    await inState(page, 'matches');
    assert.match(
      await textOf(page, '.why'),
      /The party also has this address\..*For the address you gave it stands higher/s,
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });
});
