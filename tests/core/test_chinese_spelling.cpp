#include <algorithm>
#include <catch2/catch.hpp>

#include "lookup/chinese_spelling.hpp"
#include "words.hpp"

namespace {

bool is_spelling(std::string_view word, std::string_view other) {
  const auto others = lookup::other_chinese_spellings(letters(word));
  return std::any_of(others.begin(), others.end(),
                     [other](const lookup::ChineseSpelling& each) { return readable(each.text) == other; });
}

}  // namespace

TEST_CASE("words in pinyin and in Wade-Giles are each other's spelling") {
  struct Row {
    const char* pinyin;
    const char* other;
    const char* rule;
  };
  static constexpr Row rows[] = {
      {"dongfang", "tungfang", "d is t, ong is ung"}, {"xinhua", "hsinhua", "x is hs"},
      {"tianjin", "tienchin", "ian is ien, j is ch"}, {"zhonghua", "chunghua", "zh is ch"},
      {"sichuan", "ssuchuan", "si is ssu"},           {"guangdong", "kuangtung", "g is k"},
      {"jiexing", "chiehhsing", "ie is ieh"},         {"renmin", "jenmin", "r is j"},
  };
  for (const Row& row : rows) {
    INFO(row.rule);
    CHECK(is_spelling(row.pinyin, row.other));
    CHECK(is_spelling(row.other, row.pinyin));
  }
  CHECK(is_spelling("kwangtung", "guangdong"));
  CHECK(is_spelling("tsinghua", "qinghua"));
}

TEST_CASE("surnames are known as Hong Kong and Taiwan spell them") {
  CHECK(is_spelling("wong", "wang"));
  CHECK(is_spelling("huang", "wong"));
  CHECK(is_spelling("kwok", "guo"));
  CHECK(is_spelling("hsu", "xu"));
  CHECK(is_spelling("tsai", "cai"));
}

TEST_CASE("Cantonese spellings of surnames and of syllables of companies are known both ways, short ones too") {
  struct Row {
    const char* cantonese;
    const char* pinyin;
    const char* character;
  };
  static constexpr Row rows[] = {{"lee", "li", "李"},    {"ng", "wu", "吴"},     {"ho", "he", "何"},
                                 {"lo", "luo", "罗"},    {"lo", "lu", "卢"},     {"so", "su", "苏"},
                                 {"to", "du", "杜"},     {"wu", "hu", "胡"},     {"tse", "xie", "谢"},
                                 {"ip", "ye", "叶"},     {"au", "ou", "区"},     {"koo", "gu", "顾"},
                                 {"hui", "xu", "许"},    {"tsui", "xu", "徐"},   {"yik", "yi", "易"},
                                 {"lok", "le", "乐"},    {"chu", "zhu", "朱"},   {"cheng", "zheng", "郑"},
                                 {"wing", "yong", "永"}, {"hang", "heng", "恒"}, {"kee", "ji", "记"}};
  for (const Row& row : rows) {
    INFO(row.character);
    CHECK(is_spelling(row.cantonese, row.pinyin));
    CHECK(is_spelling(row.pinyin, row.cantonese));
  }
}

TEST_CASE("habits of the post are known both ways") {
  CHECK(is_spelling("guangdong", "kwangtung"));
  CHECK(is_spelling("qinghua", "tsinghua"));
  CHECK(is_spelling("szechuan", "sichuan"));
  CHECK(is_spelling("sichuan", "szechuan"));
}

TEST_CASE("readings that are no pinyin are no syllables") {
  CHECK_FALSE(lookup::is_pinyin(letters("park")));
  CHECK_FALSE(lookup::is_pinyin(letters("hm")));
  CHECK(lookup::is_pinyin(letters("er")));
  CHECK(lookup::is_pinyin(letters("xiang")));
}

TEST_CASE("a word that is pinyin is not read as Wade-Giles, and other words have no other spelling") {
  CHECK_FALSE(is_spelling("tongfang", "dongfang"));
  CHECK_FALSE(is_spelling("dongfang", "tongfang"));
  for (const char* word : {"", "hikvision", "technology", "take", "koa", "13", "завод"}) {
    INFO(word);
    CHECK(lookup::other_chinese_spellings(letters(word)).empty());
  }
}

TEST_CASE("a long word that could be cut in many ways ends soon") {
  CHECK(lookup::other_chinese_spellings(letters("anananananananananananan")).size() <= 64);
}
