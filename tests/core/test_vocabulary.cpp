#include <algorithm>
#include <catch2/catch.hpp>

#include "lookup/edit_distance.hpp"
#include "lookup/name_index.hpp"
#include "lookup/snapshot.hpp"
#include "lookup/vocabulary.hpp"
#include "test_files.hpp"
#include "words.hpp"

using lookup::DeletionIndex;
using lookup::NearWord;
using lookup::Vocabulary;
using lookup::VocabularyBuilder;
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

/// The word with so many edits of random kinds at random places.
std::u32string misspell(std::mt19937& random, std::u32string word, std::size_t edits, int alphabet) {
  for (std::size_t i = 0; i < edits && !word.empty(); ++i) {
    const std::size_t at = random() % word.size();
    const char32_t letter = random_word(random, 1, alphabet)[0];
    switch (random() % 4) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word.insert(at, 1, letter);
        break;
      case 2:
        word[at] = letter;
        break;
      default:
        if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
    }
  }
  return word;
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

TEST_CASE("misspelt words are near their own, at every length and wherever the edits fall") {
  std::mt19937 random{4};
  for (std::size_t length = 2; length <= 24; ++length) {
    std::vector<std::u32string> words;
    for (int i = 0; i < 60; ++i) words.push_back(random_word(random, length, 2 + i % 5));
    for (int i = 0; i < 60; ++i) words.push_back(misspell(random, words[random() % 60], 1 + i % 3, 4));
    const Vocabulary vocabulary{words};
    for (int i = 0; i < 60; ++i) {
      const std::u32string wanted =
          misspell(random, words[random() % words.size()], static_cast<std::size_t>(i) % 3, 4);
      INFO(readable(wanted));
      for (std::size_t budget = 1; budget <= 2; ++budget)
        CHECK(fast_find_near(vocabulary, wanted, budget) == slow_find_near(vocabulary, wanted, budget));
    }
  }
}

TEST_CASE("misspelt words of the bundled list are near those that comparing with every word finds") {
  const auto loaded = lookup::load_snapshot(read_test_file("data/entity-list.json"));
  REQUIRE(loaded.ok());
  const lookup::NameIndex index{loaded.value()};
  const Vocabulary& vocabulary = index.vocabulary();
  std::mt19937 random{5};
  for (int i = 0; i < 60; ++i) {
    const std::u32string word{vocabulary.text(static_cast<WordId>(random() % vocabulary.size()))};
    const std::u32string wanted = misspell(random, word, 1 + random() % 2, 26);
    const std::size_t budget = lookup::typo_budget(wanted.size());
    INFO(readable(word) << " as " << readable(wanted));
    CHECK(fast_find_near(vocabulary, wanted, budget) == slow_find_near(vocabulary, wanted, budget));
  }
}

TEST_CASE("no word is beyond the index that the budget for typos allows") {
  for (std::size_t length = 0; length <= 400; ++length) {
    const std::size_t budget = lookup::typo_budget(length);
    CHECK((budget == 0 || DeletionIndex::serves(length, budget)));
  }
}

TEST_CASE("a built vocabulary is that of the sorted words, and each number has its word's id") {
  std::mt19937 random{6};
  for (const int alphabet : {1, 3, 26, 3000}) {  // The more letters there are, the fewer fit into a word's sorting key.
    VocabularyBuilder builder;
    std::vector<std::u32string> words;
    std::vector<std::uint32_t> numbers;
    for (int i = 0; i < 3000; ++i) {
      const std::u32string first = random_word(random, random() % 9, alphabet);
      const std::u32string second = random_word(random, random() % 30, alphabet);
      if (i % 3 == 0) {
        const auto [own, joined] = builder.add_with_next(first, second);
        words.insert(words.end(), {first, first + second});
        numbers.insert(numbers.end(), {own, joined});
      } else {
        words.push_back(first);
        numbers.push_back(builder.add(first));
      }
    }
    const auto [vocabulary, ids] = std::move(builder).build();
    std::vector<std::u32string> sorted = words;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    REQUIRE(vocabulary.size() == sorted.size());
    for (WordId word = 0; word < sorted.size(); ++word) CHECK(vocabulary.text(word) == sorted[word]);
    for (std::size_t i = 0; i < words.size(); ++i) CHECK(vocabulary.text(ids[numbers[i]]) == words[i]);
  }
}
