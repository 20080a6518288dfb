#include <catch2/catch.hpp>

#include "lookup/alignment.hpp"
#include "lookup/number_words.hpp"
#include "lookup/score.hpp"
#include "small_list.hpp"

namespace {

lookup::Alignment align(const char* query, const char* name) {
  const lookup::List list = small_list({name});
  const lookup::NameIndex index{list};
  return lookup::align(lookup::prepare(index, lookup::tokenize(query)), index.names()[0]);
}

}  // namespace

TEST_CASE("ordinals in words and Roman numerals are numbers") {
  struct Row {
    const char32_t* word;
    int value;
    bool is_ordinal;
  };
  static constexpr Row rows[] = {
      {U"first", 1, true},         {U"thirteenth", 13, true},
      {U"hundredth", 100, true},   {U"xiii", 13, false},
      {U"ii", 2, false},           {U"pervyy", 1, true},
      {U"tretiy", 3, true},        {U"vtoraya", 2, true},
      {U"sedmoy", 7, true},        {U"trinadtsatogo", 13, true},
      {U"dvadtsatom", 20, true},   {U"one", 0, false},
      {U"xi", 0, false},           {U"v", 0, false},
      {U"pervomayskiy", 0, false}, {U"tretyakov", 0, false},
      {U"thirteenths", 0, false},  {U"", 0, false},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    const lookup::SpelledNumber number = lookup::spelled_number(row.word);
    CHECK(number.value == row.value);
    CHECK(number.is_ordinal == row.is_ordinal);
  }
}

TEST_CASE("a number is written back as the word that it was") {
  CHECK(lookup::number_word(13, true) == U"thirteenth");
  CHECK(lookup::number_word(13, false) == U"xiii");
  CHECK(lookup::number_word(31, true).empty());
  CHECK(align("ThirteenthInstitute", "Thirteenth Institute").pairs.at(0).agreement == lookup::Agreement::torn);
}

TEST_CASE("a number agrees however it is written, and is identical only as written") {
  for (const char* query : {"13th Institute Orbita", "Thirteenth Institute Orbita", "XIII Institute Orbita",
                            "13 Institute Orbita", "Тринадцатый Institute Orbita"}) {
    INFO(query);
    CHECK_FALSE(align(query, "Thirteenth Institute Orbita").numbers_differ);
    CHECK(align(query, "Thirteenth Institute Orbita").pairs.size() == 3);
    CHECK(align(query, "Fourteenth Institute Orbita").numbers_differ);
  }
  CHECK(align("thirteenth institute", "Thirteenth Institute").identical);
  CHECK_FALSE(align("13th Institute", "Thirteenth Institute").identical);
  CHECK_FALSE(align("Thirteenth Institute", "13th Institute").identical);
  CHECK_FALSE(align("XIII Institute", "Thirteenth Institute").identical);
  CHECK_FALSE(align("Тринадцатый Institute", "Thirteenth Institute").identical);
}
