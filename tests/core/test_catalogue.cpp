#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "bundled.hpp"
#include "lookup/catalogue_json.hpp"
#include "lookup/citations.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/result_json.hpp"
#include "small_list.hpp"

using lookup::Catalogue;
using lookup::CatalogueFilter;
using lookup::CataloguePage;
using lookup::Entry;
using lookup::ErrorCode;
using lookup::ListedPolicy;
using lookup::Screener;
using nlohmann::json;

namespace {

using Names = std::vector<std::string>;
using Counts = std::map<std::string, std::size_t>;

/// A list with dates, countries, notices, policies and names of every kind.
lookup::List el() {
  lookup::List list = small_list({"Zarya Works", "ORBITA Signal, OOO", "'Ärne Kvant", "Orbita Zenit", "Bulat"});
  list.policies = {{"p1", "Presumption of denial."}, {"p2", "Case-by-case basis."}, {"p3", "In a manner unheard of."}};
  list.requirements = {{"r1", "For all items subject to the EAR. (See §744.11 of the EAR)."}};
  std::vector<Entry>& entries = list.entries;
  entries[0].start_date = "2021-07-12";
  entries[0].countries = {"RU"};
  entries[0].citations = {"86 FR 36496", "90 FR 44496"};
  entries[0].policy = "p1";
  entries[1].start_date = "2019-10-09";
  entries[1].countries = {"CN", "HK"};
  entries[1].citations = {"84 FR 54002"};
  entries[1].aliases = {"Star City Optics", "Звезда"};
  entries[1].policy = "p2";
  entries[1].requirement = "r1";
  entries[2].start_date = "2021-07-12";
  entries[2].countries = {"CN"};
  entries[2].citations = {"86 FR 36496", "88 FR"};
  entries[2].policy = "p3";
  entries[3].start_date = "2021-07-12";
  entries[3].citations = {"86 FR 36499"};
  return list;
}

Screener two_lists() {
  Screener screener{el()};
  lookup::List sdn = small_list({"Orbita Signal", "Azimut"});
  sdn.lists[0].code = "SDN";
  sdn.lists[0].consequence = "no dealings";
  for (Entry& entry : sdn.entries) entry.list = "SDN";
  sdn.entries[0].countries = {"CN"};
  screener.add(std::move(sdn));
  return screener;
}

CataloguePage browse(const Screener& screener, const CatalogueFilter& filter) {
  return std::move(Catalogue{screener.snapshots()}.browse(filter)).value();
}

Names names_in(const CataloguePage& page) {
  Names names;
  for (const Entry* const entry : page.entries) names.push_back(entry->name);
  return names;
}

Names names_for(const std::function<void(CatalogueFilter&)>& set) {
  static const Screener screener = two_lists();
  CatalogueFilter filter;
  set(filter);
  const CataloguePage page = browse(screener, filter);
  CHECK(page.total == page.entries.size());
  return names_in(page);
}

Counts counts_of(const std::vector<lookup::Counted<std::string_view>>& counted) {
  Counts counts;
  for (const auto& [of, count] : counted) counts[std::string{of}] = count;
  return counts;
}

Counts policies_of(const CataloguePage& page) {
  Counts counts;
  for (const auto& [policy, count] : page.policies) counts[std::string{name_of(policy)}] = count;
  return counts;
}

/// The slow twin: what an entry says of itself, read anew, and each filter by itself.
class SlowCatalogue {
 public:
  explicit SlowCatalogue(const Screener& screener) : screener_(screener) {}

  static Names policies(const Entry& entry, const lookup::List& list) {
    std::set<std::string> kinds;
    const std::string_view policy = shared_text(list.policies, entry.policy);
    const auto read = lookup::read_licence_policy(policy);
    for (const auto& part : read.parts) kinds.emplace(name_of(part.kind));
    if (!policy.empty() && read.parts.empty()) kinds.insert("unknown");
    const auto requirement = lookup::read_licence_requirement(shared_text(list.requirements, entry.requirement));
    for (const auto& part : requirement.review) kinds.emplace(name_of(part.kind));
    if (kinds.empty()) kinds.insert("none_published");
    return {kinds.begin(), kinds.end()};
  }

  static bool has_text(const Entry& entry, const std::string& text) {
    Names names{entry.name, entry.published_name};
    names.insert(names.end(), entry.aliases.begin(), entry.aliases.end());
    names.insert(names.end(), entry.acronyms.begin(), entry.acronyms.end());
    if (lookup::is_only_an_address(entry))
      for (const lookup::Address& address : entry.addresses) names.push_back(address.text);
    std::vector<std::u32string> words;
    for (const std::string& name : names)
      for (const lookup::Word& word : lookup::tokenize(name).words) words.push_back(word.text);
    const auto wanted = lookup::tokenize(text).words;
    return entry.id == text || std::all_of(wanted.begin(), wanted.end(), [&](const lookup::Word& word) {
             return std::any_of(words.begin(), words.end(),
                                [&](const auto& one) { return one.starts_with(word.text); });
           });
  }

  /// All entries for which `lets_through` is true of what the filter asks, one member of it left out.
  [[nodiscard]] std::vector<std::pair<const Entry*, const lookup::List*>> entries(const CatalogueFilter& filter,
                                                                                  std::string_view without) const {
    std::vector<std::pair<const Entry*, const lookup::List*>> found;
    const auto any = [](const Names& wanted, const Names& had) {
      return std::any_of(had.begin(), had.end(),
                         [&](const auto& one) { return std::find(wanted.begin(), wanted.end(), one) != wanted.end(); });
    };
    Names wanted_policies;
    for (const ListedPolicy policy : filter.policies) wanted_policies.emplace_back(name_of(policy));
    for (const auto& snapshot : screener_.snapshots()) {
      const lookup::List& list = snapshot.names.list();
      for (const Entry& entry : list.entries) {
        const std::string& date = entry.start_date;
        if (without != "lists" && !filter.lists.empty() && !any(filter.lists, {entry.list})) continue;
        if (without != "countries" && !filter.countries.empty() && !any(filter.countries, entry.countries)) continue;
        if (without != "dates" && !filter.from.empty() && (date.empty() || date < filter.from)) continue;
        if (without != "dates" && !filter.to.empty() && (date.empty() || date > filter.to)) continue;
        if (!filter.notice.empty() && !any({filter.notice}, entry.citations)) continue;
        if (without != "policies" && !wanted_policies.empty() && !any(wanted_policies, policies(entry, list))) continue;
        if (!filter.text.empty() && !has_text(entry, filter.text)) continue;
        found.emplace_back(&entry, &list);
      }
    }
    return found;
  }

 private:
  const Screener& screener_;
};

void check_against_twin(const Screener& screener, const CatalogueFilter& filter) {
  const CataloguePage page = browse(screener, filter);
  const SlowCatalogue twin{screener};
  CHECK(page.total == twin.entries(filter, "").size());
  Counts lists;
  for (const auto& [entry, list] : twin.entries(filter, "lists")) ++lists[entry->list];
  for (const auto& [code, count] : page.lists) CHECK(count == lists[std::string{code}]);
  Counts countries;
  std::size_t without_country = 0;
  for (const auto& [entry, list] : twin.entries(filter, "countries")) {
    for (const std::string& code : entry->countries) ++countries[code];
    without_country += entry->countries.empty() ? 1U : 0U;
  }
  CHECK(counts_of(page.countries) == countries);
  CHECK(page.without_country == without_country);
  Counts dates;
  std::map<std::string, std::set<std::string>> notices;
  for (const auto& [entry, list] : twin.entries(filter, "dates")) {
    ++dates[entry->start_date];
    for (const std::string& citation : entry->citations)
      if (lookup::is_citation(citation) && lookup::may_have_listed(citation, entry->start_date))
        notices[entry->start_date].insert(citation);
  }
  CHECK(page.undated == dates[""]);
  dates.erase("");
  CHECK(page.dates.size() == dates.size());
  for (const auto& date : page.dates) {
    const std::string day{date.date};
    CHECK(date.count == dates[day]);
    CHECK(std::set<std::string>(date.notices.begin(), date.notices.end()) == notices[day]);
  }
  Counts policies;
  for (const auto& [entry, list] : twin.entries(filter, "policies"))
    for (const std::string& kind : SlowCatalogue::policies(*entry, *list)) ++policies[kind];
  CHECK(policies_of(page) == policies);
}

CatalogueFilter filter_of(std::string_view request) { return std::move(lookup::parse_filter(request)).value(); }

lookup::Error refusal(const Screener& screener, std::string_view request) {
  const auto filter = lookup::parse_filter(request);
  if (!filter.ok()) return filter.error();
  const auto page = Catalogue{screener.snapshots()}.browse(filter.value());
  REQUIRE_FALSE(page.ok());
  return page.error();
}

}  // namespace

TEST_CASE("without a filter all entries of all lists are there, in the order of their names") {
  CHECK(names_for([](auto&) {}) ==
        Names{"'Ärne Kvant", "Azimut", "Bulat", "Orbita Signal", "ORBITA Signal, OOO", "Orbita Zenit", "Zarya Works"});
}

TEST_CASE("each member of a filter lets through what it names, and several what all of them name") {
  CHECK(names_for([](auto& f) { f.lists = {"SDN"}; }) == Names{"Azimut", "Orbita Signal"});
  CHECK(names_for([](auto& f) { f.countries = {"hk", "RU"}; }) == Names{"ORBITA Signal, OOO", "Zarya Works"});
  CHECK(names_for([](auto& f) { f.from = "2020-01-01"; }) == Names{"'Ärne Kvant", "Orbita Zenit", "Zarya Works"});
  CHECK(names_for([](auto& f) { f.to = "2019-10-09"; }) == Names{"ORBITA Signal, OOO"});
  CHECK(names_for([](auto& f) { f.from = f.to = "2021-07-12"; }).size() == 3);
  for (const char* notice :
       {"86 FR 36496", "86fr36496", " 86 Fr  36496 ", "86 F.R. 36496", "86 FR 36,496", "86 Fed. Reg. 36496"})
    CHECK(names_for([&](auto& f) { f.notice = notice; }) == Names{"'Ärne Kvant", "Zarya Works"});
  CHECK(names_for([](auto& f) {
          f.policies = {ListedPolicy::case_by_case, ListedPolicy::unknown};
        }) == Names{"'Ärne Kvant", "ORBITA Signal, OOO"});
  CHECK(names_for([](auto& f) { f.policies = {ListedPolicy::none_published}; }) ==
        Names{"Azimut", "Bulat", "Orbita Signal", "Orbita Zenit"});
  CHECK(names_for([](auto& f) {
          f.countries = {"CN"};
          f.text = "orbita";
        }) == Names{"Orbita Signal", "ORBITA Signal, OOO"});
}

TEST_CASE("each word of a text begins a word of a name, whatever its case, accents and letters") {
  CHECK(names_for([](auto& f) { f.text = "zen ORB"; }) == Names{"Orbita Zenit"});
  CHECK(names_for([](auto& f) { f.text = "arn"; }) == Names{"'Ärne Kvant"});
  CHECK(names_for([](auto& f) { f.text = "optics star"; }) == Names{"ORBITA Signal, OOO"});
  CHECK(names_for([](auto& f) { f.text = "Заря"; }) == Names{"Zarya Works"});
  CHECK(names_for([](auto& f) { f.text = "звез"; }) == Names{"ORBITA Signal, OOO"});
  CHECK(names_for([](auto& f) { f.text = "bita"; }) == Names{});
  CHECK(names_for([](auto& f) { f.text = "orbita works"; }) == Names{});
  CHECK(names_for([](auto& f) { f.text = "3"; }) == Names{"'Ärne Kvant"});
  CHECK(names_for([](auto& f) { f.text = "EL/3"; }) == Names{"'Ärne Kvant"});
  CHECK(names_for([](auto& f) { f.text = "XX/3"; }) == Names{});
}

TEST_CASE("newest and oldest go by date, then by name, with what has no date last") {
  CHECK(names_for([](auto& f) { f.order = lookup::CatalogueOrder::newest; }) ==
        Names{"'Ärne Kvant", "Orbita Zenit", "Zarya Works", "ORBITA Signal, OOO", "Azimut", "Bulat", "Orbita Signal"});
  CHECK(names_for([](auto& f) { f.order = lookup::CatalogueOrder::oldest; }) ==
        Names{"ORBITA Signal, OOO", "'Ärne Kvant", "Orbita Zenit", "Zarya Works", "Azimut", "Bulat", "Orbita Signal"});
}

TEST_CASE("pages follow each other without a gap, and one behind the last is empty") {
  const Screener screener = two_lists();
  Names read;
  CatalogueFilter filter;
  filter.count = 3;
  for (filter.offset = 0; filter.offset < 7; filter.offset += 3) {
    const CataloguePage page = browse(screener, filter);
    CHECK(page.total == 7);
    for (const std::string& name : names_in(page)) read.push_back(name);
  }
  CHECK(read == names_for([](auto&) {}));
  filter.offset = 1'000'000;
  CHECK(browse(screener, filter).entries.empty());
  CHECK(browse(screener, filter).total == 7);
}

TEST_CASE("each count is over what all other filters let through") {
  const Screener screener = two_lists();
  CatalogueFilter filter;
  filter.lists = {"EL"};
  filter.countries = {"CN"};
  filter.from = "2020-01-01";
  const CataloguePage page = browse(screener, filter);
  CHECK(names_in(page) == Names{"'Ärne Kvant"});
  CHECK(counts_of(page.lists) == Counts{{"EL", 1}, {"SDN", 0}});
  CHECK(counts_of(page.countries) == Counts{{"CN", 1}, {"RU", 1}});
  CHECK(page.without_country == 1);
  REQUIRE(page.dates.size() == 2);
  CHECK(page.dates[0].date == "2019-10-09");
  CHECK(page.dates[1].date == "2021-07-12");
  CHECK(page.dates[1].count == 1);
  CHECK(page.undated == 0);
  CHECK(policies_of(page) == Counts{{"unknown", 1}});
}

TEST_CASE("a country counts under the code that is assigned to it, and one without such a code can be asked for too") {
  Screener screener;
  lookup::List list = small_list({"Albion Optics", "Antilles Trade", "Briton Works"});
  list.entries[0].countries = {"UK"};
  list.entries[1].countries = {"AN", "VE"};
  list.entries[2].countries = {"GB"};
  screener.add(std::move(list));
  CHECK(counts_of(browse(screener, {}).countries) == Counts{{"AN", 1}, {"GB", 2}, {"VE", 1}});
  for (const auto& [asked, found] :
       std::vector<std::pair<const char*, Names>>{{"GB", {"Albion Optics", "Briton Works"}},
                                                  {"UK", {"Albion Optics", "Briton Works"}},
                                                  {"an", {"Antilles Trade"}}}) {
    CatalogueFilter filter;
    filter.countries = {asked};
    CHECK(names_in(browse(screener, filter)) == found);
  }
}

TEST_CASE("beside a date stand the notices that may have listed its entries, the most cited first") {
  const Screener screener = two_lists();
  const CataloguePage page = browse(screener, {});
  REQUIRE(page.dates.size() == 2);
  CHECK(page.dates[1].notices == std::vector<std::string_view>{"86 FR 36496", "86 FR 36499"});
}

TEST_CASE("counts over the bundled list are those of a slow count") {
  const Screener screener{bundled_list()};
  check_against_twin(screener, {});
  for (const char* request :
       {R"({"countries":["CN","RU"]})", R"({"from":"2021-07-12","to":"2021-07-12"})", R"({"notice":"86 FR 36496"})",
        R"({"policy":["case_by_case","none_published"]})", R"({"text":"institute"})", R"({"text":"technology co"})",
        R"({"text":"научн"})", R"({"text":"海康威视"})", R"({"text":"13"})", R"({"text":"ltd","countries":"HK"})",
        R"({"lists":"EL","countries":["IR"],"to":"2015-12-31","policy":"presumption_of_denial","text":"a"})"}) {
    INFO(request);
    check_against_twin(screener, filter_of(request));
  }
}

TEST_CASE("on 2021-07-12 the Entity List grew by what 86 FR 36496 says") {
  // 86 FR 36496 of 12 July 2021: "adding thirty-four entities to the Entity List"; the 35th is its correction's.
  const Screener screener{bundled_list()};
  const CataloguePage page = browse(screener, filter_of(R"({"from":"2021-07-12","to":"2021-07-12"})"));
  CHECK(page.total == 35);
  const auto day =
      std::find_if(page.dates.begin(), page.dates.end(), [](const auto& date) { return date.date == "2021-07-12"; });
  REQUIRE(day != page.dates.end());
  CHECK(day->count == 35);
  CHECK(day->notices.front() == "86 FR 36496");
}

TEST_CASE("a list that is opened later is in the catalogue too") {
  Screener screener{el()};
  Catalogue catalogue{screener.snapshots()};
  CHECK(catalogue.browse({}).value().total == 5);
  lookup::List more = small_list({"Azimut"});
  more.lists[0].code = more.entries[0].list = "SDN";
  screener.add(std::move(more));
  const auto page = catalogue.browse({});
  CHECK(page.value().total == 6);
  CHECK(page.value().lists.size() == 2);
}

TEST_CASE("a filter that cannot be followed is refused with its field") {
  struct Row {
    const char* request;
    ErrorCode code;
    const char* field;
  };
  static constexpr Row rows[] = {
      {"", ErrorCode::request_malformed, ""},
      {"[]", ErrorCode::request_malformed, ""},
      {R"({"colour":"red"})", ErrorCode::request_malformed, "colour"},
      {R"({"colour":null})", ErrorCode::request_malformed, "colour"},
      {R"({"lists":[7]})", ErrorCode::request_malformed, "lists"},
      {R"({"countries":7})", ErrorCode::request_malformed, "countries"},
      {R"({"text":["a"]})", ErrorCode::request_malformed, "text"},
      {R"({"order":"score"})", ErrorCode::request_malformed, "order"},
      {R"({"policy":["denied"]})", ErrorCode::request_malformed, "policy"},
      {R"({"count":"50"})", ErrorCode::request_malformed, "count"},
      {R"({"count":0})", ErrorCode::count_out_of_range, "count"},
      {R"({"count":501})", ErrorCode::count_out_of_range, "count"},
      {R"({"count":2.5})", ErrorCode::count_out_of_range, "count"},
      {R"({"offset":-1})", ErrorCode::count_out_of_range, "offset"},
      {R"({"offset":1e300})", ErrorCode::count_out_of_range, "offset"},
      {R"({"lists":["UVL"]})", ErrorCode::list_not_open, "lists"},
      {R"({"lists":["XX"]})", ErrorCode::list_unknown, "lists"},
      {R"({"countries":["ZZ"]})", ErrorCode::country_unknown, "countries"},
      {R"({"from":"2021-02-30"})", ErrorCode::date_invalid, "from"},
      {R"({"to":"2021"})", ErrorCode::date_invalid, "to"},
      {R"({"from":"2021-07-12","to":"2021-07-11"})", ErrorCode::dates_reversed, "to"},
      {R"({"text":" - "})", ErrorCode::name_without_letters, "text"},
  };
  const Screener screener = two_lists();
  for (const Row& row : rows) {
    INFO(row.request);
    const lookup::Error error = refusal(screener, row.request);
    CHECK(error.code == row.code);
    CHECK(error.field == row.field);
  }
  CHECK(refusal(screener, R"({"text":")" + std::string(1001, 'a') + R"("})").code == ErrorCode::name_too_long);
  CHECK(refusal(Screener{}, "{}").code == ErrorCode::list_not_open);
}

TEST_CASE("what is null, empty or one text in place of several is understood") {
  const CatalogueFilter none = filter_of(
      R"({"lists":null,"countries":[],"from":null,"to":"","notice":null,"policy":"","text":null,"order":null,"offset":null,"count":null})");
  CHECK(none.lists.empty());
  CHECK(none.policies.empty());
  CHECK(none.count == lookup::default_page_entries);
  const CatalogueFilter one = filter_of(R"({"lists":"EL","countries":"CN","policy":"denial","order":"newest"})");
  CHECK(one.lists == Names{"EL"});
  CHECK(one.countries == Names{"CN"});
  CHECK(one.policies == std::vector<ListedPolicy>{ListedPolicy::denial});
  CHECK(one.order == lookup::CatalogueOrder::newest);
}

TEST_CASE("a page in JSON has its entries in short, and every count") {
  const Screener screener = two_lists();
  const json page = json::parse(to_json(browse(screener, filter_of(R"({"notice":"84 FR 54002"})"))));
  CHECK(page == json::parse(R"({"total":1,"entries":[{"id":"2","list":"EL","name":"ORBITA Signal, OOO",
    "countries":["CN","HK"],"start_date":"2019-10-09",
    "citations":[{"text":"84 FR 54002","link":"https://www.federalregister.gov/citation/84-FR-54002"}],"alias_count":2}],
    "counts":{"lists":[{"code":"EL","count":1},{"code":"SDN","count":0}],
    "countries":[{"code":"CN","count":1},{"code":"HK","count":1}],"without_country":0,
    "dates":[{"date":"2019-10-09","notices":["84 FR 54002"],"count":1}],"undated":0,
    "policies":[{"kind":"case_by_case","count":1}]}})"));
}

TEST_CASE("an entry in JSON is what a match has of it, beside its list as an answer has it") {
  Screener screener{bundled_list()};
  const Catalogue catalogue{screener.snapshots()};
  for (const char* name : {"Hikvision", "SenseTime"}) {
    const json answered = json::parse(to_json(answer(screener, name, 70, 1)));
    json match = answered["matches"][0];
    const auto found = catalogue.find_entry(match["list"].get<std::string>(), match["id"].get<std::string>());
    REQUIRE(found.ok());
    for (const char* member : {"matched_name", "matched_kind", "score", "band", "query_marks", "name_marks", "reasons"})
      match.erase(member);
    const json whole = json::parse(to_json(found.value()));
    CHECK(whole["entry"] == match);
    CHECK(whole["lists"] == answered["lists"]);
  }
}

TEST_CASE("an entry that is not there says whether its list is") {
  const Screener screener = two_lists();
  const Catalogue catalogue{screener.snapshots()};
  CHECK(catalogue.find_entry("SDN", "2").value().entry->name == "Azimut");
  CHECK(catalogue.find_entry("EL", "9").error().code == ErrorCode::entry_unknown);
  CHECK(catalogue.find_entry("UVL", "1").error().code == ErrorCode::list_not_open);
  CHECK(catalogue.find_entry("XX", "1").error().code == ErrorCode::list_unknown);
  const Screener none;
  CHECK(Catalogue{none.snapshots()}.find_entry("EL", "1").error().code == ErrorCode::list_not_open);
  for (const char* request : {"", "{}", R"({"list":"EL"})", R"({"id":"1"})", R"({"list":"EL","id":1})",
                              R"({"list":"EL","id":"1","name":"a"})"}) {
    INFO(request);
    CHECK(lookup::parse_entry_request(request).error().code == ErrorCode::request_malformed);
  }
}
