#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string_view>

#include "../../wasm/src/rules_by_letter.hpp"
#include "words.hpp"

namespace {

struct Rule {
  std::u32string_view spelling;
};

constexpr std::array<Rule, 9> rules{{{U"abc"}, {U"ab"}, {U"cab"}, {U"b"}, {U"ca"}, {U"a"}, {U"c"}, {U"1"}, {U"bb"}}};
constexpr lookup::RulesByLetter rules_by_letter{rules};

}  // namespace

TEST_CASE("the first rule that fits is found by its letter as by looking at all in order") {
  std::mt19937 random{7};
  std::uniform_int_distribution<std::size_t> length{0, 6};
  for (int round = 0; round < 2000; ++round) {
    const std::u32string rest = random_word(random, length(random), 4);
    const auto* const slow =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rest.starts_with(rule.spelling); });
    INFO(readable(rest));
    CHECK(rules_by_letter.first_for(rest) == (slow == rules.end() ? nullptr : slow));
  }
  CHECK(rules_by_letter.first_for(U"1")->spelling == U"1");
  CHECK(rules_by_letter.first_for(U"ж") == nullptr);
}
