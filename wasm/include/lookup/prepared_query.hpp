#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lookup/edit_distance.hpp"
#include "lookup/name_index.hpp"
#include "lookup/near_words.hpp"
#include "lookup/tokens.hpp"

namespace lookup {

/// How two words agree, from the firmest to the weakest.
enum class Agreement : std::uint8_t {
  same,
  joined,
  torn,
  romanized,
  look_alike,
  sound,
  typo,
  translated,
  abbreviation,
  acronym,
  cut,
  legal_form,
  initial
};

/// A word of the query (or several that one word stands for) agreeing with a word of the vocabulary.
struct WordHit {
  WordId word;
  std::uint16_t first_word;  ///< In the query.
  std::uint16_t word_count;  ///< 1, 2 for two words written together, or those of an `OtherWord` or of an acronym.
  Agreement agreement;       ///< Neither torn, legal_form nor initial; the name's side may turn it into torn.
  double similarity;         ///< In (0, 1]; 1 for the same word.
};

/// A word of the query that is the initials of words of a name.
struct AcronymHit {
  std::uint32_t name;  ///< `IndexedName::number`.
  std::uint16_t query_word;
  AcronymRun run;  ///< In the name.
};

/// Words of a name that are compared with several of a query at once, where no hit links them, are at most so many.
inline constexpr std::size_t longest_span = 3;

/// Up to `longest_span` words of the query that stand together, ready to be compared with words of a name.
struct QuerySpan {
  std::uint16_t first_word;
  std::uint16_t word_count;
  PreparedWord letters;  ///< The words written together.
  std::uint32_t letter_set;
  bool is_pinyin;
};

/// A query taken apart and looked up in the vocabulary, once for all names.
struct PreparedQuery {
  Tokens tokens;
  std::vector<WeighedWord> weighed;  ///< One for each word.
  NameSums sums;
  bool is_part = false;                  ///< A reading of part of what was asked; see reading.hpp.
  double beside_weight = 0;              ///< What counts as left over of what was asked beside this part of it.
  bool may_be_cut = false;               ///< As long as a form's line that cuts names off.
  std::vector<WordHit> hits;             ///< Sorted by word, then place in the query.
  std::vector<std::uint64_t> hit_words;  ///< A bit for each vocabulary word, set where it has hits: most have none.
  std::vector<QuerySpan> spans;          ///< Of words that are not numbers.
  std::vector<AcronymHit> acronyms;      ///< Sorted by name.
  /// The acronym hits of one name. The view lives as long as this.
  [[nodiscard]] std::span<const AcronymHit> acronyms_of(std::uint32_t name) const;
  /// The hits of one vocabulary word. The view lives as long as this.
  [[nodiscard]] std::span<const WordHit> hits_of(WordId word) const {
    return (hit_words[word / 64] >> (word % 64) & 1) == 0 ? std::span<const WordHit>{} : find_hits(word);
  }

 private:
  [[nodiscard]] std::span<const WordHit> find_hits(WordId word) const;
};

/// Finds the vocabulary words that the words of a query may stand for. `near_words` must be of the index's vocabulary.
[[nodiscard]] PreparedQuery prepare(const NameIndex& index, Tokens tokens, NearWords& near_words);
/// The same for a query of one reading.
[[nodiscard]] PreparedQuery prepare(const NameIndex& index, Tokens tokens);

/// How far two words agree that are `distance` edits apart, neither of them empty: 1 for no difference, 0 where chance
/// explains the rest of their letters.
[[nodiscard]] double typo_similarity(std::u32string_view a, std::u32string_view b, std::size_t distance);

}  // namespace lookup
