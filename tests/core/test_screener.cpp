#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "lookup/screener.hpp"
#include "small_list.hpp"

using lookup::CheckResult;
using lookup::ErrorCode;
using lookup::Query;
using lookup::Screener;

namespace {

const std::vector<std::string> names{"Orbita Signal", "Orbita Zarya LLC", "Zarya Research Institute",
                                     "Kvant 13th Factory", "Kvant 14th Factory"};

Query query_for(std::string name) {
  Query query;
  query.name = std::move(name);
  return query;
}

CheckResult check(const Screener& screener, const Query& query) {
  auto result = screener.check(query);
  REQUIRE(result.ok());
  return std::move(result).value();
}

ErrorCode error_of(const Query& query) {
  const Screener screener{small_list(names)};
  const auto result = screener.check(query);
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

/// Id and score of each match, in order.
std::vector<std::pair<std::string, double>> outline(const CheckResult& result) {
  std::vector<std::pair<std::string, double>> pairs;
  for (const lookup::Match& match : result.matches) pairs.push_back({match.entry->id, match.score});
  return pairs;
}

}  // namespace

TEST_CASE("a question that cannot be asked says why") {
  CHECK(error_of(query_for("")) == ErrorCode::name_missing);
  CHECK(error_of(query_for(" \t\r\n")) == ErrorCode::name_missing);
  CHECK(error_of(query_for("?!—…")) == ErrorCode::name_without_letters);
  CHECK(error_of(query_for("\xE2\x80\x8B\xE2\x80\xAE")) == ErrorCode::name_without_letters);
  CHECK(error_of(query_for(std::string(10000, 'x'))) == ErrorCode::name_too_long);
  CHECK(error_of(query_for(std::string(lookup::maximum_name_characters + 1, 'x'))) == ErrorCode::name_too_long);
  CHECK(error_of(query_for("Orbita \xFF")) == ErrorCode::name_not_utf8);
  CHECK(error_of(query_for("\xED\xA0\x80")) == ErrorCode::name_not_utf8);
  CHECK(error_of(query_for(std::string("O\0r\0b\0", 6))) == ErrorCode::name_not_utf8);
  CHECK(error_of(query_for("Orbita \x1b[2J")) == ErrorCode::name_not_utf8);
  Query query = query_for("Orbita");
  query.country = "XX";
  CHECK(error_of(query) == ErrorCode::country_unknown);
  query.country = {};
  for (const double score : {-1.0, 100.5, std::nan("")}) {
    query.min_score = score;
    CHECK(error_of(query) == ErrorCode::score_out_of_range);
  }
  query.min_score = 50;
  for (const std::size_t count : {std::size_t{0}, lookup::maximum_matches + 1}) {
    query.max_matches = count;
    CHECK(error_of(query) == ErrorCode::count_out_of_range);
  }
}

TEST_CASE("the longest name allowed is checked whole") {
  const Screener screener{small_list(names)};
  std::string name = "Orbita Signal";
  CHECK(check(screener, query_for(name + std::string(lookup::maximum_name_characters - name.size(), ' ')))
            .matches.size() == 1);
}

TEST_CASE("zero-width and bidi characters change nothing") {
  const Screener screener{small_list(names)};
  const auto plain = outline(check(screener, query_for("Orbita Signal")));
  REQUIRE(plain.front() == std::pair<std::string, double>{"1", 100});
  CHECK(outline(check(screener, query_for("Or\xE2\x80\x8B"
                                          "bita \xE2\x80\xAESignal\xE2\x80\xAC"))) == plain);
}

TEST_CASE("a number is not searched where no list gives numbers of persons and companies") {
  lookup::List list = small_list({"Orbita Signal", "Mavex Tabildo 1234567890"});  // All letters of the queries.
  const Screener without{list};
  for (const char* const number :
       {"7706107510", "INN 7706107510", "IMO 9412345 Ltd", "VAT DE123456789", "1984-01-08"}) {
    INFO(number);
    const auto result = check(without, query_for(number));
    CHECK_FALSE(result.searched);
    CHECK(result.foreign_words.empty());
  }
  CHECK(check(without, query_for("Orbita INN 7706107510")).searched);
  CHECK(check(without, query_for("Vesna INN 7706107510")).searched);
  CHECK(check(without, query_for("2020")).searched);
  using Numbers = std::vector<std::string>;
  CHECK(check(without, query_for("Orbita INN 7706107510")).unsearched_numbers == Numbers{"7706107510"});
  CHECK(check(without, query_for("Mavex Tabildo 1234567890")).unsearched_numbers.empty());
  CHECK(check(without, query_for("Vesna, 18 Dalen Street, Orel 123456")).unsearched_numbers.empty());
  CHECK(check(without, query_for("1984-01-08")).unsearched_numbers.empty());
  list.entries[0].details.fill().ids = {{"Tax ID No.", "1234567890", "RU", {}}};
  const Screener with{std::move(list)};
  CHECK(check(with, query_for("INN 7706107510")).searched);
  CHECK(check(with, query_for("INN 7706107510")).unsearched_numbers.empty());
  CHECK(check(with, query_for("INN 1234567890")).total == 1);
}

TEST_CASE("words in letters that no listed name has are named, for they could match nothing") {
  const Screener screener{small_list(names)};
  CHECK(check(screener, query_for("Orbita Xylon")).foreign_words ==
        std::vector<std::string>{"Xylon"});  // No listed name has an x.
  CHECK(check(screener, query_for("หัวเหว่ย Orbita")).foreign_words == std::vector<std::string>{"หัวเหว่ย"});
  CHECK(check(screener, query_for("หัวเหว่ย Orbita")).searched);
  CHECK_FALSE(check(screener, query_for("หัวเหว่ย")).searched);
  CHECK(check(screener, query_for("Зенит")).searched);
  CHECK_FALSE(check(screener, query_for("บริษัท วิศวกรรม Co Ltd 2020")).searched);
  CHECK(check(screener, query_for("Ltd 2020")).searched);
  CHECK(check(screener, query_for("卡塔技术有限公司")).foreign_words.empty());
  CHECK(check(screener, query_for("Orbità Signal")).foreign_words.empty());
}

TEST_CASE("every listed name finds itself first with 100") {
  const Screener screener{small_list(names)};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const CheckResult result = check(screener, query_for(names[i]));
    REQUIRE_FALSE(result.matches.empty());
    CHECK(result.matches[0].entry->id == std::to_string(i + 1));
    CHECK(result.matches[0].score == 100);
  }
}

TEST_CASE("a higher minimum score changes nothing that is kept") {
  const Screener screener{small_list(names)};
  for (const char* name : {"Orbita", "Zarya Institute", "Kvant 13 Factory", "Orbita Sygnal", "Research Institute"}) {
    Query query = query_for(name);
    query.min_score = 0;
    const auto all = outline(check(screener, query));
    for (double least = 5; least <= 100; least += 5) {
      query.min_score = least;
      const CheckResult result = check(screener, query);
      std::vector<std::pair<std::string, double>> expected;
      std::copy_if(all.begin(), all.end(), std::back_inserter(expected),
                   [least](const auto& match) { return match.second >= least; });
      CHECK(outline(result) == expected);
      CHECK(result.total == expected.size());
    }
  }
}

TEST_CASE("a minimum score keeps a match that scores just that, with initials on either side too") {
  const Screener screener{small_list({"the dbqrf", "J Reshetnev Orbita", "Orbita of Mikhail"})};
  for (const char* name : {"t of dbqrf", "Jan Reshetnev Signal", "M Orbita Zarya"}) {
    Query query = query_for(name);
    query.min_score = 0;
    for (const auto& [id, score] : outline(check(screener, query))) {
      query.min_score = score;
      const auto kept = outline(check(screener, query));
      INFO(name << " " << score);
      CHECK(std::find(kept.begin(), kept.end(), std::pair{id, score}) != kept.end());
    }
  }
}

TEST_CASE("the most matches to show cuts the answer and says how many there are") {
  const Screener screener{small_list(names)};
  Query query = query_for("Kvant Factory");
  query.min_score = 10;
  const CheckResult all = check(screener, query);
  query.max_matches = 1;
  const CheckResult one = check(screener, query);
  CHECK(one.matches.size() == 1);
  CHECK(one.total == all.total);
  CHECK(all.total == 2);
  CHECK(one.matches[0].entry->id == all.matches[0].entry->id);
}

TEST_CASE("the order of the list changes no score") {
  std::vector<std::string> reversed{names.rbegin(), names.rend()};
  const Screener forward{small_list(names)};
  const Screener backward{small_list(reversed)};
  Query query = query_for("Orbita Zarya Kvant");
  query.min_score = 0;
  const auto by_name = [](const CheckResult& result) {
    std::vector<std::pair<std::string, double>> pairs;
    for (const lookup::Match& match : result.matches) pairs.push_back({match.entry->name, match.score});
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  };
  CHECK(by_name(check(forward, query)) == by_name(check(backward, query)));
}

TEST_CASE("each entry is found once, by its best name, its own before an alias") {
  lookup::List list = small_list({"Orbita Signal", "Beta Works"});
  list.entries[0].aliases = {"Signal", "Orbita Signal", "Zarya"};
  list.entries[1].aliases = {"Orbita Signal"};
  const Screener screener{std::move(list)};
  const CheckResult result = check(screener, query_for("orbita signal"));
  REQUIRE(result.matches.size() == 2);
  CHECK(result.matches[0].entry->id == "1");
  CHECK(result.matches[0].matched_kind == lookup::MatchedKind::name);
  CHECK(result.matches[1].matched_kind == lookup::MatchedKind::alias);
  const CheckResult alias = check(screener, query_for("zarya"));
  REQUIRE(alias.matches.size() == 1);
  CHECK(alias.matches[0].matched_name == "Zarya");
}

TEST_CASE("a name beside its original in another script is found as if it stood alone, and short of identity") {
  const Screener screener{small_list({"Orbita Signal", "Zarya Works"})};
  for (const char* name : {"Orbita Signal (轨道信号)", "海康威视 Orbita Signal", "Orbita Signal هواوي"}) {
    INFO(name);
    const CheckResult result = check(screener, query_for(name));
    REQUIRE(result.matches.size() == 1);
    CHECK(result.matches[0].entry->id == "1");
    CHECK(result.matches[0].score < 100);
    CHECK(lookup::band_of(result.matches[0].score) == "strong");
    CHECK(result.matches[0].why.reasons.front().kind == "same");
    CHECK(result.matches[0].why.reasons.back().kind == "query_beside");
  }
}

TEST_CASE("names in Arabic letters, kana and Hangul are searched and found") {
  const Screener screener{
      small_list({"Parvaz Aviation Industries", "Kalashnikov Concern", "Qods Research Center", "Jade Bay Works"})};
  const auto first = [&screener](const char* name) {
    INFO(name);
    const CheckResult result = check(screener, query_for(name));
    CHECK(result.searched);
    CHECK(result.foreign_words.empty());
    return result.matches.empty() ? std::string{} : result.matches[0].entry->id;
  };
  CHECK(first("صنایع هوایی پرواز") == "1");
  CHECK(first("مركز البحوث قدس") == "3");
  CHECK(first("칼라시니코프 콘체른") == "2");
  CHECK(first("파르바즈항공산업") == "1");
  CHECK(first("カラシニコフ・コンツェルン") == "2");
  CHECK(first("パルヴァーズ・アビエーション") == "1");
}

TEST_CASE("a name in another script is found, says how it was read, and is not the same name") {
  const Screener screener{small_list({"Almaz Plant", "Huawei Technology Co., Ltd."})};
  const CheckResult cyrillic = check(screener, query_for("Завод «Алмаз»"));
  REQUIRE(cyrillic.matches.size() == 1);
  CHECK(cyrillic.matches[0].entry->id == "1");
  CHECK(cyrillic.matches[0].score < 100);
  CHECK(cyrillic.matches[0].why.reasons[0].kind == "translated");
  CHECK(cyrillic.matches[0].why.reasons[1].kind == "romanized");
  const CheckResult chinese = check(screener, query_for("华为技术有限公司"));
  REQUIRE(chinese.matches.size() == 1);
  CHECK(chinese.matches[0].entry->id == "2");
  CHECK(chinese.matches[0].score < 100);
  CHECK(chinese.matches[0].why.query_marks.size() == 1);
}

TEST_CASE("a Chinese name agrees with any of its renderings and readings") {
  const Screener screener{
      small_list({"Orbita Polytechnic", "CASIC Second Academy", "Hikvision Zarya", "Zarya Signal", "Wei Wang"})};
  struct Row {
    const char* name;
    const char* id;
    const char* kind;
  };
  static constexpr Row rows[] = {
      {"理工大学 Orbita", "1", "translated"},
      {"航天科工二院", "2", "translated"},
      {"海康威视", "3", "translated"},
      {"王伟", "5", "torn"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const CheckResult result = check(screener, query_for(row.name));
    REQUIRE_FALSE(result.matches.empty());
    CHECK(result.matches[0].entry->id == row.id);
    CHECK(result.matches[0].score < 100);
    CHECK(std::any_of(result.matches[0].why.reasons.begin(), result.matches[0].why.reasons.end(),
                      [&row](const lookup::Reason& reason) { return reason.kind == row.kind; }));
  }
}

TEST_CASE("a name in Wade-Giles is found in pinyin, with its own reason") {
  const Screener screener{small_list({"Dongfang Xinda", "Orbita Signal"})};
  const CheckResult result = check(screener, query_for("Tungfang Hsinta"));
  REQUIRE(result.matches.size() == 1);
  CHECK(result.matches[0].entry->id == "1");
  CHECK(result.matches[0].why.reasons[0].kind == "sound");
}

TEST_CASE("names that only sound or mean the same are not identical") {
  const Screener screener{small_list({"华为技术", "Завод Алмаз"})};
  for (const char* name : {"花卫技术", "Huawei Jishu", "Plant Almaz"}) {
    const CheckResult result = check(screener, query_for(name));
    REQUIRE_FALSE(result.matches.empty());
    CHECK(result.matches[0].score < 100);
  }
}

TEST_CASE("a family name is no cut patronymic") {
  const Screener screener{small_list({"Sergey Ivanovich Tomchani"})};
  CHECK(check(screener, query_for("Sergey Ivanov")).matches.empty());
  CHECK(check(screener, query_for("Sergey Ivanovi")).matches.size() == 1);
}

TEST_CASE("one initial beside a common word is no strong match") {
  const Screener screener{small_list({"Group A", "Kapil R Arora"})};
  CHECK(check(screener, query_for("Alibaba Group")).matches.empty());
  REQUIRE(check(screener, query_for("Kapil Raj Arora")).matches.size() == 1);
}

TEST_CASE("an acronym in brackets at the end of a name may be left out") {
  lookup::List list =
      small_list({"Orbita Manufacturing Corporation (OMC)", "Orbita Manufacturing (Beijing) Corporation"});
  list.entries[0].acronyms = {"OMC"};
  const Screener screener{std::move(list)};
  const CheckResult result = check(screener, query_for("Orbita Manufacturing Corporation"));
  REQUIRE(result.matches.size() == 2);
  CHECK(result.matches[0].entry->id == "1");
  CHECK(result.matches[0].score > 95);
}

TEST_CASE("a country moves the order, says so, and hides nothing") {
  lookup::List list = small_list({"Orbita Alpha", "Orbita Alpha"});
  list.entries[0].countries = {"RU"};
  list.entries[1].countries = {"CN"};
  const Screener screener{std::move(list)};
  Query query = query_for("Orbita Alpha");
  CHECK(check(screener, query).matches[0].country == lookup::HintAgreement::not_asked);
  query.country = "cn";
  const CheckResult result = check(screener, query);
  REQUIRE(result.matches.size() == 2);
  CHECK(result.query.country == "CN");
  CHECK(result.matches[0].entry->id == "2");
  CHECK(result.matches[0].country == lookup::HintAgreement::agrees);
  CHECK(result.matches[1].country == lookup::HintAgreement::differs);
  CHECK(result.matches[0].score == result.matches[1].score);
}

TEST_CASE("an entry that is only an address is found by it") {
  lookup::List list = small_list({"Address 01", "Address Systems"});
  list.entries[0].addresses = {{"Unit 7, Zarya Tower, 18 Orbita Road", "HK"}};
  list.entries[1].addresses = {{"Unit 9, Kvant Tower", "HK"}};
  const Screener screener{std::move(list)};
  const CheckResult result = check(screener, query_for("Unit 7 Zarya Tower 18 Orbita Road"));
  REQUIRE(result.matches.size() == 1);
  CHECK(result.matches[0].matched_kind == lookup::MatchedKind::address);
  CHECK(check(screener, query_for("Unit 9, Kvant Tower")).matches.empty());
}

TEST_CASE("words in a reason keep the dot and the bracket that close them, and no bracket without its partner") {
  const Screener screener{small_list({"Orbita Signal Co., Ltd. (Kvant)", "Zenit (Almaz Works) Vega S.A."})};
  const lookup::Match first = check(screener, query_for("Orbita Signal")).matches.at(0);
  CHECK(first.why.reasons.back().name == "Co., Ltd. (Kvant)");
  const lookup::Match second = check(screener, query_for("Zenit Works Vega")).matches.at(0);
  CHECK(second.why.reasons[1].name == "Works Vega");
  CHECK(second.why.reasons.back().name == "Almaz, S.A.");
}

TEST_CASE("reasons name the words that agree and those left over, and marks point at them") {
  const Screener screener{small_list({"Beijing Orbita Technology Co., Ltd."})};
  const std::string asked = "The ORBTIA Group";
  Query query = query_for(asked);
  query.min_score = 0;
  const CheckResult result = check(screener, query);
  REQUIRE(result.matches.size() == 1);
  const lookup::Match& match = result.matches[0];
  std::vector<std::string> kinds;
  for (const lookup::Reason& reason : match.why.reasons) {
    kinds.emplace_back(reason.kind);
    CHECK_FALSE(text_of(reason.phrase).empty());
  }
  CHECK(kinds == std::vector<std::string>{"typo", "query_left", "name_left"});
  CHECK(match.why.reasons[0].query == "ORBTIA");
  CHECK(match.why.reasons[0].name == "Orbita");
  CHECK(match.why.reasons[1].query == "The, Group");
  CHECK(match.why.reasons[2].name == "Beijing, Technology Co., Ltd.");
  REQUIRE(match.why.query_marks.size() == 1);
  CHECK(asked.substr(match.why.query_marks[0].begin, match.why.query_marks[0].end - match.why.query_marks[0].begin) ==
        "ORBTIA");
  REQUIRE(match.why.name_marks.size() == 1);
  CHECK(match.matched_name.substr(match.why.name_marks[0].begin,
                                  match.why.name_marks[0].end - match.why.name_marks[0].begin) == "Orbita");
}

TEST_CASE("words that follow each other on both sides are one reason") {
  const Screener screener{small_list({"Zarya Orbita Signal (Moscow) Kvant"})};
  Query query = query_for("Orbita Signal Kvant");
  query.min_score = 0;
  const CheckResult result = check(screener, query);
  REQUIRE(result.matches.size() == 1);
  REQUIRE(result.matches[0].why.reasons.size() == 3);
  CHECK(result.matches[0].why.reasons[0].query == "Orbita Signal");
  CHECK(result.matches[0].why.reasons[1].query == "Kvant");
}
