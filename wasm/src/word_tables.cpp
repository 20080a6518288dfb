#include "lookup/word_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "../tables/word_tables.hpp"
#include "lookup/alternatives.hpp"

namespace lookup {
namespace {

constexpr char highest_level = 4;
constexpr char end_mark = '.';  // Stands in no folded word.
constexpr std::size_t shortest_stem = 3;
constexpr std::size_t longest_stem = 24;  // No word of the table is longer.

bool is_level(char byte) { return byte <= highest_level; }

/// The table is a text of patterns, which is a fraction of what they stand for: it is unfolded once.
class LegalForms {
 public:
  LegalForms() {
    const std::string_view text{tables::legal_form_text, tables::legal_form_bytes};
    const auto is_class = [](char byte) { return static_cast<unsigned char>(byte) < ' '; };
    for (auto begin = text.begin(); begin != text.end();) {
      const auto end = std::find_if(begin + 1, text.end(), is_class);
      add_row(static_cast<std::uint8_t>(*begin - 1), {begin + 1, end});
      begin = end;
    }
    // Of two rows with one spelling the earlier counts.
    std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.spelling < b.spelling; });
    const auto same = [](const auto& a, const auto& b) { return a.spelling == b.spelling; };
    rows_.erase(std::unique(rows_.begin(), rows_.end(), same), rows_.end());
  }

  [[nodiscard]] std::span<const LegalFormSpelling> rows() const { return rows_; }

 private:
  void add_row(std::uint8_t form, std::string_view pattern) {
    const bool at_end = pattern.front() == end_mark;
    if (at_end) pattern.remove_prefix(1);
    for (std::string& spelling : alternatives(pattern)) {
      texts_.push_back(std::move(spelling));
      rows_.push_back({texts_.back(), form, at_end});
    }
  }

  std::deque<std::string> texts_;  // A deque moves none of its strings.
  std::vector<LegalFormSpelling> rows_;
};

}  // namespace

std::span<const LegalFormSpelling> legal_form_spellings() {
  static const LegalForms forms;
  return forms.rows();
}

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
