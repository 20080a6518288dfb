#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "../../wasm/src/numbered_words.hpp"

using lookup::NumberedWords;

TEST_CASE("packed words share the beginning of the word before them") {
  using namespace std::string_view_literals;
  const NumberedWords words{"\000plan\004t\004t\005s\001art\000завод"sv};
  REQUIRE(words.size() == 6);
  const char* const expected[] = {"plan", "plant", "plant", "plants", "part", "завод"};
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(words[i] == expected[i]);
}

TEST_CASE("a word is found by its lowest number, and no other text is found") {
  NumberedWords words{std::size_t{0}};  // Grows.
  for (int i = 0; i < 1000; ++i) words.add("word " + std::to_string(i));
  words.add("word 7");
  words.add("");
  REQUIRE(words.size() == 1002);
  for (std::size_t i = 0; i < 1000; ++i) CHECK(words.find("word " + std::to_string(i)) == i);
  CHECK(words.find("") == 1001);
  for (const char* other : {"word", "word 1000", "word 7 ", "x"}) CHECK(words.find(other) == words.size());
  CHECK(NumberedWords{std::string_view{}}.find("x") == 0);
}

TEST_CASE("lines are parted, and an empty text has none") {
  CHECK(lookup::lines_of("a\n\nb c\n") == std::vector<std::string_view>{"a", "", "b c"});
  CHECK(lookup::lines_of("").empty());
}
