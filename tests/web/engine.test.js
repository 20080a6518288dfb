import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Core } from '../../web/engine/core.js';
import { LookupError, coreErrorCodes, engineErrorCodes, openEngine } from '../../web/engine/engine.js';
import { Instance } from '../../web/engine/instance.js';
import { LinearMemory } from '../../web/engine/memory.js';
import { System } from '../../web/engine/system.js';
import { golden, isBuilt, listDate, project, readProject, serve, timeless } from './setup.js';

const wasm = readProject('build/wasm/lookup.wasm');
const snapshot = readProject('data/entity-list.json');

/** That a promise rejects with a LookupError of this code. */
const failsWith = (promise, code) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof LookupError, `${error}`);
    assert.equal(error.code, code, error.message);
    return true;
  });

let engine;
before(async () => {
  engine = await openEngine({ wasm, snapshot });
});
after(() => engine.close());

describe('The golden queries', () => {
  const { entries } = JSON.parse(String(snapshot));
  const publishedName = new Map(entries.map(({ id, published_name }) => [id, published_name]));
  for (const { way, name, parties, within, reason } of golden) {
    test(`${way}: “${name}” finds ${parties.length > 0 ? 'its party' : 'nothing'}`, async () => {
      const { matches, total } = await engine.check({ name });
      if (parties.length === 0) {
        assert.deepEqual(matches.map((match) => [match.name, match.score]).concat(total), [0]);
        return;
      }
      const found = matches.slice(0, within).find(({ id }) => parties.includes(publishedName.get(id)));
      assert.ok(found, `${matches[0]?.name} ${matches[0]?.score}`);
      if (reason) assert.ok(found.reasons.some(({ kind }) => kind === reason));
    });
  }

  const native = 'build/release/entity-lookup';
  test(
    'give the same answers natively, to the last digit',
    { skip: !isBuilt(native) && 'no native build' },
    async () => {
      for (const { name } of golden) {
        const out = await new Promise((resolve, reject) => {
          const args = ['check', name, '--json', '--list', fileURLToPath(new URL('data/entity-list.json', project))];
          execFile(fileURLToPath(new URL(native, project)), args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
            if (error && error.code !== 1) reject(new Error(stderr));
            else resolve(stdout);
          });
        });
        assert.deepEqual(timeless(JSON.parse(out)), timeless(await engine.check({ name })));
      }
    },
  );
});

describe('An answer', () => {
  test('carries the list’s date, count and hash, and what was asked', async () => {
    const { query, lists } = await engine.check({
      name: 'Hikvision',
      country: 'CN',
      min_score: 60,
      max_matches: 3,
    });
    assert.deepEqual(query, {
      name: 'Hikvision',
      country: 'CN',
      min_score: 60,
      max_matches: 3,
    });
    assert.equal((await engine.check({ name: 'Hikvision' })).query.country, null);
    const { sha256 } = JSON.parse(String(snapshot));
    const [{ legal_basis: basis, consequence, page_url: page, ...list }, ...more] = lists;
    assert.deepEqual(list, { code: 'EL', title: 'Entity List', as_of: listDate, entry_count: 3420, sha256 });
    assert.deepEqual(more, []);
    assert.match(basis, /^15 CFR 744\.11/);
    assert.match(consequence, /^A licence is needed/);
    assert.match(page, /^https:\/\/www\.bis\.gov\//);
    assert.equal(engine.lists[0].sha256, sha256);
  });

  test('marks what agrees, in JavaScript’s own units, past characters of two units', async () => {
    const name = '𠮷野 Hikvision 😀';
    const { matches } = await engine.check({ name, min_score: 20 });
    const match = matches.find(({ name: found }) => found.includes('Hikvision'));
    const marked = match.query_marks.map(([begin, end]) => name.slice(begin, end));
    assert.ok(marked.includes('Hikvision'), marked.join());
    const inName = match.name_marks.map(([begin, end]) => match.matched_name.slice(begin, end));
    assert.ok(inName.includes('Hikvision'), inName.join());
  });

  test('says how many matches there are when it gives fewer', async () => {
    const { matches, total } = await engine.check({
      name: 'Huawei',
      max_matches: 1,
    });
    assert.equal(matches.length, 1);
    assert.ok(total > 1);
  });
});

describe('A question that cannot be asked', () => {
  const rows = [
    ['empty', { name: '' }, 'name_missing'],
    ['blank', { name: ' \t\u3000' }, /^name_(missing|without_letters)$/],
    ['punctuation only', { name: '.,-–…!?' }, 'name_without_letters'],
    ['zero-width only', { name: '\u200b\u200d\ufeff' }, /^name_(missing|without_letters)$/],
    ['bidi marks only', { name: '\u202a\u202e\u2066\u2069' }, /^name_(missing|without_letters)$/],
    ['10,000 characters', { name: 'x'.repeat(10_000) }, 'name_too_long'],
    ['half a character', { name: 'Hik\ud83dvision' }, 'name_not_text'],
    ['half a character at the end', { name: 'Hikvision\ud83d' }, 'name_not_text'],
    ['no such country', { name: 'Hikvision', country: 'QQ' }, 'country_unknown'],
    ['a score above 100', { name: 'Hikvision', min_score: 101 }, 'score_out_of_range'],
    ['no matches wanted', { name: 'Hikvision', max_matches: 0 }, 'count_out_of_range'],
    ['no day', { name: 'Hikvision', born: '1956-13-01' }, 'birth_date_invalid'],
    ['half a character for a day', { name: 'Hikvision', born: '19\ud83d' }, 'birth_date_invalid'],
    ['no classification', { name: 'Hikvision', item: 'chips' }, 'classification_invalid'],
    ['no such kind', { name: 'Hikvision', kinds: ['person'] }, 'kind_unknown'],
    ['no list chosen', { name: 'Hikvision', lists: [] }, 'nothing_chosen'],
    ['no kind chosen', { name: 'Hikvision', kinds: [] }, 'nothing_chosen'],
  ];
  for (const [what, request, code] of rows) {
    test(`${what}: a coded error, and the next question is answered`, async () => {
      await assert.rejects(engine.check(request), (error) => {
        if (typeof code === 'string') assert.equal(error.code, code);
        else assert.match(error.code, code);
        assert.ok(error.concernsQuestion);
        return true;
      });
      assert.ok((await engine.check({ name: 'Hikvision' })).total > 0);
    });
  }

  test('zero-width and bidi characters inside a name do not hide it', async () => {
    const { matches } = await engine.check({
      name: '\u202eHik\u200bvi\u00adsion\u2069',
    });
    assert.match(matches[0].name, /Hikvision/);
  });
});

describe('Files that are not what they should be', () => {
  const foreign = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  // A module of one import, `env.nothing`, a function without parameters and results.
  const demanding = Uint8Array.from([
    ...foreign,
    ...[1, 4, 1, 0x60, 0, 0],
    ...[2, 15, 1, 3, ...Buffer.from('env'), 7, ...Buffer.from('nothing'), 0, 0],
  ]);
  const damaged = Buffer.from(snapshot);
  damaged[snapshot.length >> 1] ^= 1;
  const rows = [
    ['wasm: nothing', { wasm: new Uint8Array() }, 'wasm_not_wasm'],
    ['wasm: a web page', { wasm: Buffer.from('<!doctype html><title>Not found</title>') }, 'wasm_not_wasm'],
    ['wasm: cut short', { wasm: wasm.subarray(0, wasm.length >> 1) }, 'wasm_damaged'],
    ['wasm: cut short as gzip', { wasm: gzipSync(wasm).subarray(0, 5000) }, 'wasm_damaged'],
    ['wasm: another program', { wasm: foreign }, 'wasm_foreign'],
    ['wasm: another program that wants things', { wasm: demanding }, 'wasm_foreign'],
    ['wasm: of another build', { stamp: { build: 'another' } }, 'build_mixed'],
    ['list: nothing', { snapshot: new Uint8Array() }, 'snapshot_empty'],
    ['list: cut short', { snapshot: snapshot.subarray(0, snapshot.length >> 1) }, 'snapshot_truncated'],
    ['list: cut short as gzip', { snapshot: gzipSync(snapshot).subarray(0, 5000) }, 'snapshot_truncated'],
    ['list: a web page', { snapshot: Buffer.from('<!doctype html><title>Not found</title>') }, 'snapshot_not_json'],
    ['list: changed', { snapshot: damaged }, /^snapshot_/],
    ['list: of another build', { stamp: { sha256: '0'.repeat(64) } }, 'build_mixed'],
  ];
  for (const [what, files, code] of rows) {
    test(`${what}: a coded error`, async () => {
      await assert.rejects(openEngine({ wasm, snapshot, ...files }), (error) => {
        assert.ok(error instanceof LookupError);
        if (typeof code === 'string') assert.equal(error.code, code, error.message);
        else assert.match(error.code, code);
        assert.ok(!error.concernsQuestion);
        return true;
      });
    });
  }

  test('gzip is unpacked', async () => {
    const packed = await openEngine({
      wasm: gzipSync(wasm),
      snapshot: gzipSync(snapshot),
    });
    assert.deepEqual(packed.lists, engine.lists);
    packed.close();
  });
});

describe('A core that fails', () => {
  /** A core over calls of our own. */
  const coreOf = (calls) => {
    const memory = new LinearMemory();
    memory.attach(new WebAssembly.Memory({ initial: 1 }));
    return new Core(
      new Instance({ lookup_allocate: () => 8, lookup_release: () => {}, ...calls }, memory, new System(memory)),
    );
  };
  const coded = (code, detail) => (error) => {
    assert.ok(error instanceof LookupError, `${error}`);
    assert.equal(error.code, code, error.message);
    if (detail) assert.match(error.detail, detail);
    assert.ok(!error.concernsQuestion);
    return true;
  };

  test('is asked before a list is open: list_not_open, through the ABI', async () => {
    const core = await Core.start(await WebAssembly.compile(wasm));
    assert.throws(() => core.check({ name: 'Hikvision' }), coded('list_not_open'));
    core.open(snapshot);
    assert.ok(core.check({ name: 'Hikvision' }).total > 0, 'and is whole afterwards');
  });

  test('gets no memory: memory_refused, for a list and for a question', () => {
    const core = coreOf({ lookup_allocate: () => 0 });
    assert.throws(() => core.open(new Uint8Array(500)), coded('memory_refused', /^500 bytes$/));
    assert.throws(() => core.check({ name: 'Hikvision' }), coded('memory_refused'));
  });

  test('gets no memory to start with: memory_refused', async (context) => {
    context.mock.method(WebAssembly, 'instantiate', () => Promise.reject(new RangeError('could not allocate memory')));
    await failsWith(openEngine({ wasm, snapshot }), 'memory_refused');
  });

  test('traps: core_failed, and what its memory holds is not asked again', () => {
    let asked = 0;
    const core = coreOf({
      lookup_check: () => {
        asked += 1;
        throw new WebAssembly.RuntimeError('unreachable');
      },
    });
    for (let i = 0; i < 3; i += 1) {
      assert.throws(() => core.check({ name: 'Hikvision' }), coded('core_failed', /^unreachable$/));
    }
    assert.equal(asked, 1);
  });

  test('answers outside its memory, or what is no JSON: core_failed', () => {
    for (const address of [65_536, -4, 0]) {
      assert.throws(() => coreOf({ lookup_about: () => address }).about(), coded('core_failed'));
    }
  });

  test('traps as it starts: core_failed', async () => {
    const calls = ['_initialize', 'lookup_allocate', 'lookup_release', 'lookup_about', 'lookup_open', 'lookup_check'];
    calls.push('lookup_browse', 'lookup_entry');
    const named = (name, kind) => [name.length, ...Buffer.from(name), kind, 0];
    const section = (id, content) => [id, (content.length & 127) | 128, content.length >> 7, ...content];
    // One function, `unreachable`, under every name that a core has, and one page of memory.
    const trapping = Uint8Array.from([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, [1, 0x60, 0, 0]),
      ...section(3, [1, 0]),
      ...section(5, [1, 0, 1]),
      ...section(7, [calls.length + 1, ...calls.flatMap((name) => named(name, 0)), ...named('memory', 2)]),
      ...section(10, [1, 3, 0, 0, 0x0b]),
    ]);
    await failsWith(openEngine({ wasm: trapping, snapshot }), 'core_failed');
  });
});

describe('A promise always settles', () => {
  test('given up before it begins', async () => {
    await failsWith(openEngine({ wasm, snapshot, signal: AbortSignal.abort() }), 'aborted');
    await failsWith(engine.check({ name: 'Hikvision' }, { signal: AbortSignal.abort() }), 'aborted');
  });

  test('out of time', async () => {
    const silent = await serve({ answers: { '/entity-list.json': () => {} } });
    await failsWith(openEngine({ wasm, snapshot: `${silent.url}entity-list.json`, loadLimitMs: 50 }), 'timed_out');
    silent.close();
  });

  test('closed', async () => {
    const closing = await openEngine({ wasm, snapshot });
    closing.close();
    await failsWith(closing.check({ name: 'Hikvision' }), 'engine_closed');
  });

  test('nobody there', async () => {
    const nowhere = 'http://127.0.0.1:9/';
    await failsWith(openEngine({ wasm: new URL('lookup.wasm', nowhere), snapshot }), 'wasm_unreachable');
    await failsWith(openEngine({ wasm: 'lookup.wasm', snapshot }), 'wasm_unreachable');
    await failsWith(openEngine({ wasm: `${nowhere}lookup.wasm`, snapshot }), 'wasm_unreachable');
    await failsWith(openEngine({ wasm, snapshot: `${nowhere}entity-list.json` }), 'snapshot_unreachable');
  });
});

test('The list of error codes is closed: the core’s and the engine’s, none in both', () => {
  assert.deepEqual(
    engine.about.errors.map(({ code }) => code),
    [...coreErrorCodes],
  );
  assert.ok(engine.about.errors.every(({ sentence }) => sentence.endsWith('.')));
  assert.equal(new Set([...coreErrorCodes, ...engineErrorCodes]).size, coreErrorCodes.length + engineErrorCodes.length);
});
