#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "lookup/difference.hpp"
#include "lookup/difference_json.hpp"
#include "lookup/list_parts.hpp"
#include "lookup/shared_texts.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using namespace lookup;
using Texts = std::vector<std::string>;
using Fields = std::vector<std::string_view>;

namespace {

Entry entry(std::string id, std::string name, Texts countries = {}, Texts aliases = {}) {
  Entry made;
  made.id = std::move(id);
  made.list = "EL";
  made.published_name = name;
  made.name = std::move(name);
  made.countries = std::move(countries);
  made.aliases = std::move(aliases);
  return made;
}

/// A list of those entries, whose requirements and policies are texts.
List list_of(std::vector<Entry> entries) {
  List list;
  list.lists.push_back({"EL", "Entity List", "a", "l", "c", "2026-01-31", "s", "https://example.org", 0, 0});
  Texts requirements;
  Texts policies;
  for (const Entry& made : entries) {
    if (!made.requirement.empty()) requirements.push_back(made.requirement);
    if (!made.policy.empty()) policies.push_back(made.policy);
  }
  list.requirements = key_texts('r', requirements);
  list.policies = key_texts('p', policies);
  const auto key_of = [](const std::vector<SharedText>& texts, const std::string& text) {
    for (const SharedText& shared : texts) {
      if (shared.text == text) return shared.key;
    }
    return std::string{};
  };
  for (Entry& made : entries) {
    made.requirement = key_of(list.requirements, made.requirement);
    made.policy = key_of(list.policies, made.policy);
  }
  std::sort(entries.begin(), entries.end(), stands_before);
  list.entries = std::move(entries);
  list.lists.front().entry_count = list.entries.size();
  return list;
}

/// `kind before>after` of each change, ids for names.
Texts changes_between(std::vector<Entry> before, std::vector<Entry> after) {
  const List old = list_of(std::move(before));
  const List fresh = list_of(std::move(after));
  Texts changes;
  for (const Change& change : compare(old, fresh).changes) {
    std::string text{name_of(change.kind)};
    text.append(" ").append(change.before == nullptr ? "" : change.before->id);
    changes.push_back(text.append(">").append(change.after == nullptr ? "" : change.after->id));
  }
  return changes;
}

}  // namespace

TEST_CASE("A list differs from itself in nothing") {
  for (const std::string file : {"tests/fixtures/other-lists-small.json", "data/entity-list.json"}) {
    const auto list = load_snapshot(read_test_file(file));
    REQUIRE(list.ok());
    const Difference difference = compare(list.value(), list.value());
    CHECK(difference.changes.empty());
    std::size_t unchanged = 0;
    for (const ListDifference& part : difference.lists) unchanged += part.unchanged;
    CHECK(unchanged == list.value().entries.size());
    CHECK(difference.lists.size() == list.value().lists.size());
  }
}

TEST_CASE("Entries are paired by id, then by name and countries, then as renamed") {
  struct Row {
    std::string why;
    std::vector<Entry> before;
    std::vector<Entry> after;
    Texts changes;
  };
  const Row rows[] = {
      {"added and removed", {entry("1", "Nordhafen")}, {entry("2", "Zimtstern")}, {"added >2", "removed 1>"}},
      {"same id, other name", {entry("1", "Nordhafen")}, {entry("1", "Zimtstern")}, {"renamed 1>1"}},
      {"same name, other id", {entry("1", "Nordhafen")}, {entry("2", "Nordhafen")}, {}},
      {"id before name",
       {entry("1", "Nordhafen"), entry("2", "Zimtstern")},
       {entry("1", "Zimtstern"), entry("2", "Nordhafen")},
       {"renamed 2>2", "renamed 1>1"}},
      {"case, accents, blanks and punctuation",
       {entry("1", "CAFÉ Šipka Co. Ltd.,", {"CZ"})},
       {entry("2", "Cafe Sipka Co Ltd", {"CZ"})},
       {"other 1>2"}},
      {"same name in another country",
       {entry("1", "Nordhafen", {"DE"})},
       {entry("2", "Nordhafen", {"CN"})},
       {"added >2", "removed 1>"}},
      {"one country in common",
       {entry("1", "Nordhafen", {"DE", "AT"})},
       {entry("2", "Nordhafen", {"CN", "AT"})},
       {"other 1>2"}},
      {"no country on one side", {entry("1", "Nordhafen", {"DE"})}, {entry("2", "Nordhafen")}, {"other 1>2"}},
      {"no country on the other", {entry("1", "Nordhafen")}, {entry("2", "Nordhafen", {"DE"})}, {"other 1>2"}},
      {"the same countries before one in common, whatever the order of either",
       {entry("1", "Nordhafen", {"DE", "AT"}), entry("2", "Nordhafen", {"AT"})},
       {entry("3", "Nordhafen", {"AT"}), entry("4", "Nordhafen", {"AT", "DE"})},
       {}},
      {"each for one only",
       {entry("1", "Nordhafen", {"DE"}), entry("2", "Nordhafen", {"DE"})},
       {entry("3", "Nordhafen", {"DE"})},
       {"removed 2>"}},
      {"the old name became an alias",
       {entry("1", "Nordhafen Works", {"DE"})},
       {entry("2", "Suedhafen Works", {"DE"}, {"NORDHAFEN-WORKS"})},
       {"renamed 1>2"}},
      {"the new name was an alias",
       {entry("1", "Nordhafen Works", {"DE"}, {"Suedhafen Works"})},
       {entry("2", "Suedhafen Works", {"DE"})},
       {"renamed 1>2"}},
      {"an alias in another country",
       {entry("1", "Nordhafen Works", {"DE"})},
       {entry("2", "Suedhafen Works", {"CN"}, {"Nordhafen Works"})},
       {"added >2", "removed 1>"}},
      {"an alias that tells nothing",
       {entry("1", "ABC", {"DE"})},
       {entry("2", "Suedhafen Works", {"DE"}, {"ABC"})},
       {"added >2", "removed 1>"}},
      {"an alias in common is not enough",
       {entry("1", "Nordhafen Works", {"DE"}, {"Harbour Works"})},
       {entry("2", "Suedhafen Works", {"DE"}, {"Harbour Works"})},
       {"added >2", "removed 1>"}},
      {"the name before an alias",
       {entry("1", "Nordhafen Works", {"DE"})},
       {entry("2", "Adler Works", {"DE"}, {"Nordhafen Works"}), entry("3", "Nordhafen Works", {"DE"})},
       {"added >2"}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(changes_between(row.before, row.after) == row.changes);
  }
}

TEST_CASE("An entry that is an address is the same only with its address") {
  const auto address = [](std::string id, std::string name, std::string text) {
    Entry made = entry(std::move(id), std::move(name), {"HK"});
    made.addresses = {{std::move(text), "HK"}};
    return made;
  };
  // 19 entries of the Entity List are called `Address 01` and so on, several by one number.
  CHECK(changes_between({address("1", "Address 01", "1 Kite Lane"), address("2", "Address 01", "2 Kite Lane")},
                        {address("3", "Address 01", "2 Kite Lane"), address("4", "Address 01", "3 Kite Lane")}) ==
        Texts{"added >4", "removed 1>"});
  // A party whose address changed is the same party; of two, the one whose address did not is.
  CHECK(changes_between({address("1", "Nordhafen", "1 Kite Lane"), address("2", "Nordhafen", "2 Kite Lane")},
                        {address("3", "Nordhafen", "2 Kite Lane"), address("4", "Nordhafen", "3 Kite Lane")}) ==
        Texts{"other 1>4"});
}

TEST_CASE("A change names what differs, the gravest first") {
  Entry old = entry("1", "Nordhafen", {"DE", "AT"}, {"North", "Harbour"});
  old.requirement = "For all items subject to the EAR. (See §744.11 of the EAR)";
  old.policy = "Presumption of denial";
  Entry fresh = old;
  const auto change_of = [&]() {
    const List before = list_of({old});
    const List after = list_of({fresh});
    const Difference difference = compare(before, after);
    struct Told {
      std::size_t count;
      std::string kind;
      Texts fields;
    } told{difference.changes.size(), "", {}};
    if (told.count == 0) return told;
    told.kind = name_of(difference.changes.front().kind);
    told.fields.assign(difference.changes.front().fields.begin(), difference.changes.front().fields.end());
    return told;
  };
  fresh.aliases = {"Harbour", "North"};
  fresh.countries = {"AT", "DE"};
  CHECK(change_of().count == 0);
  fresh.requirement = "For All Items Subject to the EAR (See § 744.11 of the EAR).";
  CHECK(change_of().kind == "other");
  CHECK(change_of().fields == Texts{"requirement_spelling"});
  fresh.policy = "Case-by-case";
  CHECK(change_of().kind == "policy");
  fresh.requirement = "For all items";
  fresh.citations = {"84 FR 54002"};
  fresh.footnotes = {3};
  fresh.programmes = {"SDGT"};
  fresh.details.fill().remarks = "x";
  fresh.person.fill().dates_of_birth = {"1970"};
  CHECK(change_of().kind == "requirement");
  CHECK(change_of().fields ==
        Texts{"requirement", "policy", "programmes", "remarks", "citations", "footnotes", "person"});
  fresh.published_name = fresh.name = "Suedhafen";
  CHECK(change_of().kind == "renamed");
  CHECK(change_of().fields.front() == "name");
  // The same own name, published otherwise: `MATAR, Omar` and `Omar MATAR`.
  fresh = old;
  fresh.published_name = "Hafen, Nord";
  CHECK(change_of().kind == "other");
  CHECK(change_of().fields == Texts{"name"});
}

TEST_CASE("A difference has every list of either side, counted by kind") {
  const auto load = [](const std::string& file) {
    auto list = load_snapshot(read_test_file(file));
    REQUIRE(list.ok());
    return std::move(list).value();
  };
  const List entity_list = load("tests/fixtures/entity-list-small.json");
  const List others = load("tests/fixtures/other-lists-small.json");
  const Difference difference = compare(entity_list, others);
  REQUIRE(difference.lists.size() == 6);
  CHECK(difference.lists[0].code == "EL");
  CHECK_FALSE(difference.lists[0].after);
  CHECK(difference.lists[0].count(ChangeKind::removed) == 6);
  CHECK(difference.lists[1].code == "DPL");
  CHECK_FALSE(difference.lists[1].before);
  CHECK(difference.lists[1].count(ChangeKind::added) == 1);
  CHECK(difference.changes.size() == 14);

  const auto json = nlohmann::json::parse(to_json(difference));
  CHECK(json["lists"].size() == 6);
  CHECK(json["lists"][0]["after"] == nullptr);
  CHECK(json["lists"][0]["before"] == nlohmann::json({{"as_of", "2026-01-31"}, {"entries", 6}, {"names", 15}}));
  CHECK(json["lists"][0]["removed"] == 6);
  CHECK(json["changes"].size() == 14);
  CHECK(json["changes"][0]["kind"] == "removed");
  CHECK(json["texts"].empty());
}

TEST_CASE("The JSON of a change has names and texts of both sides, each text once") {
  Entry old = entry("1", "Nordhafen", {"DE"});
  old.requirement = "For all items";
  Entry fresh = entry("2", "Suedhafen", {"DE"}, {"Nordhafen"});
  fresh.requirement = "For some items";
  fresh.policy = "Case-by-case";
  Entry other_old = entry("3", "Zimtstern");
  other_old.requirement = "For some items";
  const List before = list_of({old, other_old});
  const List after = list_of({fresh, entry("3", "Zimtstern")});
  const auto json = nlohmann::json::parse(to_json(compare(before, after)));
  CHECK(json["texts"] == nlohmann::json({"For all items", "For some items", "Case-by-case"}));
  CHECK(json["changes"][0] == nlohmann::json::parse(R"({"kind": "renamed", "list": "EL", "id": "2",
      "name": "Suedhafen", "countries": ["DE"], "before_id": "1", "before_name": "Nordhafen",
      "fields": ["name", "requirement", "policy", "aliases"], "requirement": [0, 1], "policy": [null, 2]})"));
  CHECK(json["changes"][1] == nlohmann::json::parse(R"({"kind": "requirement", "list": "EL", "id": "3",
      "name": "Zimtstern", "fields": ["requirement"], "requirement": [1, null]})"));
}

TEST_CASE("Lists that are parted and joined again are the same") {
  auto loaded = load_snapshot(read_test_file("data/entity-list.json"));
  REQUIRE(loaded.ok());
  auto others = load_snapshot(read_test_file("tests/fixtures/other-lists-small.json"));
  REQUIRE(others.ok());
  auto joined = join_lists({others.value(), loaded.value()});
  REQUIRE(joined.ok());
  CHECK(joined.value().lists.front().code == "EL");
  CHECK(joined.value().entries.size() == loaded.value().entries.size() + others.value().entries.size());
  const auto [entity_list, rest] = split_lists(std::move(joined).value(), {"EL"});
  CHECK(write_snapshot(entity_list) == read_test_file("data/entity-list.json"));
  CHECK(write_snapshot(rest) == read_test_file("tests/fixtures/other-lists-small.json"));
  const auto twice = join_lists({rest, rest});
  REQUIRE_FALSE(twice.ok());
  CHECK(twice.error().field == "lists.code");
}
