#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/script_words.hpp"

namespace lookup {

/// What a Chinese word is in Latin letters.
struct HanRendering {
  std::string latin;  ///< Words parted by spaces; empty where the tables do not hold the Chinese word.
  std::vector<ScriptAlternative> alternatives{};
};

/// How a folded Chinese word or established name is rendered. Costs one binary search. Source: tables/han_words.tsv and
/// han_names.tsv.
[[nodiscard]] HanRendering find_han_word(std::string_view han);

/// Whether the tables hold a folded Chinese word.
[[nodiscard]] bool is_han_word(std::string_view han);

}  // namespace lookup
