#include <catch2/catch.hpp>

#include "lookup/identifier_index.hpp"
#include "small_list.hpp"

using lookup::IdentifierHit;
using lookup::IdentifierIndex;

namespace {

lookup::List list_with_identifiers() {
  lookup::List list = small_list({"Orbita Star", "Zarya Bank", "Almaz Trading", "Kvant"});
  list.entries[0].details.fill().ids = {{"Vessel Registration Identification", "IMO 9187629", "", {}},
                                        {"Former Vessel Flag", "Panama", "", {}}};
  list.entries[0].vessel.fill().call_sign = "5IM 597";
  list.entries[1].details.fill().ids = {{"SWIFT/BIC", "ZARYRU2A", "", {}}, {"Gender", "Male", "", {}}};
  list.entries[2].details.fill().ids = {{"Tax ID No.", "7736640919", "RU", {}},
                                        {"Organization Established Date", "16 Jan 2017", "", {}},
                                        {"Registration Number", "11045", "", {}}};
  list.entries[3].details.fill().ids = {{"D.N.I.", "78.865.882", "ES", {}}, {"Aircraft Model", "A300B4-605R", "", {}}};
  return list;
}

}  // namespace

TEST_CASE("an identifier is found however it is parted, and what it is may stand beside it") {
  const lookup::List list = list_with_identifiers();
  const IdentifierIndex index{list};
  struct Row {
    const char* text;
    std::uint32_t entry;
    bool is_whole;
  };
  static constexpr Row rows[] = {
      {"9187629", 0, true},
      {"IMO 9187629", 0, true},
      {"IMO No. 9187629", 0, true},
      {"imo9187629", 0, true},
      {"MV Something (IMO 9187629)", 0, false},
      {"5IM597", 0, true},
      {"5im 597", 0, true},
      {"zaryru2a", 1, true},
      {"Tax ID: 77-366-409-19", 2, true},
      {"ИНН 7736640919", 2, true},
      {"Some Buyer, 7736640919, Moscow", 2, false},
      {"11045", 2, true},
      {"D.N.I. 78865882", 3, true},
      {"78 865 882", 3, true},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const std::vector<IdentifierHit> hits = index.find(row.text);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].entry == row.entry);
    CHECK(hits[0].is_whole == row.is_whole);
  }
}

TEST_CASE("what only describes a party, what is part of a number, and short numbers beside words are not identifiers") {
  const lookup::List list = list_with_identifiers();
  const IdentifierIndex index{list};
  for (const char* text : {"Panama", "Male", "16 Jan 2017", "A300B4-605R", "918762", "91876290", "Post Box 11045 Dubai",
                           "Orbita Star", ""}) {
    INFO(text);
    CHECK(index.find(text).empty());
  }
}

TEST_CASE("the reason says which identifier stands in the query") {
  const lookup::List list = list_with_identifiers();
  const IdentifierIndex index{list};
  const std::string query = "IMO 9187629";
  const lookup::Explanation why = explain(query, index.find(query).at(0));
  REQUIRE(why.reasons.size() == 1);
  CHECK(why.reasons[0].kind == "identifier");
  CHECK(text_of(why.reasons[0].phrase) ==
        "“IMO 9187629” is published as an identifier of this party (Vessel Registration Identification).");
  CHECK(why.query_marks.at(0).end == query.size());
}

TEST_CASE("the place behind a number may be left out, and letters behind IMO are part of the number") {
  lookup::List list = small_list({"Orbita Star", "Zarya Bank", "Almaz Trading", "Kvant"});
  // As the file of 2022-05-06 writes them.
  list.entries[0].details.fill().ids = {{"Folio Mercantil No.", "22839 (Jalisco)", "MX", {}}};
  list.entries[1].details.fill().ids = {{"Company Number", "3848561 (New York)", "US", {}}};
  list.entries[2].details.fill().ids = {{"Equity Ticker", "002389 CN", "", {}}, {"Equity Ticker", "CHL US", "", {}}};
  list.entries[3].details.fill().ids = {{"Registration Number", "IMO 12345-AB", "", {}}};
  const IdentifierIndex index{list};
  for (const auto& [text, entry] :
       {std::pair{"22839", 0U}, std::pair{"22839 (Jalisco)", 0U}, std::pair{"Company Number 3848561", 1U},
        std::pair{"3848561 (New York)", 1U}, std::pair{"002389", 2U}, std::pair{"002389 CN", 2U},
        std::pair{"IMO 12345-AB", 3U}, std::pair{"IMO12345AB", 3U}}) {
    INFO(text);
    const std::vector<IdentifierHit> hits = index.find(text);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].entry == entry);
    CHECK(hits[0].is_whole);
  }
  for (const char* text : {"Jalisco", "CHL", "12345AB", "Post Box 22839"}) CHECK(index.find(text).empty());
}

TEST_CASE("an index knows which lists have identifiers") {
  lookup::List list = small_list({"Orbita", "Zarya"});
  list.entries[1].list = "SDN";
  CHECK_FALSE(lookup::IdentifierIndex{list}.covers({}));
  list.entries[1].details.fill().ids = {{"Tax ID No.", "7736640919", "RU", {}}};
  const lookup::IdentifierIndex index{list};
  CHECK(index.covers({}));
  CHECK(index.covers({"EL", "SDN"}));
  CHECK_FALSE(index.covers({"EL"}));
}
