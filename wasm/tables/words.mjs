// Reads and checks legal_forms.tsv and common_words.tsv and writes them as C++.

import { readFileSync } from 'node:fs';

/** `[first, second, line number]` of every row of a two-column table. */
function* rows(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (!line || line.startsWith('#')) continue;
    const fields = line.split('\t');
    if (fields.length !== 2 || !fields[0] || !fields[1]) throw new Error(`${path}:${index + 1}: two columns are wanted`);
    yield [...fields, index + 1];
  }
}

const byBytes = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** `{spellings, classes}`: folded spelling to class number, and the classes in order of their names. */
function readLegalForms(path, folding) {
  const found = new Map();
  for (const [name, spelling, line] of rows(path)) {
    if (!/^[a-z]+(_[a-z]+)*$/.test(name)) throw new Error(`${path}:${line}: "${name}" is not a class`);
    const folded = folding.foldText(spelling);
    if (spelling !== spelling.toLowerCase() || !/^[^ .']+( [^ .']+)*$/.test(folded)) {
      throw new Error(`${path}:${line}: "${spelling}" is not lower-case words with single spaces`);
    }
    if (found.has(folded)) throw new Error(`${path}:${line}: "${spelling}" stands twice`);
    found.set(folded, name);
  }
  const classes = [...new Set(found.values())].sort();
  if (classes.length > 255) throw new Error(`${path}: too many classes`);
  const spellings = [...found].map(([spelling, name]) => [spelling, classes.indexOf(name)]).sort(byBytes);
  return { spellings, classes };
}

/** `[word, level]`, sorted. */
function readCommonWords(path) {
  const levels = new Map();
  for (const [word, level, line] of rows(path)) {
    if (!/^[a-z0-9]+$/.test(word)) throw new Error(`${path}:${line}: "${word}" is not folded`);
    if (!/^[1-4]$/.test(level)) throw new Error(`${path}:${line}: "${level}" is not a level`);
    if (levels.has(word)) throw new Error(`${path}:${line}: "${word}" stands twice`);
    levels.set(word, Number(level));
  }
  return [...levels].sort(byBytes);
}

/** `[spelling, meaning number]`, sorted; a stem ends in `*`. The number is that of the row. */
function readMeanings(path) {
  const meanings = new Map();
  let number = 0;
  for (const [english, others, line] of rows(path)) {
    number += 1;
    for (const spelling of `${english} ${others}`.split(' ')) {
      if (!/^[a-z]{1,24}\*?$/.test(spelling)) throw new Error(`${path}:${line}: "${spelling}" is not folded`);
      if (meanings.has(spelling)) throw new Error(`${path}:${line}: "${spelling}" stands twice`);
      meanings.set(spelling, number);
    }
  }
  if (number > 255) throw new Error(`${path}: too many meanings`);
  return [...meanings].sort(byBytes);
}

/** One long C++ string literal, a line for every few words. Control characters are octal, so that no digit joins them. */
function literal(parts, width = 112) {
  const lines = [''];
  for (const part of parts) {
    if (lines.at(-1).length + part.length > width) lines.push('');
    lines[lines.length - 1] += part;
  }
  return lines.map((line) => `    "${line}"`).join('\n');
}

/** `{header, source}`: the text of word_tables.hpp and .cpp. */
export function wordTables(legalFormsPath, commonWordsPath, meaningsPath, folding, generatedBy) {
  const { spellings, classes } = readLegalForms(legalFormsPath, folding);
  const words = readCommonWords(commonWordsPath);
  const meanings = readMeanings(meaningsPath);
  const wordBytes = words.reduce((sum, [word]) => sum + word.length + 1, 0);

  const header = `${generatedBy}
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lookup/word_tables.hpp"

namespace lookup::tables {

extern const std::array<LegalFormSpelling, ${spellings.length}> legal_form_spellings;
extern const std::array<std::string_view, ${classes.length}> legal_form_names;

/// Words of one meaning share a number from 1; a spelling that ends in a star is a stem. Sorted by spelling.
struct MeaningSpelling {
  std::string_view spelling;
  std::uint8_t meaning;
};
extern const std::array<MeaningSpelling, ${meanings.length}> meaning_spellings;

/// All common words, sorted; before each stands a byte that is its level, 1 to 4.
inline constexpr std::size_t common_word_bytes = ${wordBytes};
extern const char* const common_word_text;

}  // namespace lookup::tables
`;
  const source = `${generatedBy}
#include "word_tables.hpp"

// clang-format off
namespace lookup::tables {

const std::array<LegalFormSpelling, ${spellings.length}> legal_form_spellings = {{
${spellings.map(([spelling, form]) => `  {"${spelling}", ${form}},`).join('\n')}
}};

const std::array<std::string_view, ${classes.length}> legal_form_names = {
${classes.map((name) => `  "${name}",`).join('\n')}
};

const std::array<MeaningSpelling, ${meanings.length}> meaning_spellings = {{
${meanings.map(([spelling, meaning]) => `  {"${spelling}", ${meaning}},`).join('\n')}
}};

const char* const common_word_text =
${literal(words.map(([word, level]) => `\\00${level}${word}`))};

}  // namespace lookup::tables
`;
  return { header, source };
}
