#include <catch2/catch.hpp>

#include "../../wasm/src/numbered_words.hpp"
#include "../../wasm/tables/han_tables.hpp"
#include "lookup/han_words.hpp"

using lookup::find_han_word;
using lookup::HanRendering;
using lookup::is_han_word;

namespace {

/// A rendering with its alternatives as `place+count:word`.
std::string shown(std::string_view han) {
  const HanRendering rendering = find_han_word(han);
  std::string text = rendering.latin;
  for (const lookup::ScriptAlternative& other : rendering.alternatives)
    text += " | " + std::to_string(other.first_word) + "+" + std::to_string(other.word_count) + ":" + other.latin;
  return text;
}

}  // namespace

TEST_CASE("a Chinese word has a rendering, other forms of its words, and words for the whole") {
  CHECK(shown("大学") == "university");
  CHECK(shown("航天科工") == "aerospace science and industry | 0+4:casic | 0+4:hangtiankegong");
  CHECK(shown("理工大学") == "university of technology | 2+1:science | 0+3:polytechnic | 0+3:polytechnical");
  CHECK(shown("海康威视") == "hikvision | 0+1:haikangweishi");
  CHECK(shown("市") == "-");
  CHECK(shown("芯购").empty());
  CHECK_FALSE(is_han_word(""));
  CHECK_FALSE(is_han_word("hikvision"));
}

TEST_CASE("every word of the table has a rendering, and its words are sorted") {
  const lookup::NumberedWords words{lookup::tables::han_words};
  REQUIRE(words.size() > 2000);
  CHECK(lookup::lines_of(lookup::tables::han_renderings).size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    INFO(words[i]);
    if (i > 0) CHECK(words[i - 1] < words[i]);
    CHECK_FALSE(find_han_word(words[i]).latin.empty());
  }
}

TEST_CASE("places and houses bear the names that they go by") {
  CHECK(shown("佛山") == "foshan");
  CHECK(shown("黄埔") == "huangpu");
  CHECK(shown("花都") == "huadu");
  CHECK(shown("江都") == "jiangdu");
  CHECK(shown("天长") == "tianchang");
  CHECK(shown("兴安") == "hinggan | 0+1:xingan");
  CHECK(shown("阿里地区") == "ngari | 0+1:ali");
  CHECK(shown("路桥") == "road and bridge | 0+3:luqiao");
  CHECK(shown("国科") == "guoke");
  CHECK(shown("奇安信") == "qianxin | 0+1:qax");
  CHECK(shown("西安光机所") == "xian institute of optics and precision mechanics | 0+7:xiopm");
}
