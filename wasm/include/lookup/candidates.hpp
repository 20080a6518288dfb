#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lookup/name_index.hpp"
#include "lookup/tokens.hpp"

namespace lookup {

/// How two words agree, from the firmest to the weakest.
enum class Agreement : std::uint8_t {
  same,
  joined,
  torn,
  romanized,
  sound,
  typo,
  translated,
  abbreviation,
  acronym,
  cut,
  legal_form,
  initial
};

/// A word of the query (or two written together) agreeing with a word of the vocabulary.
struct WordHit {
  WordId word;
  std::uint16_t first_word;  ///< In the query.
  std::uint16_t word_count;  ///< 1, 2 for two query words written together, or more for words and their initials.
  Agreement
      agreement;      ///< same, joined, sound, typo, translated, acronym or cut; the name's side may turn it into torn.
  double similarity;  ///< In (0, 1]; 1 for the same word.
};

/// A word of the query that is the initials of words of a name.
struct AcronymHit {
  std::uint32_t name;  ///< `IndexedName::number`.
  std::uint16_t query_word;
  AcronymRun run;  ///< In the name.
};

/// A query taken apart and looked up in the vocabulary, once for all names.
struct PreparedQuery {
  Tokens tokens;
  std::vector<double> weights;       ///< `word_weight` of each word.
  double total_weight = 0;           ///< Their sum.
  std::vector<WordHit> hits;         ///< Sorted by word, then place in the query.
  std::vector<AcronymHit> acronyms;  ///< Sorted by name.
  /// The acronym hits of one name. The view lives as long as this.
  [[nodiscard]] std::span<const AcronymHit> acronyms_of(std::uint32_t name) const;
  /// The hits of one vocabulary word. The view lives as long as this.
  [[nodiscard]] std::span<const WordHit> hits_of(WordId word) const;
};

/// Finds the vocabulary words that the words of a query may stand for.
[[nodiscard]] PreparedQuery prepare(const NameIndex& index, Tokens tokens);

/// What an alignment of a query and a name can come to at the best.
struct WeightBounds {
  double agreeing;    ///< No smaller than the agreeing weight.
  double query_left;  ///< No larger than the weight of the query's words left over.
  double name_left;   ///< No larger than the weight of the name's words left over.
};

/// A name worth comparing.
struct Candidate {
  std::uint32_t name;
  WeightBounds bounds;
};

/// The names that share a word with the query, in order of name. A word that is only part of a legal form makes no
/// candidate, unless the query holds nothing else; nor does a single letter that could be an initial.
[[nodiscard]] std::vector<Candidate> find_candidates(const NameIndex& index, const PreparedQuery& query);

}  // namespace lookup
