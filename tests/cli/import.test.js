// What a user of `entity-lookup import` sees. Needs the release build (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = join(project, 'build/release/entity-lookup');
const csv = join(project, 'tests/fixtures/consolidated-small.csv');
const snapshot = readFileSync(join(project, 'tests/fixtures/entity-list-small.json'));
const text = readFileSync(csv, 'utf8');
const listsText = readFileSync(join(project, 'tests/fixtures/consolidated-lists.csv'), 'utf8');
const header = text.slice(0, text.indexOf('\r\n') + 2);
const base = mkdtempSync(join(tmpdir(), 'entity-lookup-import-'));
after(() => rmSync(base, { recursive: true }));

// Each test has an empty folder, so that a temporary file left in it shows.
let folder = '';
let output = '';
beforeEach(() => {
  folder = mkdtempSync(join(base, 'test-'));
  output = join(folder, 'list.json');
});

/** Runs the program; `input` is a path. */
function importFile(input, { date = '2026-01-31', list = 'EL', to = output, more = [] } = {}) {
  const args = ['import', input, '--as-of', date, '--list', list, '-o', to, ...more];
  return spawnSync(program, args, { encoding: 'utf8' });
}

/** A file outside the output folder that holds `contents`. */
function file(contents) {
  const path = join(mkdtempSync(join(base, 'input-')), 'list.csv');
  writeFileSync(path, contents);
  return path;
}

/** A file in the official layout with `count` made-up entries. */
function listOf(count) {
  const cells = header.split(',').length;
  const rows = Array.from({ length: count }, (_, i) => {
    const row = new Array(cells).fill('');
    row[0] = `id-${i}`;
    row[1] = 'Entity List (EL) - Bureau of Industry and Security';
    row[5] = `Nordhafen Works ${i}`;
    return row.join(',') + '\r\n';
  });
  return file(header + rows.join(''));
}

/** Asserts that the run failed with `sentence` and that the output folder holds `bytes` as the list and nothing else. */
function assertKept(result, sentence, bytes, name = '') {
  assert.equal(result.status, 2, name);
  assert.match(result.stderr, sentence, name);
  assert.equal(result.stdout, '', name);
  if (bytes === undefined) {
    assert.deepEqual(readdirSync(folder), [], name);
  } else {
    assert.deepEqual(readdirSync(folder), ['list.json'], name);
    assert.ok(readFileSync(output).equals(bytes), name);
  }
}

test('an import writes the snapshot, says what it holds, and ends with status 0', () => {
  const { status, stdout, stderr } = importFile(csv);
  assert.equal(status, 0);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /^EL as of 2026-01-31: 6 entries, 15 names\n\S+list\.json: 6 entries, \d requirements, \d policies, sha256 [0-9a-f]{64}\n$/,
  );
  assert.ok(readFileSync(output).equals(snapshot));
  assert.deepEqual(readdirSync(folder), ['list.json']);
  const check = spawnSync(program, ['check', 'Zimtstern Optics', '--list', output], { encoding: 'utf8' });
  assert.equal(check.status, 1);
});

test('the same file imported again gives the same bytes', () => {
  importFile(csv);
  assert.equal(importFile(csv).status, 0);
  assert.ok(readFileSync(output).equals(snapshot));
});

test('the source that is given stands in the snapshot', () => {
  const more = ['--source-title', 'A copy “of June”', '--source-url=https://example.org/list'];
  assert.equal(importFile(csv, { more }).status, 0);
  const { source } = JSON.parse(readFileSync(output, 'utf8')).lists[0];
  assert.deepEqual(source, { title: 'A copy “of June”', url: 'https://example.org/list' });
});

test('a source that no snapshot can hold is refused and nothing is written', () => {
  for (const [more, sentence] of [
    [['--source-title='], /source cannot be empty/],
    [['--source-url='], /source cannot be empty/],
    [['--source-url', 'javascript:alert(1)'], /lists\.source\.url/],
    [['--source-title', 'a\u001b[2Jb'], /lists\.source\.title: a control character/],
    [['--source-title', 'x'.repeat(50001)], /lists\.source\.title: too long/],
  ])
    assertKept(importFile(csv, { more }), sentence, undefined);
});

test('a command line that lacks something or has too much ends with status 2', () => {
  const whole = ['import', csv, '--as-of', '2026-01-31', '--list', 'EL', '-o', output];
  const rows = [
    [['import'], /import needs --as-of/],
    [['import', ...whole.slice(2)], /import needs one file/],
    [[...whole, csv], /import needs one file/],
    [whole.filter((_, i) => i !== 2 && i !== 3), /import needs --as-of/],
    [whole.filter((_, i) => i !== 4 && i !== 5), /import needs --list/],
    [whole.filter((_, i) => i !== 6 && i !== 7), /import needs -o/],
    [whole.slice(0, -1), /-o needs a value/],
    [[...whole, '--accept-fewer=yes'], /not an option/],
    [[...whole, '--force'], /not an option/],
    [[...whole, '-o', 'x'], /given twice/],
    [[...whole, '--bundle', folder], /--bundle says both/],
    [['import', csv, '--as-of', '2026-01-31', '--bundle', folder, '-o', output], /--bundle says both/],
    [['import', csv, '--as-of', '2026-01-31', '--bundle', ''], /--bundle needs a folder/],
    [['import', csv, '--bundle', folder], /import needs --as-of/],
  ];
  for (const [args, sentence] of rows)
    assertKept(spawnSync(program, args, { encoding: 'utf8' }), sentence, undefined, args.slice(2).join(' '));
});

test('whatever is wrong with the input, the old list stays byte for byte and no temporary file is left', () => {
  importFile(csv);
  const rows = [
    ['cut inside a record', text.slice(0, text.indexOf('\nTrading')), {}, /never closed/],
    ['empty', '', {}, /empty/],
    ['a header alone', header, {}, /empty/],
    ['not UTF-8', Buffer.concat([Buffer.from(header), Buffer.from([0xff])]), {}, /not valid UTF-8/],
    ['a column less', text.replace(',alt_names,', ',x,'), {}, /lacks a column.*alt_names/],
    ['a row too wide', text.replace('Ottokar Beispiel', 'Ottokar, Beispiel'), {}, /more or fewer columns.*record 7/],
    ['a bad value', text.replace('2012-10-09', '2012-10-32'), {}, /record 2, start_date: 2012-10-32/],
    ['an id twice', text + text.slice(header.length), {}, /same id.*record 9/],
    ['none of that list', text.replaceAll('(EL)', '(XL)'), {}, /no entry of that list/],
    ['a page instead', '<!doctype html><title>404</title>\n', {}, /lacks a column/],
    ['a date that is none', text, { date: '2026-02-30' }, /not a calendar date/],
    ['an unknown list', text, { list: 'XL' }, /no list with that code/],
  ];
  for (const [name, contents, options, sentence] of rows)
    assertKept(importFile(file(contents), options), sentence, snapshot, name);
});

test('an input that is not there is named', () => {
  importFile(csv);
  assertKept(importFile(join(folder, 'none.csv')), /could not be read.*none\.csv: No such file/, snapshot);
  assertKept(importFile(folder), /could not be read/, snapshot);
});

test('a link is followed and its target keeps its permissions', () => {
  const target = join(folder, 'target.json');
  writeFileSync(target, '', { mode: 0o600 });
  symlinkSync(target, output);
  assert.equal(importFile(csv).status, 0);
  assert.ok(lstatSync(output).isSymbolicLink());
  assert.deepEqual(readFileSync(target), snapshot);
  assert.equal(statSync(target).mode & 0o777, 0o600);
});

test('the input is never replaced by the output', () => {
  const input = file(text);
  const { status, stderr } = importFile(input, { to: input });
  assert.equal(status, 2);
  assert.match(stderr, /in place of the input|take the place of the input/);
  assert.equal(readFileSync(input, 'utf8'), text);
});

test('an output that cannot be written is named', () => {
  const nowhere = join(folder, 'none', 'list.json');
  assertKept(importFile(csv, { to: nowhere }), /could not be written.*none\/list\.json: No such file/, undefined);
  mkdirSync(output);
  const { status, stderr } = importFile(csv);
  assert.equal(status, 2);
  assert.match(stderr, /could not be written.*list\.json: not a regular file/);
  assert.deepEqual(readdirSync(folder), ['list.json']);
});

test('a file cut at the end of a record does not take the place of the whole list', () => {
  assert.equal(importFile(csv).status, 0);
  const cut = file(text.slice(0, text.indexOf('25e3b2c2add7')));
  const sentence =
    /nine tenths.*the old list stays.*--accept-fewer.*\(EL: 5 entries as of 2026-01-31 in place of 6 entries as of 2026-01-31\)/;
  assertKept(importFile(cut), sentence, snapshot);
  assertKept(importFile(cut, { date: '2026-02-28' }), /--accept-fewer/, snapshot);
  assertKept(importFile(cut, { more: ['--accept-older'] }), /--accept-fewer/, snapshot);
  assert.equal(importFile(cut, { more: ['--accept-fewer'] }).status, 0);
  assert.equal(JSON.parse(readFileSync(output, 'utf8')).entries.length, 5);
});

test('a list may lose a tenth of its entries and no more', () => {
  assert.equal(importFile(listOf(20)).status, 0);
  const old = readFileSync(output);
  assertKept(importFile(listOf(17)), /nine tenths/, old);
  assert.equal(importFile(listOf(18)).status, 0);
  assert.equal(importFile(listOf(40)).status, 0);
});

test('an earlier list does not take the place of a later one unless that is accepted', () => {
  assert.equal(importFile(csv).status, 0);
  const sentence = /earlier than.*the old list stays.*--accept-older.*2026-01-30.*2026-01-31/;
  assertKept(importFile(csv, { date: '2026-01-30' }), sentence, snapshot);
  assertKept(importFile(csv, { date: '2026-01-30', more: ['--accept-fewer'] }), sentence, snapshot);
  assert.equal(importFile(csv, { date: '2026-01-30', more: ['--accept-older'] }).status, 0);
  assert.equal(JSON.parse(readFileSync(output, 'utf8')).lists[0].as_of, '2026-01-30');
});

/** Runs the program on the file of several lists with the arguments that say which and where. */
function importLists(args, contents = listsText) {
  return spawnSync(program, ['import', file(contents), '--as-of', '2026-01-31', ...args], { encoding: 'utf8' });
}

/** The codes of the lists in the snapshot at `path`. */
function codesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).lists.map(({ code }) => code);
}

test('several lists, or all but the Entity List, go into one snapshot', () => {
  assert.equal(importLists(['--list', 'SDN', '--list', 'CAP', '-o', output]).status, 0);
  assert.deepEqual(codesIn(output), ['SDN', 'CAP']);
  const { status, stderr } = importLists(['--list', 'others', '-o', output]);
  assert.equal(status, 0);
  assert.match(stderr, /^DPL as of 2026-01-31: 1 entries, 1 names\n(.+\n){4}\S+list\.json: 8 entries, .+\n$/);
  assert.ok(readFileSync(output).equals(readFileSync(join(project, 'tests/fixtures/other-lists-small.json'))));
});

test('a bundle is both files of the data folder, by one command', () => {
  const { status, stdout, stderr } = importLists(['--bundle', folder]);
  assert.equal(status, 0);
  assert.equal(stdout, '');
  assert.match(stderr, /entity-list\.json: 1 entries/);
  assert.match(stderr, /other-lists\.json: 8 entries/);
  assert.deepEqual(readdirSync(folder).sort(), ['entity-list.json', 'other-lists.json']);
  assert.deepEqual(codesIn(join(folder, 'entity-list.json')), ['EL']);
  assert.deepEqual(codesIn(join(folder, 'other-lists.json')), ['DPL', 'MEU', 'SDN', 'CAP', 'ISN']);
});

test('a list that the program does not know stops a bundle, and neither file is written', () => {
  const unknown = listsText.replace('(ISN)', '(NEW)');
  for (const args of [
    ['--bundle', folder],
    ['--list', 'others', '-o', output],
  ]) {
    const sentence = /none of it was taken.*record 9, source: unknown list: Nonproliferation Sanctions \(NEW\)/;
    assertKept(importLists(args, unknown), sentence, undefined);
  }
  assert.equal(importLists(['--list', 'SDN', '-o', output], unknown).status, 0);
});

test('a list that went missing from the file is a list that shrank', () => {
  assert.equal(importLists(['--list', 'others', '-o', output]).status, 0);
  const old = readFileSync(output);
  const sentence = /nine tenths.*\(CAP: 0 entries as of 2026-01-31 in place of 1 entries/;
  assertKept(
    importLists(['--list', 'others', '-o', output], listsText.replaceAll(/^.*\(CAP\).*\r\n/gm, '')),
    sentence,
    old,
  );
  assertKept(importLists(['--list', 'EL', '-o', output]), /nine tenths.*\(DPL: 0 entries/, old);
});

test('what is no readable list is replaced without a question, and the import says that nothing was compared', () => {
  const shrunk = listOf(1);
  for (const bytes of ['', 'not a list', snapshot.subarray(0, 1000)]) {
    writeFileSync(output, bytes);
    const { status, stderr } = importFile(shrunk, { date: '2001-01-01' });
    assert.equal(status, 0);
    assert.match(stderr, /list\.json: the list in place could not be read, so the new one was not compared with it \(The list /);
  }
});

test('a date before the start of an entry is refused unless it is accepted, and a day to come always', () => {
  const { status, stderr } = importFile(csv, { date: '2001-01-01' });
  assert.equal(status, 2);
  assert.match(stderr, /\(EL: as of 2001-01-01, but an entry starts on 20\d\d-\d\d-\d\d\) \[list_older\]/);
  assert.equal(importFile(csv, { date: '2001-01-01', more: ['--accept-older'] }).status, 0);
  const future = importFile(csv, { date: '2199-01-01', more: ['--accept-older'] });
  assert.equal(future.status, 2);
  assert.match(future.stderr, /--as-of is a day that has not come yet/);
});

test('both files of a bundle are put in place, or neither', () => {
  const old = 'not a list';
  writeFileSync(join(folder, 'entity-list.json'), old);
  mkdirSync(join(folder, 'other-lists.json'));
  const { status, stderr } = importLists(['--bundle', folder]);
  assert.equal(status, 2);
  assert.match(stderr, /not a regular file.*\[file_unwritable\]/);
  assert.equal(readFileSync(join(folder, 'entity-list.json'), 'utf8'), old);
  assert.deepEqual(readdirSync(folder).sort(), ['entity-list.json', 'other-lists.json']);
});
