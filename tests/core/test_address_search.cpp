#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "bundled.hpp"
#include "lookup/score.hpp"
#include "small_list.hpp"

using lookup::CheckResult;
using lookup::HintAgreement;
using lookup::Match;
using lookup::MatchedKind;
using lookup::Query;
using lookup::Screener;

namespace {

/// Made-up parties at made-up addresses, the last of which is itself listed.
const Screener& small_screener() {
  static const Screener screener = [] {
    lookup::List list = small_list({"Orbita Signal", "Zarya Kvant", "Vesna", "Address 01", "Polyot"});
    const char* const addresses[] = {"Room 1005, 10/F, Vantel Plaza, 2-16 Dalen Street, Kowloon",
                                     "Room 1006, 10/F, Vantel Plaza, 2-16 Dalen Street, Kowloon",
                                     "30 Gorskogo Street, Moscow",
                                     "Unit D, 16/F One Orel Place, 18 Marlow Rd, Wan Chai, Hong Kong", "Minsk"};
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
      list.entries[i].addresses.push_back({addresses[i], "HK"});
      list.entries[i].countries = {"HK"};
    }
    for (int i = 0; i < 200; ++i) list.entries[4].addresses.push_back({"Plot " + std::to_string(i) + ", Minsk", "BY"});
    return Screener{std::move(list)};
  }();
  return screener;
}

CheckResult ask(const Screener& screener, std::string name, std::string address = {}) {
  Query query;
  query.name = std::move(name);
  query.address = std::move(address);
  auto result = screener.check(query);
  REQUIRE(result.ok());
  return std::move(result).value();
}

std::vector<std::string> ids(const std::vector<Match>& matches) {
  std::vector<std::string> all;
  for (const Match& match : matches) all.push_back(match.entry->id);
  return all;
}

bool says(const Match& match, std::string_view kind) {
  return std::any_of(match.why.reasons.begin(), match.why.reasons.end(),
                     [kind](const lookup::Reason& reason) { return reason.kind == kind; });
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an address asked beside the name speaks for the party that has it") {
  const CheckResult result = ask(small_screener(), "Orbita Signal", "Rm 1005, 10th Floor, 2-16 Dalen St");
  REQUIRE(ids(result.matches) == Ids{"1"});
  const Match& match = result.matches.front();
  CHECK(match.score == 100);
  CHECK(match.matched_kind == MatchedKind::name);
  CHECK(match.address == HintAgreement::agrees);
  CHECK(match.listed_address == "Room 1005, 10/F, Vantel Plaza, 2-16 Dalen Street, Kowloon");
  CHECK_FALSE(match.address_marks.empty());
  CHECK(says(match, "same_address"));
}

TEST_CASE("an address that differs lowers the order and hides nothing") {
  CHECK(ask(small_screener(), "Orbita Signal", "99 Tovarna Street, Praha").matches.front().address ==
        HintAgreement::differs);
  CHECK(ask(small_screener(), "Orbita Signal", "Kowloon").matches.front().address == HintAgreement::unknown);
  CHECK(ask(small_screener(), "Polyot", "99 Tovarna Street, Praha").matches.front().address == HintAgreement::unknown);
  CHECK(ask(small_screener(), "Orbita Signal").matches.front().address == HintAgreement::not_asked);
}

TEST_CASE("parties found by their address alone stand apart, in the weak band, the same room first") {
  const CheckResult result = ask(small_screener(), "Tovarna Works", "Room 1006, 10/F, 2-16 Dalen Street, Kowloon");
  CHECK(result.total == 0);
  CHECK(result.matches.empty());
  REQUIRE(ids(result.at_address) == Ids{"2", "1"});
  CHECK(result.at_address_total == 2);
  CHECK(says(result.at_address[0], "same_address"));
  CHECK(says(result.at_address[1], "same_building"));
  CHECK(says(result.at_address[1], "address_differs"));
  for (const Match& match : result.at_address) {
    CHECK(match.matched_kind == MatchedKind::address);
    CHECK(match.matched_name == match.listed_address);
    CHECK(lookup::band_of(match.score) == "weak");
    CHECK(match.why.query_marks.empty());
  }
}

TEST_CASE("an entry that is only an address is a match by it") {
  for (const char* typed : {"18 Marlow Road, Wan Chai, 16th Floor, Room D", "香港灣仔 Marlow Road 18, 16樓D室"}) {
    const CheckResult result = ask(small_screener(), typed);
    REQUIRE(ids(result.matches) == Ids{"4"});
    CHECK(result.matches.front().matched_kind == MatchedKind::address);
    CHECK(result.at_address.empty());
  }
  const CheckResult apart = ask(small_screener(), "Tovarna Works", "Unit D, 16/F, 18 Marlow Rd, Wan Chai");
  REQUIRE(ids(apart.matches) == Ids{"4"});
  CHECK(says(apart.matches.front(), "same_address"));
}

TEST_CASE("a listed address that the name says better still agrees with the asked one") {
  for (const char* name : {"Unit D, 16/F One Orel Place, 18 Marlow Rd, Wan Chai, Hong Kong", "Address 01"}) {
    INFO(name);
    const CheckResult result = ask(small_screener(), name, "Unit D, 16/F, 18 Marlow Rd, Wan Chai");
    REQUIRE(ids(result.matches) == Ids{"4"});
    const Match& match = result.matches.front();
    CHECK(match.score == 100);
    CHECK(match.address == HintAgreement::agrees);
    CHECK_FALSE(match.address_marks.empty());
    CHECK(says(match, "same_address"));
  }
}

TEST_CASE("a name with its address behind it finds both and says which matched") {
  for (const char* typed : {"Vesna, Room 1006, 10/F, Vantel Plaza, 2-16 Dalen Street",
                            "Orbita Signal Ltd Room 1005 10/F Vantel Plaza 2-16 Dalen Street"}) {
    INFO(typed);
    const CheckResult result = ask(small_screener(), typed);
    REQUIRE(result.matches.size() == 1);
    CHECK(result.matches.front().matched_kind == MatchedKind::name);
    CHECK(says(result.matches.front(), "query_beside"));
    CHECK_FALSE(result.at_address.empty());
  }
  const CheckResult result = ask(small_screener(), "Orbita Signal Ltd, Room 1005, 10/F, 2-16 Dalen Street");
  CHECK(result.matches.front().address == HintAgreement::agrees);
  CHECK(ids(result.at_address) == Ids{"2"});
}

TEST_CASE("of several addresses parted by semicolons each is asked by itself") {
  const std::string other = "99 Tovarna Street, Praha; 12 Nabrezhna Street, Brno; 7 Lipova Street, Plzen; ";
  const CheckResult result =
      ask(small_screener(), "Tovarna Works", other + "Room 1006, 10/F, 2-16 Dalen Street, Kowloon；" + other);
  REQUIRE(ids(result.at_address) == Ids{"2", "1"});
  CHECK(says(result.at_address[0], "same_address"));
  CHECK_FALSE(says(result.at_address[0], "query_left"));
  CHECK(result.at_address[0].score ==
        ask(small_screener(), "Tovarna Works", "Room 1006, 10/F, 2-16 Dalen Street, Kowloon").at_address[0].score);
}

TEST_CASE("a number of the name decides though an address follows it") {
  const Screener screener{small_list({"Research Institute 38", "Orbita Zarinsk"})};
  CHECK(ids(ask(screener, "Research Institute No. 5").matches).empty());
  CHECK(ids(ask(screener, "Research Institute No. 5, Building 2").matches).empty());
  CHECK(ids(ask(screener, "Research Institute No. 38, Building 2").matches) == Ids{"1"});
  CHECK(ids(ask(screener, "Orbita Zarinsk No. 5, Dalen Street, Kowloon").matches) == Ids{"2"});
}

TEST_CASE("a name that may be an address finds who is there, though no word of it says that it is one") {
  lookup::List list = small_list({"Orbita Signal"});
  list.entries[0].addresses.push_back({"9 Lipovaya alleya, Vesnograd, 197183", "RU"});
  const Screener screener{std::move(list)};
  CHECK(ids(ask(screener, "9 Lipovaya alleya, Vesnograd, 197183").at_address) == Ids{"1"});
  CHECK(ids(ask(screener, "197183 Vesnograd, Lipovaya alleya 9").at_address) == Ids{"1"});
  CHECK(ask(screener, "11 Lipovaya alleya, Vesnograd, 197183").at_address.empty());
  CHECK(ask(screener, "9 Lipovaya").at_address.empty());
}

TEST_CASE("filters and the number of matches hold for addresses too") {
  Query query;
  query.name = "Tovarna Works";
  query.address = "10/F, Vantel Plaza, 2-16 Dalen Street, Kowloon";
  query.max_matches = 1;
  const auto result = small_screener().check(query);
  REQUIRE(result.ok());
  CHECK(result.value().at_address.size() == 1);
  CHECK(result.value().at_address_total == 2);
}

TEST_CASE("an address that cannot be compared is refused, with its field") {
  struct Row {
    std::string address;
    lookup::ErrorCode code;
  };
  const Row rows[] = {{"\xFF", lookup::ErrorCode::name_not_utf8},
                      {"...", lookup::ErrorCode::name_without_letters},
                      {"  ", lookup::ErrorCode::name_without_letters},
                      {std::string(1001, 'x'), lookup::ErrorCode::name_too_long}};
  for (const Row& row : rows) {
    Query query;
    query.name = "Orbita";
    query.address = row.address;
    const auto result = small_screener().check(query);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == row.code);
    CHECK(result.error().field == "address");
  }
}

namespace {

using Rule = std::pair<const char*, const char*>;

/// Every occurrence of each first text replaced by the second.
std::string rewritten(std::string text, const std::vector<Rule>& rules) {
  for (const auto& [from, to] : rules) {
    const std::string own = from;
    const std::string other = to;
    for (std::size_t at = text.find(own); at != text.npos; at = text.find(own, at + other.size()))
      text.replace(at, own.size(), other);
  }
  return text;
}

std::string in_capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// What commas part, last first.
std::string turned(const std::string& text) {
  std::string result;
  for (std::size_t end = text.size();;) {
    const std::size_t comma = end == 0 ? text.npos : text.rfind(',', end - 1);
    const std::size_t begin = comma == text.npos ? 0 : text.find_first_not_of(", ", comma);
    result.append(result.empty() ? "" : ", ").append(text.substr(begin, end - begin));
    if (comma == text.npos) return result;
    end = comma;
  }
}

/// An address as others write it.
std::vector<std::string> spellings(const std::string& text) {
  return {in_capitals(text),
          rewritten(text, {{"Flat/RM ", "Room "},
                           {"Rm. ", "Room "},
                           {"/F", "th Floor"},
                           {"13F", "13th Floor"},
                           {"Rd,", "Road,"},
                           {"Rd.", "Road"},
                           {"St,", "Street,"},
                           {"Sk.", "Sokak"},
                           {"Center", "Centre"}}),
          rewritten(text, {{"Flat/RM ", "Rm "},
                           {"Room ", "Rm "},
                           {"Unit ", "Rm "},
                           {"Office ", "Rm "},
                           {"Flat ", "Rm "},
                           {"/F", "F"},
                           {"Road", "Rd"},
                           {"Street", "St"},
                           {"Centre", "Ctr"},
                           {"Center", "Ctr"},
                           {"Building", "Bldg"},
                           {"No. ", ""}}),
          turned(text),
          rewritten(text, {{"Mong Kok", "Mongkok"},
                           {"Fa Yuen", "Fayuen"},
                           {"Wan Chai", "Wanchai"},
                           {"Hong Kong", "HK"},
                           {"Sheung Wan", "Sheungwan"},
                           {"Yuen Long", "Yuenlong"},
                           {", Istanbul", ""}})};
}

struct ChineseAddress {
  const char* name;
  const char* text;
};

// The listed addresses in Chinese, some in traditional characters; streets and buildings after the street index of the
// Hong Kong SAR.
const ChineseAddress chinese_addresses[] = {
    {"Address 02", "香港九龙旺角道33号7楼4室"},
    {"Address 03", "香港湾仔骆克道301-307号19C室"},
    {"Address 04", "香港尖沙咀漆咸道南45-51号其士大厦803室"},
    {"Address 05", "香港九龙旺角花园街2-16号好景商业中心23楼2309室"},
    {"Address 06", "香港花园街2-16号好景商业中心16楼4室"},
    {"Address 07", "香港九龙旺角弥敦道610号荷李活商业中心13楼1318-19室"},
    {"Address 08", "香港九龍旺角彌敦道610號荷李活商業中心13樓1318-20室"},
    {"Address 09", "香港金钟道89号力宝中心1座10楼1003室"},
    {"Address 10", "香港上环文咸东街111号7楼"},
    {"Address 11", "香港上环文咸东街135号704室"},
    {"Address 12", "香港湾仔轩尼诗道253-261号依时商业大厦1502室"},
    {"Address 13", "香港九龙旺角花园街2-16号好景商业中心10楼1005室"},
    {"Address 14", "香港湾仔骆克道114-118号5楼B室"},
    {"Address 15", "香港湾仔湾仔道165-171号乐基中心15楼1512室"},
    {"Address 16", "新界元朗洪水桥大街14C"},
    {"Address 17", "香港九龙旺角花园街2-16号好景商业中心1605A室"},
    {"Address 18", "香港九龙旺角花园街2-16号好景商业中心1605室"},
};

}  // namespace

TEST_CASE("each listed address is found first in every spelling, never the room beside it") {
  const Screener screener{bundled_list()};
  const lookup::List& list = screener.snapshots().front().names.list();
  std::size_t count = 0;
  for (const lookup::Entry& entry : list.entries) {
    if (!is_only_an_address(entry)) continue;
    ++count;
    for (const std::string& typed : spellings(entry.addresses.front().text)) {
      INFO(typed);
      const CheckResult result = answer(screener, typed, lookup::default_min_score, 3);
      REQUIRE_FALSE(result.matches.empty());
      CHECK(result.matches.front().entry == &entry);
      if (result.matches.size() > 1) CHECK(result.matches[1].score < result.matches[0].score);
    }
  }
  CHECK(count == 19);
  for (const ChineseAddress& row : chinese_addresses) {
    INFO(row.text);
    const CheckResult result = answer(screener, row.text, lookup::default_min_score, 3);
    REQUIRE_FALSE(result.matches.empty());
    CHECK(result.matches.front().entry->published_name == row.name);
  }
  const CheckResult shared = answer(screener, "北京市海淀区永定路52号", lookup::default_min_score, 100);
  CHECK(shared.at_address_total >= 10);
}
