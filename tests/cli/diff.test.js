// What a user of `entity-lookup diff` sees, and of `import` with the other formats. Needs the release build
// (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { countIndependently } from './independent-diff.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = join(project, 'build/release/entity-lookup');
const fixture = (name) => join(project, 'tests/fixtures', name);
const listsCsv = fixture('consolidated-lists.csv');
const listsJson = fixture('consolidated-lists.json');
const others = fixture('other-lists-small.json');
const entityList = fixture('entity-list-small.json');
const base = mkdtempSync(join(tmpdir(), 'entity-lookup-diff-'));
after(() => rmSync(base, { recursive: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(base, 'test-'));
});

function run(...args) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** A copy of the file with the first `from` replaced by `to`. */
function changed(path, from, to, name = 'changed') {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), from);
  const copy = join(folder, name);
  writeFileSync(copy, text.replace(from, () => to));
  return copy;
}

test('two files of one content differ in nothing, whatever their format, and the status is 0', () => {
  for (const [before, now] of [
    [listsCsv, listsCsv],
    [listsCsv, listsJson],
    [listsJson, listsCsv],
    [others, others],
  ]) {
    const { status, stdout, stderr } = run('diff', before, now);
    assert.equal(stderr, '');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^SDN: 4 entries.* 0 added, 0 removed, 0 renamed, .*4 unchanged$/m);
  }
  const { status, stdout } = run('diff', others, listsCsv, '--list', 'SDN', '--list', 'CAP');
  assert.equal(status, 0);
  assert.match(stdout, /^SDN: 4 entries as of 2026-01-31 -> 4 entries: .*\nCAP: 1 entries .*\n$/);
});

test('what was added, removed, renamed or changed is told, and the status is 1', () => {
  const now = changed(listsCsv, 'NORD  WIND', 'WEST WIND');
  const { status, stdout } = run('diff', listsCsv, now);
  assert.equal(status, 1);
  assert.match(stdout, /^SDN: .*0 added, 0 removed, 1 renamed, 0 requirement, 0 policy, 0 other, 3 unchanged$/m);
  assert.match(stdout, /^~ SDN WEST WIND, before: NORD {2}WIND \[name\]$/m);
  const other = changed(listsCsv, 'Presumption of denial.', 'Case-by-case', 'policy');
  assert.match(
    run('diff', listsCsv, other).stdout,
    /^~ EL Zimtstern Optics \(CN\) \[policy\]\n {4}policy before: Presumption of denial\.\n {4}policy now: Case-by-case$/m,
  );
  const fewer = join(folder, 'fewer.csv');
  writeFileSync(fewer, readFileSync(listsCsv, 'utf8').replace(/^90003.*\r?\n/m, ''));
  assert.match(run('diff', listsCsv, fewer).stdout, /^- SDN ZZ-ABC$/m);
  assert.match(run('diff', fewer, listsCsv).stdout, /^\+ SDN ZZ-ABC$/m);
});

test('--json prints one object with lists, texts and changes', () => {
  const { status, stdout } = run('diff', '--json', listsCsv, changed(listsCsv, 'NORD  WIND', 'WEST WIND'));
  assert.equal(status, 1);
  const { lists, texts, changes } = JSON.parse(stdout);
  assert.deepEqual(
    lists.map(({ code }) => code),
    ['EL', 'DPL', 'MEU', 'SDN', 'CAP', 'ISN'],
  );
  assert.deepEqual(texts, []);
  assert.deepEqual(changes, [
    { kind: 'renamed', list: 'SDN', id: '90002', name: 'WEST WIND', before_name: 'NORD  WIND', fields: ['name'] },
  ]);
});

test('a folder with the snapshots of a bundle is one side', () => {
  copyFileSync(others, join(folder, 'other-lists.json'));
  const one = run('diff', folder, others);
  assert.equal(one.status, 0, one.stderr);
  copyFileSync(entityList, join(folder, 'entity-list.json'));
  const { status, stdout } = run('diff', folder, others);
  assert.equal(status, 1);
  assert.match(stdout, /^EL: 6 entries as of 2026-01-31 -> not there: 0 added, 6 removed/);
  assert.equal(run('diff', folder, entityList, '--list', 'EL').status, 0);
  assert.match(run('diff', mkdtempSync(join(folder, 'empty-')), others).stderr, /neither entity-list\.json nor/);
});

test('what cannot be compared ends with status 2, a sentence and no answer', () => {
  const rows = [
    [[], /needs two files/],
    [[listsCsv], /needs two files/],
    [[listsCsv, listsCsv, listsCsv], /needs two files/],
    [[listsCsv, listsCsv, '--list', 'XL'], /no list with that code/],
    [[listsCsv, listsCsv, '--list', 'FSE'], /no entry of that list.*FSE/],
    [[listsCsv, join(folder, 'none.csv')], /could not be read.*none\.csv/],
    [[listsCsv, changed(listsCsv, '2019-09-30', '2019-09-31')], /record 7, start_date: .*changed: 2019-09-31/],
    [[changed(listsJson, '2019-09-30', '2019-09-31', 'j'), listsCsv], /record 7, start_date: .*j: 2019-09-31/],
    [[listsCsv, changed(others, 'NORD', 'SUED', 's')], /checksum/],
    [[listsCsv, changed(listsCsv, '(ISN)', '(NEW)', 'n')], /unknown list/],
  ];
  for (const [args, sentence] of rows) {
    const { status, stdout, stderr } = run('diff', ...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, sentence);
    assert.equal(stdout, '');
  }
});

test('the official JSON is imported like the CSV, byte for byte the same', () => {
  const output = join(folder, 'list.json');
  const importLists = (file) => run('import', file, '--as-of', '2026-01-31', '--list', 'others', '-o', output);
  assert.equal(importLists(listsJson).status, 0);
  assert.ok(readFileSync(output).equals(readFileSync(others)));
  const cut = join(folder, 'cut.json');
  writeFileSync(cut, readFileSync(listsJson, 'utf8').slice(0, -4));
  const { status, stderr } = importLists(cut);
  assert.equal(status, 2);
  assert.match(stderr, /not whole and valid JSON.*none of it was taken.*\[json_damaged\]/);
  assert.ok(readFileSync(output).equals(readFileSync(others)));
});

test('a snapshot is imported with the date that it has', () => {
  const output = join(folder, 'list.json');
  const { status, stderr } = run('import', others, '--list', 'SDN', '-o', output);
  assert.equal(status, 0, stderr);
  const [{ code, as_of: date }] = JSON.parse(readFileSync(output, 'utf8')).lists;
  assert.deepEqual([code, date], ['SDN', '2026-01-31']);
  const dated = run('import', others, '--as-of', '2026-01-31', '--list', 'SDN', '-o', output);
  assert.equal(dated.status, 2);
  assert.match(dated.stderr, /a snapshot has its own date/);
});

const shared = (date) => fileURLToPath(new URL(`../../../shared/lists/consolidated-${date}.csv`, import.meta.url));
const [official2022, official2026] = ['2022-05-06', '2026-07-31'].map(shared);
test(
  'the untouched official file of 2022 has 13 lists, and what changed until 2026 is what another reading counts',
  { skip: !(existsSync(official2022) && existsSync(official2026)) && 'the official files are not there' },
  () => {
    assert.equal(run('import', official2022, '--as-of', '2022-05-06', '--bundle', folder).status, 0);
    const { status, stdout } = run('diff', folder, official2026, '--json');
    assert.equal(status, 1);
    const { lists } = JSON.parse(stdout);
    assert.equal(lists.filter(({ before }) => before).length, 13);
    const found = Object.fromEntries(
      lists.map(({ code, added, removed, renamed, requirement, policy }) => [code, { added, removed, renamed, requirement, policy }]),
    );
    // As data/README.md says of those added and removed.
    assert.deepEqual(found.EL, { added: 1496, removed: 77, renamed: 1, requirement: 385, policy: 54 });
    assert.deepEqual(found, countIndependently(readFileSync(official2022, 'utf8'), readFileSync(official2026, 'utf8')));
  },
);
