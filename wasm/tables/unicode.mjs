// Reads the Unicode Character Database and works out what every code point folds to: the rules of lookup/unicode.hpp.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the runtime does with a code point. The numbers are those of `Action` in the generated header. */
export const Action = {
  separator: 0,
  letter: 1,
  han: 2,
  kana: 3,
  hangul: 4,
  vanish: 5,
  compose: 6,
  mapped: 7,
};

const LAST_CODE_POINT = 0x10ffff;
const SPACE = 0x20;

// Marks of these scripts are diacritics; in every other script they are vowels and stay.
const SCRIPTS_WITH_DIACRITICS = new Set([
  'Arabic', 'Armenian', 'Common', 'Coptic', 'Cyrillic', 'Glagolitic', 'Greek', 'Hebrew', 'Inherited', 'Latin', 'Samaritan',
  'Syriac', 'Unknown',
]);
const NUKTA = 7;
const KANA = new Set(['Hiragana', 'Katakana']);
const PROLONGED_SOUND_MARK = 0x30fc;

/** Lines of a UCD file as trimmed fields, without comments. */
function* rows(folder, file, separator = ';') {
  const path = join(folder, file);
  const text = file.endsWith('.bz2')
    ? execFileSync('bzip2', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 28 })
    : readFileSync(path, 'utf8');
  for (const line of text.split('\n')) {
    const content = line.replace(/#.*$/, '').trimEnd();
    if (content) yield content.split(separator).map((field) => field.trim());
  }
}

/** `[first, last]` of "0041..005A" or "0041". */
function rangeOf(field) {
  const [first, last = first] = field.split('..').map((hex) => parseInt(hex, 16));
  return [first, last];
}

const codePointsOf = (field) => field.split(' ').map((hex) => parseInt(hex, 16));

function readCharacters(folder) {
  const characters = new Map();
  let first = 0;
  for (const row of rows(folder, 'UnicodeData.txt')) {
    const last = parseInt(row[0], 16);
    if (!row[1].endsWith('First>')) {
      const character = {
        category: row[2],
        combiningClass: Number(row[3]),
        decomposition: row[5] ? codePointsOf(row[5].replace(/<[^>]*> /, '')) : null,
        decimal: row[6],
        digit: row[7],
        number: row[8],
      };
      for (let c = row[1].endsWith('Last>') ? first : last; c <= last; ++c) characters.set(c, character);
    }
    first = last;
  }
  return characters;
}

function readCaseFolding(folder) {
  const folding = new Map();
  for (const [source, status, target] of rows(folder, 'CaseFolding.txt')) {
    if (status === 'C' || status === 'F') folding.set(parseInt(source, 16), codePointsOf(target));
  }
  return folding;
}

function readProperty(folder, file, wanted) {
  const found = new Map();
  for (const [range, value] of rows(folder, file)) {
    if (wanted && value !== wanted) continue;
    const [first, last] = rangeOf(range);
    for (let c = first; c <= last; ++c) found.set(c, value);
  }
  return found;
}

function readUnihan(folder, file, property) {
  const found = new Map();
  for (const [source, name, value] of rows(folder, file, '\t')) {
    if (name === property) found.set(parseInt(source.slice(2), 16), value);
  }
  return found;
}

/**
 * Traditional to simplified. A character that GB 2312 has is in common use in simplified text, so it stays (乾, 著, 覆).
 * Of several simplified forms the first that GB 2312 has is taken, else the first in the Basic Multilingual Plane; rarer
 * ones would cost table space for characters that no name uses.
 */
function readSimplified(folder) {
  const sources = readUnihan(folder, 'Unihan_IRGSources.txt.bz2', 'kIRG_GSource');
  const isCommon = (c) => sources.get(c)?.startsWith('G0-') ?? false;
  const simplified = new Map();
  for (const [source, value] of readUnihan(folder, 'Unihan_Variants.txt.bz2', 'kSimplifiedVariant')) {
    const candidates = value.split(' ').map((name) => parseInt(name.slice(2), 16));
    const target = candidates.find(isCommon) ?? candidates.find((c) => c <= 0xffff);
    if (!isCommon(source) && source <= 0xffff && target !== undefined) simplified.set(source, [target]);
  }
  return simplified;
}

/** One field of letters.tsv. */
function letter(field) {
  if (field === 'space') return [SPACE];
  if (field === 'none') return [];
  const named = /^U\+([0-9A-F]{4,6})$/.exec(field);
  return named ? [parseInt(named[1], 16)] : [...field].map((c) => c.codePointAt(0));
}

function readLetters(path) {
  const letters = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [source, target, ...rest] = line.split('\t');
    const key = letter(source);
    if (key.length !== 1 || target === undefined || rest.length) throw new Error(`letters.tsv: malformed row "${line}"`);
    if (letters.has(key[0])) throw new Error(`letters.tsv: "${source}" stands twice`);
    letters.set(key[0], letter(target));
  }
  return letters;
}

const sameSequence = (a, b) => a.length === b.length && a.every((c, i) => c === b[i]);

/** The folding of every code point, from the UCD in `folder` and the hand-written rows of `lettersPath`. */
export class Folding {
  #characters;
  #caseFolding;
  #scripts;
  #ignorable;
  #simplified;
  #radicals;
  #letters;
  #whole = new Set();
  /** `[base, mark, composed]` of every letter that stays composed, sorted. */
  compositions = [];

  constructor(folder, lettersPath) {
    this.version = /DerivedCoreProperties-([\d.]+)\.txt/.exec(readFileSync(join(folder, 'DerivedCoreProperties.txt'), 'utf8'))[1];
    this.#characters = readCharacters(folder);
    this.#caseFolding = readCaseFolding(folder);
    this.#scripts = readProperty(folder, 'Scripts.txt');
    this.#ignorable = readProperty(folder, 'DerivedCoreProperties.txt', 'Default_Ignorable_Code_Point');
    this.#simplified = readSimplified(folder);
    this.#radicals = new Map();
    for (const [range, target] of rows(folder, 'EquivalentUnifiedIdeograph.txt')) {
      const [first, last] = rangeOf(range);
      for (let c = first; c <= last; ++c) this.#radicals.set(c, codePointsOf(target));
    }
    this.#letters = readLetters(lettersPath);
    this.#keepWhole();
  }

  /** Kana and the letters that letters.tsv maps to themselves are letters of their own, not a base with a mark. */
  #keepWhole() {
    for (const [c, character] of this.#characters) {
      const parts = character.decomposition;
      const isLetter = KANA.has(this.#script(c)) || sameSequence(this.#letters.get(c) ?? [], [c]);
      if (!isLetter || parts?.length !== 2 || !this.#isMark(parts[1])) continue;
      this.#whole.add(c);
      this.compositions.push([parts[0], parts[1], c]);
    }
    this.compositions.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    this.composingMarks = new Set(this.compositions.map(([, mark]) => mark));
  }

  #script(c) {
    return this.#scripts.get(c) ?? 'Unknown';
  }

  #category(c) {
    return this.#characters.get(c)?.category ?? 'Cn';
  }

  #isMark(c) {
    return this.#category(c).startsWith('M');
  }

  #isDropped(c) {
    const category = this.#category(c);
    if (this.#ignorable.has(c) || category === 'Cf') return true;
    if (category === 'Mc') return this.#script(c) === 'Hangul';
    if (category !== 'Mn' && category !== 'Me') return false;
    return SCRIPTS_WITH_DIACRITICS.has(this.#script(c)) || this.#characters.get(c).combiningClass === NUKTA;
  }

  /** The ASCII digits of a character that stands for a small whole number, or null. */
  #digits(c) {
    const character = this.#characters.get(c);
    if (!character) return null;
    const { category, decimal, digit, number } = character;
    if (decimal || digit) return [...(decimal || digit)].map((d) => d.charCodeAt(0));
    // Encircled tens and the Hangzhou numerals; larger numbers of other scripts are not written place by place.
    const isEnclosed = category === 'No' && ((c >= 0x2460 && c <= 0x27bf) || (c >= 0x3248 && c <= 0x32bf));
    const isHangzhou = c >= 0x3021 && c <= 0x3029;
    return (isEnclosed || isHangzhou) && /^\d+$/.test(number) ? [...number].map((d) => d.charCodeAt(0)) : null;
  }

  /** The action for a code point that folds to itself. */
  #actionOf(c) {
    const category = this.#category(c);
    const script = this.#script(c);
    if (this.composingMarks.has(c)) return Action.compose;
    // Ideographs that later versions of Unicode will add: planes 2 and 3 hold nothing else (UAX #38).
    if (category === 'Cn' && c >= 0x20000 && c <= 0x3fffd) return Action.han;
    if (category.startsWith('M')) {
      const isSign = category === 'Mc' && (script === 'Common' || script === 'Inherited');
      return isSign ? Action.separator : Action.letter;
    }
    if (!/^[LN]/.test(category)) return Action.separator;
    if (script === 'Han') return Action.han;
    if (KANA.has(script) || c === PROLONGED_SOUND_MARK) return Action.kana;
    return script === 'Hangul' ? Action.hangul : Action.letter;
  }

  /** One step towards the fold of `c`. */
  #step(c) {
    const cased = this.#caseFolding.get(c);
    if (cased?.length === 1 && (this.#whole.has(cased[0]) || this.#letters.has(cased[0]))) return cased;
    const row = this.#letters.get(c);
    if (row) return row;
    if (this.#whole.has(c) || this.composingMarks.has(c)) return [c];
    if (this.#isDropped(c)) return [];
    const character = this.#characters.get(c);
    const isSyllable = c >= 0xac00 && c <= 0xd7a3;
    if (character?.decomposition && !isSyllable) return character.decomposition;
    const digits = this.#digits(c);
    if (digits) return digits;
    if (cased) return cased;
    const han = this.#radicals.get(c) ?? this.#simplified.get(c);
    if (han) return han;
    const isJoiner = c === 0x27 || c === 0x2e;
    return this.#actionOf(c) === Action.separator && !isJoiner ? [SPACE] : [c];
  }

  /** What `c` folds to: code points that all fold to themselves. */
  fold(c) {
    let folded = [c];
    for (let round = 0; round < 20; ++round) {
      const next = folded.flatMap((part) => this.#step(part));
      if (sameSequence(next, folded)) return folded;
      folded = next;
    }
    throw new Error(`U+${c.toString(16)} does not come to rest`);
  }

  /** `text` folded, with the compositions that the runtime makes except those of Hangul. */
  foldText(text) {
    const out = [];
    for (const c of [...text].flatMap((character) => this.fold(character.codePointAt(0)))) {
      if (!this.composingMarks.has(c)) {
        out.push(c);
        continue;
      }
      const composed = this.compositions.find(([base, mark]) => base === out.at(-1) && mark === c);
      if (composed) out[out.length - 1] = composed[2];
    }
    return String.fromCodePoint(...out);
  }

  /**
   * `{action, target}` of every code point; `target` where the action is `mapped`, and for some Han: traditional characters
   * stand so scattered that an action of their own would make nearly every block of the table a distinct one.
   */
  *[Symbol.iterator]() {
    for (let c = 0; c <= LAST_CODE_POINT; ++c) {
      const target = this.#category(c) === 'Cs' ? [SPACE] : this.fold(c);
      if (target.length === 0) yield { action: Action.vanish };
      else if (target.length === 1 && target[0] === SPACE) yield { action: Action.separator };
      else if (target.length === 1 && target[0] === c) yield { action: this.#actionOf(c) };
      else yield { action: this.#script(c) === 'Han' ? Action.han : Action.mapped, target };
    }
  }
}
