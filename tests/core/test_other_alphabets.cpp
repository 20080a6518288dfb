#include <algorithm>
#include <catch2/catch.hpp>

#include "bundled.hpp"
#include "lookup/tokens.hpp"
#include "small_list.hpp"
#include "words.hpp"

namespace {

/// How the only entry of a list scores.
double score_of(const char* listed, const char* asked) {
  const lookup::Screener screener{small_list({listed})};
  const lookup::CheckResult result = answer(screener, asked);
  return result.matches.empty() ? 0 : result.matches.front().score;
}

}  // namespace

TEST_CASE("foreign brands are found in Cyrillic and Greek letters, as they sound") {
  struct Row {
    const char* listed;
    const char* asked;
  };
  static constexpr Row rows[] = {{"Hikvision", "Хиквижен"},
                                 {"iFlytek", "Айфлайтек"},
                                 {"Huawei Technologies", "Хуавэй Технолоджис"},
                                 {"Loongson", "Лунсон"},
                                 {"Nuctech", "Нуктек"},
                                 {"Megvii Technology", "Мегви Текнолоджи"},
                                 {"Uralvagonzavod", "Ουραλβαγκονζαβόντ"}};
  for (const Row& row : rows) {
    INFO(row.asked);
    CHECK(score_of(row.listed, row.asked) >= lookup::default_min_score);
  }
}

TEST_CASE("Ukrainian and Belarusian names are read by the letters of the whole name, and in Russian too") {
  CHECK(score_of("Hryhoriy Bohdanovych", "Григорій Богданович") > 95);
  CHECK(score_of("Grigoriy Bogdanovich", "Григорій Богданович") > 85);
  CHECK(score_of("Hryhoriy Bohdanovych", "Григорий Богданович") > 85);
  CHECK(readable(lookup::tokenize("Григорій Богданович").words.at(1).text) == "bohdanovych");
}

TEST_CASE("a word in capitals of another alphabet that look Latin is tried as Latin") {
  CHECK(score_of("KET Engineering", "КЕТ Engineering") > 95);
  CHECK(score_of("NII Radio", "ΝΙΙ Radio") > 95);
}

TEST_CASE("persons in Hangul are found under the spellings of the North and of the South") {
  CHECK(score_of("RI, Pyong Chol", "리병철") > 90);
  CHECK(score_of("PARK, Jin Hyok", "박진혁") > 90);
  CHECK(score_of("PAK, Chin-hyok", "박진혁") > 70);
  CHECK(score_of("PARK, Jin Hyok", "박민수") < 70);
}

TEST_CASE("Persian words are known with a blank, with a zero-width non-joiner and joined") {
  CHECK(score_of("Ali KHAMENEI", "علی خامنه\u200cای") > 90);
  CHECK(score_of("Ali KHAMENEI", "علی خامنه ای") > 90);
  CHECK(score_of("HIZBALLAH", "حزب الله") > 90);
  CHECK(score_of("HIZBALLAH", "حزب\u200cالله") > 90);
  CHECK(score_of("Huawei", "Hua\u200cwei") == 100);
}
