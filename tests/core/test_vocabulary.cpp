#include <algorithm>
#include <catch2/catch.hpp>

#include "lookup/edit_distance.hpp"
#include "lookup/vocabulary.hpp"
#include "words.hpp"

using lookup::NearWord;
using lookup::Vocabulary;
using lookup::WordId;

namespace {

/// Every word within `budget` edits, by comparing with each: the slow twin of `Vocabulary::find_near`.
std::vector<std::pair<WordId, std::uint32_t>> slow_find_near(const Vocabulary& vocabulary, std::u32string_view wanted,
                                                             std::size_t budget) {
  std::vector<std::pair<WordId, std::uint32_t>> found;
  for (WordId word = 0; word < vocabulary.size(); ++word) {
    const std::size_t distance = lookup::edit_distance(wanted, vocabulary.text(word), budget);
    if (distance > 0 && distance <= budget) found.push_back({word, static_cast<std::uint32_t>(distance)});
  }
  return found;
}

std::vector<std::pair<WordId, std::uint32_t>> fast_find_near(const Vocabulary& vocabulary, std::u32string_view wanted,
                                                             std::size_t budget) {
  std::vector<NearWord> near;
  vocabulary.find_near(wanted, budget, near);
  std::vector<std::pair<WordId, std::uint32_t>> found;
  for (const NearWord& word : near) found.push_back({word.word, word.distance});
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("a vocabulary holds each word once and finds it") {
  const Vocabulary vocabulary{{U"megvii", U"sense", U"megvii", U"sensetime", U"a"}};
  REQUIRE(vocabulary.size() == 4);
  for (const auto* word : {U"a", U"megvii", U"sense", U"sensetime"})
    CHECK(vocabulary.text(vocabulary.find(word)) == word);
  for (const auto* word : {U"", U"b", U"sens", U"sensetimes", U"zzz"})
    CHECK(vocabulary.find(word) == vocabulary.size());
}

TEST_CASE("an empty vocabulary finds nothing") {
  for (const Vocabulary& vocabulary : {Vocabulary{}, Vocabulary{{}}}) {
    CHECK(vocabulary.size() == 0);
    CHECK(vocabulary.find(U"a") == 0);
    CHECK(fast_find_near(vocabulary, U"abcd", 1).empty());
  }
}

TEST_CASE("words are found by their beginning") {
  const Vocabulary vocabulary{{U"tele", U"telecom", U"telecommunications", U"telex", U"ten"}};
  const auto [first, last] = vocabulary.beginning_with(U"telec");
  REQUIRE(last - first == 2);
  CHECK(vocabulary.text(first) == U"telecom");
  CHECK(vocabulary.beginning_with(U"").second == 5);
  CHECK(vocabulary.beginning_with(U"x").first == vocabulary.beginning_with(U"x").second);
}

TEST_CASE("near words are those that comparing with every word finds") {
  std::mt19937 random{2};
  std::uniform_int_distribution<std::size_t> length{1, 12};
  for (int round = 0; round < 25; ++round) {
    std::vector<std::u32string> words;
    for (int i = 0; i < 300; ++i) words.push_back(random_word(random, length(random), 3));
    words.push_back(std::u32string(300, U'a'));  // Longer than a machine word has bits.
    words.push_back(std::u32string(301, U'a'));
    const Vocabulary vocabulary{words};
    for (int i = 0; i < 20; ++i) {
      const std::u32string wanted = random_word(random, length(random), 3);
      INFO(readable(wanted));
      for (std::size_t budget = 0; budget <= 3; ++budget)
        CHECK(fast_find_near(vocabulary, wanted, budget) == slow_find_near(vocabulary, wanted, budget));
    }
    CHECK(fast_find_near(vocabulary, std::u32string(300, U'a'), 2).size() == 1);
  }
}
