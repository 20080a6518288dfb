#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lookup/word_tables.hpp"
#include "numbered_words.hpp"

namespace lookup {

/// A word of the graph that a word of a name may be.
struct KnownWord {
  std::uint16_t number;
  std::uint16_t letters;  ///< As romanised; 0 where the word is known by its spelling.
};

/// The spellings of all legal forms, word by word. Spellings that begin alike share their beginning, and those that end
/// alike their end, so that a place says what may follow but not what was read.
class LegalFormGraph {
 public:
  using Place = std::uint16_t;
  static constexpr Place beginning = 0;

  /// The one of the tables.
  static const LegalFormGraph& instance();

  /// The words of all spellings, sorted.
  [[nodiscard]] const NumberedWords& words() const { return words_; }

  /// Where a word leads, or nothing where no form goes on with it. Costs a binary search.
  [[nodiscard]] std::optional<Place> after(Place place, std::size_t word) const;

  /// The legal form that ends at a place.
  [[nodiscard]] std::optional<LegalForm> form_at(Place place) const;

 private:
  LegalFormGraph();

  NumberedWords words_;
  std::vector<std::uint16_t> steps_;  // Where each place's steps begin, and where the last one's end.
};

}  // namespace lookup
