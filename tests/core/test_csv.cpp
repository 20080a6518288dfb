#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/csv.hpp"

using lookup::CsvReader;
using lookup::ErrorCode;

namespace {

using Table = std::vector<std::vector<std::string>>;

/// All records of `text` in the columns a and b; the text must be sound.
Table read(const std::string& text) {
  auto opened = CsvReader::open(text);
  REQUIRE(opened.ok());
  CsvReader reader = std::move(opened).value();
  const auto a = reader.column("a");
  const auto b = reader.column("b");
  REQUIRE((a && b));
  Table table;
  while (true) {
    const auto more = reader.next();
    REQUIRE(more.ok());
    if (!more.value()) return table;
    CHECK(reader.record() == table.size() + 1);
    table.push_back({std::string{reader.value(*a)}, std::string{reader.value(*b)}});
  }
}

/// The first error in `text`.
lookup::Error error_of(const std::string& text) {
  auto opened = CsvReader::open(text);
  if (!opened.ok()) return opened.error();
  CsvReader reader = std::move(opened).value();
  while (true) {
    const auto more = reader.next();
    if (!more.ok()) return more.error();
    REQUIRE(more.value());
  }
}

}  // namespace

TEST_CASE("CSV values are read as RFC 4180 says") {
  struct Row {
    std::string why;
    std::string text;
    Table table;
  };
  const Row rows[] = {
      {"rule 1: lines", "a,b\r\n1,2\r\n3,4\r\n", {{"1", "2"}, {"3", "4"}}},
      {"rule 2: no end of the last line", "a,b\r\n1,2", {{"1", "2"}}},
      {"rule 4: spaces belong to the value", "a,b\n 1 ,2 \n", {{" 1 ", "2 "}}},
      {"rule 5: quotes", "a,b\n\"1\",\"2\"\n", {{"1", "2"}}},
      {"rule 6: commas and line breaks in quotes", "a,b\r\n\"x,y\",\"1\r\n2\"\r\n", {{"x,y", "1\r\n2"}}},
      {"rule 7: doubled quotes", "a,b\n\"say \"\"no\"\"\",\"\"\"\"\n", {{"say \"no\"", "\""}}},
      {"line feeds alone", "a,b\n1,2\n3,4\n", {{"1", "2"}, {"3", "4"}}},
      {"byte-order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       {{"1", "2"}}},
      {"blank lines at the end", "a,b\n1,2\n\r\n\n", {{"1", "2"}}},
      {"columns in another order, with others", "x,b,a\n0,2,1\n", {{"1", "2"}}},
      {"quoted header", "\"a\",\"b\"\n1,2\n", {{"1", "2"}}},
      {"empty values", "a,b\n,\n\"\",\n", {{"", ""}, {"", ""}}},
      {"a quotation mark inside a plain value", "a,b\n5\" pipe,2\n", {{"5\" pipe", "2"}}},
      {"a lone carriage return inside a value", "a,b\n1\r1,2\n", {{"1\r1", "2"}}},
      {"header alone", "a,b\n", {}},
      {"quote closed by the end of the text", "a,b\n1,\"2\"", {{"1", "2"}}},
      {"carriage return at the end of the text", "a,b\n1,\"2\"\r", {{"1", "2"}}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(read(row.text) == row.table);
  }
}

TEST_CASE("A CSV without anything in it is said to be empty") {
  for (const std::string text : {"", "\n", "\xEF\xBB\xBF", " \r\n\t\r\n"}) {
    CHECK(error_of(text).code == ErrorCode::csv_empty);
  }
}

TEST_CASE("A CSV that is not UTF-8 is refused") {
  CHECK(error_of("a,b\nCaf\xE9,2\n").code == ErrorCode::csv_not_utf8);
  CHECK(error_of("a,b\n1,\xC3").code == ErrorCode::csv_not_utf8);
}

TEST_CASE("An open quotation mark is reported where it was opened") {
  const auto error = error_of("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
  CHECK(error.code == ErrorCode::csv_quote_unclosed);
  CHECK(error.record == 2);
  const auto header = error_of("a,\"b\n1,2\n");
  CHECK(header.code == ErrorCode::csv_quote_unclosed);
  CHECK_FALSE(header.record);
  CHECK(header.field == "header");
}

TEST_CASE("A CSV record of another width is refused") {
  const auto narrow = error_of("a,b\n1,2\n3\n");
  CHECK(narrow.code == ErrorCode::csv_row_width);
  CHECK(narrow.record == 2);
  CHECK(narrow.detail == "1 values for 2 columns");
  CHECK(error_of("a,b\n1,2,3\n").record == 1);
  SECTION("also a blank line between records") {
    const auto blank = error_of("a,b\n1,2\n\n3,4\n");
    CHECK(blank.code == ErrorCode::csv_row_width);
    CHECK(blank.record == 2);
  }
}

TEST_CASE("Text after a closing quotation mark is refused") {
  const auto error = error_of("a,b\n1,2\n\"3\"x,4\n");
  CHECK(error.code == ErrorCode::csv_value_invalid);
  CHECK(error.record == 2);
}

TEST_CASE("A column that the header does not name is not found") {
  const std::string text = "a,b\n1,2\n";
  const auto reader = CsvReader::open(text);
  REQUIRE(reader.ok());
  CHECK_FALSE(reader.value().column("c"));
}
