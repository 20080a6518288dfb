// Reads the Mandarin readings of Unihan and han_words.tsv and writes them as C++.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIRST = 0x4e00;
const LAST = 0x9fff;

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

/** `[Chinese, English]`, sorted. */
function readWords(path, folding) {
  const words = new Map();
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (!line || line.startsWith('#')) continue;
    const [han, latin] = line.split('\t');
    if (!/^\p{Script=Han}+$/u.test(han) || folding.foldText(han) !== han || !/^[a-z0-9]+( [a-z0-9]+)*$/.test(latin ?? '')) {
      throw new Error(`${path}:${index + 1}: folded Chinese TAB folded English is wanted`);
    }
    if (words.has(han)) throw new Error(`${path}:${index + 1}: "${han}" stands twice`);
    words.set(han, latin);
  }
  return [...words].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** A C++ array initialiser, as many numbers a line as fit. */
function numbers(values, width = 118) {
  const lines = [''];
  for (const value of values) {
    if (lines.at(-1).length > width) lines.push('');
    lines[lines.length - 1] += `${value},`;
  }
  return lines.join('\n');
}

/** `{header, source}`: the text of han_tables.hpp and .cpp. */
export function hanTables(folder, wordsPath, folding, generatedBy) {
  const readings = readSyllables(folder);
  // A character that folding replaces is never looked up.
  const isKept = (c) => readings.has(c) && folding.foldText(String.fromCodePoint(c)) === String.fromCodePoint(c);
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
  const syllables = [...new Set(characters.filter(isKept).map((c) => readings.get(c)))].sort();
  const indexes = characters.map((c) => (isKept(c) ? syllables.indexOf(readings.get(c)) + 1 : 0));
  const words = readWords(wordsPath, folding);

  const header = `${generatedBy}
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lookup::tables {

/// The characters of the basic block of Han, from this one on, have a reading each: 1 + its place in \`syllables\`, or 0.
inline constexpr char32_t first_han = 0x${FIRST.toString(16)};
extern const std::array<std::uint16_t, ${indexes.length}> han_readings;

/// Syllables of pinyin without tones.
extern const std::array<std::string_view, ${syllables.length}> syllables;

struct HanWord {
  std::string_view han;
  std::string_view latin;
};

/// Chinese words and what stands for them in Latin letters. Sorted by their Chinese bytes.
extern const std::array<HanWord, ${words.length}> han_words;

}  // namespace lookup::tables
`;
  const source = `${generatedBy}
#include "han_tables.hpp"

// clang-format off
namespace lookup::tables {

const std::array<std::uint16_t, ${indexes.length}> han_readings = {
${numbers(indexes)}
};

const std::array<std::string_view, ${syllables.length}> syllables = {
${numbers(syllables.map((syllable) => `"${syllable}"`))}
};

const std::array<HanWord, ${words.length}> han_words = {{
${words.map(([han, latin]) => `  {"${han}", "${latin}"},`).join('\n')}
}};

}  // namespace lookup::tables
`;
  return { header, source };
}
