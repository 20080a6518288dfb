#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lookup/result_json.hpp"
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

TEST_CASE("an answer carries the question, the list with its date and hash, and marks in UTF-16 units") {
  const lookup::Screener screener{small_list({"Ünïted 🛰 Orbita"})};
  lookup::Query query;
  query.name = "🛰 Orbita";
  query.min_score = 0;
  const auto result = screener.check(query);
  REQUIRE(result.ok());
  const json answer = json::parse(lookup::to_json(result.value(), screener.list()));
  CHECK(answer["query"]["name"] == "🛰 Orbita");
  CHECK(answer["query"]["country"].is_null());
  CHECK(answer["lists"][0]["as_of"] == "2026-07-31");
  CHECK(answer["sha256"] == screener.list().sha256);
  CHECK(answer["total"] == 1);
  REQUIRE(answer["matches"].size() == 1);
  CHECK(answer["matches"][0]["query_marks"] == json::parse("[[3,9]]"));
  CHECK(answer["matches"][0]["name_marks"] == json::parse("[[10,16]]"));
  CHECK(answer["matches"][0].contains("country") == false);
  CHECK(answer["took_ms"].is_number());
}

TEST_CASE("a line that could not be checked has an error and no matches") {
  const json answer =
      json::parse(lookup::to_screening_json("bad \xFF line", {ErrorCode::name_not_utf8, {}, 7, "name"}));
  CHECK_FALSE(answer.contains("matches"));
  CHECK(answer["error"]["code"] == "name_not_utf8");
  CHECK(answer["error"]["record"] == 7);
}

TEST_CASE("a build describes its limits, defaults, bands and every error") {
  const json build = json::parse(lookup::describe_build());
  CHECK(build["limits"]["name_characters"] == lookup::maximum_name_characters);
  CHECK(build["defaults"]["min_score"] == lookup::default_min_score);
  CHECK(build["bands"].size() == 4);
  CHECK(build["errors"].size() == lookup::error_phrases().size());
}
