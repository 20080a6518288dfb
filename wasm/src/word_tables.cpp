#include "lookup/word_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "../tables/word_tables.hpp"

namespace lookup {
namespace {

constexpr char highest_level = 4;
constexpr std::size_t shortest_stem = 3;
constexpr std::size_t longest_stem = 24;  // No word of the table is longer.

bool is_level(char byte) { return byte <= highest_level; }

}  // namespace

std::span<const LegalFormSpelling> legal_form_spellings() { return tables::legal_form_spellings; }

std::string_view legal_form_name(std::uint8_t form) {
  return form < tables::legal_form_names.size() ? tables::legal_form_names[form] : std::string_view{};
}

int word_meaning(std::string_view folded_word) {
  const auto find = [](const std::string& spelling) {
    const auto& spellings = tables::meaning_spellings;
    const auto found = std::lower_bound(
        spellings.begin(), spellings.end(), spelling,
        [](const tables::MeaningSpelling& each, const std::string& wanted) { return each.spelling < wanted; });
    return found != spellings.end() && found->spelling == spelling ? found->meaning : 0;
  };
  if (const int meaning = find(std::string{folded_word}); meaning != 0) return meaning;
  for (std::size_t length = std::min(folded_word.size(), longest_stem); length >= shortest_stem; --length)
    if (const int meaning = find(std::string{folded_word.substr(0, length)} + '*'); meaning != 0) return meaning;
  return 0;
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
