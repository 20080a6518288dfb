#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/vocabulary.hpp"

namespace lookup {

/// A vocabulary word under a key that its other spellings share.
struct KeyedWord {
  std::u32string key;
  WordId word;
};

/// Vocabulary words by key.
class KeyedWords {
 public:
  KeyedWords() = default;
  explicit KeyedWords(std::vector<KeyedWord> words);

  /// The words of this key, in order of id; none for an empty key. The view lives as long as this.
  [[nodiscard]] std::span<const KeyedWord> find(std::u32string_view key) const;

 private:
  std::vector<KeyedWord> words_;  // Sorted by key, then word.
};

}  // namespace lookup
