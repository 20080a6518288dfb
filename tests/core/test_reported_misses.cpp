#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "lookup/screener.hpp"
#include "lookup/snapshot.hpp"
#include "small_list.hpp"
#include "test_files.hpp"

namespace {

/// What users reported of other searches: a query, a listed name, and whether the one should find the other.
struct Report {
  std::string query;
  std::string name;
  bool should_match;
};

std::vector<Report> read_reports(const std::filesystem::path& path) {
  std::vector<Report> reports;
  std::ifstream file{path};
  std::string line;
  std::getline(file, line);  // The heading.
  while (std::getline(file, line)) {
    std::istringstream fields{line};
    Report report;
    std::string expected;
    std::getline(fields, report.query, '\t');
    std::getline(fields, report.name, '\t');
    std::getline(fields, expected, '\t');
    report.should_match = expected == "match";
    reports.push_back(report);
  }
  return reports;
}

}  // namespace

TEST_CASE("misses and false alarms that users reported of other searches come out right") {
  const std::filesystem::path path = std::filesystem::path{PROJECT_FOLDER} / "../shared/reference/reported-misses.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("the reports are not here; they do not belong to the project");
    return;
  }
  const std::vector<Report> reports = read_reports(path);
  REQUIRE(reports.size() == 24);
  std::vector<std::string> wrong;
  for (const Report& report : reports) {
    // The real list gives words their rarity; the party of the report is added to it.
    lookup::List list = lookup::load_snapshot(read_test_file("data/entity-list.json")).value();
    const std::size_t number = list.entries.size();
    list.entries.push_back(small_list({report.name}).entries.front());
    list.entries.back().id = "reported";
    const lookup::Screener screener{std::move(list)};
    lookup::Query query;
    query.name = report.query;
    query.max_matches = lookup::maximum_matches;
    query.min_score = 0;
    const lookup::CheckResult result = screener.check(query).value();
    double score = 0;
    for (const lookup::Match& match : result.matches)
      if (match.entry == &screener.snapshots().front().names.list().entries[number]) score = match.score;
    if ((score >= lookup::default_min_score) != report.should_match)
      wrong.push_back(report.query + " / " + report.name);
  }
  CHECK(wrong == std::vector<std::string>{});
}
