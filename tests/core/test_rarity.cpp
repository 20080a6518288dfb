#include <catch2/catch.hpp>

#include "lookup/rarity.hpp"

using lookup::tokenize;
using lookup::weigh_words;

namespace {

/// The weights of a text's words, each on so many listed names.
lookup::NameWeights weights_of(const char* text, std::size_t listed_names = 1) {
  const std::vector<lookup::Word> words = tokenize(text).words;
  std::vector<lookup::WordFacts> facts;
  for (const lookup::Word& word : words) facts.push_back({listed_names, lookup::word_level(word.text)});
  return weigh_words(words, facts);
}

double weight_of(const char* word, std::size_t listed_names = 1) { return weights_of(word, listed_names).shared.at(0); }

}  // namespace

TEST_CASE("the more widely a word is used, the less it weighs") {
  CHECK(weight_of("and") < weight_of("technology"));
  CHECK(weight_of("technology") < weight_of("beijing"));
  CHECK(weight_of("beijing") < weight_of("sensetime"));
  CHECK(weight_of("ltd") < weight_of("technology"));
}

TEST_CASE("a word weighs less the more listed names share it, and never less than half") {
  CHECK(weight_of("sensetime", 1) > weight_of("sensetime", 64));
  CHECK(weight_of("sensetime", 1000000) >= weight_of("sensetime", 1) / 2);
  CHECK(weight_of("sensetime", 0) >= weight_of("sensetime", 1));
}

TEST_CASE("short words weigh less than long ones, since they collide by chance") {
  CHECK(weight_of("x") == lookup::initial_weight);
  CHECK(weight_of("zq") < weight_of("zqx"));
  CHECK(weight_of("zqx") < weight_of("zqxwv"));
}

TEST_CASE("generic words that stand together weigh less than each alone, and more than one") {
  const std::vector<double> together = weights_of("scientific production orbita").shared;
  CHECK(together.at(0) < weight_of("scientific"));
  CHECK(together.at(0) + together.at(1) > weight_of("scientific"));
  CHECK(together.at(2) == weight_of("orbita"));
}

TEST_CASE("lacking a common word or a number says less than sharing it") {
  const lookup::NameWeights weights = weights_of("orbita technology 13");
  CHECK(weights.lacking.at(0) == weights.shared.at(0));
  CHECK(weights.lacking.at(1) < weights.shared.at(1));
  CHECK(weights.lacking.at(2) < weights.shared.at(2));
}
