#pragma once

#include <string>
#include <string_view>

namespace lookup {

/// True for the letters of Hiragana and Katakana and the marks that stand among them.
[[nodiscard]] bool is_kana(char32_t letter);

/// A word in Hiragana or Katakana in Latin letters, after Hepburn without long vowels; the newer combinations as their
/// sounds ("ti", "fa", "va"). Letters of other scripts stay as they are. Cost is linear.
[[nodiscard]] std::u32string romanize_kana(std::u32string_view word);

}  // namespace lookup
