#pragma once

#include <cstddef>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// The weight of a single letter, such as an initial; no letter weighs more.
inline constexpr double initial_weight = 1;

/// How much each word of a name says about who it belongs to, in bits.
struct NameWeights {
  std::vector<double> shared;   ///< For each word: what another name says that has it too …
  std::vector<double> lacking;  ///< … and what one says that has not.
  double all_lacking = 0;       ///< Sum of `lacking`.
};

/// Weighs the words of a name. A word that half the world's companies carry ("technology") weighs little, a made-up
/// brand much. Bounded by how short the word is, since short words collide by chance, and lowered slightly by the
/// number of listed names that share it: `listed_names`, one for each word, 0 for a word that is on no list. Generic
/// words that stand together weigh less than their sum: "scientific production association" is one kind of
/// organisation, not three facts. Common words and numbers are often left out of a name, so that lacking one says less
/// than sharing it.
[[nodiscard]] NameWeights weigh_words(const std::vector<Word>& words, const std::vector<std::size_t>& listed_names);

/// Makes the words for which `lowers` is true weigh no more than `most`, and sums up again.
void lower_weights(NameWeights& weights, const std::vector<bool>& lowers, double most);

}  // namespace lookup
