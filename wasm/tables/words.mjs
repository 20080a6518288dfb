// Reads and checks legal_forms.tsv and common_words.tsv and writes them as C++.

import { readFileSync } from 'node:fs';

/** `[columns of a row…, line number]` for every row of a table of two columns, or of three where `mayHaveThird`. */
function* rows(path, mayHaveThird = false) {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (!line || line.startsWith('#')) continue;
    const fields = line.split('\t');
    const isThird = mayHaveThird && fields.length === 3;
    if ((fields.length !== 2 && !isThird) || fields.includes(''))
      throw new Error(`${path}:${index + 1}: malformed row`);
    yield [fields[0], fields[1], index + 1, fields[2]];
  }
}

const byBytes = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Every way through the alternatives of a pattern: "{open|closed} {joint stock|} company" is four spellings. */
export function alternatives(pattern) {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern.replace(/ +/g, ' ').trim()];
  const around = (choice) => pattern.slice(0, group.index) + choice + pattern.slice(group.index + group[0].length);
  return [...new Set(group[1].split('|').flatMap((choice) => alternatives(around(choice))))];
}

/** A pattern with its words folded and its braces left. */
const foldPattern = (pattern, folding) => pattern.replace(/[^{|}]+/g, (words) => folding.foldText(words));

/**
 * `{patterns, classes}`: `[folded pattern, class number, is at the end]` in the order of the rows, and the classes in order of
 * name.
 */
function readLegalForms(path, folding) {
  const found = new Map();
  const patterns = [];
  for (const [name, pattern, line, place] of rows(path, true)) {
    if (!/^[a-z]+(_[a-z]+)*$/.test(name)) throw new Error(`${path}:${line}: "${name}" is not a class`);
    if (place !== undefined && place !== 'end') throw new Error(`${path}:${line}: "${place}" is not a place`);
    if (pattern !== pattern.toLowerCase()) throw new Error(`${path}:${line}: "${pattern}" is not in lower case`);
    const folded = foldPattern(pattern, folding);
    // What several groups make together may meet a spelling that an earlier row has given its class, which stays.
    const isProduct = pattern.split('{').length > 2;
    for (const spelling of alternatives(folded)) {
      if (!/^[^ .'{|}]+( [^ .'{|}]+)*$/.test(spelling))
        throw new Error(`${path}:${line}: "${spelling}" is not plain words`);
      const asOne = `${name} ${place}`;
      const known = found.get(spelling) ?? asOne;
      if (known !== asOne && !isProduct) throw new Error(`${path}:${line}: "${spelling}" stands in two classes`);
      found.set(spelling, known);
    }
    patterns.push([folded, name, place === 'end']);
  }
  const classes = [...new Set(patterns.map(([, name]) => name))].sort();
  if (classes.length >= 31) throw new Error(`${path}: too many classes`); // A class is a control character.
  return {
    patterns: patterns.map(([text, name, isAtEnd]) => [text, classes.indexOf(name), isAtEnd]),
    classes,
  };
}

/** A C++ literal's characters, the control character of a class among them. */
const packed = ([text, form, isAtEnd]) => `\\${(form + 1).toString(8).padStart(3, '0')}${isAtEnd ? '.' : ''}${text}`;

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
  const { patterns, classes } = readLegalForms(legalFormsPath, folding);
  const words = readCommonWords(commonWordsPath);
  const meanings = readMeanings(meaningsPath);
  const formBytes = patterns.reduce((sum, [text, , isAtEnd]) => sum + Buffer.byteLength(text) + (isAtEnd ? 2 : 1), 0);
  const wordBytes = words.reduce((sum, [word]) => sum + word.length + 1, 0);

  const header = `${generatedBy}
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lookup::tables {

/// Patterns of the spellings of legal forms, for \`alternatives\`; before each stands a byte that is 1 + its class, and a dot
/// where it is a legal form only at the end of a name.
inline constexpr std::size_t legal_form_bytes = ${formBytes};
extern const char* const legal_form_text;
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

const char* const legal_form_text =
${literal(patterns.map(packed))};

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
