#include "lookup/han_number.hpp"

#include <algorithm>

namespace lookup {
namespace {

constexpr std::u32string_view digits = U"〇一二三四五六七八九";
constexpr std::u32string_view tens = U"十百千";
/// What numbered parts of an organisation are called: institute, academy, plant, bureau, ministry, laboratory, troop,
/// and the first character of 研究所 and 分公司.
constexpr std::u32string_view numbered_units = U"所院厂局部室队师旅团军处号研分";
constexpr std::size_t plain_number_length = 3;  // As many numerals are a number whatever follows.
constexpr std::size_t longest_number = 9;

std::size_t digit_of(char32_t character) {
  if (character == U'零') return 0;
  return character == U'两' ? 2 : digits.find(character);
}

bool is_numeral(char32_t character) {
  return digit_of(character) != std::u32string_view::npos || tens.find(character) != std::u32string_view::npos;
}

/// The value of numerals with units, as in 三百零一; a unit without a digit before it counts once (十四).
std::string positional(std::u32string_view numerals) {
  unsigned value = 0;
  unsigned pending = 0;
  for (const char32_t character : numerals) {
    const std::size_t power = tens.find(character);
    if (power == std::u32string_view::npos) {
      pending = static_cast<unsigned>(digit_of(character));
      continue;
    }
    unsigned unit = 10;
    for (std::size_t i = 0; i < power; ++i) unit *= 10;
    value += std::max(pending, 1U) * unit;
    pending = 0;
  }
  return std::to_string(value + pending);
}

std::string value_of(std::u32string_view numerals) {
  const bool has_units = std::any_of(numerals.begin(), numerals.end(),
                                     [](char32_t c) { return tens.find(c) != std::u32string_view::npos; });
  if (has_units) return positional(numerals);
  std::string value;
  for (const char32_t character : numerals) value += static_cast<char>('0' + digit_of(character));
  return value;
}

}  // namespace

HanNumber read_han_number(std::u32string_view text) {
  const std::size_t mark = text.starts_with(U'第') ? 1 : 0;
  std::size_t count = 0;
  while (mark + count < text.size() && count < longest_number && is_numeral(text[mark + count])) ++count;
  if (count == 0) return mark == 1 && text.size() == 1 ? HanNumber{1, {}} : HanNumber{};
  const std::u32string_view rest = text.substr(mark + count);
  const bool counts_units = !rest.empty() && numbered_units.find(rest.front()) != std::u32string_view::npos;
  if (mark == 0 && count < plain_number_length && !counts_units) return {};
  return {mark + count, value_of(text.substr(mark, count))};
}

}  // namespace lookup
