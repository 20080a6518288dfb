#include <catch2/catch.hpp>

#include "lookup/rarity.hpp"

using lookup::tokenize;
using lookup::weigh_words;

namespace {

/// The weights of a text's words, each on so many listed names.
std::vector<lookup::WeighedWord> weights_of(const char* text, std::size_t listed_names = 1) {
  const lookup::Tokens tokens = tokenize(text);
  std::vector<lookup::WordFacts> facts;
  for (const lookup::Word& word : tokens.words) facts.push_back({listed_names, lookup::word_level(word.text)});
  return weigh_words(tokens, facts);
}

double weight_of(const char* word, std::size_t listed_names = 1) { return weights_of(word, listed_names).at(0).shared; }

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
  const std::vector<lookup::WeighedWord> together = weights_of("scientific production orbita");
  CHECK(together.at(0).shared < weight_of("scientific"));
  CHECK(together.at(0).shared + together.at(1).shared > weight_of("scientific"));
  CHECK(together.at(2).shared == weight_of("orbita"));
}

TEST_CASE("lacking a common word or a number says less than sharing it") {
  const std::vector<lookup::WeighedWord> weights = weights_of("zyxorq technology 13");
  CHECK(weights.at(0).lacking == weights.at(0).shared);
  CHECK(weights.at(1).lacking < weights.at(1).shared);
  CHECK(weights.at(2).lacking < weights.at(2).shared);
}

TEST_CASE("a word that stands in the name before is not lacked a second time") {
  const std::vector<lookup::WeighedWord> weights = weights_of("Orbita and Orbita");
  CHECK(weights.at(0).lacking > 0);
  CHECK(weights.at(2).lacking == 0);
  CHECK(weights.at(2).shared == weights.at(0).shared);
}

TEST_CASE("a short syllable that stands last is a name, and a particle elsewhere") {
  CHECK(weights_of("Zarya Na").at(1).shared > 2);
  CHECK(weights_of("Na Zarya").at(0).shared < 1);
  CHECK(weights_of("Zarya and").at(1).shared < 1);
  CHECK(weights_of("Zarya Dr.").at(1).shared < 1);
}
