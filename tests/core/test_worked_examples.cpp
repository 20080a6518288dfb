#include <catch2/catch.hpp>

#include "test_files.hpp"
#include "worked_examples.hpp"

TEST_CASE("the formula and the constants of wasm/README.md give the score that the core gives") {
  for (const Recomputed& example : recomputed_examples()) {
    INFO(example.query);
    CHECK(example.by_core < 100);
    CHECK(example.by_readme == Approx(example.by_core).margin(0.0051));  // The core rounds to hundredths.
  }
}

TEST_CASE("the worked examples of wasm/README.md are what the core makes of them (tests/bench/worked-examples)") {
  const std::string readme = read_test_file("wasm/README.md");
  const std::string begin = worked_examples_begin;
  const std::size_t first = readme.find(begin);
  const std::size_t last = readme.find(worked_examples_end);
  REQUIRE(first != std::string::npos);
  REQUIRE(last != std::string::npos);
  const std::string published = readme.substr(first + begin.size(), last - first - begin.size());
  CHECK(published == worked_examples());
}
