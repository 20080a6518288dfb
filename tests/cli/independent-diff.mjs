// Counts what was added and removed between two official CSV files without anything of the core: its own reading of CSV,
// of names (Intl) and of countries, and parties compared as sets, not one by one. Also a program: it prints the counts of
// two files.

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
      aliases: [...values(cell.alt_names), ...inBrackets(cell.name)].map(letters),
      countries: values(cell.addresses).map((address) => /(?:^|,\s*)([A-Z]{2})$/.exec(address)?.[1]).filter(Boolean),
    };
    if (!lists.has(code)) lists.set(code, new Map());
    lists.get(code).set(party.id, party);
  }
  return lists;
}

/**
 * `{code: {added, removed}}` of all lists of either text: parties without a counterpart by id, or by name and country.
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

/** The size of a largest set of pairs, no party in two of them (augmenting paths). */
function countPairs(parties, counterparts) {
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
  const paired = new Set(parties.filter((party) => find(party, new Set())));
  return { paired, taken: new Set(taken.keys()) };
}

function countList(old, fresh) {
  let left = [...old.values()].filter(({ id }) => !fresh.has(id));
  let right = [...fresh.values()].filter(({ id }) => !old.has(id));
  const isNamed = (a, b) => a.name === b.name;
  const isKnownAs = (a, b) => a.own.length > 3 && (a.own === b.own || b.aliases.includes(a.own) || b.aliases.includes(a.name));
  const wasRenamed = (a, b) => isKnownAs(a, b) || isKnownAs(b, a);
  for (const isSame of [isNamed, wasRenamed]) {
    const { paired, taken } = countPairs(left, (party) => right.filter((other) => isSame(party, other) && agree(party, other)));
    left = left.filter((party) => !paired.has(party));
    right = right.filter((party) => !taken.has(party));
  }
  return { added: right.length, removed: left.length };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [before, after] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
  console.table(countIndependently(before, after));
}
