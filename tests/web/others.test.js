// The second snapshot, as the engine loads it in Node.js: the order of things, progress, and everything that can go wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LookupError, openEngine } from '../../web/engine/engine.js';
import { withMemoryLimit } from './limited-memory.js';
import { held, send } from './lists-page.js';
import { readProject, serve, timeless } from './setup.js';

const wasm = readProject('build/wasm/lookup.wasm');
const snapshot = readProject('tests/fixtures/entity-list-small.json');
const others = readProject('tests/fixtures/other-lists-small.json');
const { sha256 } = JSON.parse(String(others));
const codes = ['DPL', 'MEU', 'SDN', 'CAP', 'ISN'];

let server;
const answers = {};
before(async () => {
  server = await serve({ answers });
});
after(() => server.close());

const listsOf = ({ lists }) => lists.map(({ code }) => code);
/** An engine whose other lists come from `/others`, answered so. */
const openWith = (answer, options) => {
  answers['/others'] = answer;
  return openEngine({ wasm, snapshot, others: `${server.url}others`, ...options });
};

test('The Entity List can be asked before the others come, and its answer names no other', async () => {
  const { hold, release } = held(send(others));
  const engine = await openWith(hold);
  assert.equal(engine.others.state, 'loading');
  assert.deepEqual(listsOf(engine), ['EL']);
  const early = await engine.check({ name: 'Zimtstern Optics' });
  assert.deepEqual(listsOf(early), ['EL']);
  await assert.rejects(engine.check({ name: 'Zimtstern', lists: ['SDN'] }), { code: 'list_not_open' });

  await release();
  assert.equal((await engine.othersSettled).state, 'ready');
  assert.deepEqual(listsOf(engine), ['EL', ...codes]);
  assert.deepEqual([...new Set(engine.lists.slice(1).map((list) => list.sha256))], [sha256]);
  assert.deepEqual(listsOf(await engine.check({ name: 'Zimtstern Optics' })), ['EL', ...codes]);
  const alone = await engine.check({ name: 'Zimtstern Optics', lists: ['EL'] });
  assert.deepEqual(timeless(alone).matches, timeless(early).matches, 'and its numbers stay');
  engine.close();
});

test('Progress is told from 0 to 1 where the length is known, and as unknown where it is not', async () => {
  const told = async (answer) => {
    const engine = await openWith(answer);
    const states = [engine.others];
    engine.addEventListener('others', () => states.push(engine.others));
    await engine.othersSettled;
    engine.close();
    return states;
  };
  const inParts = (headers) => async (_request, response) => {
    response.writeHead(200, headers);
    for (const part of [others.subarray(0, 1000), others.subarray(1000, 3000), others.subarray(3000)]) {
      response.write(part);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    response.end();
  };
  const known = await told(inParts({ 'content-length': others.length }));
  const progress = known.map((state) => state.progress);
  assert.deepEqual([progress[0], progress.at(-1), known.at(-1).state], [0, 1, 'ready']);
  assert.deepEqual(
    progress,
    [...progress].sort((a, b) => a - b),
  );
  assert.ok(
    progress.some((share) => share > 0 && share < 1),
    progress.join(),
  );
  const unknown = await told(inParts({}));
  assert.ok(unknown.some(({ state, progress: share }) => state === 'loading' && share === undefined));
  assert.equal(unknown.at(-1).state, 'ready');
});

test('Bytes, plain or gzip, will do, and none at all is a state of its own', async () => {
  for (const bytes of [others, gzipSync(others)]) {
    const engine = await openEngine({ wasm, snapshot, others: bytes });
    assert.equal((await engine.othersSettled).state, 'ready');
    assert.deepEqual(listsOf(engine), ['EL', ...codes]);
    engine.close();
  }
  const engine = await openEngine({ wasm, snapshot });
  assert.deepEqual(engine.others, { state: 'none' });
  assert.deepEqual(await engine.othersSettled, { state: 'none' });
  assert.deepEqual(await engine.loadOthers(), { state: 'none' });
  engine.close();
});

const html = Buffer.from('<!doctype html><title>Not found</title>');
const changed = Buffer.from(String(others).replace('MUSTER', 'MUSTAR'));
for (const [what, answer, code, options] of [
  ['are not there', (_request, response) => response.writeHead(404).end(html), 'snapshot_unreachable'],
  ['are a web page', send(html), 'snapshot_not_json'],
  ['are cut short', send(others.subarray(0, others.length >> 1)), 'snapshot_truncated'],
  ['are cut short as gzip', send(gzipSync(others).subarray(0, 500)), 'snapshot_truncated'],
  ['were changed', send(changed), 'snapshot_wrong_hash'],
  ['are of another build', send(others), 'build_mixed', { stamp: { others: { sha256: '0'.repeat(64) } } }],
  ['do not come', () => {}, 'timed_out', { othersLimitMs: 60 }],
  [
    'break off',
    (_request, response) => {
      response.writeHead(200, { 'content-length': others.length });
      response.write(others.subarray(0, 1000), () => response.destroy());
    },
    'snapshot_unreachable',
  ],
]) {
  test(`Other lists that ${what}: a coded error that names the file, the Entity List is asked on, and they come at the next try`, async () => {
    const engine = await openWith(answer, options);
    const { state, error } = await engine.othersSettled;
    assert.equal(state, 'failed');
    assert.ok(error instanceof LookupError);
    assert.equal(error.code, code, error.message);
    assert.match(error.detail, /\/others/);
    assert.deepEqual(listsOf(engine), ['EL']);
    assert.deepEqual(listsOf(await engine.check({ name: 'Zimtstern' })), ['EL']);
    if (code !== 'build_mixed') {
      answers['/others'] = send(others);
      assert.equal((await engine.loadOthers()).state, 'ready');
      assert.deepEqual(listsOf(await engine.check({ name: 'Zimtstern' })), ['EL', ...codes]);
      assert.equal((await engine.loadOthers()).state, 'ready', 'and a further try does nothing');
      assert.equal(engine.lists.length, 1 + codes.length);
    }
    engine.close();
  });
}

test('Given up or closed while they load, they fail, and nothing waits for ever', async () => {
  const giving = new AbortController();
  const given = await openWith(() => {}, { signal: giving.signal });
  giving.abort();
  assert.equal((await given.othersSettled).error.code, 'aborted');
  assert.deepEqual(listsOf(await given.check({ name: 'Zimtstern' })), ['EL']);
  given.close();

  const closing = await openWith(() => {});
  closing.close();
  assert.equal((await closing.othersSettled).error.code, 'engine_closed');
  assert.equal((await closing.loadOthers()).state, 'failed');
});

for (const [megabytes, code] of [
  [24, 'memory_refused'],
  [40, 'core_failed'],
]) {
  test(`A core with ${megabytes} MB, too few for the other lists, fails over them and answers for the Entity List as before`, async () => {
    const entityList = readProject('data/entity-list.json');
    const all = readProject('data/other-lists.json');
    const engine = await openEngine({ wasm: withMemoryLimit(wasm, megabytes), snapshot: entityList, others: all });
    const before = await engine.check({ name: 'Hikvision' });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const meanwhile = engine.check({ name: 'Hikvision' });
      const { state, error } = attempt === 0 ? await engine.othersSettled : await engine.loadOthers();
      assert.deepEqual([state, error?.code], ['failed', code]);
      assert.deepEqual(listsOf(engine), ['EL']);
      assert.deepEqual(timeless(await meanwhile), timeless(before));
      assert.deepEqual(timeless(await engine.check({ name: 'Hikvision' })), timeless(before));
    }
    engine.close();
    await assert.rejects(engine.check({ name: 'Hikvision' }), { code: 'engine_closed' });
  });
}

test('Where no core can take the place of one that broke, every later question says so', async () => {
  const entityList = readProject('data/entity-list.json');
  answers['/list'] = send(entityList);
  const engine = await openEngine({
    wasm: withMemoryLimit(wasm, 40),
    snapshot: `${server.url}list`,
    others: readProject('data/other-lists.json'),
  });
  answers['/list'] = (_request, response) => response.writeHead(404).end();
  assert.equal((await engine.othersSettled).error.code, 'core_failed');
  for (let i = 0; i < 2; i += 1) {
    await assert.rejects(engine.check({ name: 'Hikvision' }), { code: 'snapshot_unreachable' });
  }
  engine.close();
});

test('What they are called is known before they come, where the build says it', async () => {
  const names = [{ code: 'SDN', title: 'Specially Designated Nationals and Blocked Persons List' }];
  const engine = await openWith(() => {}, { stamp: { others: { lists: names } } });
  assert.deepEqual(engine.others.lists, names);
  engine.close();
});
