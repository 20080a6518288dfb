#include <catch2/catch.hpp>

#include "lookup/sound_key.hpp"
#include "words.hpp"

using lookup::sound_key;

TEST_CASE("the usual romanisations of one name share a key") {
  struct Row {
    const char* a;
    const char* b;
    const char* source;
  };
  static constexpr Row rows[] = {
      {"shchukin", "schukin", "BGN/PCGN and passports before 2010"},
      {"shchukin", "schtschukin", "German"},
      {"alexey", "aleksei", "BGN/PCGN and ALA-LC"},
      {"yuri", "iurii", "BGN/PCGN and ICAO Doc 9303"},
      {"mikhail", "mihail", "BGN/PCGN and GOST 7.79"},
      {"dmitriy", "dmitry", "BGN/PCGN and common English"},
      {"evgeny", "yevgeniy", "common English and BGN/PCGN"},
      {"smirnoff", "smirnov", "French of before 1997"},
      {"wagner", "vagner", "German and Russian"},
      {"complex", "kompleks", "English and Russian"},
      {"dzhafar", "djafar", "BGN/PCGN and French"},
      {"dzhafar", "dschafar", "BGN/PCGN and German"},
      {"riyadh", "riyad", "the dh of Arabic names"},
      {"huaway", "huawei", "English and pinyin"},
  };
  for (const Row& row : rows) {
    INFO(row.a << " / " << row.b << ": " << row.source);
    CHECK(readable(sound_key(letters(row.a))) == readable(sound_key(letters(row.b))));
    CHECK_FALSE(sound_key(letters(row.a)).empty());
  }
}

TEST_CASE("words of different sound do not share a key") {
  CHECK(sound_key(letters("hikvision")) != sound_key(letters("megvii")));
  CHECK(sound_key(letters("jingwei")) != sound_key(letters("yingwei")));
  CHECK(sound_key(letters("orion")) != sound_key(letters("orlon")));
}

TEST_CASE("short words and words in other letters have no key") {
  CHECK(sound_key(letters("bmz")).empty());
  CHECK(sound_key(U"北京大学").empty());
  CHECK(sound_key(letters("3divi")).empty());
  CHECK(sound_key(U"").empty());
}
