// How often names that are not listed alert, by list, at the default score: `node alert-rates.mjs clean.tsv answers.jsonl`.
// The answers are those of `entity-lookup screen` over all lists, a line for each name.
import { readFileSync } from 'node:fs';

const [names, answers] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8').trimEnd().split('\n'));
names.shift(); // The heading.
if (names.length !== answers.length) throw new Error(`${names.length} names, ${answers.length} answers`);

/** @type {Map<string, {asked: number, alerts: number, lists: Map<string, number>}>} */
const groups = new Map();
names.forEach((name, i) => {
  const kind = name.split('\t')[0] === 'person' ? 'persons' : 'companies';
  const group = groups.get(kind) ?? { asked: 0, alerts: 0, lists: new Map() };
  groups.set(kind, group);
  const lists = new Set((JSON.parse(answers[i]).matches ?? []).map((/** @type {{list: string}} */ { list }) => list));
  group.asked += 1;
  if (lists.size > 0) group.alerts += 1;
  for (const list of lists) group.lists.set(list, (group.lists.get(list) ?? 0) + 1);
});

const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${((100 * part) / whole).toFixed(2)} %`;
for (const [kind, { asked, alerts, lists }] of groups) {
  const byList = [...lists].sort((a, b) => b[1] - a[1]).map(([list, count]) => `${list} ${percent(count, asked)}`);
  console.log(`${asked} unlisted ${kind}: ${percent(alerts, asked)} alert; ${byList.join(', ')}`);
}
