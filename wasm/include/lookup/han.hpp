#pragma once

#include <string_view>
#include <vector>

#include "lookup/script_words.hpp"

namespace lookup {

using HanPart = ScriptPart;

/// Cuts a run of folded Chinese characters, which is written without spaces, at the longest known words from the left:
/// legal forms, words of organisation names (translated) and places. What lies between is a name, read in pinyin as one
/// word without tones. Characters without a reading stay as they are. Cost is linear. Source: kMandarin of Unihan (UAX
/// #38); tables/han_words.tsv.
[[nodiscard]] std::vector<HanPart> split_han(std::u32string_view run);

}  // namespace lookup
