#pragma once

#include <string_view>
#include <vector>

#include "lookup/script_words.hpp"

namespace lookup {

/// Cuts a run of folded Chinese characters, which is written without spaces, so that few characters and pieces are left
/// to names: legal forms, words of organisation names, places and established names (translated), numbers. What lies
/// between is a name, read in pinyin as one word without tones. Cost grows with the square of the length. Source:
/// kMandarin of Unihan (UAX #38) and tables/han_*.tsv.
[[nodiscard]] std::vector<ScriptPart> split_han(std::u32string_view run);

}  // namespace lookup
