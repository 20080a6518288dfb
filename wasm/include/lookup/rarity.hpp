#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

/// The weight of a single letter, such as an initial; no letter weighs more.
inline constexpr double initial_weight = 0.851;

/// How much each word of a name says about who it belongs to, in bits.
struct NameWeights {
  std::vector<double> shared;   ///< For each word: what another name says that has it too …
  std::vector<double> lacking;  ///< … and what one says that has not.
  double all_lacking = 0;       ///< Sum of `lacking` …
  double all_repeated = 0;      ///< … and of those of words that stand in the name before.
  double most_agreeing = 0;     ///< Sum of the larger of both: all that can agree or be left over.
};

/// What is known of a word beside its letters.
struct WordFacts {
  std::size_t listed_names;  ///< Number of listed names that hold it; 0 for a word that is on no list.
  int level;                 ///< `word_level`.
};

/// The level of a word by the tables; that of its meaning where the word itself is in no table. A translation is as
/// common as what it means, whatever its ending.
[[nodiscard]] int word_level(const WordSense& sense);
[[nodiscard]] int word_level(std::u32string_view folded_word);

/// The sum of some words' weights.
[[nodiscard]] inline double sum_weights(const std::vector<double>& weights, std::size_t first, std::size_t count) {
  double sum = 0;
  for (std::size_t i = first; i < first + count; ++i) sum += weights[i];
  return sum;
}

/// Weighs the words of a name. A word that half the world's companies carry ("technology") weighs little, a made-up
/// brand much. Bounded by how short the word is, since short words collide by chance, and lowered slightly by the
/// number of listed names that share it. Generic words that stand together weigh less than their sum: "scientific
/// production association" is one kind of organisation, not three facts. Common words and numbers are often left out of
/// a name, so that lacking one says less than sharing it.
[[nodiscard]] NameWeights weigh_words(const std::vector<Word>& words, const std::vector<WordFacts>& facts);

/// Makes the words for which `lowers` is true weigh no more than `most`, and sums up again.
void lower_weights(NameWeights& weights, const std::vector<bool>& lowers, double most);

}  // namespace lookup
