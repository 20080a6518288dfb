#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/consonant_key.hpp"
#include "lookup/vocabulary.hpp"

namespace lookup {

/// A word whose key fits a pattern.
struct ConsonantHit {
  WordId word;
  std::size_t consonants;  ///< How many sounds its key has, a vowel at the beginning not counted.
  std::size_t unusual;     ///< At how many places of the pattern it needs another sound than the usual one.
};

/// Vocabulary words by their consonant keys, for finding words that another script writes without vowels or with
/// others.
class ConsonantIndex {
 public:
  /// Adds a word where its key holds at least `fewest` consonants. All words must be added before `sort`.
  void add(std::u32string_view word, WordId id, std::size_t fewest);
  void sort();

  /// Appends the words whose key fits the pattern, each once and with the fewest unusual places that it can have. Cost
  /// is the length of the pattern times the number of beginnings of keys that fit the same part of it.
  void find(const ConsonantPattern& pattern, std::vector<ConsonantHit>& found) const;

 private:
  struct KeyedWord {
    std::string key;
    WordId word;
  };

  /// The words whose keys begin with the sounds that a beginning of the pattern gave.
  struct Beginning {
    std::vector<KeyedWord>::const_iterator first;
    std::vector<KeyedWord>::const_iterator last;
    std::size_t length;   // Sounds that the keys share, those of the first word's key.
    std::size_t unusual;  // As in `ConsonantHit`.
  };

  static void extend(const Beginning& beginning, std::string_view alternatives, std::vector<Beginning>& longer);
  static void keep_most_usual(std::vector<Beginning>& beginnings);

  std::vector<KeyedWord> words_;  // Sorted by key, then word.
};

}  // namespace lookup
