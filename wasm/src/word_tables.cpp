#include "lookup/word_tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "../tables/word_tables.hpp"
#include "lookup/alternatives.hpp"
#include "spelling_range.hpp"

namespace lookup {
namespace {

constexpr char highest_level = 4;
constexpr char end_mark = '.';  // Stands in no folded word.
constexpr std::size_t shortest_stem = 3;

constexpr std::size_t shortest_adjective_stem = 3;

bool is_level(char byte) { return byte <= highest_level; }

/// The table is a text of patterns, which is a fraction of what they stand for: it is unfolded once.
class LegalForms {
 public:
  LegalForms() {
    const std::string_view text{tables::legal_form_text, tables::legal_form_bytes};
    const auto is_class = [](char byte) { return static_cast<unsigned char>(byte) < ' '; };
    for (std::size_t begin = 0; begin < text.size();) {
      const auto next = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin) + 1, text.end(), is_class);
      const auto end = static_cast<std::size_t>(next - text.begin());
      add_row(static_cast<std::uint8_t>(text[begin] - 1), text.substr(begin + 1, end - begin - 1));
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

/// Where the level byte of a common word stands, or the number of bytes for a word that is none.
std::size_t find_common_word(std::string_view folded_word) {
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
    if (word == folded_word) return begin;
    if (word < folded_word) {
      first = end;
    } else {
      last = begin;
    }
  }
  return text.size();
}

/// The meaning of the row that holds a word: itself, or else its longest stem.
int row_meaning(std::string_view word) {
  SpellingRange<tables::MeaningSpelling> range{tables::meaning_spellings};
  int meaning = 0;
  for (std::size_t length = 1; length <= word.size(); ++length) {
    if (!range.read(word.substr(length - 1, 1))) return meaning;
    const auto* const stem = length < shortest_stem ? nullptr : range.whole_with('*');
    if (stem != nullptr) meaning = stem->meaning;
  }
  const auto* const whole = word.empty() ? nullptr : range.whole();
  return whole != nullptr ? whole->meaning : meaning;
}

/// The meaning of a common word of level 3, past those of the rows; 0 for any other word.
int named_meaning(std::string_view word) {
  const std::size_t place = find_common_word(word);
  if (place == tables::common_word_bytes || tables::common_word_text[place] != place_level) return 0;
  return static_cast<int>(tables::meaning_count + place);
}

/// The word without the ending of a Russian or Ukrainian adjective made from a place, as romanised; empty for another
/// word.
std::string_view adjective_stem(std::string_view word) {
  // Endings that hold another one at their end stand before it.
  static constexpr std::array<std::string_view, 21> endings{
      "skogo", "skoho", "skomu", "skaya", "skaia", "skoye", "skoie", "skoe", "skiye", "skie", "skikh",
      "skiy",  "skij",  "skii",  "skyi",  "skyy",  "skoy",  "skoi",  "skom", "sky",   "ski"};
  for (const std::string_view ending : endings)
    if (word.ends_with(ending) && word.size() >= ending.size() + shortest_adjective_stem)
      return word.substr(0, word.size() - ending.size());
  return {};
}

/// "kazan" for "kazanskiy", "tula" for "tulskiy", "omsk" for "omskiy", "ivanovo" for "ivanovskiy".
int adjective_meaning(std::string_view word) {
  const std::string stem{adjective_stem(word)};
  if (stem.empty()) return 0;
  for (const std::string_view noun_ending : {"sk", "", "a", "o", "y", "i", "e", "ya"}) {
    const std::string noun = stem + std::string{noun_ending};
    if (const int meaning = row_meaning(noun); meaning != 0) return meaning;
    if (const int meaning = named_meaning(noun); meaning != 0) return meaning;
  }
  return 0;
}

}  // namespace

std::span<const LegalFormSpelling> legal_form_spellings() {
  static const LegalForms forms;
  return forms.rows();
}

std::string_view legal_form_name(std::uint8_t form) {
  return form < tables::legal_form_names.size() ? tables::legal_form_names[form] : std::string_view{};
}

int word_meaning(std::string_view folded_word) {
  if (const int meaning = row_meaning(folded_word); meaning != 0) return meaning;
  // The adjective stands in the table of common words too, as a word of its own.
  if (const int meaning = adjective_meaning(folded_word); meaning != 0) return meaning;
  return named_meaning(folded_word);
}

bool is_table_meaning(int meaning) { return meaning > 0 && static_cast<std::size_t>(meaning) < tables::meaning_count; }

int meaning_level(int meaning) {
  return is_table_meaning(meaning) ? tables::meaning_levels[static_cast<std::size_t>(meaning)] : place_level;
}

int common_word_level(std::string_view folded_word) {
  const std::size_t place = find_common_word(folded_word);
  return place == tables::common_word_bytes ? 0 : tables::common_word_text[place];
}

}  // namespace lookup
