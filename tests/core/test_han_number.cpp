#include <catch2/catch.hpp>

#include "lookup/han_number.hpp"

using lookup::HanNumber;
using lookup::read_han_number;

TEST_CASE("Chinese numbers are read where they count something") {
  struct Row {
    std::u32string_view text;
    std::size_t count;
    const char* digits;
    const char* reason;
  };
  static constexpr Row rows[] = {
      {U"第十三研究所", 3, "13", "an ordinal"},
      {U"第二研究院", 2, "2", "an ordinal of one digit"},
      {U"第二十", 3, "20", "tens"},
      {U"第一百零五厂", 5, "105", "hundreds with a zero between"},
      {U"第两千", 3, "2000", "两 is two"},
      {U"七二五所", 3, "725", "digits one by one"},
      {U"三〇一医院", 3, "301", "with a round zero, whatever follows"},
      {U"十四所", 2, "14", "without 第 before a unit"},
      {U"二院", 1, "2", "one digit before a unit"},
      {U"三一重工", 0, "", "Sany"},
      {U"九龙", 0, "", "Kowloon"},
      {U"一汽", 0, "", "FAW"},
      {U"第", 1, "", "before digits, as in 第13"},
      {U"第四范式", 2, "4", "an ordinal, unless a longer name is known"},
      {U"研究所", 0, "", "no numeral"},
      {U"", 0, "", "nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const HanNumber number = read_han_number(row.text);
    CHECK(number.count == row.count);
    CHECK(number.digits == row.digits);
  }
}
