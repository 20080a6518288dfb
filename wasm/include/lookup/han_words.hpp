#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// Another Latin word for some of the words of a rendering.
struct HanAlternative {
  std::size_t first_word;  ///< Place in the rendering of the first word that it stands for …
  std::size_t word_count;  ///< … and how many there are, from 1.
  std::string latin;       ///< One word.
};

/// What a Chinese word is in Latin letters.
struct HanRendering {
  std::string latin;  ///< Words parted by spaces; empty where the tables do not hold the Chinese word.
  std::vector<HanAlternative> alternatives{};
};

/// How a folded Chinese word or established name is rendered. Costs one binary search. Source: tables/han_words.tsv and
/// han_names.tsv.
[[nodiscard]] HanRendering find_han_word(std::string_view han);

/// Whether the tables hold a folded Chinese word.
[[nodiscard]] bool is_han_word(std::string_view han);

}  // namespace lookup
