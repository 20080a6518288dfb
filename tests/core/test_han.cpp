#include <catch2/catch.hpp>

#include "lookup/han.hpp"
#include "words.hpp"

namespace {

/// The parts of a run, parted by "|": translations as they are, names in angle brackets, legal forms in round ones.
std::string parts_of(std::u32string_view run) {
  std::string shown;
  for (const lookup::HanPart& part : lookup::split_han(run)) {
    shown += shown.empty() ? "" : "|";
    switch (part.kind) {
      case lookup::HanPart::Kind::translated:
        shown += part.latin;
        break;
      case lookup::HanPart::Kind::romanized:
        shown += "<" + part.latin + ">";
        break;
      case lookup::HanPart::Kind::legal_form:
        shown += "(" + part.latin + ")";
        break;
    }
  }
  return shown;
}

}  // namespace

TEST_CASE("Chinese names are cut into legal forms, translated words and names in pinyin") {
  CHECK(parts_of(U"华为技术有限公司") == "<huawei>|technology|(有限公司)");
  CHECK(parts_of(U"北京商汤科技开发有限公司") == "beijing|<shangtang>|technology|development|(有限公司)");
  CHECK(parts_of(U"西安导航技术研究所") == "xian|navigation|technology|research institute");
  CHECK(parts_of(U"厦门") == "xiamen");
  CHECK(parts_of(U"").empty());
}

TEST_CASE("parts cover the run from end to end") {
  for (const std::u32string_view run : {U"中国电子科技集团公司第十三研究所", U"寒武纪", U"有限公司", U"㐀㐁华"}) {
    std::size_t next = 0;
    for (const lookup::HanPart& part : lookup::split_han(run)) {
      CHECK(part.first == next);
      CHECK(part.count > 0);
      next += part.count;
    }
    CHECK(next == run.size());
  }
}
