#include "lookup/word_tables.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
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
      std::size_t end = begin + 1;
      while (end < text.size() && !is_class(text[end])) ++end;
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

/// The common words by a hash of their letters; the table itself carries no index.
class CommonWords {
 public:
  CommonWords() {
    const auto count = static_cast<std::size_t>(std::count_if(text_.begin(), text_.end(), is_level));
    slots_.assign(std::bit_ceil(count * 2), 0);
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = begin + 1;
      std::uint32_t hash = no_letters;
      for (; end < text_.size() && !is_level(text_[end]); ++end) hash = with_letter(hash, text_[end]);
      std::size_t slot = slot_of(hash);
      while (slots_[slot] != 0) slot = next(slot);
      slots_[slot] = static_cast<std::uint32_t>(begin) + 1;
      begin = end;
    }
  }

  /// Where the level byte of a word stands, or the number of bytes for a word that is none.
  [[nodiscard]] std::size_t find(std::string_view word) const {
    std::uint32_t hash = no_letters;
    for (const char letter : word) hash = with_letter(hash, letter);
    for (std::size_t slot = slot_of(hash); slots_[slot] != 0; slot = next(slot))
      if (const std::size_t place = slots_[slot] - 1; is_at(place, word)) return place;
    return text_.size();
  }

 private:
  static constexpr std::uint32_t no_letters = 0x811c9dc5;

  static std::uint32_t with_letter(std::uint32_t hash, char letter) {
    return (hash ^ static_cast<unsigned char>(letter)) * 0x9e3779b1U;
  }
  [[nodiscard]] std::size_t slot_of(std::uint32_t hash) const { return (hash ^ hash >> 15) & (slots_.size() - 1); }
  [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
  [[nodiscard]] bool is_at(std::size_t place, std::string_view word) const {
    const std::size_t end = place + 1 + word.size();
    return text_.substr(place + 1).starts_with(word) && (end == text_.size() || is_level(text_[end]));
  }

  std::string_view text_{tables::common_word_text, tables::common_word_bytes};
  std::vector<std::uint32_t> slots_;  // Open addressing: where a word's level byte stands plus one, or 0.
};

/// Where the level byte of a common word stands, or the number of bytes for a word that is none.
std::size_t find_common_word(std::string_view folded_word) {
  static const CommonWords words;
  return words.find(folded_word);
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

WordSense word_sense(std::string_view folded_word) {
  return {common_word_level(folded_word), word_meaning(folded_word)};
}

}  // namespace lookup
