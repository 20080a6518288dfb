#pragma once

#include <cstddef>

#include "lookup/tokens.hpp"

namespace lookup {

/// The weight of a single letter, such as an initial; no letter weighs more.
inline constexpr double initial_weight = 1;

/// How much a word says about who a name belongs to, in bits: the weight of sharing it, and of lacking it. A word that
/// half the world's companies carry ("technology") weighs little, a made-up brand much. Bounded by how short the
/// word is, since short words collide by chance, and lowered slightly by the number of listed names that share it.
/// `listed_names` is 0 for a word that is on no list.
[[nodiscard]] double word_weight(const Word& word, std::size_t listed_names);

}  // namespace lookup
