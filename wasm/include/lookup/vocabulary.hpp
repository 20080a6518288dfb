#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/deletion_index.hpp"

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
  explicit Vocabulary(const std::vector<std::u32string>& words);

  [[nodiscard]] std::size_t size() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  /// The word's letters. The view lives as long as the vocabulary.
  [[nodiscard]] std::u32string_view text(WordId word) const;
  /// The id of `text`, or `size()` where it is not a word here. O(log n).
  [[nodiscard]] WordId find(std::u32string_view text) const;
  /// The ids [first, last) of the words that begin with `prefix`, itself included. O(log n).
  [[nodiscard]] std::pair<WordId, WordId> beginning_with(std::u32string_view prefix) const;
  /// True when every letter of `text` stands in some word here: false for text in another script. O(|text| log n).
  [[nodiscard]] bool knows_letters_of(std::u32string_view text) const;
  /// Appends every word within `budget` edits of `wanted`, itself excluded, in no promised order. Within `typo_budget`
  /// only words that share a remainder are looked at; beyond it, all of a fitting length.
  void find_near(std::u32string_view wanted, std::size_t budget, std::vector<NearWord>& found) const;

 private:
  friend class VocabularyBuilder;

  void append(std::u32string_view word);
  template <class IsPast>
  [[nodiscard]] WordId first_where(const IsPast& is_past) const;
  void find_near_among(std::span<const WordId> words, std::u32string_view wanted, std::size_t budget,
                       std::vector<NearWord>& found) const;

  std::u32string letters_;
  std::u32string alphabet_;                 // The distinct letters of all words, sorted.
  std::vector<std::uint32_t> offsets_;      // Where each word begins in letters_; one more at the end.
  std::vector<std::uint32_t> letter_sets_;  // For each word, a bit for each letter it holds, by code point modulo 32.
  DeletionIndex deletions_;
};

/// Collects words, each once, and makes a vocabulary of them.
class VocabularyBuilder {
 public:
  VocabularyBuilder() = default;
  /// With room for about so many words.
  explicit VocabularyBuilder(std::size_t expected);

  /// The number of a word; numbers count from 0 in order of first appearance. Takes constant time for each letter.
  std::uint32_t add(std::u32string_view word);

  /// The numbers of `word`, and of it and `next` written together.
  std::pair<std::uint32_t, std::uint32_t> add_with_next(std::u32string_view word, std::u32string_view next);

  struct Built;
  /// The vocabulary, and the id in it of each number. Leaves the builder empty.
  [[nodiscard]] Built build() &&;

 private:
  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] std::u32string_view text(std::uint32_t number) const;
  std::uint32_t add(std::u32string_view first, std::u32string_view second, std::uint32_t hash);
  std::uint32_t add_new(std::u32string_view first, std::u32string_view second);
  void resize(std::size_t slots);

  std::u32string letters_;
  std::vector<std::uint32_t> offsets_{0};  // Where each word begins in letters_; one more at the end.
  std::vector<std::uint64_t> slots_;       // Open addressing: a hash, then a number plus one; or 0 for a free slot.
};

struct VocabularyBuilder::Built {
  Vocabulary vocabulary;
  std::vector<WordId> ids;
};

}  // namespace lookup
