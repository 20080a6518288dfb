#include <algorithm>
#include <catch2/catch.hpp>

#include "lookup/han_reading.hpp"

using lookup::han_spellings;
using lookup::surname_last;

namespace {

bool is_read(std::u32string_view name, std::string_view spelling) {
  const std::vector<std::string> spellings = han_spellings(name);
  return std::find(spellings.begin(), spellings.end(), spelling) != spellings.end();
}

}  // namespace

TEST_CASE("a name is read by the usual reading first, then by the others") {
  CHECK(han_spellings(U"华为") == std::vector<std::string>{"huawei"});
  CHECK(han_spellings(U"乐视").front() == "leshi");
  CHECK(is_read(U"乐视", "yueshi"));
  CHECK(is_read(U"长城", "zhangcheng"));
  CHECK(is_read(U"绿盟", "lvmeng"));
  CHECK(han_spellings(U"").front().empty());
}

TEST_CASE("no name has more than eight readings, and characters without one stay") {
  CHECK(han_spellings(U"长长长长长长").size() == 8);
  CHECK(han_spellings(U"㐀华").front() == "㐀hua");
}

TEST_CASE("a person's name is turned round, given name first") {
  CHECK(surname_last(U"王伟") == "weiwang");
  CHECK(surname_last(U"张明远") == "mingyuanzhang");
  CHECK(surname_last(U"欧阳明远") == "mingyuanouyang");
  CHECK(surname_last(U"曾国华") == "guohuazeng");
  CHECK(surname_last(U"芯购").empty());
  CHECK(surname_last(U"王").empty());
  CHECK(surname_last(U"王伟明远").empty());
}
