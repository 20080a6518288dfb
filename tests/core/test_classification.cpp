#include <catch2/catch.hpp>

#include "lookup/classification.hpp"

using namespace lookup;

TEST_CASE("a classification as people type it") {
  struct Row {
    const char* typed;
    const char* text;
  };
  static constexpr Row rows[] = {
      {"3A090", "3A090"},           {"3a090.a", "3A090.a"},  {" 3B001.A.4 ", "3B001.a.4"},
      {"ECCN 5D002", "5D002"},      {"9A610.x", "9A610.x"},  {"EAR99", "EAR99"},
      {"ECCN: 3A090", "3A090"},     {"ECCN:3A090", "3A090"}, {"3A 090", "3A090"},
      {"3A 090 . a", "3A090.a"},    {"ear 99", "EAR99"},     {"3A001.b.2.a", "3A001.b.2.a"},
      {"1C350.b.22", "1C350.b.22"},
  };
  for (const Row& row : rows) {
    INFO(row.typed);
    const auto classification = parse_classification(row.typed);
    REQUIRE(classification.ok());
    CHECK(to_text(classification.value()) == row.text);
    CHECK(is_ear99(classification.value()) == (row.text == std::string{"EAR99"}));
  }
}

TEST_CASE("what is no classification is an error") {
  for (const char* typed : {"", "EAR", "EAR99.a", "3F090", "AA090", "3A09", "3A0901", "3A090.", "3A090.4", "3A090..a",
                            "3A090 a", "5A002/5A992", "XI(c)", "8471.30", "3А090"}) {
    INFO(typed);
    const auto classification = parse_classification(typed);
    REQUIRE_FALSE(classification.ok());
    CHECK(classification.error().code == ErrorCode::classification_invalid);
    CHECK(classification.error().detail == typed);
  }
}

TEST_CASE("a paragraph is within its number and not the other way round") {
  const Classification whole{"3B001", {}};
  const Classification paragraph{"3B001", {"a", "4"}};
  CHECK(is_within(whole, whole));
  CHECK(is_within(paragraph, whole));
  CHECK_FALSE(is_within(whole, paragraph));
  CHECK_FALSE(is_within(paragraph, {"3B001", {"a", "4", "b"}}));
  CHECK_FALSE(is_within(paragraph, {"3B002", {}}));
}
