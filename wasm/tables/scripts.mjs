// Reads the tables of Arabic, Korean and Japanese words and writes them as one C++ table.

import { readFileSync } from 'node:fs';

import { byBytes, lines, packedWords } from './cpp.mjs';

/** Adds `[folded word, Latin]` of every row to `words`. */
function readWords(path, folding, words) {
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (!line || line.startsWith('#')) continue;
    const [native, latin] = line.split('\t');
    if (!/^[^\s\p{Script=Latin}]+$/u.test(native) || !/^[a-z0-9]+( [a-z0-9]+)*$/.test(latin ?? '')) {
      throw new Error(`${path}:${index + 1}: one word TAB folded English is wanted`);
    }
    const folded = folding.foldText(native);
    if (/[ '.]/.test(folded)) throw new Error(`${path}:${index + 1}: "${native}" is more than one word`);
    if (words.has(folded)) throw new Error(`${path}:${index + 1}: "${native}" stands twice, as ${words.get(folded)}`);
    words.set(folded, latin);
  }
}

/** `{header, source}`: the text of script_tables.hpp and .cpp. */
export function scriptTables(paths, folding, generatedBy) {
  const found = new Map();
  for (const path of paths) readWords(path, folding, found);
  const words = [...found].sort(([a], [b]) => byBytes(a, b));

  const header = `${generatedBy}
#pragma once

#include <string_view>

namespace lookup::tables {

/// Folded words of Arabic, Hangul, kana and Japanese Han, for \`NumberedWords\`, sorted.
extern const std::string_view script_words;
/// What stands for each in Latin letters, a line each.
extern const std::string_view script_renderings;

}  // namespace lookup::tables
`;
  const source = `${generatedBy}
#include "script_tables.hpp"

// clang-format off
namespace lookup::tables {

const std::string_view script_words = ${packedWords(words.map(([native]) => native))};

const std::string_view script_renderings = ${lines(words.map(([, latin]) => latin))};

}  // namespace lookup::tables
`;
  return { header, source };
}
