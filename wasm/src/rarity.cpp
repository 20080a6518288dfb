#include "lookup/rarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

// In bits. A name is one of some 2^13 listed ones, so a word that only one of them carries says at most that much.
constexpr double legal_form_weight = 0.9;
constexpr double number_weight = 8.5;
constexpr std::array<double, 5> weight_of_level{10.8, 0.35, 4.9, 7.9, 5.6};  // Level 0: not a common word.
constexpr double bits_a_letter = 3;                                          // What a letter adds to a short word.
constexpr double bits_a_doubling = 0.23;  // What each doubling of its sharers takes off.

}  // namespace

double word_weight(const Word& word, std::size_t listed_names) {
  if (word.is_legal_form) return legal_form_weight;
  if (word.is_number) return number_weight;
  const std::string text = to_utf8(word.text);
  int level = common_word_level(text);
  // A translation is as common as what it means, whatever its ending.
  if (const int meaning = level == 0 ? word_meaning(text) : 0; meaning != 0) level = meaning_level(meaning);
  const double level_weight = weight_of_level[static_cast<std::size_t>(level)];
  const double length_bound =
      word.text.size() == 1 ? initial_weight : bits_a_letter * static_cast<double>(word.text.size());
  const int doublings = std::bit_width(listed_names) > 0 ? static_cast<int>(std::bit_width(listed_names)) - 1 : 0;
  const double weight = std::min(level_weight, length_bound);
  return std::max(weight / 2, weight - bits_a_doubling * doublings);
}

}  // namespace lookup
