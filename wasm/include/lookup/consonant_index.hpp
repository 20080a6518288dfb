#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/consonant_key.hpp"
#include "lookup/vocabulary.hpp"

namespace lookup {

/// A word and how many consonants of it are known to agree.
struct ConsonantHit {
  WordId word;
  std::size_t consonants;
  std::size_t unusual;  ///< How many of them are not what their letters usually stand for.
};

/// Vocabulary words by their consonant keys, for finding words that another script writes without vowels or with
/// others.
class ConsonantIndex {
 public:
  /// Adds a word where its key holds at least `fewest` consonants. All words must be added before `sort`.
  void add(std::u32string_view word, WordId id, std::size_t fewest);
  void sort();

  /// Appends the words whose key fits the pattern, each once or more often. Cost grows with the number of different
  /// beginnings of keys that the pattern allows.
  void find(const ConsonantPattern& pattern, std::vector<ConsonantHit>& found) const;

 private:
  struct KeyedWord {
    std::string key;
    WordId word;
  };

  /// Words whose keys begin alike.
  struct Range {
    std::vector<KeyedWord>::const_iterator first;
    std::vector<KeyedWord>::const_iterator last;
  };

  void walk(const ConsonantPattern& pattern, std::size_t place, const std::string& path, std::size_t unusual,
            Range range, std::vector<ConsonantHit>& found) const;

  std::vector<KeyedWord> words_;  // Sorted by key, then word.
};

}  // namespace lookup
