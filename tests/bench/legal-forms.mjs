// Prints coverage and agreement of the rows that tests/bench/legal-forms has joined: yardstick's columns and our class.

import { readFileSync } from 'node:fs';

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Arabic', 'Hebrew', 'Thai'];

const scriptOf = (text) => SCRIPTS.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text)) ?? 'other';
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1).padStart(6)} %`;

/** Adds a row to the group that it belongs to. */
function group(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

const isWhole = ({ form }) => form !== '-' && form !== 'parts';

function printCoverage(title, rows) {
  const whole = rows.filter(isWhole).length;
  const covered = rows.filter(({ form }) => form !== '-').length;
  console.log(
    `${title.padEnd(12)} ${String(rows.length).padStart(5)} ${percent(whole, rows.length)} ${percent(covered, rows.length)}`,
  );
}

/** Of all pairs of spellings that the yardstick puts into one class, the share that we do. */
function agreement(rows, classOf) {
  let pairs = 0;
  let agreeing = 0;
  for (const [, members] of group(rows.filter(isWhole), classOf)) {
    pairs += (members.length * (members.length - 1)) / 2;
    for (const [, same] of group(members, ({ form }) => form)) agreeing += (same.length * (same.length - 1)) / 2;
  }
  return percent(agreeing, pairs);
}

const [path, option] = process.argv.slice(2);
const rows = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([spelling, name, , source, form]) => ({
    spelling,
    name,
    nature: /generic=(\w*)/.exec(source)?.[1] || 'other',
    form,
  }));

if (option === '--missing') {
  for (const { spelling, name, nature, form } of rows)
    if (!isWhole({ form })) console.log([nature, name, spelling, form].join('\t'));
} else {
  console.log('             spellings  as one   as forms');
  printCoverage('all', rows);
  for (const [script, members] of group(rows, ({ spelling }) => scriptOf(spelling))) printCoverage(script, members);
  for (const [nature, members] of group(rows, ({ nature }) => nature)) printCoverage(nature, members);
  console.log(
    `pairs of one class that are of one class here: ${agreement(rows, ({ name }) => name)}, of one nature: ${agreement(rows, ({ nature }) => nature)}`,
  );
}
