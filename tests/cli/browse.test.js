// What a user of `entity-lookup browse` and `entry` sees. Needs the release build (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = join(project, 'build/release/entity-lookup');
const list = join(project, 'data/entity-list.json');
const { entries } = JSON.parse(readFileSync(list, 'utf8'));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr, lines: stdout.split('\n').slice(0, -1) };
}

/** The page that `browse --json` prints. */
function page(...args) {
  const { status, stdout, stderr } = run('browse', '--json', ...args);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return JSON.parse(stdout);
}

test('what was added on a day is listed, a line each, with country, notice and id', () => {
  const { status, lines, stderr } = run('browse', '--from', '2021-07-12', '--to', '2021-07-12');
  const added = entries.filter(({ start_date: date }) => date === '2021-07-12');
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.equal(lines[0], `${added.length} entries: EL ${added.length}.`);
  assert.equal(lines.length, 1 + added.length);
  for (const { id } of added) assert.ok(lines.some((line) => line.startsWith('2021-07-12  EL  ') && line.endsWith(id)));
  assert.ok(lines.some((line) => line.includes('  CN  Armyfly  (86 FR 36496)  ')));
});

test('each option narrows the list, as a count of the snapshot has it', () => {
  const rows = [
    [[], () => true],
    [['--country', 'cn'], ({ countries }) => countries?.includes('CN')],
    [['--country', 'IR', '--country', 'SY'], ({ countries }) => countries?.some((code) => ['IR', 'SY'].includes(code))],
    [['--notice', '84 fr 54002'], ({ citations }) => citations?.includes('84 FR 54002')],
    [['--to', '1999-12-31'], ({ start_date: date }) => date && date <= '1999-12-31'],
    [['--policy', 'none_published'], ({ policy }) => !policy],
  ];
  for (const [options, isIn] of rows)
    assert.equal(page('--only', 'EL', ...options).total, entries.filter(isIn).length, options.join(' '));
});

test('a text finds the beginnings of words of a name, in any case and script, and a whole id', () => {
  const names = (text) => page('--only', 'EL', text).entries.map(({ name }) => name);
  const hikvision = 'Hangzhou Hikvision Digital Technology Co., Ltd.';
  for (const text of ['hikvis', 'HANG tech hikv', '海康威视', '7cc98f1d244d4f068eec36ec6a15938cfb5b1e72'])
    assert.deepEqual(names(text), [hikvision], text);
  assert.deepEqual(names('kvision'), []);
});

test('pages follow each other, and the order is by name or by date', () => {
  const ids = (...args) => page('--only', 'EL', '--country', 'DE', ...args).entries.map(({ id }) => id);
  assert.deepEqual([...ids('--max', '3'), ...ids('--max=3', '--skip', '3')], ids('--max', '6'));
  const dates = (order) => page('--order', order, '--max', '500').entries.map(({ start_date: date }) => date);
  assert.deepEqual(dates('newest'), dates('newest').sort().reverse());
  assert.deepEqual(dates('oldest'), dates('oldest').sort());
  assert.match(run('browse', '--country', 'CN', '--max', '10', '--skip', '20').stdout, /^Showing 21 to 30; --max and/m);
  assert.match(
    run('browse', 'hikvision', '--skip', '20').stdout,
    /^2 entries: .*\nNone is left after the first 20\.\n$/,
  );
});

test('nothing found is no error', () => {
  const { status, stdout } = run('browse', 'nobody is called so');
  assert.equal(status, 0);
  assert.equal(stdout, '0 entries.\n');
});

test('an entry is shown whole, and as JSON with its list', () => {
  const { id } = page('hikvision', '--only', 'EL').entries[0];
  const { status, stdout } = run('entry', 'EL', id);
  assert.equal(status, 0);
  for (const part of [
    'Hangzhou Hikvision',
    'Entity List as of 2026-07-31',
    id,
    'Qianmo Road',
    'A licence is needed',
    '84 FR 54002, 85 FR 44159, since 2019-10-09',
  ])
    assert.ok(stdout.includes(part), part);
  const { lists, entry } = JSON.parse(run('entry', 'EL', id, '--json').stdout);
  assert.deepEqual(
    lists.map(({ code }) => code),
    ['EL'],
  );
  assert.equal(entry.id, id);
  assert.equal(entry.requirement.scope, 'all_items');
  assert.ok(!('score' in entry));
});

test('what cannot be shown ends with status 2, a sentence, and nothing on standard output', () => {
  const rows = [
    [['browse', 'a', 'b'], /takes one text/],
    [['browse', '---'], /not an option/],
    [['browse', '--', '---'], /no letter or digit/],
    [['browse', '--country', 'ZZ'], /ISO 3166-1/],
    [['browse', '--from', '12.7.2021'], /YYYY-MM-DD/],
    [['browse', '--from', '2021-07-12', '--to', '2021-07-11'], /is before 2021-07-12/],
    [['browse', '--policy', 'denied'], /no kind of policy called denied/],
    [['browse', '--order', 'score'], /name, newest or oldest/],
    [['browse', '--max', '501'], /outside what is allowed/],
    [['browse', '--skip', '1.5'], /outside what is allowed/],
    [['browse', '--only', 'XX'], /no list with that code/],
    [['browse', '--only', 'SDN', '--list', list], /not the one asked for/],
    [['entry', 'EL'], /takes the code of a list and the id/],
    [['entry', 'EL', 'none'], /no entry with that id.*\[entry_unknown\]/],
    [['entry', 'XX', '1'], /no list with that code/],
  ];
  for (const [args, sentence] of rows) {
    const { status, stdout, stderr } = run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '', args.join(' '));
    assert.match(stderr, sentence);
  }
});
