#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "lookup/csv.hpp"
#include "lookup/import.hpp"
#include "lookup/list_register.hpp"
#include "test_files.hpp"

using namespace lookup;

TEST_CASE("The register has each list once, with all that is said of it") {
  std::set<std::string_view> codes;
  std::set<std::string_view> published;
  for (const KnownList& list : known_lists()) {
    INFO(list.code);
    CHECK(codes.insert(list.code).second);
    CHECK(published.insert(list.published_code).second);
    CHECK(find_known_list(list.code) == &list);
    CHECK(find_published_list(list.published_code) == &list);
    for (const std::string_view text : {list.title, list.authority, list.legal_basis, list.consequence}) {
      CHECK_FALSE(text.empty());
    }
    CHECK(list.consequence.ends_with('.'));
    CHECK(list.page_url.starts_with("https://"));
  }
  CHECK(codes == std::set<std::string_view>{"EL", "DPL", "UVL", "MEU", "SDN", "SSI", "CMIC", "NS-MBS", "CAP", "PLC",
                                            "FSE", "DTC", "ISN"});
  CHECK(known_lists().front().code == "EL");
  CHECK(find_known_list("XL") == nullptr);
  CHECK(find_published_list("NS-MBS") == nullptr);
}

TEST_CASE("Lists stand by what they forbid: the SDN List before those that block nothing") {
  CHECK(rank_of("EL") < rank_of("SDN"));
  for (const KnownList& list : known_lists()) {
    INFO(list.code);
    if (list.code != "EL" && list.code != "SDN") CHECK(rank_of("SDN") < rank_of(list.code));
    CHECK(rank_of(list.code) < rank_of("XL"));
  }
  CHECK(rank_of("DPL") < rank_of("CAP"));
}

TEST_CASE("The other lists are all but the Entity List") {
  const std::vector<std::string> others = other_list_codes();
  CHECK(others.size() + 1 == known_lists().size());
  CHECK(std::find(others.begin(), others.end(), "EL") == others.end());
}

TEST_CASE("A source has its list's code in brackets") {
  CHECK(published_code("Entity List (EL) - Bureau of Industry and Security") == "EL");
  CHECK(published_code("Military End User (MEU) List - Bureau of Industry and Security") == "MEU");
  CHECK(published_code("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department") == "NS-MBS List");
  CHECK(published_code("Entity List").empty());
}

TEST_CASE("The register knows every list of the official files, and the pages that the later one names") {
  for (const std::string date : {"2022-05-06", "2026-07-31"}) {
    const std::string csv = read_test_file("../shared/lists/consolidated-" + date + ".csv");
    if (csv.empty()) {
      WARN("the official file of " << date << " is not here; nothing compared");
      continue;
    }
    auto reader = CsvReader::open(csv);
    REQUIRE(reader.ok());
    CsvReader rows = std::move(reader).value();
    const std::size_t source = rows.column("source").value();
    const std::size_t page = rows.column("source_list_url").value();
    while (rows.next().value()) {
      const KnownList* list = find_published_list(published_code(rows.value(source)));
      REQUIRE(list != nullptr);
      if (date == "2026-07-31" && !rows.value(page).empty()) REQUIRE(rows.value(page) == list->page_url);
    }
  }
}
