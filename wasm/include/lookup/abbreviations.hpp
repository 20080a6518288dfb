#pragma once

#include <span>
#include <vector>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

/// Where a name says a known phrase of organisation words, be it short ("NPO", "RPA") or spelled out in any language
/// ("Research and Production Association", "Nauchno-Proizvodstvennoe Obedinenie"). `words` are in Latin letters. In
/// order of place; uses may overlap, and a short form that stands for several phrases gives one for each. Filler words
/// between are skipped, and words of one meaning that follow each other count once. Source:
/// tables/abbreviations.tsv. `senses` has one for each word; it is a parameter so that a word of many names is looked
/// up once.
[[nodiscard]] std::vector<PhraseUse> find_phrases(std::span<const Word> words, std::span<const WordSense> senses);

/// False for a word that no phrase begins with, which most are.
[[nodiscard]] bool may_begin_phrase(std::u32string_view word, const WordSense& sense);

/// What the tables know of each word.
[[nodiscard]] std::vector<WordSense> senses_of(std::span<const Word> words);

}  // namespace lookup
