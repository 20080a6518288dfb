#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/vocabulary.hpp"

namespace lookup {

/// Vocabulary words by a key that their other spellings share.
class KeyedWords {
 public:
  /// Adds a word, unless its key is empty. All words must be added, in order of id, before `sort`.
  void add(std::u32string_view key, WordId word);
  void sort();

  /// The words of this key, in order of id; none for an empty key. The view lives as long as this.
  [[nodiscard]] std::span<const WordId> find(std::u32string_view key) const;

 private:
  [[nodiscard]] std::u32string_view key_of(std::size_t place) const {
    return std::u32string_view{letters_}.substr(key_begins_[place], key_lengths_[place]);
  }

  std::u32string letters_;                  // Of all keys.
  std::vector<std::uint32_t> bucket_ends_;  // For each bucket of keys, by hash; before the first, 0.
  // By bucket, then key, then word:
  std::vector<WordId> words_;
  std::vector<std::uint32_t> key_begins_;
  std::vector<std::uint32_t> key_lengths_;
};

}  // namespace lookup
