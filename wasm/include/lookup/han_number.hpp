#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lookup {

/// A number at the beginning of a text in Chinese characters.
struct HanNumber {
  std::size_t count = 0;  ///< Characters that it takes; 0 where there is none.
  std::string digits{};   ///< Empty for 第 before a number in digits ("第13").
};

/// Reads the number at the beginning of folded Chinese text: an ordinal (第十三), digits one by one (七二五, 二〇二五)
/// or a number that counts units (十四所 "the 14th institute"). One or two numerals before anything else are part of a
/// name (三一 "Sany", 九龙 "Kowloon") and no number.
[[nodiscard]] HanNumber read_han_number(std::u32string_view text);

}  // namespace lookup
