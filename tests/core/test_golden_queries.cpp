#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "bundled.hpp"

using lookup::CheckResult;
using lookup::Match;

namespace {

nlohmann::json golden_queries() { return nlohmann::json::parse(read_test_file("tests/fixtures/golden-queries.json")); }

std::string outline(const CheckResult& result) {
  std::string text;
  for (const Match& match : result.matches) {
    text += std::to_string(match.score) + " " + match.entry->published_name;
    for (const lookup::Reason& reason : match.why.reasons) text += " " + std::string{reason.kind};
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("golden queries in every script find their party at the default score, high up and for the right reason") {
  const lookup::Screener screener{bundled_list()};
  for (const auto& golden : golden_queries()) {
    const auto parties = golden["parties"].get<std::set<std::string>>();
    const CheckResult result = answer(screener, golden["name"], lookup::default_min_score, 5);
    INFO(golden["way"].get<std::string>() << ": " << golden["name"].get<std::string>() << "\n" << outline(result));
    if (parties.empty()) {
      CHECK(result.total == 0);
      continue;
    }
    const auto found = std::find_if(result.matches.begin(), result.matches.end(), [&parties](const Match& match) {
      return parties.contains(match.entry->published_name);
    });
    CHECK(found != result.matches.end());
    if (found == result.matches.end()) continue;
    CHECK(found - result.matches.begin() < golden["within"].get<std::ptrdiff_t>());
    if (!golden.contains("reason")) continue;
    CHECK(std::any_of(found->why.reasons.begin(), found->why.reasons.end(),
                      [&golden](const lookup::Reason& reason) { return reason.kind == golden["reason"]; }));
  }
}

TEST_CASE("golden queries name parties of the bundled list, and there are some for every way of writing a name") {
  std::set<std::string> published;
  for (const lookup::Entry& entry : bundled_list().entries) published.insert(entry.published_name);
  std::set<std::string> ways;
  for (const auto& golden : golden_queries()) {
    ways.insert(golden["way"]);
    for (const std::string party : golden["parties"]) {
      INFO(party);
      CHECK(published.contains(party));
    }
  }
  for (const char* const way : {"Cyrillic, Russian",
                                "Cyrillic, Ukrainian",
                                "Cyrillic, Belarusian",
                                "Greek",
                                "Han, simplified",
                                "Han, traditional",
                                "kana",
                                "Hangul",
                                "Arabic",
                                "Persian",
                                "mixed scripts",
                                "look-alike letters",
                                "scanner",
                                "acronym",
                                "abbreviation",
                                "legal form only",
                                "brackets",
                                "c/o",
                                "cut at 35 characters",
                                "not listed"}) {
    INFO(way);
    CHECK(ways.contains(way));
  }
}
