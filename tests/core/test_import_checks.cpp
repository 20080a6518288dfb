#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "lookup/import_checks.hpp"

using namespace lookup;

namespace {

ListInfo info(std::string code, std::string as_of, std::size_t entries) {
  ListInfo made;
  made.code = std::move(code);
  made.as_of = std::move(as_of);
  made.entry_count = entries;
  return made;
}

/// `list kind` of each finding.
std::vector<std::string> findings(const std::vector<ListInfo>& before, const std::vector<ListInfo>& after) {
  std::vector<std::string> texts;
  for (const Finding& finding : check_import(before, after))
    texts.push_back(finding.before.code + " " + std::string{name_of(finding.kind)});
  return texts;
}

}  // namespace

TEST_CASE("A fresh list is held against the one in place") {
  using Texts = std::vector<std::string>;
  const std::string day = "2026-01-31";
  const std::string later = "2026-02-28";
  const std::string earlier = "2025-12-31";
  CHECK(findings({info("EL", day, 100)}, {info("EL", later, 100)}).empty());
  CHECK(findings({info("EL", day, 100)}, {info("EL", later, 90)}).empty());
  CHECK(findings({info("EL", day, 100)}, {info("EL", later, 89)}) == Texts{"EL shrank"});
  CHECK(findings({info("EL", day, 100)}, {info("EL", earlier, 100)}) == Texts{"EL older"});
  CHECK(findings({info("EL", day, 100)}, {info("EL", earlier, 50)}) == Texts{"EL older", "EL shrank"});
  CHECK(findings({info("EL", day, 100)}, {info("EL", day, 100)}) == Texts{"EL same_date"});
  CHECK(findings({info("EL", day, 9), info("FSE", day, 3)}, {info("EL", later, 9)}) == Texts{"FSE vanished"});
  CHECK(findings({info("EL", day, 9)}, {info("EL", later, 9), info("DPL", later, 1)}).empty());
  CHECK(findings({}, {info("EL", day, 1)}).empty());
  CHECK(findings({info("EL", day, 9)}, {info("EL", "", 9)}).empty());
  CHECK(findings({info("EL", "", 9)}, {info("EL", day, 9)}).empty());
}

TEST_CASE("A finding that keeps the old list in its place is an error with both sides") {
  const auto shrank = check_import({info("EL", "2026-01-31", 10)}, {info("EL", "2026-02-28", 5)});
  REQUIRE(shrank.size() == 1);
  const auto error = error_of(shrank.front());
  REQUIRE(error);
  CHECK(error->code == ErrorCode::list_shrank);
  CHECK(error->detail == "EL: 5 entries as of 2026-02-28 in place of 10 entries as of 2026-01-31");
  const auto same = check_import({info("EL", "2026-01-31", 10)}, {info("EL", "2026-01-31", 10)});
  REQUIRE(same.size() == 1);
  CHECK_FALSE(error_of(same.front()));
  const auto older = check_import({info("EL", "2026-01-31", 10)}, {info("EL", "2026-01-30", 10)});
  REQUIRE(older.size() == 1);
  CHECK(error_of(older.front())->code == ErrorCode::list_older);
}

TEST_CASE("A list that is dated before the start of one of its own entries is dated wrongly") {
  List list;
  list.lists = {info("EL", "2020-01-01", 2), info("DPL", "2020-01-01", 1), info("SDN", "", 1)};
  for (const auto& [code, start] : {std::pair{"EL", "2019-05-21"}, std::pair{"EL", "2025-10-08"},
                                    std::pair{"DPL", "2020-01-01"}, std::pair{"SDN", "2025-10-08"}}) {
    Entry entry;
    entry.list = code;
    entry.start_date = start;
    list.entries.push_back(entry);
  }
  const std::vector<Finding> found = check_dates(list);
  REQUIRE(found.size() == 1);
  CHECK(name_of(found.front().kind) == "predates");
  CHECK(found.front().newest_start == "2025-10-08");
  const auto error = error_of(found.front());
  REQUIRE(error);
  CHECK(error->code == ErrorCode::list_older);
  CHECK(error->detail == "EL: as of 2020-01-01, but an entry starts on 2025-10-08");
}
