#include <catch2/catch.hpp>

#include "lookup/edit_distance.hpp"
#include "words.hpp"

using lookup::edit_distance;
using lookup::typo_budget;

TEST_CASE("edit distance counts insertions, deletions, substitutions and swaps of neighbours") {
  struct Row {
    const char* a;
    const char* b;
    std::size_t distance;
    const char* source;
  };
  static constexpr Row rows[] = {
      {"", "", 0, "definition"},
      {"", "abc", 3, "definition"},
      {"kitten", "sitting", 3, "Wagner & Fischer 1974"},
      {"hikvison", "hikvision", 1, "a letter dropped"},
      {"hikvsiion", "hikvision", 1, "neighbours swapped: one edit, not two"},
      {"ca", "abc", 2, "Boytsov 2011: unrestricted Damerau-Levenshtein, where optimal string alignment gives 3"},
      {"druxhzba", "druzhba", 2, "neighbours swapped, a letter between them"},
      {"caxx", "abcyy", 5, "no wide swap, since other letters differ too"},
  };
  for (const Row& row : rows) {
    INFO(row.a << " / " << row.b << ": " << row.source);
    CHECK(edit_distance(letters(row.a), letters(row.b), 10) == row.distance);
    CHECK(edit_distance(letters(row.b), letters(row.a), 10) == row.distance);
  }
}

TEST_CASE("edit distance equals its recursive definition, and a cutoff changes nothing below it") {
  std::mt19937 random{1};
  std::uniform_int_distribution<std::size_t> length{0, 7};
  for (int round = 0; round < 400; ++round) {
    const std::u32string a = random_word(random, length(random), 3);
    const std::u32string b = random_word(random, length(random), 3);
    const std::size_t expected = slow_edit_distance(a, b);
    INFO(readable(a) << " / " << readable(b));
    for (std::size_t budget = 0; budget <= 8; ++budget)
      CHECK(edit_distance(a, b, budget) == std::min(expected, budget + 1));
  }
}

TEST_CASE("a prepared word's distance is the edit distance, whatever the letters and lengths") {
  std::mt19937 random{3};
  std::uniform_int_distribution<std::size_t> length{0, 80};
  std::uniform_int_distribution<int> alphabet{1, 4};
  for (int round = 0; round < 3000; ++round) {
    std::u32string a = random_word(random, length(random), alphabet(random));
    std::u32string b = random_word(random, round % 2 == 0 ? length(random) : a.size(), alphabet(random));
    if (round % 3 == 0)
      for (char32_t& letter : a) letter += letter == U'b' ? 0x400 : 0;  // Beyond ASCII.
    if (round % 6 == 0)
      for (char32_t& letter : b) letter += letter == U'b' ? 0x400 : 0;
    INFO(readable(a) << " / " << readable(b));
    const lookup::PreparedWord prepared{a};
    for (const std::size_t budget : {0, 1, 2, 3, 100})
      CHECK(prepared.distance(b, budget) == edit_distance(a, b, budget));
  }
}

TEST_CASE("short words are not taken for misspelt ones") {
  CHECK(typo_budget(2) == 0);
  CHECK(typo_budget(3) == 0);
  CHECK(typo_budget(4) == 1);
  CHECK(typo_budget(5) == 1);
  CHECK(typo_budget(6) == 2);
}
