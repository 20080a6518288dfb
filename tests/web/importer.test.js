import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Changes } from '../../web/element/changes.js';
import { csvOf } from '../../web/element/changes-export.js';
import { dateInName } from '../../web/element/list-date.js';
import { Importer } from '../../web/engine/importer.js';
import { ListStore } from '../../web/engine/list-store.js';
import { readProject } from './setup.js';

const wasm = readProject('build/wasm/lookup-import.wasm');
const csv = readProject('tests/fixtures/consolidated-lists.csv');
const before = {
  entityList: readProject('tests/fixtures/entity-list-small.json'),
  others: readProject('tests/fixtures/other-lists-small.json'),
};
const options = { asOf: '2026-02-28', before };
const importer = new Importer({ wasm });

test('An import tells its steps and gives what changes and what to keep', async () => {
  const steps = [];
  const told = await importer.importFile(new Blob([csv]), { ...options, onProgress: ({ step }) => steps.push(step) });
  assert.deepEqual(steps, ['reading', 'starting', 'comparing', 'checking']);
  assert.deepEqual([told.format, told.stays, told.difference.changes.length], ['csv', [], 7]);
  const kept = [told.snapshots.entityList, told.snapshots.others].map((bytes) => JSON.parse(Buffer.from(bytes)));
  assert.deepEqual(
    kept.map(({ lists }) => lists[0].as_of),
    ['2026-02-28', '2026-02-28'],
  );
  const part = await importer.importFile(before.entityList, { before });
  assert.deepEqual([Object.keys(part.snapshots), part.stays], [['entityList'], ['other-lists']]);
});

test('What needs no file can be done ahead, and what fails of it is told by the import', async () => {
  const ahead = new Importer({ wasm });
  const whole = await ahead.importFile(csv, options);
  let others;
  // What comes last of what is done ahead is to read the other lists.
  const done = new Promise((resolve) => {
    others = {
      ...before,
      get others() {
        resolve();
        return before.others;
      },
    };
  });
  ahead.prepare({ before: others });
  await done;
  const steps = [];
  const told = await ahead.importFile(csv, {
    ...options,
    before: others,
    onProgress: ({ step }) => steps.push(step),
  });
  assert.deepEqual(steps, ['comparing', 'checking'], 'the rest was done');
  assert.deepEqual(told.difference, whole.difference);
  ahead.prepare({ before: {} });
  assert.deepEqual((await ahead.importFile(csv, options)).difference, whole.difference, 'not what was done for others');

  const failing = new Importer({ wasm: readProject('build/wasm/lookup.wasm') });
  failing.prepare({ before });
  await assert.rejects(failing.importFile(csv, options), { code: 'import_unavailable' });
  const giving = new AbortController();
  ahead.prepare({ before, signal: giving.signal });
  giving.abort();
  await assert.rejects(ahead.importFile(csv, options), { code: 'aborted' });
  assert.equal((await ahead.importFile(csv, options)).format, 'csv', 'and the next is as good as any');
});

const failures = [
  ['without a date', () => importer.importFile(csv, { before }), { code: 'date_invalid', field: 'as_of' }],
  ['that is empty', () => importer.importFile(new Blob([]), options), { code: 'csv_empty' }],
  ['that is a PDF', () => importer.importFile(new Blob(['%PDF']), options), { code: 'file_not_list' }],
  [
    'against lists in use that are damaged, for which it is not to blame',
    () => importer.importFile(csv, { ...options, before: { entityList: before.entityList.subarray(0, 300) } }),
    { code: 'import_failed', detail: /^the lists in use: / },
  ],
  [
    'when given up before',
    () => importer.importFile(csv, { ...options, signal: AbortSignal.abort() }),
    { code: 'aborted' },
  ],
  [
    'with another program',
    () => new Importer({ wasm: readProject('build/wasm/lookup.wasm') }).importFile(csv, options),
    { code: 'import_unavailable', detail: /^wasm_foreign: / },
  ],
  [
    'with a program of another build',
    () => new Importer({ wasm, stamp: { build: 'other' } }).importFile(csv, options),
    { code: 'build_mixed' },
  ],
  ['in no time', () => new Importer({ wasm, limitMs: 1 }).importFile(csv, options), { code: 'timed_out' }],
];
for (const [what, work, error] of failures) {
  test(`An import of a file ${what} ends with ${error.code}`, () => assert.rejects(work, error));
}

test('An import that is given up in the middle ends at once', async () => {
  const giving = new AbortController();
  const onProgress = ({ step }) => step === 'comparing' && giving.abort();
  await assert.rejects(importer.importFile(csv, { ...options, signal: giving.signal, onProgress }), {
    code: 'aborted',
  });
});

test('Where nothing can be stored every call is refused with a code, and none throws at once', async () => {
  const store = new ListStore();
  store.listen();
  for (const call of ['kept', 'use', 'forget']) {
    const promise = store[call]({});
    await assert.rejects(promise, { code: 'storage_refused' }, call);
  }
  store.close();
});

test('Of changes in details those by which a party is found are shown at first, and the rest when it is asked for', () => {
  const fields = [['aliases'], ['remarks'], ['addresses', 'remarks'], ['ids'], ['programmes'], ['acronyms']];
  const changes = fields.map((each, i) => ({ kind: 'other', list: 'EL', id: String(i), name: 'a', fields: each }));
  changes.push({ kind: 'added', list: 'EL', id: '6', name: 'a' });
  const found = (kind) => new Changes({ lists: [], texts: [], changes }).find({ list: '', text: '', kind });
  assert.deepEqual(
    found('telling').map(({ id }) => id),
    ['0', '2', '3', '5', '6'],
  );
  assert.equal(found('other').length, 6);
  assert.equal(found('').length, 7);
});

test('A saved table is one by RFC 4180, and no cell of it is a formula', () => {
  const names = ['=1+1', '+1', '-1', '@a', '\t=1', 'a "b", c', 'two\nlines', 'plain'];
  const changes = names.map((name, i) => ({ kind: 'added', list: 'EL', id: String(i), name }));
  const lines = csvOf(changes, new Changes({ lists: [], texts: [], changes })).split('\r\n');
  const cells = ['"\'=1+1"', '"\'+1"', '"\'-1"', '"\'@a"', '"\'\t=1"', '"a ""b"", c"', '"two\nlines"', 'plain'];
  assert.deepEqual(
    lines.slice(1, -1),
    cells.map((cell, i) => `added,EL,${cell},,${i},,,,,,,`),
  );
});

test('The date of a list is taken from its name, and from nothing else', () => {
  for (const [names, date] of [
    [['consolidated-2026-08-04.csv'], '2026-08-04'],
    [['csl_20260804.zip'], '2026-08-04'],
    [['list.zip', 'csl/2026.08.04.csv'], '2026-08-04'],
    [['12026-08-041.csv'], undefined],
    [['2026-02-30.csv'], undefined],
    [['consolidated.csv'], undefined],
  ]) {
    assert.equal(dateInName(names), date, names.join());
  }
});
