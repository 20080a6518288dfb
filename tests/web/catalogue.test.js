// Browsing the lists through the engine: in Node.js, and in the browsers with and without a worker.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LookupError, openEngine } from '../../web/engine/engine.js';
import { inEachBrowser, openPage, readProject, serve, settled } from './setup.js';

const wasm = readProject('build/wasm/lookup.wasm');
const snapshot = readProject('tests/fixtures/entity-list-small.json');
const others = readProject('tests/fixtures/other-lists-small.json');
const held = JSON.parse(String(snapshot)).entries;

let engine;
before(async () => {
  engine = await openEngine({ wasm, snapshot });
});
after(() => engine.close());

test('A page has the entries in short, how many there are, and how many each filter would leave', async () => {
  const { total, entries, counts } = await engine.browse({});
  assert.equal(total, held.length);
  assert.deepEqual(new Set(entries.map(({ id }) => id)), new Set(held.map(({ id }) => id)));
  for (const { id, list, name, alias_count: aliases } of entries) {
    const { aliases: known = [], ...entry } = held.find((one) => one.id === id);
    assert.deepEqual([list, name, aliases], [entry.list, entry.name ?? entry.published_name, known.length]);
  }
  assert.deepEqual(counts.lists, [{ code: 'EL', count: held.length }]);
  assert.equal(
    counts.dates.reduce((sum, { count }) => sum + count, counts.undated),
    held.length,
  );
});

test('An entry is what a match has of it, with its list as an answer has it', async () => {
  const { matches, lists } = await engine.check({ name: held[0].published_name });
  const [match] = matches;
  const whole = await engine.entry({ list: match.list, id: match.id });
  assert.deepEqual(whole.lists, lists);
  for (const [member, value] of Object.entries(whole.entry)) assert.deepEqual(value, match[member], member);
  assert.ok(!('score' in whole.entry) && !('reasons' in whole.entry));
});

test('Other lists are in the catalogue once they are open, and not before', async () => {
  const growing = await openEngine({ wasm, snapshot, others });
  await growing.othersSettled;
  assert.ok((await growing.browse({ lists: ['SDN'] })).total > 0);
  growing.close();
  await assert.rejects(engine.browse({ lists: ['SDN'] }), { code: 'list_not_open' });
  await assert.rejects(engine.entry({ list: 'SDN', id: '1' }), { code: 'list_not_open' });
});

const refusals = [
  ['a country that is none', (on) => on.browse({ countries: ['ZZ'] }), 'country_unknown', true],
  ['a day that is none', (on) => on.browse({ from: '2021-02-30' }), 'date_invalid', true],
  ['an end before the beginning', (on) => on.browse({ from: '2021-07-12', to: '2021-07-11' }), 'dates_reversed', true],
  ['a text without a letter', (on) => on.browse({ text: '?' }), 'name_without_letters', true],
  ['half a character', (on) => on.browse({ text: '\ud83d' }), 'name_without_letters', true],
  ['too many at once', (on) => on.browse({ count: 501 }), 'count_out_of_range', true],
  ['a list that there is not', (on) => on.browse({ lists: ['XX'] }), 'list_unknown', false],
  ['what no filter has', (on) => on.browse({ colour: 'red' }), 'request_malformed', false],
  ['an entry that there is not', (on) => on.entry({ list: 'EL', id: 'none' }), 'entry_unknown', true],
  ['an entry without a list', (on) => on.entry({ id: 'none' }), 'request_malformed', false],
];
for (const [what, ask, code, concernsQuestion] of refusals) {
  test(`${what}: a coded error`, () =>
    assert.rejects(ask(engine), (error) => {
      assert.ok(error instanceof LookupError);
      assert.deepEqual([error.code, error.concernsQuestion], [code, concernsQuestion], error.message);
      return true;
    }));
}

test('Browsing settles when it is given up, and when the engine is closed', async () => {
  await assert.rejects(engine.browse({}, { signal: AbortSignal.abort() }), { code: 'aborted' });
  await assert.rejects(engine.entry({ list: 'EL', id: '1' }, { signal: AbortSignal.abort() }), { code: 'aborted' });
  const closing = await openEngine({ wasm, snapshot });
  closing.close();
  await assert.rejects(closing.browse({}), { code: 'engine_closed' });
  await assert.rejects(closing.entry({ list: 'EL', id: '1' }), { code: 'engine_closed' });
});

inEachBrowser((_name, get) => {
  test('Pages and entries are the same in a worker, without one, and in Node.js', async () => {
    const server = await serve();
    const { page, complaints } = await openPage(get(), server.url, { alone: true });
    await settled(page);
    const filter = { countries: ['CN'], order: 'newest', count: 20 };
    const outcomes = await page.evaluate(async (asked) => {
      const { openEngine: open } = await import('/entity-lookup.js');
      const answers = async (worker) => {
        const on = await open({
          wasm: 'lookup.wasm',
          snapshot: 'entity-list.json',
          worker,
          workerUrl: 'lookup-worker.js',
        });
        const found = await on.browse(asked);
        const [{ list, id }] = found.entries;
        const missing = await on.entry({ list, id: 'none' }).catch(({ code }) => code);
        const answered = [on.threaded, found, await on.entry({ list, id }), missing];
        on.close();
        return answered;
      };
      return [await answers('auto'), await answers('off')];
    }, filter);
    const here = await openEngine({ wasm, snapshot: readProject('data/entity-list.json') });
    const found = await here.browse(filter);
    const { list, id } = found.entries[0];
    const expected = [found, await here.entry({ list, id }), 'entry_unknown'];
    here.close();
    assert.deepEqual(outcomes, [
      [true, ...expected],
      [false, ...expected],
    ]);
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });
});
