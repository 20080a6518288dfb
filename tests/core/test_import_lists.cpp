// What the import makes of the lists beside the Entity List, whose own rules are in test_import.cpp.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lookup/import.hpp"
#include "lookup/list_register.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using namespace lookup;
using Texts = std::vector<std::string>;

namespace {

const std::string fixture = "tests/fixtures/consolidated-lists.csv";

ImportOptions options_for(Texts codes, bool all_known = false) {
  ImportOptions options;
  options.list_codes = std::move(codes);
  options.all_known = all_known;
  options.as_of = "2026-01-31";
  return options;
}

ImportOptions others() { return options_for(other_list_codes(), true); }

/// The fixture with the first `from` replaced by `to`.
std::string changed(const std::string& from, const std::string& to) {
  std::string csv = read_test_file(fixture);
  const std::size_t at = csv.find(from);
  REQUIRE(at != std::string::npos);
  return csv.replace(at, from.size(), to);
}

List import_lists(const std::string& csv, const ImportOptions& options) {
  auto result = import_csv(csv, options);
  if (!result.ok()) FAIL(describe(result.error()));
  return std::move(result).value();
}

const Entry& entry_with(const List& list, std::string_view code, std::string_view id) {
  const auto found = std::find_if(list.entries.begin(), list.entries.end(),
                                  [&](const Entry& entry) { return entry.list == code && entry.id == id; });
  REQUIRE(found != list.entries.end());
  return *found;
}

Texts codes_of(const List& list) {
  Texts codes;
  for (const ListInfo& info : list.lists) codes.push_back(info.code);
  return codes;
}

void check_refused(const std::string& from, const std::string& to, std::size_t record, const std::string& column,
                   ErrorCode code = ErrorCode::csv_value_invalid) {
  INFO(from << " → " << to);
  const auto result = import_csv(changed(from, to), others());
  REQUIRE_FALSE(result.ok());
  INFO(describe(result.error()));
  CHECK(result.error().code == code);
  CHECK(result.error().record == record);
  CHECK(result.error().field == column);
}

}  // namespace

TEST_CASE("The import takes all lists but the Entity List in one pass, each with its facts") {
  const List list = import_lists(read_test_file(fixture), others());
  CHECK(codes_of(list) == Texts{"DPL", "MEU", "SDN", "CAP", "ISN"});
  CHECK(list.entries.size() == 8);
  for (const ListInfo& info : list.lists) {
    const KnownList* known = find_known_list(info.code);
    CHECK(info.title == known->title);
    CHECK(info.consequence == known->consequence);
    CHECK(info.entry_count == (info.code == "SDN" ? 4 : 1));
  }
  CHECK(std::is_sorted(list.entries.begin(), list.entries.end(), stands_before));
}

TEST_CASE("The import takes the lists that are named and passes over the others") {
  const std::string csv = changed("(DPL)", "(NEW)");
  CHECK(codes_of(import_lists(csv, options_for({"CAP", "SDN", "FSE"}))) == Texts{"SDN", "CAP"});
  const auto none = import_csv(csv, options_for({"FSE", "PLC"}));
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == ErrorCode::csv_list_absent);
  CHECK(none.error().detail == "FSE, PLC");
}

TEST_CASE("A list that the program does not know is an error when all lists are asked for") {
  check_refused("(DPL)", "(NEW)", 7, "source", ErrorCode::csv_list_unknown);
  check_refused("Denied Persons List (DPL) - Bureau of Industry and Security", "", 7, "source");
}

TEST_CASE("The import gives the committed snapshot of the lists, however the rows are ordered") {
  const std::string snapshot = read_test_file("tests/fixtures/other-lists-small.json");
  std::string csv = read_test_file(fixture);
  CHECK(write_snapshot(import_lists(csv, others())) == snapshot);
  const std::size_t rows = csv.find("\r\n") + 2;
  const std::size_t fourth = csv.find("90004");
  const std::string first_rows = csv.substr(rows, fourth - rows);
  CHECK(write_snapshot(import_lists(csv.erase(rows, first_rows.size()) + first_rows, others())) == snapshot);
}

TEST_CASE("A person has a name in spoken order, and the facts of a person") {
  const List list = import_lists(read_test_file(fixture), others());
  const Entry& person = entry_with(list, "SDN", "90001");
  CHECK(person.kind == EntryKind::individual);
  CHECK(person.published_name == "MUSTER, Erika");
  CHECK(person.name == "Erika MUSTER");
  CHECK(person.aliases == Texts{"Erika MUSTERMANN", "LA MUSTER"});
  CHECK(person.programmes == Texts{"SDGT", "NPWMD"});
  const PersonFacts& facts = person.person.get();
  CHECK(facts.dates_of_birth == Texts{"1970-01-02", "circa 1971"});
  CHECK(facts.places_of_birth == Texts{"Nordhafen, Germany", "Vienna, Austria"});
  CHECK(facts.nationalities == Texts{"DE", "AT"});
  CHECK(facts.citizenships == Texts{"DE"});
  const EntryDetails& details = person.details.get();
  CHECK(details.title == "Minister of Made-Up Affairs");
  CHECK(details.remarks == "(Linked To: NORDHAFEN WORKS)");
  REQUIRE(details.ids.size() == 3);
  CHECK((details.ids[0] == Identifier{"Passport", "C01X00T47", "DE", {"2030-01-01", "2020-01-01"}}));
  CHECK(details.source_urls == Texts{"https://example.org/sdn"});
}

TEST_CASE("A vessel and an aircraft keep their names and have their marks") {
  const List list = import_lists(read_test_file(fixture), others());
  const Entry& vessel = entry_with(list, "SDN", "90002");
  CHECK(vessel.kind == EntryKind::vessel);
  CHECK(vessel.name == "NORD WIND");
  CHECK(vessel.aliases == Texts{"SUED WIND"});
  CHECK((vessel.vessel.get() ==
         VesselFacts{"5IM 597", "Crude Oil Tanker", "318000", "163660", "Panama", "Made Up Shipping, S.A."}));
  CHECK(vessel.details.get().ids.at(0).number == "IMO 9999999");
  const Entry& aircraft = entry_with(list, "SDN", "90003");
  CHECK(aircraft.kind == EntryKind::aircraft);
  CHECK(aircraft.name == "ZZ-ABC");
  CHECK((aircraft.details == Rare<EntryDetails>{}));
}

TEST_CASE("A denial order has its end, its terms and its notices") {
  const List list = import_lists(read_test_file(fixture), others());
  const Entry& denied = entry_with(list, "DPL", "0a11");
  CHECK(denied.kind == EntryKind::unknown);
  CHECK(denied.name == "BEISPIEL, OTTOKAR");
  CHECK(denied.start_date == "2019-09-30");
  CHECK(denied.details.get().end_date == "2029-09-30");
  CHECK(denied.details.get().standard_order == "Y");
  CHECK(denied.citations == Texts{"84 FR 53404", "85 FR 10"});
}

TEST_CASE("The State Department's notices stay as published and its remarks leave the name") {
  const List list = import_lists(read_test_file(fixture), others());
  const Entry& sanctioned = entry_with(list, "ISN", "0a13");
  CHECK(sanctioned.citations == Texts{"Vol. 74, No. 11, 01/16/2009"});
  CHECK(sanctioned.programmes == Texts{"E.O. 13382", "INKSNA"});
  CHECK(sanctioned.name == "Quendel Works");
}

TEST_CASE("The same id may stand on several lists, and once on each") {
  const List list = import_lists(read_test_file(fixture), others());
  CHECK(entry_with(list, "SDN", "90004").name == "NORDHAFEN WORKS (ASIA) LIMITED");
  CHECK(entry_with(list, "SDN", "90004").acronyms == Texts{"NSY"});
  CHECK(entry_with(list, "CAP", "90004").name == "NORDHAFEN BANK");
}

TEST_CASE("A row published twice under different pages is one entry; any other repetition is an error") {
  // As the Bank of Kunlun stands twice on the CAPTA list of 2022-05-06.
  const List list = import_lists(read_test_file(fixture), others());
  CHECK(entry_with(list, "CAP", "90004").details.get().source_urls ==
        Texts{"http://example.org/capta", "http://example.org/list"});
  for (const std::string& csv : {changed("http://example.org/list", ""), changed("NORDHAFEN BANK", "SUEDHAFEN BANK")}) {
    const auto result = import_csv(csv, others());
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::csv_duplicate_id);
    CHECK(result.error().record == 6);
    CHECK(result.error().detail == "90004");
  }
}

TEST_CASE("A row that repeats an earlier one is an error, though another stands between them") {
  const std::string csv = read_test_file(fixture);
  const auto row_with = [&csv](const std::string& text) {
    const std::size_t at = csv.find(text);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = csv.rfind("\r\n", at) + 2;
    return csv.substr(begin, csv.find("\r\n", at) + 2 - begin);
  };
  for (const char* page : {"http://example.org/list", "http://example.org/capta"}) {
    INFO(page);
    const auto result = import_csv(csv + row_with(page), others());
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::csv_duplicate_id);
  }
}

TEST_CASE("The import names record and column of a value that no list has") {
  check_refused("Individual", "Person", 1, "type");
  check_refused("2029-09-30", "2029-09-31", 7, "end_date");
  check_refused("2019-09-30", "30 Sep 2019", 7, "start_date");
  check_refused(",y,", ",maybe,", 7, "standard_order");
  check_refused("http://example.org/capta", "javascript:alert(1)", 5, "source_information_url");
  check_refused("https://sanctionslist.ofac.treas.gov/Home/SdnList", "SdnList", 1, "source_list_url");
  for (const auto& [value, record, column] :
       std::vector<std::tuple<std::string, std::size_t, std::string>>{{"SDGT", 1, "programs"},
                                                                      {"Minister", 1, "title"},
                                                                      {"(Linked To", 1, "remarks"},
                                                                      {"circa", 1, "dates_of_birth"},
                                                                      {"Vienna", 1, "places_of_birth"},
                                                                      {"Gender", 1, "ids"},
                                                                      {"5IM", 2, "call_sign"},
                                                                      {"Crude", 2, "vessel_type"},
                                                                      {"318000", 2, "gross_tonnage"},
                                                                      {"163660", 2, "gross_registered_tonnage"},
                                                                      {"Panama", 2, "vessel_flag"},
                                                                      {"Shipping", 2, "vessel_owner"}}) {
    check_refused(value, value + '\x01', record, column);
  }
}
