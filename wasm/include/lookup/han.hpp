#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// A stretch of Chinese characters and what it is in Latin letters.
struct HanPart {
  enum class Kind { translated, romanized, legal_form };
  std::size_t first;  ///< Place of its first character in the run …
  std::size_t count;  ///< … and how many there are.
  Kind kind;
  std::string latin;  ///< Words parted by spaces; the characters themselves for a legal form.
};

/// Cuts a run of folded Chinese characters, which is written without spaces, at the longest known words from the left:
/// legal forms, words of organisation names (translated) and places. What lies between is a name, read in pinyin as one
/// word without tones. Characters without a reading stay as they are. Cost is linear. Source: kMandarin of Unihan (UAX
/// #38); tables/han_words.tsv.
[[nodiscard]] std::vector<HanPart> split_han(std::u32string_view run);

}  // namespace lookup
