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
constexpr double legal_form_weight = 0.9;
constexpr double number_weight = 7.81;
constexpr std::array<double, 5> weight_of_level{9.76, 0.406, 4.87, 6.53, 7.72};  // Level 0: not a common word.
constexpr double bits_a_letter = 2.36;                                           // What a letter adds to a short word.
constexpr double bits_a_doubling = 0.174;  // What each doubling of its sharers takes off.

constexpr double lacking_common = 0.781;   // What lacking a common word says of what sharing it says …
constexpr double lacking_number = 0.918;   // … and a number.
constexpr double generic_damping = 0.151;  // So much of a generic word's weight each other generic word divides off.

double weigh(const Word& word, int level, std::size_t listed_names) {
  if (word.is_legal_form) return legal_form_weight;
  if (word.is_number) return number_weight;
  const double level_weight = weight_of_level[static_cast<std::size_t>(level)];
  const double length_bound =
      word.text.size() == 1 ? initial_weight : bits_a_letter * static_cast<double>(word.text.size());
  const int doublings = std::bit_width(listed_names) > 0 ? static_cast<int>(std::bit_width(listed_names)) - 1 : 0;
  const double weight = std::min(level_weight, length_bound);
  return std::max(weight / 2, weight - bits_a_doubling * doublings);
}

void sum_up(NameWeights& weights) {
  weights.all_lacking = std::accumulate(weights.lacking.begin(), weights.lacking.end(), 0.0);
  weights.most_agreeing = 0;
  for (std::size_t i = 0; i < weights.shared.size(); ++i)
    weights.most_agreeing += std::max(weights.shared[i], weights.lacking[i]);
}

}  // namespace

int word_level(const WordSense& sense) {
  return sense.level != 0 || sense.meaning == 0 ? sense.level : meaning_level(sense.meaning);
}

int word_level(std::u32string_view folded_word) { return word_level(word_sense(to_utf8(folded_word))); }

NameWeights weigh_words(const std::vector<Word>& words, const std::vector<WordFacts>& facts) {
  NameWeights weights;
  weights.shared.reserve(words.size());
  weights.lacking.reserve(words.size());
  std::vector<std::size_t> generic;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_plain = !words[i].is_legal_form && !words[i].is_number;
    const int level = is_plain ? facts[i].level : 0;
    weights.shared.push_back(weigh(words[i], level, facts[i].listed_names));
    if (level == generic_level) generic.push_back(i);
    const double share = words[i].is_number ? lacking_number : level == 0 ? 1 : lacking_common;
    weights.lacking.push_back(weights.shared.back() * share);
  }
  for (const std::size_t i : generic) {
    const double damping = 1 + generic_damping * static_cast<double>(generic.size() - 1);
    weights.shared[i] /= damping;
    weights.lacking[i] /= damping;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_repeated = std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i),
                                         [&](const Word& before) { return before.text == words[i].text; });
    if (is_repeated) weights.all_repeated += weights.lacking[i];
  }
  sum_up(weights);
  return weights;
}

void lower_weights(NameWeights& weights, const std::vector<bool>& lowers, double most) {
  for (std::size_t i = 0; i < lowers.size(); ++i) {
    if (!lowers[i]) continue;
    weights.shared[i] = std::min(weights.shared[i], most);
    weights.lacking[i] = std::min(weights.lacking[i], most);
  }
  sum_up(weights);
}

}  // namespace lookup
