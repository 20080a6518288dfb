// Reads and checks legal_forms.tsv, common_words.tsv, meanings.tsv and abbreviations.tsv and writes them as C++.

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

/**
 * `{spellings, levels}`: spelling to meaning number, a stem with its `*`, and the level of each meaning from number 0, which is
 * none. The number is that of the row, and the level 2 where its first English word is generic, else 3.
 */
function readMeanings(path, commonWords) {
  const commonLevels = new Map(commonWords);
  const spellings = new Map();
  const levels = [0];
  for (const [english, others, line] of rows(path)) {
    const words = `${english} ${others}`.split(' ');
    for (const spelling of words) {
      if (!/^[a-z]{1,24}\*?$/.test(spelling)) throw new Error(`${path}:${line}: "${spelling}" is not folded`);
      if (spellings.has(spelling)) throw new Error(`${path}:${line}: "${spelling}" stands twice`);
      spellings.set(spelling, levels.length);
    }
    levels.push(commonLevels.get(words[0]) <= 2 ? 2 : 3);
  }
  if (levels.length > 0xd800) throw new Error(`${path}: too many meanings`);
  return { spellings, levels };
}

/** The meaning of a word by its own row or its longest stem, as the core finds it. */
function meaningOf(word, spellings) {
  if (spellings.has(word)) return spellings.get(word);
  for (let length = word.length; length > 2; --length) {
    const meaning = spellings.get(`${word.slice(0, length)}*`);
    if (meaning) return meaning;
  }
  return 0;
}

/**
 * `{abbreviations, phrases}`: `[spelling, phrase number]` and the phrases, each the meanings of its words. An abbreviation of one
 * word is another spelling of that word and goes to `meanings`. A row without an abbreviation is a phrase of its own.
 */
function readAbbreviations(path, meanings) {
  const found = [];
  const phrases = new Map();
  for (const [spelling, expansion, line] of rows(path)) {
    if (!/^[a-z]+( [a-z])?$/.test(spelling)) throw new Error(`${path}:${line}: "${spelling}" is not folded`);
    const numbers = expansion.split(' ').map((word) => {
      const meaning = meaningOf(word, meanings);
      if (!meaning) throw new Error(`${path}:${line}: "${word}" is not in meanings.tsv`);
      return meaning;
    });
    const phrase = numbers.filter((number, index) => number !== numbers[index - 1]);
    if (phrase.length === 1) {
      if (meanings.has(spelling)) throw new Error(`${path}:${line}: "${spelling}" is in meanings.tsv already`);
      meanings.set(spelling, phrase[0]);
      continue;
    }
    const key = phrase.map((number) => String.fromCharCode(number)).join('');
    if (found.some(([known, other]) => known === spelling && other === key))
      throw new Error(`${path}:${line}: "${spelling}" stands twice for one phrase`);
    phrases.set(key, phrase);
    found.push([spelling, key]);
  }
  const keys = [...phrases.keys()].sort();
  const abbreviations = found.map(([spelling, key]) => [spelling, keys.indexOf(key)]).sort(byBytes);
  return { abbreviations, phrases: keys.map((key) => phrases.get(key)) };
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

/** Numbers with commas, forty a line. */
const numberLines = (values) =>
  Array.from({ length: Math.ceil(values.length / 40) }, (_, i) => `  ${values.slice(i * 40, i * 40 + 40).join(',')},`).join('\n');

/** `{header, source}`: the text of word_tables.hpp and .cpp. */
export function wordTables(legalFormsPath, commonWordsPath, meaningsPath, abbreviationsPath, folding, generatedBy) {
  const { patterns, classes } = readLegalForms(legalFormsPath, folding);
  const formBytes = patterns.reduce((sum, [text, , isAtEnd]) => sum + Buffer.byteLength(text) + (isAtEnd ? 2 : 1), 0);
  const words = readCommonWords(commonWordsPath);
  const { spellings: meaningNumbers, levels } = readMeanings(meaningsPath, words);
  const { abbreviations, phrases } = readAbbreviations(abbreviationsPath, meaningNumbers);
  const meanings = [...meaningNumbers].sort(byBytes);
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
  std::uint16_t meaning;
};
extern const std::array<MeaningSpelling, ${meanings.length}> meaning_spellings;
/// How common the words of each meaning are, from meaning 0, which is none.
inline constexpr std::size_t meaning_count = ${levels.length};
extern const std::array<std::uint8_t, meaning_count> meaning_levels;

/// Phrases of organisation words, each the meanings of its words, sorted.
extern const std::array<std::u16string_view, ${phrases.length}> phrases;

/// A short form and the number of the phrase that it stands for; sorted by spelling, one for each phrase.
struct Abbreviation {
  std::string_view spelling;
  std::uint16_t phrase;
};
extern const std::array<Abbreviation, ${abbreviations.length}> abbreviations;

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

const std::array<std::uint8_t, meaning_count> meaning_levels = {
${numberLines(levels)}
};

const std::array<std::u16string_view, ${phrases.length}> phrases = {
${phrases.map((phrase) => `  u"${phrase.map((number) => `\\x${number.toString(16)}`).join('')}",`).join('\n')}
};

const std::array<Abbreviation, ${abbreviations.length}> abbreviations = {{
${abbreviations.map(([spelling, phrase]) => `  {"${spelling}", ${phrase}},`).join('\n')}
}};

const char* const common_word_text =
${literal(words.map(([word, level]) => `\\00${level}${word}`))};

}  // namespace lookup::tables
`;
  return { header, source };
}
