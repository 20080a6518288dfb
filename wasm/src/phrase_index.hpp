#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lookup/word_tables.hpp"

namespace lookup {

/// Legal forms word by word: finds the forms that begin with some whole words without looking at any other.
class PhraseIndex {
 public:
  /// Whole words with which some phrase begins.
  struct Beginning {
    std::string_view words;
    const LegalFormSpelling* whole;  ///< The phrase that is nothing but these words, or nullptr.
  };

  /// For at most so many phrases, of words separated by single spaces.
  explicit PhraseIndex(std::size_t most_phrases);

  /// Adds a phrase that stands for `form`; of two equal ones the earlier counts. Both must outlive the index.
  void add(std::string_view phrase, const LegalFormSpelling& form);

  /// The beginning that is `words`, or nullptr where no phrase begins so. Lives until the next `add`.
  [[nodiscard]] const Beginning* find(std::string_view words) const;

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view words, std::uint32_t hash) const;
  std::uint32_t place_of(std::string_view words, std::uint32_t hash);
  void grow();

  std::vector<Beginning> beginnings_;
  std::vector<std::uint32_t> hashes_;  // Of each beginning.
  std::vector<std::uint32_t> slots_;   // Open addressing: a beginning's place plus one, or 0 for a free slot.
};

}  // namespace lookup
