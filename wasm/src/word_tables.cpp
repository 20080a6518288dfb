#include "lookup/word_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "../tables/word_tables.hpp"
#include "spelling_range.hpp"

namespace lookup {
namespace {

constexpr char highest_level = 4;
constexpr std::size_t shortest_stem = 3;

bool is_level(char byte) { return byte <= highest_level; }

}  // namespace

std::span<const LegalFormSpelling> legal_form_spellings() { return tables::legal_form_spellings; }

std::string_view legal_form_name(std::uint8_t form) {
  return form < tables::legal_form_names.size() ? tables::legal_form_names[form] : std::string_view{};
}

int word_meaning(std::string_view folded_word) {
  SpellingRange<tables::MeaningSpelling> range{tables::meaning_spellings};
  int meaning = 0;
  for (std::size_t length = 1; length <= folded_word.size(); ++length) {
    if (!range.read(folded_word.substr(length - 1, 1))) return meaning;
    // The longest stem counts, and the word itself before any stem.
    const auto* const stem = length < shortest_stem ? nullptr : range.whole_with('*');
    if (stem != nullptr) meaning = stem->meaning;
  }
  const auto* const whole = folded_word.empty() ? nullptr : range.whole();
  return whole != nullptr ? whole->meaning : meaning;
}

int common_word_level(std::string_view folded_word) {
  // The words carry no index: from any byte the level byte before it begins the word that it stands in.
  const std::string_view text{tables::common_word_text, tables::common_word_bytes};
  std::size_t first = 0;
  std::size_t last = text.size();
  while (first < last) {
    std::size_t begin = first + (last - first) / 2;
    while (!is_level(text[begin])) --begin;
    std::size_t end = begin + 1;
    while (end < text.size() && !is_level(text[end])) ++end;
    const std::string_view word = text.substr(begin + 1, end - begin - 1);
    if (word == folded_word) return text[begin];
    if (word < folded_word) {
      first = end;
    } else {
      last = begin;
    }
  }
  return 0;
}

}  // namespace lookup
