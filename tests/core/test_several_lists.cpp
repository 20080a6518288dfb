#include <catch2/catch.hpp>

#include "lookup/screener.hpp"
#include "small_list.hpp"

using lookup::CheckResult;
using lookup::EntryKind;
using lookup::ErrorCode;
using lookup::Query;
using lookup::Screener;

namespace {

/// A snapshot with one list of that code.
lookup::List list_of(const char* code, const std::vector<std::string>& names) {
  lookup::List list = small_list(names);
  list.lists[0].code = code;
  for (lookup::Entry& entry : list.entries) entry.list = code;
  return list;
}

Screener two_lists() {
  Screener screener{list_of("EL", {"Orbita Signal", "Zarya Works"})};
  lookup::List others = list_of("SDN", {"Orbita Signal", "Orbita Signal Zenit", "Kvant Star"});
  others.entries[1].kind = EntryKind::individual;
  others.entries[2].kind = EntryKind::vessel;
  others.entries[2].details.fill().ids = {{"Vessel Registration Identification", "IMO 9187629", "", {}}};
  screener.add(std::move(others));
  return screener;
}

Query query_for(const char* name) {
  Query query;
  query.name = name;
  return query;
}

/// List and name of each match.
std::vector<std::string> outline(const CheckResult& result) {
  std::vector<std::string> lines;
  for (const lookup::Match& match : result.matches) {
    lines.push_back(match.entry->list + " " + match.entry->name);
    for (const lookup::Match& other : match.also) lines.back() += " + " + other.entry->list;
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("all lists are looked through, and a party of several is one result") {
  const Screener screener = two_lists();
  const CheckResult result = screener.check(query_for("Orbita Signal")).value();
  CHECK(outline(result) == Lines{"EL Orbita Signal + SDN", "SDN Orbita Signal Zenit"});
  CHECK(result.total == 2);
  CHECK(result.lists.size() == 2);
}

TEST_CASE("of equal matches the list that forbids more heads the party") {
  // As GATEWICK LLC stands on the DPL and SDN lists of 2026, and VTB on CAPTA and SDN of 2022.
  for (const char* other : {"DPL", "CAP"}) {
    lookup::List list = list_of(other, {"Orbita Signal", "Orbita Signal"});
    list.entries[1].list = "SDN";
    const Screener screener{std::move(list)};
    const CheckResult result = screener.check(query_for("Orbita Signal")).value();
    REQUIRE_FALSE(result.matches.empty());
    CHECK(result.matches.front().entry->list == "SDN");
  }
}

TEST_CASE("of equal matches the Entity List's own stands first, though by another kind of name") {
  lookup::List list = list_of("EL", {"Zarya Works"});
  list.entries[0].acronyms = {"ZWK"};
  Screener screener{std::move(list)};
  screener.add(list_of("CMIC", {"ZWK"}));
  CHECK(outline(screener.check(query_for("ZWK")).value()) == Lines{"EL Zarya Works", "CMIC ZWK"});
}

TEST_CASE("a list added later moves no score of those before") {
  Screener screener{list_of("EL", {"Orbita Signal Works", "Zarya Works"})};
  const double before = screener.check(query_for("Orbita Sgnal")).value().matches.at(0).score;
  screener.add(list_of("SDN", {"Signal Vega", "Signal Almaz", "Orbita Plant"}));
  Query query = query_for("Orbita Sgnal");
  query.lists = {"EL"};
  CHECK(screener.check(query).value().matches.at(0).score == before);
}

TEST_CASE("only the lists asked for are looked through, and the answer says which they were") {
  const Screener screener = two_lists();
  Query query = query_for("Orbita Signal");
  query.lists = {"SDN"};
  const CheckResult result = screener.check(query).value();
  CHECK(outline(result) == Lines{"SDN Orbita Signal", "SDN Orbita Signal Zenit"});
  REQUIRE(result.lists.size() == 1);
  CHECK(result.lists[0].info->code == "SDN");
}

TEST_CASE("a list that is not there is an error, never no match") {
  const Screener screener = two_lists();
  Query query = query_for("Orbita Signal");
  query.lists = {"EL", "DPL"};
  CHECK(screener.check(query).error().code == ErrorCode::list_not_open);
  CHECK(screener.check(query).error().detail == "DPL");
  query.lists = {"QQ"};
  CHECK(screener.check(query).error().code == ErrorCode::list_unknown);
  CHECK(Screener{}.check(query_for("Orbita")).error().code == ErrorCode::list_not_open);
}

TEST_CASE("an entry of unknown kind stays whatever kind is asked for") {
  const Screener screener = two_lists();
  Query query = query_for("Orbita Signal");
  query.kinds = {EntryKind::vessel};
  CHECK(outline(screener.check(query).value()) == Lines{"EL Orbita Signal + SDN"});
  query.kinds = {EntryKind::individual, EntryKind::vessel};
  CHECK(outline(screener.check(query).value()) == Lines{"EL Orbita Signal + SDN", "SDN Orbita Signal Zenit"});
}

TEST_CASE("an identifier alone is as good as the name, and less beside other words") {
  const Screener screener = two_lists();
  const lookup::Match alone = screener.check(query_for("IMO 9187629")).value().matches.at(0);
  CHECK(alone.matched_kind == lookup::MatchedKind::identifier);
  CHECK(alone.matched_name == "IMO 9187629");
  CHECK(alone.score == 100);
  CHECK(screener.check(query_for("Some ship, IMO 9187629")).value().matches.at(0).score == 90);
  const lookup::Match named = screener.check(query_for("Kvant Star")).value().matches.at(0);
  CHECK(named.matched_kind == lookup::MatchedKind::name);
}

TEST_CASE("a query of foreign letters and a known identifier was searched") {
  const CheckResult result = two_lists().check(query_for("หัวเหว่ย 9187629")).value();
  CHECK(result.searched);
  CHECK(result.matches.size() == 1);
  CHECK(result.foreign_words.size() == 1);
}

TEST_CASE("a date of birth moves persons up or down and hides none") {
  lookup::List list = list_of("SDN", {"Orbita Signal", "Orbita Signal"});
  list.entries[0].person.fill().dates_of_birth = {"1956-09-13"};
  list.entries[1].person.fill().dates_of_birth = {"1971-01-01"};
  const Screener screener{std::move(list)};
  Query query = query_for("Orbita Signal");
  query.born = "1971";
  const CheckResult result = screener.check(query).value();
  REQUIRE(result.matches.size() == 2);
  CHECK(result.matches[0].entry->id == "2");
  CHECK(result.matches[0].born == lookup::HintAgreement::agrees);
  CHECK(result.matches[1].born == lookup::HintAgreement::differs);
  CHECK(result.matches[1].score == 100);
}

TEST_CASE("a wrong date of birth and a wrong classification are refused with their field") {
  const Screener screener = two_lists();
  Query query = query_for("Orbita");
  query.born = "13.09.1956";
  CHECK(screener.check(query).error().code == ErrorCode::birth_date_invalid);
  CHECK(screener.check(query).error().field == "born");
  query.born.clear();
  query.item = "no item";
  CHECK(screener.check(query).error().code == ErrorCode::classification_invalid);
  CHECK(screener.check(query).error().field == "item");
}
