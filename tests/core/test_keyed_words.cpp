#include <catch2/catch.hpp>
#include <vector>

#include "lookup/keyed_words.hpp"
#include "words.hpp"

using lookup::KeyedWords;
using lookup::WordId;

TEST_CASE("the words of a key are those that comparing with every key finds, in order of id") {
  std::mt19937 random{7};
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{500}}) {
    KeyedWords words;
    std::vector<std::u32string> keys;
    for (WordId word = 0; word < count; ++word) {
      keys.push_back(random_word(random, random() % 4, 3));
      words.add(keys.back(), word);
    }
    words.sort();
    for (int i = 0; i < 200; ++i) {
      const std::u32string wanted = random_word(random, random() % 5, 3);
      std::vector<WordId> expected;
      for (WordId word = 0; word < count; ++word)
        if (keys[word] == wanted && !wanted.empty()) expected.push_back(word);
      const auto found = words.find(wanted);
      INFO(readable(wanted));
      CHECK(std::vector<WordId>(found.begin(), found.end()) == expected);
    }
  }
}
