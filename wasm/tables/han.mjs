// Reads the Mandarin readings of Unihan and the tables han_*.tsv and writes them as C++.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { byBytes, lines, numbers, packedWords, splitNumbers } from './cpp.mjs';

const FIRST = 0x4e00;
const LAST = 0x9fff;
const LONGEST_WORD = 24; // han.cpp looks for no longer one.
const LONGEST_READ_NAME = 4;

/** The commonest reading of each character of the basic block, without its tone: code point to syllable. */
function readSyllables(folder) {
  const text = execFileSync('bzip2', ['-dc', join(folder, 'Unihan_Readings.txt.bz2')], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const syllables = new Map();
  for (const [, hex, reading] of text.matchAll(/^U\+([0-9A-F]+)\tkMandarin\t(\S+)/gm)) {
    const plain = reading.normalize('NFD').replace(/\p{M}/gu, '');
    if (!/^[a-z]+$/.test(plain)) continue; // Interjections such as "ng" with a tone of their own have no plain form.
    syllables.set(parseInt(hex, 16), plain);
  }
  return syllables;
}

/**
 * The characters that names are written with: the general ones of China (kTGH, kGB0) and the first level of those of Taiwan. The rest of the
 * block stands in dictionaries; its readings would be a third of the table's bytes.
 */
function readCommonCharacters(folder, folding) {
  const text = execFileSync('bzip2', ['-dc', join(folder, 'Unihan_OtherMappings.txt.bz2')], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const common = new Set();
  for (const [, hex] of text.matchAll(/^U\+([0-9A-F]+)\t(?:kTGH\t|kGB0\t|kBigFive\t(?:[AB]|C[0-6]))/gm)) {
    common.add(folding.foldText(String.fromCodePoint(parseInt(hex, 16))).codePointAt(0));
  }
  return common;
}

/** The rows of a table that are neither empty nor a comment, as `{fields, where}`. */
function* rows(path) {
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line && !line.startsWith('#')) yield { fields: line.split('\t'), where: `${path}:${index + 1}` };
  }
}

/** Characters whose readings in names differ from kMandarin: character to readings, the usual one first. */
function readOtherSyllables(path, folding) {
  const readings = new Map();
  for (const { fields, where } of rows(path)) {
    const [character, syllables] = fields;
    const isFolded = /^\p{Script=Han}$/u.test(character) && folding.foldText(character) === character;
    if (!isFolded || !/^[a-z]+( [a-z]+)*$/.test(syllables ?? '')) {
      throw new Error(`${where}: a folded character TAB its readings is wanted`);
    }
    if (readings.has(character.codePointAt(0))) throw new Error(`${where}: "${character}" stands twice`);
    readings.set(character.codePointAt(0), syllables.split(' '));
  }
  return readings;
}

/** Whether a rendering is folded words, each with others behind slashes, or the hyphen of a word that English leaves out. */
const isRendering = (latin) => latin === '-' || /^[a-z0-9]+([ /][a-z0-9]+)*$/.test(latin ?? '');

/** Chinese to the rest of its row, `latin` or `latin TAB alternatives`. Short names get their reading as an alternative. */
function readWords({ words: wordsPath, places, names }, syllables, folding) {
  const words = new Map();
  for (const path of [wordsPath, places, names]) {
    for (const { fields, where } of rows(path)) {
      const [han, latin, others = ''] = fields;
      const isFolded = /^\p{Script=Han}+$/u.test(han) && folding.foldText(han) === han;
      if (!isFolded || !isRendering(latin) || !/^([a-z0-9]+( [a-z0-9]+)*)?$/.test(others)) {
        throw new Error(`${where}: folded Chinese TAB folded English TAB other words is wanted`);
      }
      const characters = [...han];
      if (characters.length > LONGEST_WORD) throw new Error(`${where}: "${han}" is too long`);
      if (words.has(han)) throw new Error(`${where}: "${han}" stands twice`);
      const alternatives = others ? others.split(' ') : [];
      const reading = characters.map((c) => syllables.get(c.codePointAt(0))).join('');
      const isNew = !latin.split(/[ /]/).includes(reading) && !alternatives.includes(reading);
      if (path === names && characters.length <= LONGEST_READ_NAME && isNew) alternatives.push(reading);
      words.set(han, alternatives.length > 0 ? `${latin}\t${alternatives.join(' ')}` : latin);
    }
  }
  return [...words].sort(([a], [b]) => byBytes(a, b));
}

/** `{header, source}`: the text of han_tables.hpp and .cpp. */
export function hanTables(folder, readingsPath, wordPaths, folding, generatedBy) {
  const readings = readSyllables(folder);
  const others = readOtherSyllables(readingsPath, folding);
  for (const [character, [usual]] of others) readings.set(character, usual);
  const common = readCommonCharacters(folder, folding);
  for (const character of others.keys()) common.add(character);
  // A character that folding replaces is never looked up.
  const isKept = (c) => common.has(c) && readings.has(c) && folding.foldText(String.fromCodePoint(c)) === String.fromCodePoint(c);
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
  const syllables = [...new Set([...characters.filter(isKept).map((c) => readings.get(c)), ...[...others.values()].flat()])].sort();
  const indexes = characters.map((c) => (isKept(c) ? syllables.indexOf(readings.get(c)) + 1 : 0));
  const otherReadings = [...others].flatMap(([character, [, ...rest]]) => rest.map((syllable) => [character, syllables.indexOf(syllable) + 1]));
  const words = readWords(wordPaths, readings, folding);

  const header = `${generatedBy}
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "split_numbers.hpp"

namespace lookup::tables {

/// The characters of the basic block of Han, from this one on, have a reading each: 1 + its place in \`syllables\`, or 0.
inline constexpr char32_t first_han = 0x${FIRST.toString(16)};
extern const SplitNumbers<${indexes.length}> han_readings;

/// Syllables of pinyin without tones.
extern const std::array<std::string_view, ${syllables.length}> syllables;

/// Readings that a character has in names beside the usual one, the more frequent first.
struct OtherReading {
  char32_t character;
  std::uint16_t reading;
};
extern const std::array<OtherReading, ${otherReadings.length}> other_readings;

/// Chinese words, for \`NumberedWords\`, sorted.
extern const std::string_view han_words;
/// What stands for each in Latin letters, a line each: its rendering, whose words may each have others behind a slash, and where
/// there are any, TAB and words that stand for the whole.
extern const std::string_view han_renderings;

}  // namespace lookup::tables
`;
  const source = `${generatedBy}
#include "han_tables.hpp"

// clang-format off
namespace lookup::tables {

const SplitNumbers<${indexes.length}> han_readings = ${splitNumbers(indexes)};

const std::array<std::string_view, ${syllables.length}> syllables = {
${numbers(syllables.map((syllable) => `"${syllable}"`))}
};

const std::array<OtherReading, ${otherReadings.length}> other_readings = {{
${otherReadings.map(([character, reading]) => `  {U'${String.fromCodePoint(character)}', ${reading}},`).join('\n')}
}};

const std::string_view han_words = ${packedWords(words.map(([han]) => han))};

const std::string_view han_renderings = ${lines(words.map(([, rest]) => rest))};

}  // namespace lookup::tables
`;
  return { header, source };
}
