#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "../../wasm/src/snapshot_handler.hpp"
#include "../../wasm/src/snapshot_reader.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using lookup::SnapshotHandler;

namespace {

struct Reading {
  bool well_formed;
  std::string error;
  std::string list;  // As it is written again.
};

Reading outcome(bool well_formed, SnapshotHandler& handler) {
  const auto error = handler.error();
  if (error)
    return {well_formed, std::to_string(static_cast<int>(error->code)) + " " + error->field + " " + error->detail, ""};
  return {well_formed, "", well_formed ? lookup::write_snapshot(handler.take_list()) : ""};
}

/// What nlohmann's parser makes of a text: the slow twin.
Reading slowly(const std::string& json) {
  SnapshotHandler handler{json.size()};
  const bool well_formed = nlohmann::json::sax_parse(json, &handler);
  return outcome(well_formed, handler);
}

/// The quick reading of a text must be the parser's, unless it leaves the text to it.
void check(const std::string& json) {
  SnapshotHandler handler{json.size()};
  const bool read = lookup::read_plain_json(json, handler);
  if (!read) return;
  const Reading quick = outcome(true, handler);
  const Reading slow = slowly(json);
  INFO(json.substr(0, 2000));
  CHECK(slow.well_formed);
  CHECK(quick.error == slow.error);
  CHECK(quick.list == slow.list);
}

bool is_read(const std::string& json) {
  SnapshotHandler handler{json.size()};
  return lookup::read_plain_json(json, handler);
}

}  // namespace

TEST_CASE("snapshots are read without the parser, and as it reads them") {
  for (const char* file : {"data/entity-list.json", "data/other-lists.json", "tests/fixtures/entity-list-small.json",
                           "tests/fixtures/other-lists-small.json"}) {
    const std::string json = read_test_file(file);
    REQUIRE(is_read(json));
    check(json);
  }
}

TEST_CASE("a snapshot with bytes changed, added or taken out is read as by the parser or left to it") {
  static const std::string bytes = "{}[]\",:\\/u0019adeE+-. \t\n\r\x01\x7f\x80\xc3\xa9\xed\xa0\xf0\x9f\x98\x80";
  const std::array<std::string, 2> wholes{read_test_file("tests/fixtures/entity-list-small.json"),
                                          read_test_file("tests/fixtures/other-lists-small.json")};
  std::mt19937 random{7};
  for (std::size_t round = 0; round < 8000; ++round) {
    std::string json = wholes[round % wholes.size()];
    for (std::size_t edits = 1 + random() % 2; edits > 0; --edits) {
      const std::size_t at = random() % json.size();
      const char byte = bytes[random() % bytes.size()];
      switch (random() % 3) {
        case 0:
          json[at] = byte;
          break;
        case 1:
          json.insert(at, 1, byte);
          break;
        default:
          json.erase(at, 1);
      }
    }
    check(json);
  }
}

TEST_CASE("texts, escapes and numbers of every kind are read as by the parser or left to it") {
  const std::string before = R"({"schema_version":1,"sha256":")";
  const std::string after = R"(","lists":[],"requirements":{},"policies":{},"entries":[]})";
  for (const char* text :
       {"a", "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\\u0041\\u00e9\\u4E2d", "\\ud83d\\ude00", "\\ud83d", "\\u0000", "\\x",
        "\\u12", "\xc3\xa9", "\xed\xa0\x80", "\xf0\x9f\x98\x80", "\xff", "\x1f", "\x7f", "\"", "\\"})
    check(before + text + after);
  for (const char* number :
       {"0", "1", "01", "-1", "1.0", "1e3", "18446744073709551615", "18446744073709551616", "1x", "+1", ""})
    check(std::string{R"({"schema_version":)"} + number +
          R"(,"sha256":"a","lists":[],"requirements":{},"policies":{},"entries":[]})");
  CHECK(is_read(before + "\\u0041" + after));
  for (const char* json :
       {"", " ", "{", "[", "\"", "{}", "[]", "{} ", "{}x", "{,}", "[,]", "[1,]", "{\"a\":}", "tru", "null"})
    check(json);
}
