// The fields of a snapshot that the Entity List does not use; the others are in test_snapshot.cpp.

#include <catch2/catch.hpp>
#include <string>

#include "lookup/snapshot.hpp"
#include "snapshot_refusals.hpp"
#include "test_files.hpp"

using namespace lookup;

namespace {

const std::string& lists_snapshot() {
  static const std::string text = read_test_file("tests/fixtures/other-lists-small.json");
  return text;
}

// The entries in order: the bank, the denied person, the sanctioned works, the institute, the individual, the vessel,
// the works, the aircraft.
constexpr std::size_t bank = 1;
constexpr std::size_t denied = 2;
constexpr std::size_t person = 5;
constexpr std::size_t vessel = 6;

}  // namespace

TEST_CASE("A snapshot of several lists loads and is written back byte for byte") {
  const auto loaded = load_snapshot(lists_snapshot());
  REQUIRE(loaded.ok());
  const List& list = loaded.value();
  CHECK(write_snapshot(list) == lists_snapshot());
  REQUIRE(list.entries.size() == 8);
  const Entry& individual = list.entries[person - 1];
  CHECK(individual.kind == EntryKind::individual);
  CHECK(individual.name == "Erika MUSTER");
  CHECK(individual.programmes == std::vector<std::string>{"SDGT", "NPWMD"});
  CHECK(individual.person.get().citizenships == std::vector<std::string>{"DE"});
  CHECK((individual.details.get().ids.front() ==
         Identifier{"Passport", "C01X00T47", "DE", {"2030-01-01", "2020-01-01"}}));
  CHECK(list.entries[vessel - 1].vessel.get().owner == "Made Up Shipping, S.A.");
  CHECK(list.entries[denied - 1].details.get().standard_order == "Y");
}

TEST_CASE("A name is written where it is not the usual one of its kind") {
  auto loaded = load_snapshot(lists_snapshot());
  REQUIRE(loaded.ok());
  List list = std::move(loaded).value();
  list.entries[person - 1].name = list.entries[person - 1].published_name;
  --list.lists[2].name_count;
  const std::string text = write_snapshot(list);
  CHECK(text.find("\"name\":\"MUSTER, Erika\"") != std::string::npos);
  const auto again = load_snapshot(text);
  REQUIRE(again.ok());
  CHECK(again.value().entries[person - 1].name == "MUSTER, Erika");
}

TEST_CASE("A snapshot with a field that no list holds is refused with entry and field, on every list") {
  check_snapshot_refused(
      lists_snapshot(),
      {
          {"\"kind\":\"individual\"", "\"kind\":\"Individual\"", person, "kind"},
          {"\"kind\":\"individual\"", "\"kind\":\"unknown\"", person, "kind"},
          {"\"kind\":\"individual\"", "\"kind\":\"\"", person, "kind"},
          {"\"kind\":\"individual\"", "\"kind\":1", person, "kind"},
          {"\"kind\":\"individual\"", "\"kind\":[\"individual\"]", person, "kind"},
          {"[\"SDGT\",\"NPWMD\"]", "[\"SDGT\",\"SDGT\"]", person, "programmes"},
          {"[\"SDGT\",\"NPWMD\"]", "[]", person, "programmes"},
          {"[\"SDGT\",\"NPWMD\"]", "\"SDGT\"", person, "programmes"},
          {"\"title\":\"Minister", "\"title\":[\"x\"],\"remarks\":\"Minister", person, "title"},
          {"\"title\":\"Minister of Made-Up Affairs\"", "\"title\":\"\"", person, "title"},
          {"\"remarks\":\"(Linked To: NORDHAFEN WORKS)\"", "\"remarks\":5", person, "remarks"},
          {"(Linked To", "\\u0007(Linked To", person, "remarks"},
          {"\"2029-09-30\"", "\"2029-09-31\"", denied, "end_date"},
          {"\"2029-09-30\"", "20290930", denied, "end_date"},
          {"\"standard_order\":\"Y\"", "\"standard_order\":\"y\"", denied, "standard_order"},
          {"\"standard_order\":\"Y\"", "\"standard_order\":true", denied, "standard_order"},
          {"\"ids\":[{\"kind\":\"SWIFT/BIC\",\"number\":\"NORDCNBJ\"}]", "\"ids\":[]", bank, "ids"},
          {"\"ids\":[{\"kind\":\"SWIFT/BIC\",\"number\":\"NORDCNBJ\"}]", "\"ids\":[\"NORDCNBJ\"]", bank, "ids"},
          {"\"kind\":\"SWIFT/BIC\"", "\"kind\":\"\"", bank, "ids.kind"},
          {"\"number\":\"NORDCNBJ\"", "\"number\":1", bank, "ids.number"},
          {"\"number\":\"NORDCNBJ\"", "\"bank\":\"NORDCNBJ\"", bank, "ids.bank"},
          {"\"country\":\"DE\",\"dates\"", "\"country\":\"Germany\",\"dates\"", person, "ids.country"},
          {"\"2030-01-01\"", "\"2030-13-01\"", person, "ids.dates"},
          {"[\"2030-01-01\",\"2020-01-01\"]", "[]", person, "ids.dates"},
          {"[\"2030-01-01\",\"2020-01-01\"]", "[2030]", person, "ids.dates"},
          {"\"circa 1971\"", "\"1970-01-02\"", person, "person.dates_of_birth"},
          {"\"circa 1971\"", "1971", person, "person.dates_of_birth"},
          {"\"Vienna, Austria\"", "\"Nordhafen, Germany\"", person, "person.places_of_birth"},
          {"[\"DE\",\"AT\"]", "[\"DE\",\"DE\"]", person, "person.nationalities"},
          {"\"citizenships\":[\"DE\"]", "\"citizenships\":{}", person, "person.citizenships"},
          {"\"citizenships\"", "\"passports\"", person, "person.passports"},
          {"\"person\":{", "\"person\":[],\"vessel\":{", person, "person"},
          {"{\"dates_of_birth\":[\"1970-01-02\",\"circa 1971\"],\"places_of_birth\":[\"Nordhafen, "
           "Germany\",\"Vienna, Austria\"],\"nationalities\":[\"DE\",\"AT\"],\"citizenships\":[\"DE\"]}",
           "{}", person, "person"},
          {"\"call_sign\":\"5IM 597\"", "\"call_sign\":597", vessel, "vessel.call_sign"},
          {"\"type\":\"Crude Oil Tanker\"", "\"type\":\"\"", vessel, "vessel.type"},
          {"\"gross_tonnage\":\"318000\"", "\"gross_tonnage\":318000", vessel, "vessel.gross_tonnage"},
          {"\"gross_registered_tonnage\":\"163660\"", "\"gross_registered_tonnage\":null", vessel,
           "vessel.gross_registered_tonnage"},
          {"\"flag\":\"Panama\"", "\"flag\":[\"Panama\"]", vessel, "vessel.flag"},
          {"\"owner\":", "\"flag\":", vessel, "vessel.flag"},
          {"\"owner\":\"Made Up", "\"owner\":\"\\u0000", vessel, "vessel.owner"},
          {"http://example.org/list", "javascript:alert(1)", bank, "source_urls"},
          {"http://example.org/list", "http://example.org/capta", bank, "source_urls"},
          {"\"list\":\"SDN\",\"kind\":\"entity\"", "\"list\":\"SSI\",\"kind\":\"entity\"", 7, "list"},
          {"\"id\":\"90004\",\"list\":\"SDN\"", "\"id\":\"90002\",\"list\":\"SDN\"", 7, "id"},
      },
      ErrorCode::snapshot_field_invalid);
}

TEST_CASE("An identifier without a kind is refused") {
  check_snapshot_refused(lists_snapshot(), {{"\"kind\":\"SWIFT/BIC\",", "", bank, "ids.kind"}},
                         ErrorCode::snapshot_field_missing);
}

TEST_CASE("Entries stand in the order of their lists, then names") {
  std::string text = lists_snapshot();
  const std::size_t first = text.find("{\"id\":\"90004\",\"list\":\"CAP\"");
  const std::size_t second = text.find("{\"id\":\"0a11\"");
  const std::string line = text.substr(first, second - first);
  const std::size_t end = text.find("{\"id\":\"0a13\"");
  text.insert(end, line).erase(first, line.size());
  const Error error = error_of(sealed(text));
  CHECK(error.code == ErrorCode::snapshot_field_invalid);
  CHECK(error.record == 2);
  CHECK(error.field == "published_name");
}

TEST_CASE("The counts of each list are checked") {
  check_snapshot_refused(lists_snapshot(),
                         {{"\"entry_count\":4", "\"entry_count\":5", std::nullopt, "lists.entry_count"}},
                         ErrorCode::snapshot_wrong_count);
}
