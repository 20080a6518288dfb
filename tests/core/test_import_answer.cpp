// What a page is told of a file that its user brought, before anything is replaced.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "lookup/import_answer.hpp"
#include "lookup/list_parts.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using namespace lookup;
using nlohmann::json;

namespace {

List in_place() {
  auto entity_list = load_snapshot(read_test_file("tests/fixtures/entity-list-small.json"));
  auto others = load_snapshot(read_test_file("tests/fixtures/other-lists-small.json"));
  REQUIRE(entity_list.ok());
  REQUIRE(others.ok());
  auto joined = join_lists({std::move(entity_list).value(), std::move(others).value()});
  REQUIRE(joined.ok());
  return std::move(joined).value();
}

ImportOptions options(const std::string& text = R"({"as_of": "2026-02-28"})") {
  auto parsed = parse_import_options(text);
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

ImportAnswer answer_for(const std::string& file) {
  auto answer = answer_import(file, options(), in_place());
  if (!answer.ok()) FAIL(describe(answer.error()));
  return std::move(answer).value();
}

}  // namespace

TEST_CASE("A file of all lists is parted, checked and compared") {
  for (const std::string format : {"csv", "json"}) {
    INFO(format);
    const ImportAnswer answer = answer_for(read_test_file("tests/fixtures/consolidated-lists." + format));
    const json told = json::parse(answer.json);
    CHECK(told["format"] == format);
    CHECK(told["stays"].empty());
    REQUIRE(told["lists"].size() == 6);
    CHECK(told["lists"][0] == json::parse(R"({"code": "EL", "title": "Entity List", "part": "entity-list",
                                              "as_of": "2026-02-28", "entries": 1, "names": 1})"));
    CHECK(told["lists"][1]["part"] == "other-lists");
    CHECK(told["findings"] == json::parse(R"([{"kind": "shrank", "list": "EL",
        "before": {"as_of": "2026-01-31", "entries": 6}, "after": {"as_of": "2026-02-28", "entries": 1}}])"));
    CHECK(told["difference"]["lists"][1]["unchanged"] == 1);
    CHECK(told["difference"]["lists"][0]["removed"] == 6);
    const auto others = load_snapshot(answer.snapshots[1]);
    REQUIRE(others.ok());
    CHECK(others.value().entries.size() == 8);
    CHECK(load_snapshot(answer.snapshots[0]).ok());
  }
}

TEST_CASE("A snapshot that the file has nothing of stays and is not compared") {
  const std::string others = read_test_file("tests/fixtures/other-lists-small.json");
  const ImportAnswer answer = answer_for(others);
  const json told = json::parse(answer.json);
  CHECK(told["format"] == "snapshot");
  CHECK(told["stays"] == json::parse(R"(["entity-list"])"));
  CHECK(told["difference"]["changes"].empty());
  CHECK(told["findings"].size() == 5);
  CHECK(told["findings"][0]["kind"] == "same_date");
  CHECK(answer.snapshots[0].empty());
  CHECK(answer.snapshots[1] == others);
}

TEST_CASE("A file that cannot be read gives an error and no answer") {
  const auto broken = answer_import("_id,source\n", options(), in_place());
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.error().code == ErrorCode::csv_column_missing);
  const auto undated =
      answer_import(read_test_file("tests/fixtures/consolidated-lists.csv"), options("{}"), in_place());
  REQUIRE_FALSE(undated.ok());
  CHECK(undated.error().code == ErrorCode::date_invalid);
  // What the options put into the snapshot is checked like the rest of it.
  const auto bad_source =
      answer_import(read_test_file("tests/fixtures/consolidated-lists.csv"),
                    options(R"({"as_of": "2026-02-28", "source_url": "javascript:void"})"), in_place());
  REQUIRE_FALSE(bad_source.ok());
  CHECK(bad_source.error().field == "lists.source.url");
}

TEST_CASE("Options that are no options are refused with the member") {
  for (const auto& [text, field] : {std::pair<std::string, std::string>{"", ""},
                                    {"[]", ""},
                                    {"{\"as_of\": 20260131}", "as_of"},
                                    {"{\"lists\": \"EL\"}", "lists"}}) {
    INFO(text);
    const auto parsed = parse_import_options(text);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == ErrorCode::request_malformed);
    CHECK(parsed.error().field == field);
  }
}
