#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lookup/citations.hpp"
#include "lookup/import.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using namespace lookup;

namespace {

const std::string& bundled_text() {
  static const std::string text = read_test_file("data/entity-list.json");
  return text;
}

const List& bundled_list() {
  static const List list = [] {
    auto loaded = load_snapshot(bundled_text());
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
  }();
  return list;
}

std::multiset<std::string> names_since(const std::string& date) {
  std::multiset<std::string> names;
  for (const Entry& entry : bundled_list().entries) {
    if (entry.start_date == date) names.insert(entry.name);
  }
  return names;
}

}  // namespace

TEST_CASE("The bundled list is the Entity List of 2026-07-31, whole") {
  const List& list = bundled_list();
  REQUIRE(list.lists.size() == 1);
  CHECK(list.lists[0].code == "EL");
  CHECK(list.lists[0].as_of == "2026-07-31");
  CHECK(list.lists[0].entry_count == 3420);
  CHECK(list.entries.size() == 3420);
  CHECK(list.requirements.size() == 88);
  CHECK(list.policies.size() == 77);
  CHECK(write_snapshot(list) == bundled_text());
}

TEST_CASE("The bundled list holds the 28 parties of the rule of October 2019") {
  // 84 FR 54002 of 2019-10-09: the Xinjiang Uyghur Autonomous Region's Public Security Bureau, 18 subordinate bureaus
  // and the Xinjiang Police College, and 8 companies.
  const std::set<std::string> government = {
      "Xinjiang Uyghur Autonomous Region (XUAR) People's Government Public Security Bureau",
      "Aksu District Public Security Bureau",
      "Altay Municipality Public Security Bureau",
      "Bayingolin Mongolian Autonomous Prefecture Public Security Bureau",
      "Boertala Mongolian Autonomous Prefecture Public Security Bureau",
      "Changji Hui Autonomous Prefecture Public Security Bureau",
      "Hami Municipality Public Security Bureau",
      "Hetian Prefecture Public Security Bureau",
      "Kashgar Prefecture Public Security Bureau",
      "Kelamayi Municipality Public Security Bureau",
      "Kezilesu Kyrgyz Autonomous Prefecture Public Security Bureau",
      "Shihezi Municipality Public Security Bureau",
      "Tacheng Prefecture Public Security Bureau",
      "Tumushuke Municipal Public Security Bureau",
      "Turfan Municipality Public Security Bureau",
      "Urumqi Municipal Public Security Bureau",
      "Wujiaqu Municipality Public Security Bureau",
      "Xinjiang Production and Construction Corps (XPCC) Public Security Bureau",
      "Yili Kazakh Autonomous Prefecture Public Security Bureau",
      "Xinjiang Police College",
  };
  const std::set<std::string> companies = {
      "Dahua Technology",
      "Hangzhou Hikvision Digital Technology Co., Ltd.",
      "IFLYTEK",
      "Megvii Technology",
      "Beijing Sensetime Technology Development Co., Ltd.",
      "Xiamen Meiya Pico Information Co. Ltd.",
      "Yitu Technologies",
      "Yixin Science and Technology Co. Ltd.",
  };
  REQUIRE(government.size() == 20);
  REQUIRE(companies.size() == 8);
  // Published under that date too, though the rule did not name them; they also cite 85 FR 34505.
  const std::set<std::string> misdated = {"NetPosa", "SenseNets",
                                          "Nanjing FiberHome Starrysky Communication Development Co."};
  std::multiset<std::string> expected(government.begin(), government.end());
  expected.insert(companies.begin(), companies.end());
  expected.insert(misdated.begin(), misdated.end());
  CHECK(names_since("2019-10-09") == expected);
}

TEST_CASE("The bundled list holds the 35 entries of the rule of July 2021") {
  // 86 FR 36496 of 2021-07-12. Suzhou Keda stands in two rows.
  const std::multiset<std::string> expected = {
      "Andrey Leonidovich Kuznetsov",
      "Armyfly",
      "Beijing E-science Co., Ltd.",
      "Beijing Geling Shentong Information Technology Co., Ltd.",
      "Beijing Hileed Solutions Co., Ltd.",
      "Beijing Sinonet Science & Technology Co., Ltd.",
      "Chengdu Xiwu Security System Alliance Co., Ltd.",
      "China Academy of Electronics and Information Technology",
      "Dmitry Alexandrovich Kravchenko",
      "Hangzhou Hualan Microelectronics Co., Ltd.",
      "Info Rank Technologies",
      "Karim Daadaa",
      "Kindroid",
      "Kyland Technology Co., Ltd.",
      "Leon Technology Co., Ltd.",
      "Margarita Vasilyevna Kuznetsova",
      "Modern Agropharmaceuticals & Trade Establishment",
      "OOO Teson",
      "OOO Trade-Component",
      "Payam Nabavi",
      "Radiant Group of Companies",
      "Shenzhen Cobber Information Technology Co., Ltd.",
      "Shenzhen Hua'antai Intelligent Technology Co., Ltd.",
      "Sina Biomedical Chemistry Company",
      "Suzhou Keda Technology Co., Ltd.",
      "Suzhou Keda Technology Co., Ltd.",
      "TEM International FZC",
      "Tongfang R.I.A. Co., Ltd.",
      "Urumqi Tianyao Weiye Information Technology Service Co., Ltd.",
      "Wingel Zhang",
      "Wuhan Raycus Fiber Laser Technologies Co., Ltd.",
      "Xinjiang Beidou Tongchuang Information Technology Co., Ltd.",
      "Xinjiang Lianhai Chuangzhi Information Technology Co., Ltd.",
      "Xinjiang Sailing Information Technology Co., Ltd.",
      "Xinjiang Tangli Technology Co., Ltd.",
  };
  REQUIRE(expected.size() == 35);
  CHECK(names_since("2021-07-12") == expected);
}

TEST_CASE("The bundled list has what its README counts") {
  std::map<int, int> footnotes;
  int parents = 0;
  int acronyms = 0;
  int unread = 0;
  int addresses_alone = 0;
  for (const Entry& entry : bundled_list().entries) {
    for (const int footnote : entry.footnotes) ++footnotes[footnote];
    parents += entry.parent.empty() ? 0 : 1;
    acronyms += static_cast<int>(entry.acronyms.size());
    addresses_alone += entry.name.starts_with("Address ") ? 1 : 0;
    unread += static_cast<int>(std::count_if(entry.citations.begin(), entry.citations.end(),
                                             [](const std::string& citation) { return !is_citation(citation); }));
  }
  CHECK(footnotes == std::map<int, int>{{1, 156}, {2, 156}, {3, 766}, {4, 95}, {5, 16}});
  CHECK(parents == 141);
  CHECK(acronyms == 151);
  CHECK(unread == 9);
  CHECK(addresses_alone == 19);
}

TEST_CASE("The bundled list cut off anywhere is never a list") {
  // The address sanitizer makes each of these loads ten times as slow; test_snapshot cuts a small list at every byte.
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t step_bytes = 997 * 20;
#else
  constexpr std::size_t step_bytes = 997;
#endif
  const std::string_view text = bundled_text();
  for (std::size_t length = 0; length < text.size(); length += step_bytes) {
    const auto result = load_snapshot(text.substr(0, length));
    REQUIRE_FALSE(result.ok());
    REQUIRE(result.error().code == (length == 0 ? ErrorCode::snapshot_empty : ErrorCode::snapshot_truncated));
  }
}

TEST_CASE("The bundled list with a byte changed anywhere is never a list") {
  std::string text = bundled_text();
  // A fixed sequence (Numerical Recipes' linear congruence), so that a failure can be repeated.
  std::uint32_t random = 1;
  for (int i = 0; i < 60; ++i) {
    random = random * 1664525 + 1013904223;
    const std::size_t at = random % text.size();
    const char kept = text[at];
    text[at] = static_cast<char>(kept ^ static_cast<char>(1 << (random >> 29)));
    REQUIRE_FALSE(load_snapshot(text).ok());
    text[at] = kept;
  }
}

namespace {

/// The official file of that date as `options` ask for it, or nothing where the file is not here.
std::optional<List> import_official(const std::string& date, std::vector<std::string> codes) {
  const std::string csv = read_test_file("../shared/lists/consolidated-" + date + ".csv");
  if (csv.empty()) {
    WARN("the official file of " << date << " is not here; nothing compared");
    return std::nullopt;
  }
  ImportOptions options;
  options.as_of = date;
  options.list_codes = std::move(codes);
  options.all_known = true;
  auto list = import_csv(csv, options);
  if (!list.ok()) FAIL(describe(list.error()));
  return std::move(list).value();
}

std::map<std::string, std::size_t> entry_counts(const List& list) {
  std::map<std::string, std::size_t> counts;
  for (const ListInfo& info : list.lists) counts[info.code] = info.entry_count;
  return counts;
}

}  // namespace

TEST_CASE("The other bundled lists are those of 2026-07-31, whole") {
  const std::string text = read_test_file("data/other-lists.json");
  const auto loaded = load_snapshot(text);
  REQUIRE(loaded.ok());
  const List& list = loaded.value();
  CHECK((write_snapshot(list) == text));
  CHECK(list.entries.size() == 22501);
  CHECK(entry_counts(list) == std::map<std::string, std::size_t>{{"SDN", 19181},
                                                                 {"DPL", 1596},
                                                                 {"DTC", 787},
                                                                 {"SSI", 286},
                                                                 {"UVL", 222},
                                                                 {"ISN", 161},
                                                                 {"PLC", 78},
                                                                 {"MEU", 70},
                                                                 {"CMIC", 68},
                                                                 {"NS-MBS", 51},
                                                                 {"CAP", 1}});
  std::map<EntryKind, int> kinds;
  int unread = 0;
  for (const Entry& entry : list.entries) {
    ++kinds[entry.kind];
    unread += static_cast<int>(std::count_if(entry.citations.begin(), entry.citations.end(), [&](const auto& citation) {
      return entry.list != "ISN" && !is_citation(citation);
    }));
  }
  CHECK(kinds == std::map<EntryKind, int>{{EntryKind::unknown, 2836},
                                          {EntryKind::individual, 7591},
                                          {EntryKind::entity, 10206},
                                          {EntryKind::vessel, 1524},
                                          {EntryKind::aircraft, 344}});
  CHECK(unread == 37);
}

TEST_CASE("The official file gives the bundled lists again") {
  const auto entity_list = import_official("2026-07-31", {"EL"});
  if (!entity_list) return;
  CHECK((write_snapshot(*entity_list) == bundled_text()));
  CHECK(
      (write_snapshot(*import_official("2026-07-31", other_list_codes())) == read_test_file("data/other-lists.json")));
}

TEST_CASE("The official file of 2022 imports whole, with all of its 13 lists and columns") {
  std::vector<std::string> codes = other_list_codes();
  codes.emplace_back("EL");
  const auto list = import_official("2022-05-06", codes);
  if (!list) return;
  // 14,160 rows, of which two are the Bank of Kunlun on the CAPTA list under different pages.
  CHECK(list->entries.size() == 14159);
  CHECK(entry_counts(*list) == std::map<std::string, std::size_t>{{"SDN", 10026},
                                                                  {"EL", 2001},
                                                                  {"DTC", 727},
                                                                  {"DPL", 462},
                                                                  {"SSI", 290},
                                                                  {"UVL", 201},
                                                                  {"ISN", 163},
                                                                  {"PLC", 78},
                                                                  {"MEU", 71},
                                                                  {"CMIC", 68},
                                                                  {"CAP", 52},
                                                                  {"NS-MBS", 17},
                                                                  {"FSE", 3}});
  std::map<std::string, int> filled;
  for (const Entry& entry : list->entries) {
    const EntryDetails& details = entry.details.get();
    const PersonFacts& person = entry.person.get();
    const VesselFacts& vessel = entry.vessel.get();
    filled["title"] += details.title.empty() ? 0 : 1;
    filled["end_date"] += details.end_date.empty() ? 0 : 1;
    filled["ids"] += details.ids.empty() ? 0 : 1;
    filled["dates_of_birth"] += person.dates_of_birth.empty() ? 0 : 1;
    filled["places_of_birth"] += person.places_of_birth.empty() ? 0 : 1;
    filled["nationalities"] += person.nationalities.empty() ? 0 : 1;
    filled["citizenships"] += person.citizenships.empty() ? 0 : 1;
    filled["call_sign"] += vessel.call_sign.empty() ? 0 : 1;
    filled["vessel_type"] += vessel.type.empty() ? 0 : 1;
    filled["vessel_flag"] += vessel.flag.empty() ? 0 : 1;
    filled["vessel_owner"] += vessel.owner.empty() ? 0 : 1;
  }
  // Rows with that column in the file, counted by another program; the Bank of Kunlun has ids.
  CHECK(filled == std::map<std::string, int>{{"title", 1329},
                                             {"end_date", 417},
                                             {"ids", 8343},
                                             {"dates_of_birth", 5149},
                                             {"places_of_birth", 3127},
                                             {"nationalities", 2862},
                                             {"citizenships", 861},
                                             {"call_sign", 91},
                                             {"vessel_type", 322},
                                             {"vessel_flag", 419},
                                             {"vessel_owner", 7}});
  const std::string text = write_snapshot(*list);
  const auto loaded = load_snapshot(text);
  REQUIRE(loaded.ok());
  CHECK((write_snapshot(loaded.value()) == text));
}
