#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lookup/query_json.hpp"
#include "lookup/screener.hpp"
#include "small_list.hpp"

using lookup::ErrorCode;
using lookup::parse_query;
using nlohmann::json;

TEST_CASE("a request gives a query, with defaults for what it leaves out") {
  const auto query = parse_query(R"({"name":"Orbita","country":"CN","min_score":12.5,"max_matches":3})");
  REQUIRE(query.ok());
  CHECK(query.value().name == "Orbita");
  CHECK(query.value().country == "CN");
  CHECK(query.value().min_score == 12.5);
  CHECK(query.value().max_matches == 3);
  CHECK(query.value().lists.empty());
  CHECK(query.value().kinds.empty());
  const auto plain = parse_query(R"({"name":"Orbita","country":null})");
  REQUIRE(plain.ok());
  CHECK(plain.value().country.empty());
  CHECK(plain.value().min_score == lookup::default_min_score);
  CHECK(plain.value().max_matches == lookup::default_max_matches);
}

TEST_CASE("a request that is none says which field is wrong") {
  struct Row {
    const char* text;
    const char* field;
  };
  static constexpr Row rows[] = {
      {"", ""},
      {"[]", ""},
      {"{", ""},
      {"{}", "name"},
      {R"({"name":7})", "name"},
      {R"({"name":"a","country":1})", "country"},
      {R"({"name":"a","min_score":"70"})", "min_score"},
      {R"({"name":"a","max_matches":null})", "max_matches"},
      {R"({"name":"a","born":1956})", "born"},
      {R"({"name":"a","address":7})", "address"},
      {R"({"name":"a","lists":"EL"})", "lists"},
      {R"({"name":"a","lists":["EL",7]})", "lists"},
      {R"({"name":"a","kinds":"vessel"})", "kinds"},
      {R"({"name":"a","colour":"red"})", "colour"},
      {"{\"name\":\"\xFF\"}", ""},
      {R"({"name":"\ud800"})", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto query = parse_query(row.text);
    REQUIRE_FALSE(query.ok());
    CHECK(query.error().code == ErrorCode::request_malformed);
    CHECK(query.error().field == row.field);
  }
}

TEST_CASE("a number of matches that is no count is refused by the screener, not rounded") {
  const lookup::Screener screener{small_list({"Orbita"})};
  for (const char* text : {R"({"name":"Orbita","max_matches":2.5})", R"({"name":"Orbita","max_matches":-1})",
                           R"({"name":"Orbita","max_matches":1e300})"}) {
    const auto query = parse_query(text);
    REQUIRE(query.ok());
    const auto result = screener.check(query.value());
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::count_out_of_range);
  }
}

TEST_CASE("lists, kinds, birth and item are read, and an answer repeats them") {
  const auto query = parse_query(
      R"({"name":"Orbita","born":"1956","item":"3a090","lists":["EL","SDN"],"kinds":["vessel","individual"]})");
  REQUIRE(query.ok());
  const json repeated = json::parse(to_json(query.value()).dump());
  CHECK(repeated["born"] == "1956");
  CHECK(repeated["item"] == "3a090");
  CHECK(repeated["lists"] == json::parse(R"(["EL","SDN"])"));
  CHECK(repeated["kinds"] == json::parse(R"(["vessel","individual"])"));
  CHECK_FALSE(json::parse(to_json(parse_query(R"({"name":"Orbita"})").value()).dump()).contains("kinds"));
}

TEST_CASE("a kind that no entry has is refused, since it would find nothing") {
  for (const char* text : {R"({"name":"a","kinds":["ship"]})", R"({"name":"a","kinds":[""]})"}) {
    const auto query = parse_query(text);
    REQUIRE_FALSE(query.ok());
    CHECK(query.error().code == ErrorCode::kind_unknown);
    CHECK(query.error().field == "kinds");
  }
}

TEST_CASE("an address is asked beside the name and repeated, where there is one") {
  const auto query = parse_query(R"({"name":"Orbita","address":"18 Luard Road"})");
  REQUIRE(query.ok());
  CHECK(query.value().address == "18 Luard Road");
  CHECK(to_json(query.value())["address"] == "18 Luard Road");
  const auto plain = parse_query(R"({"name":"Orbita","address":null})");
  REQUIRE(plain.ok());
  CHECK(plain.value().address.empty());
  CHECK_FALSE(to_json(plain.value()).contains("address"));
}
