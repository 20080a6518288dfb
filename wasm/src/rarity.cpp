#include "lookup/rarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>

#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

// In bits. A name is one of some 2^13 listed ones, so a word that only one of them carries says at most that much.
constexpr double number_weight = 11.3;
constexpr double bits_a_digit = 3.87;  // What a digit adds to a short number: many are called the first or the third.
constexpr std::array<double, 5> weight_of_level{9.76, 0.418, 4.87, 5.98, 7.57};  // Level 0: not a common word.
constexpr double bits_a_letter = 2.36;                                           // What a letter adds to a short word.
constexpr double bits_a_doubling = 0.114;  // What each doubling of its sharers takes off.

constexpr double lacking_common = 0.9;     // What lacking a common word says of what sharing it says …
constexpr double lacking_number = 0.861;   // … and a number.
constexpr double generic_damping = 0.172;  // So much of a generic word's weight each other generic word divides off.
constexpr double place_damping = 0.3;      // The same for places: "Hong Kong" is one.

bool is_plain(const Word& word) { return !word.is_legal_form && !word.is_number; }

bool is_own(const Word& word, const WordFacts& facts) {
  return is_plain(word) && !is_initial(word) && facts.level != filler_level && facts.level != generic_level &&
         !facts.is_place;
}

/// "Na" of "Kim Na", "An", "So": a particle in one language, a name in another. Particles do not stand last, as names
/// do.
bool is_short_syllable(std::u32string_view word) {
  return word.size() == 2 && word.find_first_of(U"aeiou") != std::u32string_view::npos;
}

double damping_of(std::size_t level) {
  if (level == static_cast<std::size_t>(generic_level)) return generic_damping;
  return level == static_cast<std::size_t>(place_level) ? place_damping : 0;
}

double weigh(const Word& word, std::size_t level, std::size_t listed_names) {
  if (word.is_legal_form) return legal_form_weight;
  if (word.is_number) return std::min(number_weight, bits_a_digit * static_cast<double>(word.text.size()));
  const double level_weight = weight_of_level[level];
  const double length_bound =
      word.text.size() == 1 ? initial_weight : bits_a_letter * static_cast<double>(word.text.size());
  const int doublings = std::bit_width(listed_names) > 0 ? static_cast<int>(std::bit_width(listed_names)) - 1 : 0;
  const double weight = std::min(level_weight, length_bound);
  return std::max(weight / 2, weight - bits_a_doubling * doublings);
}

}  // namespace

int word_level(const WordSense& sense) {
  return sense.level != 0 || sense.meaning == 0 ? sense.level : meaning_level(sense.meaning);
}

int word_level(std::u32string_view folded_word) { return word_level(word_sense(to_utf8(folded_word))); }

bool is_place(const WordSense& sense) { return word_level(sense) == place_level && !is_table_meaning(sense.meaning); }

std::vector<WeighedWord> weigh_words(const Tokens& tokens, const std::vector<WordFacts>& facts) {
  std::vector<WeighedWord> weighed(tokens.words.size());
  weigh_words(tokens, facts, weighed);
  return weighed;
}

void weigh_words(const Tokens& tokens, std::span<const WordFacts> facts, std::span<WeighedWord> weighed) {
  const std::vector<Word>& words = tokens.words;
  std::array<std::size_t, weight_of_level.size()> words_of_level{};
  std::size_t last = words.size();  // Of the plain ones.
  while (last > 0 && !is_plain(words[last - 1])) --last;
  const auto level_of = [&](std::size_t i) {
    const bool is_name = facts[i].level == filler_level && i + 1 == last && is_short_syllable(words[i].text);
    return is_plain(words[i]) && !is_name ? static_cast<std::size_t>(facts[i].level) : 0;
  };
  for (std::size_t i = 0; i < words.size(); ++i) ++words_of_level[level_of(i)];
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t level = level_of(i);
    const double crowd = damping_of(level) * (static_cast<double>(words_of_level[level]) - 1);
    const double weight = weigh(words[i], level, facts[i].listed_names) / (1 + crowd);
    const double share = words[i].is_number ? lacking_number : level == 0 ? 1 : lacking_common;
    weighed[i] = {weight,
                  weight * share,
                  words[i].text[0],
                  words[i].is_legal_form,
                  words[i].is_number,
                  is_initial(words[i]),
                  is_own(words[i], facts[i]),
                  words[i].is_spelled};
  }
  for (std::size_t i = 1; i < words.size(); ++i)
    for (std::size_t before = 0; before < i; ++before)
      if (weighed[before].first_letter == weighed[i].first_letter && words[before].text == words[i].text) {
        weighed[i].lacking = 0;  // "Orbita and Orbita Ltd".
        break;
      }
  for (const LegalFormUse& use : tokens.legal_forms) {
    weighed[use.first_word].legal_form = use.form;
    weighed[use.first_word].legal_form_words = static_cast<std::uint8_t>(use.word_count);
  }
}

void lower_weights(std::span<WeighedWord> words, const std::vector<bool>& lowers, double most) {
  for (std::size_t i = 0; i < lowers.size(); ++i) {
    if (!lowers[i]) continue;
    words[i].shared = std::min(words[i].shared, most);
    words[i].lacking = std::min(words[i].lacking, most);
  }
}

NameSums sum_up(const Tokens& tokens, std::span<const WeighedWord> words) {
  NameSums sums;
  for (const WeighedWord& word : words) {
    sums.all_lacking += word.lacking;
    sums.most_agreeing += std::max(word.shared, word.lacking);
    if (word.is_legal_form || word.is_initial) sums.unhit_lacking += word.lacking;
    sums.most_lacking = std::max(sums.most_lacking, word.lacking);
    (word.is_initial ? sums.initial_letters : sums.other_letters) |= std::uint32_t{1} << (word.first_letter % 32);
    if (word.is_initial) ++sums.initials;
    if (word.is_legal_form) ++sums.legal_forms;
  }
  sums.has_phrases = !tokens.phrases.empty();
  sums.identity = tokens.identity;
  return sums;
}

}  // namespace lookup
