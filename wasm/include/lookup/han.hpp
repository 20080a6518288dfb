#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/han_words.hpp"

namespace lookup {

/// A stretch of Chinese characters and what it is in Latin letters.
struct HanPart {
  enum class Kind { translated, romanized, legal_form };
  std::size_t first;  ///< Place of its first character in the run …
  std::size_t count;  ///< … and how many there are.
  Kind kind;
  /// Words parted by spaces; empty or a hyphen for what English leaves out (第, 市); for a legal form the characters.
  std::string latin;
  std::vector<HanAlternative> alternatives{};  ///< Other readings and renderings.
};

/// Cuts a run of folded Chinese characters, which is written without spaces, so that few characters and pieces are left
/// to names: legal forms, words of organisation names, places and established names (translated), numbers. What lies
/// between is a name, read in pinyin as one word without tones. Cost grows with the square of the length. Source:
/// kMandarin of Unihan (UAX #38) and tables/han_*.tsv.
[[nodiscard]] std::vector<HanPart> split_han(std::u32string_view run);

}  // namespace lookup
