#include <catch2/catch.hpp>

#include "lookup/rarity.hpp"

using lookup::tokenize;
using lookup::word_weights;

namespace {

double weight_of(const char* word, std::size_t listed_names = 1) {
  return word_weights(tokenize(word).words, {listed_names}).at(0);
}

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
  const std::vector<double> together = word_weights(tokenize("scientific production orbita").words, {1, 1, 1});
  CHECK(together.at(0) < weight_of("scientific"));
  CHECK(together.at(0) + together.at(1) > weight_of("scientific"));
  CHECK(together.at(2) == weight_of("orbita"));
}
