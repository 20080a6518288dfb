#include <catch2/catch.hpp>

#include "lookup/han.hpp"
#include "words.hpp"

namespace {

/// The parts of a run, parted by "|": translations as they are, names in angle brackets, legal forms in round ones.
std::string parts_of(std::u32string_view run) {
  std::string shown;
  for (const lookup::ScriptPart& part : lookup::split_han(run)) {
    shown += shown.empty() ? "" : "|";
    switch (part.kind) {
      case lookup::ScriptPart::Kind::translated:
        shown += part.latin;
        break;
      case lookup::ScriptPart::Kind::romanized:
        shown += "<" + part.latin + ">";
        break;
      case lookup::ScriptPart::Kind::legal_form:
        shown += "(" + part.latin + ")";
        break;
    }
  }
  return shown;
}

}  // namespace

TEST_CASE("Chinese names are cut into legal forms, translated words and names in pinyin") {
  struct Row {
    std::u32string_view run;
    const char* parts;
    const char* reason;
  };
  static constexpr Row rows[] = {
      {U"华为技术有限公司", "<huawei>|technology|(有限公司)", "a brand in pinyin"},
      {U"北京商汤科技开发有限公司", "beijing|sensetime technology|development|(有限公司)",
       "a brand with its own spelling"},
      {U"西安导航技术研究所", "xian|navigation technology|research institute", "words only"},
      {U"厦门", "xiamen", "a place"},
      {U"深圳市蓝达电子有限公司", "shenzhen|-|<landa>|electronics|(有限公司)",
       "the ending of a place is no part of a brand"},
      {U"江西新拓实业", "jiangxi|<xintuo>|industrial", "new is a part of a brand"},
      {U"中发电气", "<zhongfa>|electric", "a name does not end in the middle of a word for the sake of a longer one"},
      {U"华安康泰", "<huaankangtai>", "a place within a name is none"},
      {U"中电科第十四研究所", "china electronics technology|14|research institute", "a number"},
      {U"北京第三厂", "beijing|3|factory", "a word of one character at the end"},
      {U"第", "<di>", "what English leaves out is read where nothing else is there"},
      {U"", "", "nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(parts_of(row.run) == row.parts);
  }
}

TEST_CASE("parts bring other readings, renderings and ordinals") {
  const auto others_of = [](std::u32string_view run) {
    std::string others;
    for (const lookup::ScriptPart& part : lookup::split_han(run))
      for (const lookup::ScriptAlternative& other : part.alternatives) others += other.latin + " ";
    return others;
  };
  CHECK(others_of(U"乐芯") == "yuexin ");
  CHECK(others_of(U"第二") == "second ");
  CHECK(others_of(U"寒武纪") == "cambrian hanwuji ");
}

TEST_CASE("parts cover the run from end to end") {
  for (const std::u32string_view run :
       {U"中国电子科技集团公司第十三研究所", U"寒武纪", U"有限公司", U"㐀㐁华", U"市", U"第一百零五厂"}) {
    std::size_t next = 0;
    for (const lookup::ScriptPart& part : lookup::split_han(run)) {
      CHECK(part.first == next);
      CHECK(part.count > 0);
      next += part.count;
    }
    CHECK(next == run.size());
  }
}
