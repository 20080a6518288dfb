// Bringing in a newer list through the WebAssembly ABI, as a page's worker does. Needs both builds (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LinearMemory } from '../../web/engine/memory.js';

const project = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, project));
const fixture = (name) => read(`tests/fixtures/${name}`);
const parts = ['entity-list', 'other-lists'];
const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-abi-'));
after(() => rmSync(folder, { recursive: true }));

let module;
before(async () => {
  module = await WebAssembly.compile(read('build/wasm/lookup-import.wasm'));
});

let core;
let memory;
beforeEach(async () => {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  core = (await WebAssembly.instantiate(module, imports)).exports;
  core._initialize?.();
  memory = new LinearMemory();
  memory.attach(core.memory);
});

const decoder = new TextDecoder();

/** The parsed answer; a failure throws its code. */
function told({ status, bytes }) {
  const answer = JSON.parse(decoder.decode(bytes));
  if (status !== 0) throw Object.assign(new Error(answer.sentence), answer);
  return answer;
}

const placeBefore = (bytes) => told(memory.reply(memory.lend(core, bytes, (...lent) => core.lookup_import_before(...lent))));
const importFile = (bytes, options = { as_of: '2026-02-28' }) =>
  told(
    memory.reply(
      memory.lend(core, JSON.stringify(options), (...given) =>
        memory.lend(core, bytes, (...lent) => core.lookup_import(...given, ...lent)),
      ),
    ),
  );
const imported = (which) => decoder.decode(memory.reply(core.lookup_imported(which)).bytes);

test('a file is compared with what is in place, and its snapshots are those of the command line', () => {
  assert.equal(placeBefore(fixture('entity-list-small.json')).lists.length, 1);
  assert.equal(placeBefore(fixture('other-lists-small.json')).lists.length, 6);
  const bundle = ['import', fileURLToPath(new URL('tests/fixtures/consolidated-lists.csv', project))];
  bundle.push('--as-of', '2026-02-28', '--bundle', folder);
  const program = fileURLToPath(new URL('build/release/entity-lookup', project));
  assert.equal(spawnSync(program, bundle).status, 0);
  for (const format of ['csv', 'json']) {
    const answer = importFile(fixture(`consolidated-lists.${format}`));
    assert.equal(answer.format, format);
    assert.deepEqual(answer.stays, []);
    assert.deepEqual(answer.findings, [
      {
        kind: 'shrank',
        list: 'EL',
        before: { as_of: '2026-01-31', entries: 6 },
        after: { as_of: '2026-02-28', entries: 1 },
      },
    ]);
    assert.equal(answer.difference.changes.length, 7);
    parts.forEach((part, which) => assert.equal(imported(which), readFileSync(join(folder, `${part}.json`), 'utf8')));
    assert.equal(imported(2), '');
  }
});

test('without a list in place everything is new', () => {
  const { findings, difference } = importFile(fixture('consolidated-lists.csv'));
  assert.deepEqual(findings, []);
  assert.ok(difference.changes.every(({ kind }) => kind === 'added'));
  assert.ok(difference.lists.every(({ before }) => before === null));
});

test('a file with a part of the lists leaves the other snapshot as it is', () => {
  placeBefore(fixture('entity-list-small.json'));
  placeBefore(fixture('other-lists-small.json'));
  const { stays, difference } = importFile(fixture('entity-list-small.json'), {});
  assert.deepEqual(stays, ['other-lists']);
  assert.deepEqual(difference.changes, []);
  assert.equal(imported(0), fixture('entity-list-small.json').toString());
  assert.equal(imported(1), '');
});

test('a broken file names record and column, and nothing is left to keep', () => {
  importFile(fixture('consolidated-lists.csv'));
  const broken = fixture('consolidated-lists.csv').toString().replace('2019-09-30', '2019-09-31');
  assert.throws(() => importFile(Buffer.from(broken)), { code: 'csv_value_invalid', record: 7, field: 'start_date' });
  assert.deepEqual([imported(0), imported(1)], ['', '']);
  const cut = fixture('consolidated-lists.json').subarray(0, -30);
  assert.throws(() => importFile(cut), { code: 'json_damaged' });
  assert.throws(() => importFile(fixture('consolidated-lists.csv'), {}), { code: 'date_invalid', field: 'as_of' });
  assert.throws(() => importFile(fixture('consolidated-lists.csv'), { list: 'EL' }), { code: 'request_malformed' });
  assert.throws(() => importFile(Buffer.alloc(0)), { code: 'csv_empty' });
  assert.throws(() => placeBefore(fixture('entity-list-small.json').subarray(0, 500)), { code: 'snapshot_truncated' });
});
