// Longer lists for the benchmark, in the project's own schema: names only, neither addresses nor licence terms.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { project } from '../web/setup.js';

/** @typedef {{name: string, aliases: string[]}} Party */

/** A pseudo-random number from 0 to 1, the same sequence for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The snapshot of a list of parties, as text. Names without a letter or a digit, and repeated ones, are left out.
 * @param {Party[]} parties
 */
export function snapshotOf(parties) {
  const hasLetter = (name) => /[\p{L}\p{N}]/u.test(name);
  const entries = parties
    .filter(({ name }) => hasLetter(name))
    .map(({ name, aliases }, index) => ({
      id: createHash('sha1').update(`${index} ${name}`).digest('hex'),
      list: 'EL',
      published_name: name,
      aliases: [...new Set(aliases)].filter((alias) => hasLetter(alias) && alias !== name),
    }));
  const keys = new Map(entries.map((entry) => [entry, Buffer.from(`${entry.published_name}\0${entry.id}`)]));
  entries.sort((a, b) => keys.get(a).compare(keys.get(b)));
  const names = entries.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  const bundled = JSON.parse(readFileSync(new URL('data/entity-list.json', project), 'utf8'));
  const info = { ...bundled.lists[0], entry_count: entries.length, name_count: names };
  const lines = entries.map(({ aliases, ...entry }) =>
    JSON.stringify(aliases.length > 0 ? { ...entry, aliases } : entry),
  );
  const zeros = '0'.repeat(64);
  const text = `{"schema_version":${bundled.schema_version},"sha256":"${zeros}","lists":[${JSON.stringify(info)}],"requirements":{},"policies":{},"entries":[\n${lines.join(',\n')}\n]}\n`;
  return { text: text.replace(zeros, createHash('sha256').update(text).digest('hex')), entries: entries.length, names };
}

/** The rows of a CSV file (RFC 4180), each as an object by the names in its first row. */
function readCsv(text) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  const [header, ...rest] = rows;
  return rest.map((values) => Object.fromEntries(values.map((value, i) => [header[i].replace(/^\uFEFF/, ''), value])));
}

/** All parties of the Consolidated Screening List, where it lies beside the project. @returns {Party[] | undefined} */
export function consolidatedParties() {
  const file = new URL('../shared/lists/consolidated-2026-07-31.csv', project);
  if (!existsSync(file)) return undefined;
  return readCsv(readFileSync(file, 'utf8')).map(({ name, alt_names: aliases }) => ({
    name: name.trim(),
    aliases: aliases
      .split(';')
      .map((alias) => alias.trim())
      .filter(Boolean),
  }));
}

/** @returns {Party[]} */
export function bundledParties() {
  const { entries } = JSON.parse(readFileSync(new URL('data/entity-list.json', project), 'utf8'));
  return entries.map(({ published_name: name, aliases = [] }) => ({ name, aliases }));
}

const wordsIn = (name) => name.split(/(\s+)/);

/**
 * So many made-up parties with the statistics of `parties`: as many aliases and words to a name, shared words as frequent,
 * and own words as long and as rare. Each is a real one whose shared words are drawn anew by their frequency, and whose own
 * words become the beginning of one own word and the end of another; a word that several aliases repeat stays one word.
 * @param {Party[]} parties
 * @param {number} count
 * @param {number} seed
 */
export function madeUpParties(parties, count, seed) {
  const random = randomFrom(seed);
  const pick = (values) => values[Math.floor(random() * values.length)];
  const frequency = new Map();
  for (const { name, aliases } of parties)
    for (const each of [name, ...aliases])
      for (const word of wordsIn(each)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarelyShared = 12;
  const isShared = (word) => frequency.get(word) >= rarelyShared;
  const shared = [];
  const own = [];
  for (const [word, times] of frequency) {
    if (!/\p{L}/u.test(word)) continue;
    if (times >= rarelyShared) for (let i = 0; i < times; i += 1) shared.push(word);
    else own.push(word);
  }
  const invent = (word) => {
    if (!/\p{L}/u.test(word)) return word;
    if (isShared(word)) return pick(shared);
    const begin = pick(own);
    const end = pick(own);
    return begin.slice(0, Math.ceil(begin.length / 2)) + end.slice(Math.ceil(end.length / 2)).toLowerCase();
  };
  return Array.from({ length: count }, () => {
    const { name, aliases } = pick(parties);
    const instead = new Map();
    const rewrite = (text) =>
      wordsIn(text)
        .map((word) => {
          if (!instead.has(word)) instead.set(word, invent(word));
          return instead.get(word);
        })
        .join('');
    return { name: rewrite(name), aliases: aliases.map(rewrite) };
  });
}
