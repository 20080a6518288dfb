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
      {U"thirtieth", 30, true},    {U"ninetieth", 90, true},
      {U"pyatyy", 5, true},        {U"pyataya", 5, true},
      {U"pervy", 1, true},         {U"sorokovoy", 40, true},
      {U"devyanostyy", 90, true},  {U"vi", 6, false},
      {U"xxix", 29, false},        {U"xxxi", 31, false},
      {U"lxxvii", 77, false},      {U"xcix", 99, false},
      {U"xxxx", 0, false},         {U"iix", 0, false},
      {U"li", 0, false},           {U"lv", 0, false},
      {U"xl", 0, false},           {U"liv", 0, false},
      {U"pyat", 0, false},         {U"dvadtsat", 0, false},
      {U"twenty", 0, false},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    const lookup::SpelledNumber number = lookup::spelled_number(row.word);
    CHECK(number.value == row.value);
    CHECK(number.is_ordinal == row.is_ordinal);
  }
}

TEST_CASE("a ten and a unit are one ordinal, of one language") {
  struct Row {
    const char32_t* ten;
    const char32_t* unit;
    int value;
    bool is_foreign;
  };
  static constexpr Row rows[] = {
      {U"twenty", U"third", 23, false},   {U"ninety", U"ninth", 99, false},     {U"dvadtsat", U"devyatyy", 29, true},
      {U"sorok", U"pervogo", 41, true},   {U"devyanosto", U"pyatoe", 95, true}, {U"twenty", U"tenth", 0, false},
      {U"twenty", U"pervyy", 0, false},   {U"dvadtsat", U"first", 0, false},    {U"twenty", U"ii", 0, false},
      {U"twentieth", U"third", 0, false}, {U"forty", U"institute", 0, false},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    const lookup::SpelledNumber number = lookup::spelled_number(row.ten, row.unit);
    CHECK(number.value == row.value);
    CHECK(number.is_ordinal == (row.value != 0));
    CHECK(number.is_foreign == row.is_foreign);
  }
}

TEST_CASE("a number is written back as the word that it was") {
  CHECK(lookup::number_word(13, true) == U"thirteenth");
  CHECK(lookup::number_word(13, false) == U"xiii");
  CHECK(lookup::number_word(23, true) == U"twentythird");
  CHECK(lookup::number_word(90, true) == U"ninetieth");
  CHECK(lookup::number_word(29, false) == U"xxix");
  CHECK(lookup::number_word(100, false).empty());
  CHECK(lookup::number_word(101, true).empty());
  CHECK(lookup::number_word(113, true).empty());
  CHECK(align("ThirteenthInstitute", "Thirteenth Institute").pairs.at(0).agreement == lookup::Agreement::torn);
  CHECK(align("TwentythirdInstitute", "Twenty-Third Institute").pairs.at(0).agreement == lookup::Agreement::torn);
}

TEST_CASE("an ordinal of two words agrees with digits, and is identical only as written") {
  for (const char* query : {"Twenty-Third Institute Orbita", "Twenty Third Institute Orbita", "XXIII Institute Orbita",
                            "Двадцать третий Institute Orbita", "23-th Institute Orbita", "23-й Institute Orbita"}) {
    INFO(query);
    CHECK(align(query, "23rd Institute Orbita").pairs.size() == 3);
    CHECK(align(query, "23rd Institute Orbita").query_left == 0);
    CHECK(align(query, "Twentieth Institute Orbita").numbers_differ);
  }
  CHECK(align("twenty third institute", "Twenty-Third Institute").identical);
  CHECK_FALSE(align("23rd Institute", "Twenty-Third Institute").identical);
  CHECK_FALSE(align("23-й Institute", "23rd Institute").identical);
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
