#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lookup/result_json.hpp"
#include "small_list.hpp"

using lookup::ErrorCode;
using nlohmann::json;

TEST_CASE("an answer carries the question, the list with its date and hash, and marks in UTF-16 units") {
  const lookup::Screener screener{small_list({"Ünïted 🛰 Orbita"})};
  lookup::Query query;
  query.name = "🛰 Orbita";
  query.min_score = 0;
  const auto result = screener.check(query);
  REQUIRE(result.ok());
  const json answer = json::parse(lookup::to_json(result.value()));
  CHECK(answer["query"]["name"] == "🛰 Orbita");
  CHECK(answer["query"]["country"].is_null());
  CHECK(answer["lists"][0]["as_of"] == "2026-07-31");
  CHECK(answer["lists"][0]["sha256"] == screener.snapshots().front().names.list().sha256);
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

TEST_CASE("the one citation of an entry has no link where it is of another year than the listing") {
  lookup::List list = small_list({"Orbita"});
  lookup::Entry& entry = list.entries[0];
  entry.start_date = "2018-08-01";
  const auto has_link = [&](std::vector<std::string> citations) {
    entry.citations = std::move(citations);
    lookup::Query query;
    query.name = "Orbita";
    const lookup::Screener screener{list};
    const json match = json::parse(lookup::to_json(screener.check(query).value()))["matches"].at(0);
    return match["citations"].back().contains("link");
  };
  CHECK(has_link({"83 FR 37423"}));
  CHECK_FALSE(has_link({"87 FR 37423"}));
  // A later rule may amend an entry.
  CHECK(has_link({"83 FR 37423", "87 FR 37423"}));
}

TEST_CASE("a match carries all that is published of its entry, with what the rules mean and where they stand") {
  lookup::List list = small_list({"Orbita"});
  list.requirements = {{"r1", "For all items subject to the EAR (See § 744.11 of the EAR)"}};
  list.policies = {{"p1", "Presumption of denial"}};
  lookup::Entry& entry = list.entries[0];
  entry.kind = lookup::EntryKind::vessel;
  entry.aliases = {"Kvant"};
  entry.citations = {"84 FR 54002", "88 FR"};
  entry.requirement = "r1";
  entry.policy = "p1";
  entry.programmes = {"SDGT"};
  entry.details.fill().remarks = "Linked to others.";
  entry.details.fill().ids = {{"Passport", "A1234567", "IR", {"2018-11-02"}}};
  entry.person.fill().dates_of_birth = {"1956"};
  entry.vessel.fill().flag = "Panama";
  const lookup::Screener screener{std::move(list)};
  lookup::Query query;
  query.name = "Orbita";
  query.item = "3A090";
  query.born = "1956-02-03";
  const json match = json::parse(lookup::to_json(screener.check(query).value()))["matches"].at(0);
  CHECK(match["kind"] == "vessel");
  CHECK(match["aliases"] == json::parse(R"(["Kvant"])"));
  CHECK(match["citations"][0]["link"].get<std::string>().find("federalregister.gov") != std::string::npos);
  CHECK(match["citations"][1] == json::parse(R"({"text":"88 FR"})"));
  CHECK(match["requirement"]["scope"] == "all_items");
  CHECK(match["policy"]["parts"][0]["kind"] == "presumption_of_denial");
  CHECK(match["item"]["coverage"] == "covered");
  CHECK(match["born"] == "agrees");
  CHECK(match["programmes"][0] == "SDGT");
  CHECK(match["remarks"] == "Linked to others.");
  CHECK(match["ids"][0] ==
        json::parse(R"({"kind":"Passport","number":"A1234567","country":"IR","dates":["2018-11-02"]})"));
  CHECK(match["flag"] == "Panama");
  CHECK_FALSE(match.contains("also"));
}

TEST_CASE("a listing of the party on another list stands in its match, and on a line of its own in a screening") {
  lookup::Screener screener{small_list({"Orbita Signal"})};
  lookup::List other = small_list({"ORBITA SIGNAL LLC"});
  other.lists[0].code = "SDN";
  other.entries[0].list = "SDN";
  screener.add(std::move(other));
  lookup::Query query;
  query.name = "Orbita Signal";
  const auto result = screener.check(query);
  const json answer = json::parse(lookup::to_json(result.value()));
  REQUIRE(answer["matches"].size() == 1);
  CHECK(answer["matches"][0]["list"] == "EL");
  CHECK(answer["matches"][0]["also"][0]["list"] == "SDN");
  CHECK(answer["matches"][0]["also"][0]["score"].is_number());
  const json line = json::parse(lookup::to_screening_json(result.value()));
  CHECK(line["total"] == 1);
  CHECK(line["matches"].size() == 2);
}

TEST_CASE("entries found by their address alone stand behind the matches, marked in the address") {
  lookup::List list = small_list({"Orbita", "Zarya"});
  list.entries[0].addresses = {{"18 Marlow Road, Wan Chai", "HK"}};
  list.entries[1].addresses = {{"18 Marlow Road, Wan Chai", "HK"}};
  const lookup::Screener screener{std::move(list)};
  lookup::Query query;
  query.name = "Orbita";
  query.address = "«18 Marlow Rd»";
  const auto result = screener.check(query);
  REQUIRE(result.ok());
  const json answer = json::parse(lookup::to_json(result.value()));
  REQUIRE(answer["matches"].size() == 1);
  CHECK(answer["matches"][0]["address"] == "agrees");
  CHECK(answer["matches"][0]["listed_address"] == "18 Marlow Road, Wan Chai");
  CHECK(answer["matches"][0]["address_marks"] == json::parse("[[1,13]]"));
  REQUIRE(answer["at_address"].size() == 1);
  CHECK(answer["at_address_total"] == 1);
  CHECK(answer["at_address"][0]["id"] == "2");
  CHECK(answer["at_address"][0]["band"] == "weak");
  CHECK(answer["at_address"][0]["matched_kind"] == "address");
  CHECK(answer["at_address"][0]["query_marks"].empty());
  const json line = json::parse(lookup::to_screening_json(result.value()));
  CHECK(line["total"] == 1);
  REQUIRE(line["at_address"].size() == 1);
  CHECK(line["at_address"][0]["name"] == "Zarya");
  CHECK(line["at_address"][0]["address"] == "18 Marlow Road, Wan Chai");
  query.address.clear();
  const auto plain = screener.check(query);
  REQUIRE(plain.ok());
  for (const std::string& text : {lookup::to_json(plain.value()), lookup::to_screening_json(plain.value())})
    CHECK(text.find("address_") == std::string::npos);
}
