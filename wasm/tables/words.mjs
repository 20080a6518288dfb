// Reads and checks legal_forms.tsv, common_words.tsv, meanings.tsv and abbreviations.tsv and writes them as C++.

import { readFileSync } from 'node:fs';

import { byBytes, numbers, packedWords, splitNumbers } from './cpp.mjs';
import { wordGraph } from './word_graph.mjs';

const AT_END = 128;

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

const byFirst = ([a], [b]) => byBytes(a, b);

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
 * `{spellings, classes}`: each spelling with 1 + the number of its class, and `AT_END` more where it counts only at the end; the
 * classes in order of name. Of two rows with one spelling the earlier counts.
 */
function readLegalForms(path, folding) {
  const found = new Map();
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
      const known = found.get(spelling) ?? { name, place };
      if ((known.name !== name || known.place !== place) && !isProduct) throw new Error(`${path}:${line}: "${spelling}" stands in two classes`);
      found.set(spelling, known);
    }
  }
  const classes = [...new Set([...found.values()].map(({ name }) => name))].sort();
  if (classes.length >= AT_END) throw new Error(`${path}: too many classes`);
  const numberOf = ({ name, place }) => 1 + classes.indexOf(name) + (place === 'end' ? AT_END : 0);
  return { spellings: [...found].map(([spelling, known]) => [spelling, numberOf(known)]), classes };
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
  return [...levels].sort(byFirst);
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
  const abbreviations = found.map(([spelling, key]) => [spelling, keys.indexOf(key)]).sort(byFirst);
  return { abbreviations, phrases: keys.map((key) => phrases.get(key)) };
}

const firsts = (rows) => rows.map(([first]) => first);
const seconds = (rows) => rows.map(([, second]) => second);

/** `{header, source}`: the text of word_tables.hpp and .cpp. */
export function wordTables(legalFormsPath, commonWordsPath, meaningsPath, abbreviationsPath, folding, generatedBy) {
  const { spellings: legalForms, classes } = readLegalForms(legalFormsPath, folding);
  const forms = wordGraph(legalForms);
  const words = readCommonWords(commonWordsPath);
  const { spellings: meaningNumbers, levels } = readMeanings(meaningsPath, words);
  const { abbreviations, phrases } = readAbbreviations(abbreviationsPath, meaningNumbers);
  const meanings = [...meaningNumbers].sort(byFirst);

  const header = `${generatedBy}
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "split_numbers.hpp"

namespace lookup::tables {

/// The words of legal forms, for \`NumberedWords\`, sorted.
extern const std::string_view legal_form_words;
/// Spellings of legal forms word by word: at each place, from place 0 on, how many words may follow …
extern const SplitNumbers<${forms.counts.length}> legal_form_counts;
/// … and what it is to end there: nothing, or 1 + its class, and \`at_end\` more where that counts only at the end of a name.
inline constexpr std::uint8_t at_end = ${AT_END};
extern const std::array<std::uint8_t, ${forms.values.length}> legal_form_classes;
/// The words that may follow, place by place, sorted, and the place to which each leads.
extern const SplitNumbers<${forms.words.length}> legal_form_next_words;
extern const SplitNumbers<${forms.targets.length}> legal_form_next_places;
extern const std::array<std::string_view, ${classes.length}> legal_form_names;

/// Words of one meaning share a number from 1; a spelling that ends in a star is a stem. For \`NumberedWords\`, sorted.
extern const std::string_view meaning_words;
/// The meaning of each.
extern const SplitNumbers<${meanings.length}> meanings;
/// How common the words of each meaning are, from meaning 0, which is none.
inline constexpr std::size_t meaning_count = ${levels.length};
extern const std::array<std::uint8_t, meaning_count> meaning_levels;

/// Phrases of organisation words, each the meanings of its words, sorted.
extern const std::array<std::u16string_view, ${phrases.length}> phrases;

/// Short forms, for \`NumberedWords\`, sorted; one that stands for several phrases stands there for each.
extern const std::string_view abbreviations;
/// The number of the phrase that each stands for.
extern const SplitNumbers<${abbreviations.length}> abbreviated_phrases;

/// All common words, for \`NumberedWords\`, sorted.
extern const std::string_view common_words;
/// The level of each, 1 to 4.
extern const std::array<std::uint8_t, ${words.length}> common_word_levels;

}  // namespace lookup::tables
`;
  const source = `${generatedBy}
#include "word_tables.hpp"

// clang-format off
namespace lookup::tables {

const std::string_view legal_form_words = ${packedWords(forms.vocabulary)};

const SplitNumbers<${forms.counts.length}> legal_form_counts = ${splitNumbers(forms.counts)};

const std::array<std::uint8_t, ${forms.values.length}> legal_form_classes = {
${numbers(forms.values)}
};

const SplitNumbers<${forms.words.length}> legal_form_next_words = ${splitNumbers(forms.words)};

const SplitNumbers<${forms.targets.length}> legal_form_next_places = ${splitNumbers(forms.targets)};

const std::array<std::string_view, ${classes.length}> legal_form_names = {
${classes.map((name) => `  "${name}",`).join('\n')}
};

const std::string_view meaning_words = ${packedWords(firsts(meanings))};

const SplitNumbers<${meanings.length}> meanings = ${splitNumbers(seconds(meanings))};

const std::array<std::uint8_t, meaning_count> meaning_levels = {
${numbers(levels)}
};

const std::array<std::u16string_view, ${phrases.length}> phrases = {
${phrases.map((phrase) => `  u"${phrase.map((number) => `\\x${number.toString(16)}`).join('')}",`).join('\n')}
};

const std::string_view abbreviations = ${packedWords(firsts(abbreviations))};

const SplitNumbers<${abbreviations.length}> abbreviated_phrases = ${splitNumbers(seconds(abbreviations))};

const std::string_view common_words = ${packedWords(firsts(words))};

const std::array<std::uint8_t, ${words.length}> common_word_levels = {
${numbers(seconds(words))}
};

}  // namespace lookup::tables
`;
  return { header, source };
}
