// Counts what was added, removed and renamed and whose licence rules changed between two official CSV files, without
// anything of the core: its own reading of CSV, of names (Intl) and of countries, and parties compared as sets, not one by
// one. What it shares with the core is the definition of the kinds, and that a party is known again by an alias: that rule
// is the core's own, so a fault in the rule itself shows in neither. Also a program: it prints the counts of two files.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @returns {string[][]} */
function readCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const values = (cell) => cell.split(';').map((value) => value.trim()).filter(Boolean);
const letters = (name) => name.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
// `Cory (a.k.a. Jason) Wilson`, `Astronautics Research Institute [aka …]`, `Quendel Works (PRC entity); and any …`
const withoutOthers = (name) =>
  name
    .replace(/\s*[([]\s*(?:[af]\.?\/?k\.?\/?a\b|also known)[^)\]]*[)\]]/gi, '')
    .replace(/\s*\([^)]* (?:individual|national|entity)\)/gi, '')
    .replace(/[;,]? and any .*/i, '');

// `Ri Su'ung-ch'o'l (Ri Sung Chol) (DPRK national)`
const inBrackets = (name) => [...name.matchAll(/\(([^)]*)\)/g)].map(([, inside]) => inside);

/** Parties by list code; one row for each id. */
function readParties(text) {
  const [header, ...rows] = readCsv(text);
  const lists = new Map();
  for (const row of rows) {
    const cell = Object.fromEntries(header.map((name, i) => [name, row[i]]));
    const code = /\(([^)]*)\)/.exec(cell.source)[1].replace(' List', '');
    const party = {
      id: cell._id,
      name: letters(cell.name),
      own: letters(withoutOthers(cell.name)),
      spoken: letters(withoutOthers(cell.name).replace(/^([^,]+), (.*)$/, '$2 $1')),
      requirement: letters(cell.license_requirement),
      policy: letters(cell.license_policy),
      aliases: [...values(cell.alt_names), ...inBrackets(cell.name)].map(letters),
      countries: values(cell.addresses).map((address) => /(?:^|,\s*)([A-Z]{2})$/.exec(address)?.[1]).filter(Boolean),
    };
    if (!lists.has(code)) lists.set(code, new Map());
    lists.get(code).set(party.id, party);
  }
  return lists;
}

/**
 * `{code: {added, removed, renamed, requirement, policy}}` of all lists of either text: parties without a counterpart by
 * id, or by name and country; and of those with one the first that differs in letters or digits of these.
 * @param {string} before
 * @param {string} after
 */
export function countIndependently(before, after) {
  const [old, fresh] = [readParties(before), readParties(after)];
  const counts = {};
  for (const code of new Set([...old.keys(), ...fresh.keys()])) {
    counts[code] = countList(old.get(code) ?? new Map(), fresh.get(code) ?? new Map());
  }
  return counts;
}

const agree = (a, b) => !a.countries.length || !b.countries.length || a.countries.some((c) => b.countries.includes(c));

/** A largest set of pairs, no party in two of them, by the second of each (augmenting paths). */
function findPairs(parties, counterparts) {
  const taken = new Map();
  const find = (party, tried) => {
    for (const other of counterparts(party)) {
      if (tried.has(other)) continue;
      tried.add(other);
      if (!taken.has(other) || find(taken.get(other), tried)) {
        taken.set(other, party);
        return true;
      }
    }
    return false;
  };
  for (const party of parties) find(party, new Set());
  return taken;
}

function countList(old, fresh) {
  let left = [...old.values()].filter(({ id }) => !fresh.has(id));
  let right = [...fresh.values()].filter(({ id }) => !old.has(id));
  const isNamed = (a, b) => a.name === b.name;
  const isKnownAs = (a, b) => a.own.length > 3 && (a.own === b.own || b.aliases.includes(a.own) || b.aliases.includes(a.name));
  const wasRenamed = (a, b) => isKnownAs(a, b) || isKnownAs(b, a);
  const pairs = [...old.values()].filter(({ id }) => fresh.has(id)).map((party) => [party, fresh.get(party.id)]);
  // Of parties of one name first those whose rules are the same.
  const isUnchanged = (a, b) => isNamed(a, b) && a.requirement === b.requirement && a.policy === b.policy;
  for (const isSame of [isUnchanged, isNamed, wasRenamed]) {
    const found = findPairs(left, (party) => right.filter((other) => isSame(party, other) && agree(party, other)));
    for (const [other, party] of found) pairs.push([party, other]);
    const paired = new Set(found.values());
    left = left.filter((party) => !paired.has(party));
    right = right.filter((party) => !found.has(party));
  }
  const counts = { added: right.length, removed: left.length, renamed: 0, requirement: 0, policy: 0 };
  for (const [before, after] of pairs) {
    // `SURNAME, Given` and `Given SURNAME` are one name.
    const isRenamed = before.own !== after.own && before.spoken !== after.spoken;
    const kind = isRenamed ? 'renamed' : ['requirement', 'policy'].find((field) => before[field] !== after[field]);
    if (kind) ++counts[kind];
  }
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [before, after] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
  console.table(countIndependently(before, after));
}
