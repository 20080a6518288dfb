#pragma once

#include <cstddef>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// The weight of a single letter, such as an initial; no letter weighs more.
inline constexpr double initial_weight = 1;

/// How much each word of a name says about who it belongs to, in bits: the weight of sharing it, and of lacking it. A
/// word that half the world's companies carry ("technology") weighs little, a made-up brand much. Bounded by how short
/// the word is, since short words collide by chance, and lowered slightly by the number of listed names that share it:
/// `listed_names`, one for each word, 0 for a word that is on no list. Generic words that stand together weigh less
/// than their sum: "scientific production association" is one kind of organisation, not three facts.
[[nodiscard]] std::vector<double> word_weights(const std::vector<Word>& words,
                                               const std::vector<std::size_t>& listed_names);

}  // namespace lookup
