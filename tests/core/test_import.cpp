#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/calendar_date.hpp"
#include "lookup/citations.hpp"
#include "lookup/footnotes.hpp"
#include "lookup/import.hpp"
#include "lookup/published_address.hpp"
#include "lookup/sha256.hpp"
#include "lookup/shared_texts.hpp"
#include "lookup/snapshot.hpp"
#include "lookup/spacing.hpp"
#include "test_files.hpp"

using namespace lookup;
using Texts = std::vector<std::string>;

namespace {

const std::string fixture = "tests/fixtures/consolidated-small.csv";

ImportOptions options() {
  ImportOptions given;
  given.as_of = "2026-01-31";
  return given;
}

/// The fixture with the first `from` replaced by `to`.
std::string changed(const std::string& from, const std::string& to) {
  std::string csv = read_test_file(fixture);
  const std::size_t at = csv.find(from);
  REQUIRE(at != std::string::npos);
  return csv.replace(at, from.size(), to);
}

Error error_of(const std::string& csv) {
  const auto result = import_csv(csv, options());
  REQUIRE_FALSE(result.ok());
  return result.error();
}

List import_fixture() {
  auto result = import_csv(read_test_file(fixture), options());
  REQUIRE(result.ok());
  return std::move(result).value();
}

const Entry& entry_called(const List& list, std::string_view name) {
  const auto found =
      std::find_if(list.entries.begin(), list.entries.end(), [&](const Entry& entry) { return entry.name == name; });
  REQUIRE(found != list.entries.end());
  return *found;
}

}  // namespace

TEST_CASE("The import takes the wanted list and no other") {
  const List list = import_fixture();
  REQUIRE(list.lists.size() == 1);
  const ListInfo& info = list.lists.front();
  CHECK(info.code == "EL");
  CHECK(info.title == "Entity List");
  CHECK(info.as_of == "2026-01-31");
  CHECK(info.source_url == "https://www.trade.gov/consolidated-screening-list");
  CHECK(info.entry_count == 6);
  CHECK(list.entries.size() == 6);
  CHECK(list.sha256.empty());
  std::size_t names = 0;
  for (const Entry& entry : list.entries) {
    CHECK(entry.list == "EL");
    names += count_names(entry);
  }
  CHECK(info.name_count == names);
}

TEST_CASE("The import reads every field of an entry") {
  const List list = import_fixture();
  const Entry& optics = entry_called(list, "Zimtstern Optics Co., Ltd.");
  CHECK(optics.published_name == "Zimtstern Optics Co., Ltd.,");
  CHECK(optics.aliases == Texts{"Zimtstern Photonics", "ZSO"});
  CHECK(optics.countries == Texts{"CN", "HK"});
  REQUIRE(optics.addresses.size() == 2);
  CHECK(optics.addresses[0].text == "12 Lantern Road, Hangzhou, 310052");
  CHECK(optics.addresses[0].country == "CN");
  CHECK(optics.addresses[1].text.empty());
  CHECK(optics.addresses[1].country == "HK");
  CHECK(optics.citations == Texts{"84 FR 54002", "85 FR 44159"});
  CHECK(optics.start_date == "2019-10-09");
  CHECK(shared_text(list.requirements, optics.requirement) ==
        "For all items subject to the EAR. (See §744.11 of the EAR).");
  CHECK(shared_text(list.policies, optics.policy) == "Presumption of denial.");
  CHECK(optics.footnotes.empty());

  const Entry& institute = entry_called(list, "Quendel Institute of Made-Up Physics (QIMP)");
  CHECK(institute.acronyms == Texts{"QIMP"});
  CHECK(institute.aliases == Texts{"Quendel Made-Up Physics", "Quendel Works"});
  CHECK(institute.footnotes == std::vector<int>{3});

  const Entry& devices = entry_called(list, "Morgentau \"Blue\" Devices");
  CHECK(devices.parent == "Morgentau Holding (MTH)");
  CHECK(devices.acronyms.empty());
  CHECK(devices.citations == Texts{"73 FR 54508", "88 FR"});
  CHECK(devices.footnotes == std::vector<int>{1, 2});

  const Entry& trading = entry_called(list, "Café Šipka Trading");
  CHECK(trading.published_name == "Café Šipka\nTrading");
  CHECK(trading.aliases == Texts{"Shipka Trading"});
  CHECK(trading.addresses.at(0).text == "Old Mill, Tbilisi");
  CHECK(trading.countries.empty());
  CHECK(trading.start_date.empty());
  CHECK(trading.requirement.empty());
}

TEST_CASE("The import gives the committed snapshot of the fixture, however the rows are ordered") {
  const std::string snapshot = write_snapshot(import_fixture());
  CHECK(snapshot == read_test_file("tests/fixtures/entity-list-small.json"));
  const List list = import_fixture();
  CHECK(std::is_sorted(list.entries.begin(), list.entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.published_name, a.id) < std::tie(b.published_name, b.id);
  }));

  std::string csv = read_test_file(fixture);
  const std::size_t rows = csv.find("\r\n") + 2;
  const std::size_t second = csv.find("\r\n", rows) + 2;
  const std::string first_row = csv.substr(rows, second - rows);
  const auto moved = import_csv(csv.erase(rows, first_row.size()) + first_row, options());
  REQUIRE(moved.ok());
  CHECK(write_snapshot(moved.value()) == snapshot);
}

TEST_CASE("The import refuses options that cannot be") {
  const std::string csv = read_test_file(fixture);
  ImportOptions given = options();
  SECTION("a date that no calendar has") {
    for (const std::string date : {"", "2026-02-30", "2026-1-31", "31.01.2026", "2026-01-31 ", "1026-01-31"}) {
      given.as_of = date;
      const auto result = import_csv(csv, given);
      REQUIRE_FALSE(result.ok());
      CHECK(result.error().code == ErrorCode::date_invalid);
      CHECK(result.error().field == "as_of");
    }
  }
  SECTION("a list that is not known") {
    given.list_codes = {"EL", "el"};
    const auto result = import_csv(csv, given);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::list_unknown);
    CHECK(result.error().detail == "el");
  }
}

TEST_CASE("The import names the column that the file lacks") {
  for (const std::string column : {"_id",
                                   "source",
                                   "type",
                                   "programs",
                                   "name",
                                   "title",
                                   "addresses",
                                   "federal_register_notice",
                                   "start_date",
                                   "end_date",
                                   "standard_order",
                                   "license_requirement",
                                   "license_policy",
                                   "call_sign",
                                   "vessel_type",
                                   "gross_tonnage",
                                   "gross_registered_tonnage",
                                   "vessel_flag",
                                   "vessel_owner",
                                   "remarks",
                                   "source_list_url",
                                   "alt_names",
                                   "citizenships",
                                   "dates_of_birth",
                                   "nationalities",
                                   "places_of_birth",
                                   "source_information_url",
                                   "ids"}) {
    std::string csv = read_test_file(fixture);
    const std::string& place = column == "_id" ? "_id," : column == "ids" ? ",ids" : "," + column + ",";
    csv.replace(csv.find(place) + place.find(column), column.size(), "x");
    const Error error = error_of(csv);
    CHECK(error.code == ErrorCode::csv_column_missing);
    CHECK(error.field == column);
  }
}

TEST_CASE("The import names record and column of a value that cannot be") {
  SECTION("start date") {
    const Error error = error_of(changed("2012-10-09", "2012-10-32"));
    CHECK(error.code == ErrorCode::csv_value_invalid);
    CHECK(error.record == 2);
    CHECK(error.field == "start_date");
    CHECK(error.detail == "2012-10-32");
  }
  SECTION("no id") {
    const Error error = error_of(changed("5d569e1c4f25b9f83c30ccd29e297f20e799365b", ""));
    CHECK(error.code == ErrorCode::csv_value_invalid);
    CHECK(error.record == 2);
    CHECK(error.field == "_id");
  }
  SECTION("no name") {
    const Error error = error_of(changed("Quendel Institute of Made-Up Physics (QIMP)", " "));
    CHECK(error.code == ErrorCode::csv_value_invalid);
    CHECK(error.record == 2);
    CHECK(error.field == "name");
  }
  SECTION("a control character") {
    const Error error = error_of(changed("Quendel Made-Up", std::string("Quendel\0Made-Up", 15)));
    CHECK(error.code == ErrorCode::csv_value_invalid);
    CHECK(error.record == 2);
    CHECK(error.field == "alt_names");
  }
  SECTION("a cell longer than any") {
    const Error error = error_of(changed("1 Harbour Street", std::string(50'001, 'x')));
    CHECK(error.code == ErrorCode::csv_value_invalid);
    CHECK(error.record == 2);
    CHECK(error.field == "addresses");
  }
  SECTION("the same id twice") {
    const Error error =
        error_of(changed("5d569e1c4f25b9f83c30ccd29e297f20e799365b", "6a85310b8ca5539aa7c71e33b199c27ba32fe363"));
    CHECK(error.code == ErrorCode::csv_duplicate_id);
    CHECK(error.record == 2);
    CHECK(error.field == "_id");
    CHECK(error.detail == "6a85310b8ca5539aa7c71e33b199c27ba32fe363");
  }
}

TEST_CASE("The import refuses a name with nothing to compare and leaves out such an alias") {
  const Error error = error_of(changed("Quendel Institute of Made-Up Physics (QIMP)", "-"));
  CHECK(error.code == ErrorCode::csv_value_invalid);
  CHECK(error.record == 2);
  CHECK(error.field == "name");
  const auto dashed = import_csv(changed("and Shipka Trading", "—; Shipka Trading; ."), options());
  REQUIRE(dashed.ok());
  CHECK(entry_called(dashed.value(), "Café Šipka Trading").aliases == Texts{"Shipka Trading"});
}

TEST_CASE("The import passes over what stands wrong in other lists") {
  CHECK(import_csv(changed("Ottokar Beispiel", ""), options()).ok());
}

TEST_CASE("The import says when there is nothing to import") {
  const std::string csv = read_test_file(fixture);
  SECTION("no text") { CHECK(error_of("").code == ErrorCode::csv_empty); }
  SECTION("a header alone") { CHECK(error_of(csv.substr(0, csv.find("\r\n") + 2)).code == ErrorCode::csv_empty); }
  SECTION("no entry of the list") {
    std::string other = csv;
    for (std::size_t at = 0; (at = other.find("(EL)")) != std::string::npos;) other.replace(at, 4, "(XL)");
    const Error error = error_of(other);
    CHECK(error.code == ErrorCode::csv_list_absent);
    CHECK(error.field == "source");
    CHECK(error.detail == "EL");
  }
}

TEST_CASE("The import hands on what the reader finds") {
  CHECK(error_of(changed("Šipka", "\xA9ipka")).code == ErrorCode::csv_not_utf8);
  CHECK(error_of(changed("Ottokar Beispiel", "Ottokar, Beispiel")).code == ErrorCode::csv_row_width);
  CHECK(error_of(changed("Ottokar Beispiel", "Ottokar, Beispiel")).record == 7);
  std::string csv = read_test_file(fixture);
  csv.resize(csv.find("\nTrading"));
  CHECK(error_of(csv).code == ErrorCode::csv_quote_unclosed);
  CHECK(error_of(csv).record == 6);
}

TEST_CASE("A start date whose century was lost gets it back") {
  // The publication of 2022-05-06 has 0097-06-30 for 62 FR 35334 (1997) and 0017-05-26 for 82 FR 24245 (2017).
  const auto old_rule = import_csv(changed("2012-10-09", "0097-06-30"), options());
  REQUIRE(old_rule.ok());
  CHECK(entry_called(old_rule.value(), "Quendel Institute of Made-Up Physics (QIMP)").start_date == "1997-06-30");
  const auto new_rule = import_csv(changed("2012-10-09", "0017-05-26"), options());
  REQUIRE(new_rule.ok());
  CHECK(entry_called(new_rule.value(), "Quendel Institute of Made-Up Physics (QIMP)").start_date == "2017-05-26");
}

TEST_CASE("Citations are read in every spelling of the list") {
  struct Row {
    std::string cell;
    Texts citations;
  };
  const Row rows[] = {
      {"", {}},
      {"84 FR 54002", {"84 FR 54002"}},
      {"84 FR 54002; 85 FR 44159", {"84 FR 54002", "85 FR 44159"}},
      {"77 FR 61249 No. 195", {"77 FR 61249"}},
      {"64 FR 28909, 77 FR 58006 (no. 182); 81 FR 64694", {"64 FR 28909", "77 FR 58006", "81 FR 64694"}},
      {"66 FR 24266, 84 FR 40241, 84 FR 40241", {"66 FR 24266", "84 FR 40241"}},
      {"63 FR 64322, 11/19/98, 65 FR 14444, 03/17/00", {"63 FR 64322", "65 FR 14444"}},
      {"72 FR 38008, 7/12/2007;  77 FR 24590, 4/25/2012", {"72 FR 38008", "77 FR 24590"}},
      {"73 FR 74001 (12/5/08), 74 FR 36516 (2/24/09", {"73 FR 74001", "74 FR 36516"}},
      {"75 FR 78883; 81 FR 64696 and 84 FR 40241", {"75 FR 78883", "81 FR 64696", "84 FR 40241"}},
      {"85 FR 51603, 8/20/20. 85 FR 52901, 8/27/20. 86 FR 12531, 3/4/2021. 87 FR 6026",
       {"85 FR 51603", "85 FR 52901", "86 FR 12531", "87 FR 6026"}},
      {"76 FR no. 242 pg. 78146, 77 FR 58006 (no. 182)", {"76 FR 78146", "77 FR 58006"}},
      {"79 FR  55608", {"79 FR 55608"}},
      {"80FR 69852", {"80 FR 69852"}},
      {"86 FR. 66277 11/22/2021", {"86 FR 66277"}},
      {"81 FR 14953; 84 fr 40241", {"81 FR 14953", "84 FR 40241"}},
      {"83 FR 44824;", {"83 FR 44824"}},
      {"66 FR 24266 , 77 FR 58006 ", {"66 FR 24266", "77 FR 58006"}},
      {"84\u00A0FR\u00A054002", {"84 FR 54002"}},
      {"70 FR 54629; 88 FR", {"70 FR 54629", "88 FR"}},
      {"76 FR 78146 (12/16/11) 77 FR", {"76 FR 78146", "77 FR"}},
      {"76 FR No. 197 (10/12/2011)", {"76 FR No. 197 (10/12/2011)"}},
      {"see the order", {"see the order"}},
  };
  for (const Row& row : rows) {
    INFO(row.cell);
    CHECK(read_citations(row.cell) == row.citations);
    for (const std::string& citation : read_citations(row.cell)) {
      CHECK(read_citations(citation) == Texts{citation});
    }
  }
  CHECK(is_citation("84 FR 54002"));
  CHECK_FALSE(is_citation("88 FR"));
  CHECK_FALSE(is_citation("84 FR  54002"));
  CHECK_FALSE(is_citation("84 FR 54002 No. 1"));
}

TEST_CASE("Footnotes are the marks on the requirement and nothing else") {
  struct Row {
    std::string requirement;
    std::vector<int> footnotes;
  };
  const Row rows[] = {
      {"For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)", {3}},
      {"For All Items Subject to the EAR (See §734.9(g), 3 §746.8(a)(3), and §744.21(b) of the EAR).", {3}},
      {"For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)", {3}},
      {"For all items subject to the EAR. (See §§744.8(b), 744.11, 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)",
       {3}},
      {"For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4", {4}},
      {"For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR) 4", {4}},
      {"For All Items Subject to the EAR (See §734.9(e), and 744.11 of the EAR)4.", {4}},
      {"For all items subject to the EAR. (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5", {5}},
      {"For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", {1, 2}},
      {"For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2", {1, 2}},
      {"For All Items Subject to the EAR (See §734.9(e)1, and §744.11 of the EAR)2.", {1, 2}},
      {"For all items subject to the EAR. (See § 744.11 of the EAR)", {}},
      {"For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)", {}},
      {"For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)", {}},
      {"For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR.", {}},
      {"For all items subject to the EAR. (See §744.2 (d) of the EAR)", {}},
      {"", {}},
  };
  for (const Row& row : rows) {
    INFO(row.requirement);
    CHECK(read_footnotes(row.requirement) == row.footnotes);
  }
}

TEST_CASE("Addresses part into text and country") {
  struct Row {
    std::string cell;
    std::vector<std::pair<std::string, std::string>> addresses;
  };
  const Row rows[] = {
      {"", {}},
      {"CN", {{"", "CN"}}},
      {"Wenyi Road, Hangzhou, 310052, CN", {{"Wenyi Road, Hangzhou, 310052", "CN"}}},
      {"Box 1, Dubai, AE; CN; Box 1, Dubai, AE", {{"Box 1, Dubai", "AE"}, {"", "CN"}}},
      {"Hajji Camp, Peshawar,  , PK", {{"Hajji Camp, Peshawar", "PK"}}},
      {"Inomenon Ethon 44 ,  Larnaca , 6042, CY", {{"Inomenon Ethon 44 , Larnaca , 6042", "CY"}}},
      {"30 Haidian Road, Beijing, China", {{"30 Haidian Road, Beijing, China", ""}}},
      {"Tsuen Wan, New Territories, Hong Kong, ", {{"Tsuen Wan, New Territories, Hong Kong", ""}}},
      {"Old Road 5 NO", {{"Old Road 5 NO", ""}}},
      {" ; ,; ", {}},
  };
  for (const Row& row : rows) {
    INFO(row.cell);
    std::vector<std::pair<std::string, std::string>> read;
    for (const Address& address : read_addresses(row.cell)) read.emplace_back(address.text, address.country);
    CHECK(read == row.addresses);
  }
  CHECK(countries_of(read_addresses("a, RU; CN; b, RU; c")) == Texts{"RU", "CN"});
}

TEST_CASE("Keys of texts come from the texts alone") {
  const std::string text = "For all items subject to the EAR";
  const auto keyed = key_texts('r', {text, "Another", text});
  REQUIRE(keyed.size() == 2);
  CHECK(shared_text(keyed, "r" + sha256_hex(text).substr(0, 8)) == text);
  CHECK(keyed[0].key < keyed[1].key);
  for (const SharedText& shared : keyed) CHECK(is_text_key('r', shared.key));
  CHECK(key_texts('r', {}).empty());
  CHECK_FALSE(is_text_key('r', "p12345678"));
  CHECK_FALSE(is_text_key('r', "r1234567"));
  CHECK_FALSE(is_text_key('r', "r1234567G"));
}

TEST_CASE("Texts whose first eight digits agree get longer keys, in whatever order they come") {
  // Both digests begin with 3ffdbca0, found by trying.
  const std::string one = "Made-up requirement 23483";
  const std::string two = "Made-up requirement 70257";
  REQUIRE(sha256_hex(one).substr(0, 8) == sha256_hex(two).substr(0, 8));
  const auto keyed = key_texts('r', {one, two, "Third"});
  REQUIRE(keyed.size() == 3);
  CHECK(shared_text(keyed, "r" + sha256_hex(one).substr(0, 9)) == one);
  CHECK(shared_text(keyed, "r" + sha256_hex(two).substr(0, 9)) == two);
  CHECK(shared_text(keyed, "r" + sha256_hex("Third").substr(0, 8)) == "Third");
  const auto turned = key_texts('r', {"Third", two, one});
  for (std::size_t i = 0; i < keyed.size(); ++i) CHECK(turned[i].key == keyed[i].key);
}

TEST_CASE("A calendar date is one that the calendar has") {
  for (const std::string date : {"2024-02-29", "2026-12-31", "1900-01-01", "2000-02-29"}) CHECK(is_calendar_date(date));
  for (const std::string date : {"2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-4-30", "",
                                 "2026/04/30", "+026-04-30", "2026-04-3x", "2026-04-300", "0097-06-30"}) {
    CHECK_FALSE(is_calendar_date(date));
  }
}

TEST_CASE("Spaces collapse, of every kind") {
  CHECK(collapse_spaces(" a \t\r\n b\u00A0\u2003\u3000c ") == "a b c");
  CHECK(collapse_spaces("\u00A0") == "");
  CHECK(collapse_spaces("né “x”") == "né “x”");
  CHECK(split_values("a;b; ;c d ;") == Texts{"a", "b", "c d"});
}
