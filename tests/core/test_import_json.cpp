// The official JSON file, whose records are the rows of the CSV (test_import.cpp, test_import_lists.cpp).
// tests/fixtures/consolidated-lists.json holds what consolidated-lists.csv holds, in the layout of the file that
// https://www.trade.gov/consolidated-screening-list offers; its parties are made up.

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lookup/import.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using namespace lookup;

namespace {

const std::string fixture = "tests/fixtures/consolidated-lists.json";

ImportOptions all_lists() {
  ImportOptions options;
  options.list_codes = all_list_codes();
  options.all_known = true;
  options.as_of = "2026-01-31";
  return options;
}

/// The fixture with the first `from` replaced by `to`.
std::string changed(const std::string& from, const std::string& to) {
  std::string json = read_test_file(fixture);
  const std::size_t at = json.find(from);
  REQUIRE(at != std::string::npos);
  return json.replace(at, from.size(), to);
}

std::string without(const std::string& name) {
  std::string json = read_test_file(fixture);
  for (std::size_t at = 0; (at = json.find('"' + name + '"', at)) != std::string::npos;) json.insert(at + 1, "x_");
  return json;
}

List import_whole(const std::string& file) {
  auto result = import_file(file, all_lists());
  if (!result.ok()) FAIL(describe(result.error()));
  return std::move(result).value();
}

void check_refused(const std::string& json, ErrorCode code, std::optional<std::size_t> record,
                   const std::string& field) {
  const auto result = import_file(json, all_lists());
  REQUIRE_FALSE(result.ok());
  INFO(describe(result.error()));
  CHECK(result.error().code == code);
  CHECK(result.error().record == record);
  CHECK(result.error().field == field);
}

}  // namespace

TEST_CASE("The official JSON gives the same list as the CSV of the same day") {
  const List from_csv = import_whole(read_test_file("tests/fixtures/consolidated-lists.csv"));
  const List from_json = import_whole(read_test_file(fixture));
  CHECK(from_json.entries.size() == 9);
  CHECK(from_json.entries == from_csv.entries);
  CHECK(write_snapshot(from_json) == write_snapshot(from_csv));
}

TEST_CASE("The order of records and of members changes nothing") {
  std::string json = read_test_file(fixture);
  const List list = import_whole(json);
  const std::size_t first = json.find("{\"id\": \"90001\"");
  const std::size_t second = json.find("{\"id\": \"90002\"");
  const std::string record = json.substr(first, second - first);
  json.erase(first, second - first);
  json.insert(json.rfind("\n]}"), ",\n" + record.substr(0, record.rfind(',')));
  const std::string id = "\"id\": \"90001\", ";
  json.erase(json.find(id), id.size());
  json.insert(json.rfind("}\n]}"), ", \"_id\": \"90001\"");
  CHECK(import_whole(json).entries == list.entries);
}

TEST_CASE("A country beside the addresses counts where a record has no address") {
  // The State Department's list has `country` in the JSON alone.
  const std::string name = R"("name": "Quendel Works (PRC entity))";
  const auto list = import_whole(changed(name, R"("country": "CN", )" + name));
  const auto found =
      std::find_if(list.entries.begin(), list.entries.end(), [](const Entry& entry) { return entry.list == "ISN"; });
  REQUIRE(found != list.entries.end());
  CHECK(found->countries == std::vector<std::string>{"CN"});
  const std::string person = R"("name": "MUSTER, Erika")";
  const auto other = import_whole(changed(person, R"("country": "FR", )" + person));
  CHECK(other.entries == import_whole(read_test_file(fixture)).entries);
}

TEST_CASE("Members that are not known are passed over, whatever they hold") {
  const std::string name = R"("name": "MUSTER, Erika")";
  const std::string json =
      changed(name, R"("score": 1.5, "more": {"name": ["x", {"id": true}]}, "last": [[], null, false], )" + name);
  CHECK(import_whole(json).entries == import_whole(read_test_file(fixture)).entries);
  // At the top, and among the parts of an address.
  for (const auto& [from, to] :
       {std::pair{R"("results":)", R"("complete": true, "pages": [1, {"a": false}], "results":)"},
        std::pair{R"("city":)", R"("is_main": true, "lines": ["a", ["b"]], "geo": {"x": 1}, "city":)"}})
    CHECK(import_whole(changed(from, to)).entries == import_whole(read_test_file(fixture)).entries);
  CHECK(import_whole("\xEF\xBB\xBF \n" + read_test_file(fixture)).entries.size() == 9);
}

TEST_CASE("A JSON file that is not whole is refused") {
  const std::string json = read_test_file(fixture);
  check_refused(json.substr(0, json.find("\"NORD  WIND")), ErrorCode::json_damaged, 2, "");
  check_refused(json.substr(0, json.rfind(']')), ErrorCode::json_damaged, 10, "");
  check_refused(json.substr(0, json.rfind('}')), ErrorCode::json_damaged, std::nullopt, "");
  check_refused(json + "x", ErrorCode::json_damaged, std::nullopt, "");
  check_refused(changed("MUSTER, Erika", std::string("MUSTER\0", 7)), ErrorCode::json_damaged, 1, "");
  check_refused(changed("MUSTER, Erika", "MUSTER\xA9"), ErrorCode::csv_not_utf8, std::nullopt, "");
  check_refused(changed("\"total\": 10", "\"total\": 11"), ErrorCode::json_wrong_total, std::nullopt, "total");
  check_refused("{}", ErrorCode::csv_column_missing, std::nullopt, "results");
  check_refused("[]", ErrorCode::csv_column_missing, std::nullopt, "results");
  check_refused("{\"message\": \"Resource not found\"}", ErrorCode::csv_column_missing, std::nullopt, "results");
  check_refused("{\"results\": [], \"total\": 0}", ErrorCode::csv_empty, std::nullopt, "");
  check_refused("{\"results\": {}}", ErrorCode::csv_column_missing, std::nullopt, "results");
  check_refused("{\"results\": [7]}", ErrorCode::csv_value_invalid, std::nullopt, "results");
  CHECK(import_whole(changed("\"total\": 10,", "")).entries.size() == 9);
}

TEST_CASE("What stands wrong in a record is named with record and member") {
  const auto value_invalid = ErrorCode::csv_value_invalid;
  check_refused(changed("\"2019-09-30\"", "\"2019-09-31\""), value_invalid, 7, "start_date");
  check_refused(changed("\"type\": \"Vessel\"", "\"type\": \"Ship\""), value_invalid, 2, "type");
  check_refused(changed("(ISN)", "(NEW)"), ErrorCode::csv_list_unknown, 9, "source");
  check_refused(changed("\"MUSTER, Erika\"", "\"\\u0000\""), value_invalid, 1, "name");
  check_refused(changed("\"MUSTER, Erika\"", "true"), value_invalid, 1, "name");
  check_refused(changed("\"MUSTER, Erika\"", "[\"MUSTER\"]"), value_invalid, 1, "name");
  check_refused(changed("\"MUSTER, Erika\"", "{\"a\": 1}"), value_invalid, 1, "name");
  check_refused(changed("\"MUSTER, Erika\"", "null"), value_invalid, 1, "name");
  check_refused(changed("[\"IRAN\"]", "[{\"a\": 1}]"), value_invalid, 2, "programs");
  check_refused(changed("[\"IRAN\"]", "[[\"IRAN\"]]"), value_invalid, 2, "programs");
  check_refused(changed("\"5 Old Mill\"", "[]"), value_invalid, 1, "addresses");
  check_refused(changed("\"id\": \"90002\"", "\"id\": \"90001\""), ErrorCode::csv_duplicate_id, 2, "_id");
  check_refused(changed("\"id\": \"90002\"", "\"id\": \"90002\", \"id\": \"3\""), value_invalid, 2, "id");
  check_refused(changed("\"id\": \"90002\", ", ""), ErrorCode::csv_column_missing, 2, "_id");
  check_refused(changed("\"name\": \"NORD", "\"nom\": \"NORD"), ErrorCode::csv_column_missing, 2, "name");
}

TEST_CASE("A member that no record has is a file of another layout") {
  for (const std::string name : {"type", "programs", "addresses", "federal_register_notice", "start_date",
                                 "license_requirement", "license_policy", "alt_names", "ids"}) {
    INFO(name);
    check_refused(without(name), ErrorCode::csv_column_missing, std::nullopt, name);
  }
}

TEST_CASE("The first bytes tell the formats apart") {
  CHECK(format_of("_id,source,name") == FileFormat::csv);
  CHECK(format_of("\xEF\xBB\xBF\"_id\",source") == FileFormat::csv);
  CHECK(format_of("") == FileFormat::csv);
  CHECK(format_of("<!doctype html>") == FileFormat::csv);
  CHECK(format_of("{\"results\": []}") == FileFormat::json);
  CHECK(format_of(" [") == FileFormat::json);
  CHECK(format_of("{") == FileFormat::json);
  CHECK(format_of("{\"schema_version") == FileFormat::snapshot);
  CHECK(format_of("\xEF\xBB\xBF\n{ \"entries\": []") == FileFormat::snapshot);
  CHECK(format_of(read_test_file("tests/fixtures/entity-list-small.json")) == FileFormat::snapshot);
  CHECK(format_of(read_test_file(fixture)) == FileFormat::json);
}

TEST_CASE("Of a snapshot the lists asked for are taken with their own dates") {
  const std::string others = read_test_file("tests/fixtures/other-lists-small.json");
  ImportOptions options = all_lists();
  options.as_of = "2030-01-01";
  const auto whole = import_file(others, options);
  REQUIRE(whole.ok());
  CHECK(write_snapshot(whole.value()) == others);
  options.list_codes = {"SDN"};
  const auto part = import_file(others, options);
  REQUIRE(part.ok());
  REQUIRE(part.value().lists.size() == 1);
  CHECK(part.value().lists.front().as_of == "2026-01-31");
  CHECK(part.value().entries.size() == 4);
  CHECK(part.value().requirements.empty());
  options.list_codes = {"EL"};
  const auto none = import_file(others, options);
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == ErrorCode::csv_list_absent);
  CHECK(import_file(others.substr(0, 900), all_lists()).error().code == ErrorCode::snapshot_truncated);
}

TEST_CASE("A list that is only compared needs no date") {
  ImportOptions options = all_lists();
  options.as_of.clear();
  CHECK(import_file(read_test_file(fixture), options).error().code == ErrorCode::date_invalid);
  options.is_undated = true;
  const auto list = import_file(read_test_file(fixture), options);
  REQUIRE(list.ok());
  CHECK(list.value().lists.front().as_of.empty());
}
