#include "lookup/word_tables.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "../tables/word_tables.hpp"
#include "numbered_words.hpp"
#include "spelling_range.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_stem = 3;

constexpr std::size_t shortest_adjective_stem = 3;

const NumberedWords& common_words() {
  static const NumberedWords words{tables::common_words};
  return words;
}

struct MeaningSpelling {
  std::string_view spelling;  // A stem with a star at its end.
  std::uint16_t meaning;
};

/// The rows of meanings, sorted by spelling.
std::span<const MeaningSpelling> meaning_spellings() {
  static const NumberedWords words{tables::meaning_words};
  static const std::vector<MeaningSpelling> rows = [] {
    std::vector<MeaningSpelling> all;
    all.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) all.push_back({words[i], tables::meanings[i]});
    return all;
  }();
  return rows;
}

/// The meaning of the row that holds a word: itself, or else its longest stem.
int row_meaning(std::string_view word) {
  SpellingRange<MeaningSpelling> range{meaning_spellings()};
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
  const std::size_t number = common_words().find(word);
  if (number == common_words().size() || tables::common_word_levels[number] != place_level) return 0;
  return static_cast<int>(tables::meaning_count + number);
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
  const std::size_t number = common_words().find(folded_word);
  return number == common_words().size() ? 0 : tables::common_word_levels[number];
}

WordSense word_sense(std::string_view folded_word) {
  return {common_word_level(folded_word), word_meaning(folded_word)};
}

}  // namespace lookup
