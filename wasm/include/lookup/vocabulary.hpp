#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

using WordId = std::uint32_t;

/// A vocabulary word near a wanted one.
struct NearWord {
  WordId word;
  std::uint32_t distance;  ///< `edit_distance` between the two.
};

/// The distinct words of all listed names, sorted, so that words are found exactly, by their beginning, and with typos.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// `words` in any order; duplicates are dropped.
  explicit Vocabulary(std::vector<std::u32string> words);

  [[nodiscard]] std::size_t size() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  /// The word's letters. The view lives as long as the vocabulary.
  [[nodiscard]] std::u32string_view text(WordId word) const;
  /// The id of `text`, or `size()` where it is not a word here. O(log n).
  [[nodiscard]] WordId find(std::u32string_view text) const;
  /// The ids [first, last) of the words that begin with `prefix`, itself included. O(log n).
  [[nodiscard]] std::pair<WordId, WordId> beginning_with(std::u32string_view prefix) const;
  /// True when every letter of `text` stands in some word here: false for text in another script. O(|text| log n).
  [[nodiscard]] bool knows_letters_of(std::u32string_view text) const;
  /// Appends every word within `budget` edits of `wanted`, itself excluded, in no promised order. Only words of a
  /// fitting length are looked at, and only those that hold nearly the same letters are compared.
  void find_near(std::u32string_view wanted, std::size_t budget, std::vector<NearWord>& found) const;

 private:
  /// What can be told of a word at a glance.
  struct Outline {
    std::uint32_t letter_set;  ///< A bit for each letter it holds, by code point modulo 32.
    WordId word;
  };

  std::u32string letters_;
  std::u32string alphabet_;                   // The distinct letters of all words, sorted.
  std::vector<std::uint32_t> offsets_;        // Where each word begins in letters_; one more at the end.
  std::vector<Outline> outlines_;             // Sorted by length of the word.
  std::vector<std::uint32_t> length_begins_;  // Where the words of each length begin in outlines_; one more at the end.
};

}  // namespace lookup
