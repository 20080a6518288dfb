// What a user of the command line sees. Needs the release build (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = join(project, 'build/release/entity-lookup');
const list = join(project, 'data/entity-list.json');
const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-'));
after(() => rmSync(folder, { recursive: true }));

function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr, lines: stdout.split('\n').slice(0, -1) };
}

test('a listed party is found and the exit status is 1', () => {
  const { status, stdout, stderr } = run(['check', 'Hikvision']);
  assert.equal(status, 1);
  assert.match(stdout, /Hangzhou Hikvision Digital Technology Co\., Ltd\./);
  assert.match(stdout, /EL \(3420 entries\), .*SDN \(19181 entries\).* as of 2026-07-31/);
  assert.match(stdout, /84 FR 54002/);
  assert.equal(stderr, '');
});

test('a name that is not listed ends with status 0 and names list, date and score', () => {
  const { status, stdout } = run(['check', 'Coca-Cola', '--only', 'EL']);
  assert.equal(status, 0);
  assert.match(stdout, /^No match at or above 70 in EL \(3420 entries\) as of 2026-07-31\.\n$/);
});

test('check --json prints one object with the hash of the list', () => {
  const { status, lines } = run(['check', 'Megvii', '--json', '--max=1', '--country', 'cn']);
  assert.equal(status, 1);
  assert.equal(lines.length, 1);
  const answer = JSON.parse(lines[0]);
  assert.equal(answer.matches.length, 1);
  assert.equal(answer.matches[0].country, 'agrees');
  assert.equal(answer.lists[0].sha256, JSON.parse(readFileSync(list, 'utf8')).sha256);
});

test('a question that cannot be asked ends with status 2, a sentence, and nothing on standard output', () => {
  const rows = [
    [['check'], /takes one name/],
    [['check', 'a', 'b'], /takes one name/],
    [['check', ''], /Type a name/],
    [['check', '---', '--', 'x'], /not an option/],
    [['check', '...'], /no letter or digit/],
    [['check', 'x'.repeat(10000)], /longer than can be checked/],
    [['check', 'Orbita', '--country', 'ZZ'], /ISO 3166-1/],
    [['check', 'Orbita', '--min-score', 'high'], /0 to 100/],
    [['check', 'Orbita', '--min-score', '101'], /0 to 100/],
    [['check', 'Orbita', '--max', '0'], /outside what is allowed/],
    [['check', 'Orbita', '--born', '13.9.56'], /date of birth/],
    [['check', 'Orbita', '--address', '...'], /\(address\)/],
    [['check', 'Orbita', '--item', 'pump'], /EAR99/],
    [['check', 'Orbita', '--kind', 'ship'], /individual, entity, vessel or aircraft/],
    [['check', 'Orbita', '--only', 'XX'], /no list with that code/],
    [['check', 'Orbita', '--only', 'FSE'], /No list is loaded, or not the one asked for/],
    [['check', 'Orbita', '--max'], /needs a value/],
    [['check', 'Orbita', '--max', '1', '--max', '2'], /given twice/],
    [['check', 'Orbita', '--colour'], /not an option/],
    [['check', 'Orbita', '--list', join(folder, 'none.json')], /could not be read/],
    [['check', 'Orbita', '--list', list, '--list', list], /the list EL stands in two of the files given/],
    [['screen', join(folder, 'none.txt')], /could not be read/],
    [['screen', 'a', 'b'], /takes one file/],
    [['frobnicate'], /no command frobnicate/],
    [[], /no command given/],
  ];
  for (const [args, sentence] of rows) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2, args.join(' ').slice(0, 60));
    assert.match(stderr, sentence);
    assert.equal(stdout, '');
  }
});

test('a damaged list is an error, never "no match"', () => {
  const text = readFileSync(list, 'utf8');
  const damaged = join(folder, 'damaged.json');
  for (const bytes of ['', text.slice(0, 100000), text.replace('Hikvision', 'Hikvizion'), '<!doctype html><title>404</title>']) {
    writeFileSync(damaged, bytes);
    for (const args of [['check', 'Coca-Cola', '--list', damaged], ['screen', '--list', damaged]]) {
      const { status, stdout, stderr } = run(args, 'Coca-Cola\n');
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^entity-lookup: The list /);
    }
  }
});

test('an address beside the name says which of the two matched, and parties found by it alone stand apart', () => {
  const address = 'Rm 13, 27th Floor, Ho King Commercial Ctr, 2-16 Fayuen St';
  const { status, stdout } = run(['check', 'Chipgoo Electronics', '--address', address, '--only', 'EL']);
  assert.equal(status, 1);
  assert.match(stdout, /Chipgoo Electronics Limited[^]*The party also has this address[^]*found by the address alone[^]*Allparts Trading/);
});

test('parties found by their address alone are no match: the exit status is 0', () => {
  const { status, lines } = run(['screen', '--address', '52 Yongding Rd, Beijing', '--max', '2'], 'Coca-Cola\n');
  assert.equal(status, 0);
  const answer = JSON.parse(lines[0]);
  assert.deepEqual(answer.matches, []);
  assert.equal(answer.at_address.length, 2);
  assert.ok(answer.at_address_total > 2);
  assert.deepEqual(Object.keys(answer.at_address[0]), ['list', 'id', 'name', 'address', 'score']);
});

test('an address is compared though the name cannot be searched, and what is found by it is shown in full', () => {
  const address = 'Georgievskiy Prospekt, 5, Floor 3, Zelenograd, Moscow';
  const { status, stdout } = run(['check', 'საქართველო', '--address', address, '--only', 'EL']);
  assert.equal(status, 2);
  assert.match(stdout, /\nThe name was not checked\.\n\n7 entries found by the address alone/);
  assert.doesNotMatch(stdout, /Nothing was checked/);
  const first = stdout.split('\n\n')[2];
  for (const label of ['list', 'country', 'means', 'licence', 'in words', 'policy']) assert.match(first, new RegExp(`\n +${label} +\\S`));
});

test('an address that agrees as a whole is printed once', () => {
  const address = 'Flat/Rm 1005, 10/F, Ho King Commercial Center, 2-16 Fayuen St, Mong Kok, Kowloon, Hong Kong';
  const { stdout } = run(['check', 'Coca-Cola', '--address', address, '--only', 'EL', '--max', '1']);
  assert.equal(stdout.match(/Ho King Commercial Cent/g).length, 1);
});

test('a match says what its list means and what its entry says in plain words', () => {
  const { stdout } = run(['check', 'Hikvision', '--max', '1']);
  assert.match(stdout, /means +A licence is needed to export, reexport or transfer \(in-country\) the items that its entry names where this party is purchaser/);
  assert.match(stdout, /licence +For all items[^\n]*\n +in words +A licence is needed/);
  assert.match(stdout, /also on +CMIC[^\n]*\n +U\.S\. persons may not buy/);
  const [list] = JSON.parse(run(['check', 'Hikvision', '--json', '--max', '1']).lines[0]).lists;
  const snapshot = JSON.parse(readFileSync(join(project, 'data/entity-list.json'), 'utf8')).lists[0];
  assert.equal(list.consequence, snapshot.consequence);
  assert.equal(list.legal_basis, snapshot.legal_basis);
  assert.match(list.page_url, /^https:/);
});

test('screen answers each line in order, with one object a line', () => {
  const input = '\uFEFFHikvision\r\nCoca-Cola\nMegvii Technology';
  const { status, lines, stderr } = run(['screen', '--min-score', '70', '--max', '2', '--jsonl'], input);
  assert.equal(status, 1);
  assert.equal(stderr, '');
  const answers = lines.map((line) => JSON.parse(line));
  assert.deepEqual(answers.map((answer) => answer.query), ['Hikvision', 'Coca-Cola', 'Megvii Technology']);
  assert.deepEqual(Object.keys(answers[0].matches[0]), ['list', 'id', 'name', 'matched_name', 'score']);
  assert.deepEqual(answers[1].matches, []);
  assert.equal(answers[1].total, 0);
  assert.equal(answers[2].matches[0].score, 100);
});

test('screen counts all matches, however many it prints', () => {
  const [answer] = run(['screen', '--max', '2', '--only', 'EL'], 'Huawei\n').lines.map((line) => JSON.parse(line));
  assert.equal(answer.matches.length, 2);
  assert.ok(answer.total > 100);
});

test('a bad line is reported in its place and does not stop the rest', () => {
  const input = Buffer.concat([Buffer.from('Hikvision\n\nbad '), Buffer.from([0xff]), Buffer.from(`\n${'x'.repeat(200000)}\nMegvii\n`)]);
  const { status, lines } = run(['screen'], input);
  assert.equal(status, 2);
  const answers = lines.map((line) => JSON.parse(line));
  assert.deepEqual(answers.map((answer) => answer.error?.code ?? 'ok'), ['ok', 'name_missing', 'name_not_utf8', 'name_too_long', 'ok']);
  assert.deepEqual(answers.slice(1, 4).map((answer) => answer.error.record), [2, 3, 4]);
  assert.ok(!('matches' in answers[1]));
});

test('screen reads a file as well as standard input, and nothing gives nothing', () => {
  const file = join(folder, 'names.txt');
  writeFileSync(file, 'Hikvision\nCoca-Cola\n');
  assert.equal(run(['screen', file]).stdout, run(['screen'], 'Hikvision\nCoca-Cola\n').stdout);
  assert.deepEqual(run(['screen'], ''), { status: 0, stdout: '', stderr: '', lines: [] });
});

test('a number is not searched where no list gives numbers, which is not the same as no match', () => {
  const { status, stdout } = run(['check', 'INN 7706107510', '--list', list]);
  assert.equal(status, 2);
  assert.match(stdout, /^Not looked up: 7706107510\. .* no numbers .*\nNothing was checked\.\n$/);
  const beside = run(['check', 'Coca-Cola INN 7706107510', '--list', list, '--json']);
  assert.equal(beside.status, 0);
  assert.deepEqual(JSON.parse(beside.stdout).unsearched_numbers, ['7706107510']);
});

test('a name in letters that no listed name has is not searched, which is not the same as no match', () => {
  const { status, stdout } = run(['check', 'หัวเหว่ย']);
  assert.equal(status, 2);
  assert.match(stdout, /^Not searched.*หัวเหว่ย.*\nNothing was checked\.\n$/);
  const screened = run(['screen'], 'หัวเหว่ย\nCoca-Cola\n');
  assert.equal(screened.status, 2);
  const [answer] = screened.lines.map((line) => JSON.parse(line));
  assert.equal(answer.searched, false);
  assert.deepEqual(answer.foreign_words, ['หัวเหว่ย']);
});

test('names on old Mac line ends are names of their own, and binary data is refused', () => {
  const { lines } = run(['screen'], 'Hikvision\rCoca-Cola\r\nMegvii\nH\0u\0a\0');
  const answers = lines.map((line) => JSON.parse(line));
  assert.deepEqual(answers.map(({ query }) => query).slice(0, 3), ['Hikvision', 'Coca-Cola', 'Megvii']);
  assert.equal(answers[3].error.code, 'name_not_utf8');
});

test('what a name holds cannot forge a line on the terminal', () => {
  const { stdout } = run(['check', 'Hikvision\n100.00   Harmless Ltd']);
  assert.ok(!stdout.includes('\n100.00   Harmless'), stdout);
});

test('two lists are searched together, best matches first', () => {
  const others = join(project, 'data/other-lists.json');
  const first = (args) => JSON.parse(run(['screen', '--max', '1', ...args], 'Hikvision\n').lines[0]).matches[0];
  const two = run(['screen', '--max', '1', '--list', list, '--list', others], 'Hikvision\n');
  assert.deepEqual(JSON.parse(two.lines[0]).matches, [first(['--list', list]), first(['--list', others])]);
});

test('the program and its list work from any folder', () => {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(program, join(copy, 'entity-lookup'));
  for (const name of ['entity-list.json', 'other-lists.json']) cpSync(join(project, 'data', name), join(copy, name));
  const { status } = spawnSync(join(copy, 'entity-lookup'), ['check', 'Hikvision'], { cwd: '/' });
  assert.equal(status, 1);
});

test('an answer that cannot be written is an error, never a silent status 0 or 1', { skip: !existsSync('/dev/full') }, () => {
  const full = openSync('/dev/full', 'w');
  for (const args of [
    ['check', 'Hikvision'],
    ['check', 'Coca-Cola'],
    ['check', 'Hikvision', '--json'],
    ['check', 'Coca-Cola', '--json'],
    ['--help'],
    ['--version'],
  ]) {
    const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    assert.equal(status, 2, args.join(' '));
    assert.equal(stderr, 'entity-lookup: The file could not be written. (standard output) [file_unwritable]\n');
  }
  closeSync(full);
});

test('--help names every command and --version the version', () => {
  const { status, stdout } = run(['--help']);
  assert.equal(status, 0);
  for (const word of ['check', 'screen', 'import', '--accept-fewer', '--accept-older']) assert.ok(stdout.includes(word), word);
  assert.match(stdout, /parties found by an address alone are no\s+match/);
  for (const command of ['check', 'screen', 'diff', 'import']) assert.equal(run([command, '--help']).stdout, stdout);
  assert.match(run(['--version']).stdout, /^entity-lookup \d+\.\d+\.\d+\n$/);
});
