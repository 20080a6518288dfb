#include <catch2/catch.hpp>

#include "lookup/same_party.hpp"
#include "small_list.hpp"

using lookup::Entry;
using lookup::EntryKind;
using lookup::PartyLink;

namespace {

/// Whether the two entries of a list of two are one party.
bool are_one(const lookup::List& list) {
  const lookup::NameIndex index{list};
  return link_of(traits_of(list, index, 0), traits_of(list, index, 1)) != PartyLink::none;
}

lookup::List two(const char* first, const char* second) {
  lookup::List list = small_list({first, second});
  list.entries[1].list = "SDN";
  return list;
}

}  // namespace

TEST_CASE("listings on two lists are one party where a name agrees but for legal form, case and accents") {
  CHECK(are_one(two("Orbita Signal Co., Ltd.", "ORBITA SIGNAL")));
  CHECK(are_one(two("Órbita Signal", "Orbita Signal LLC")));
  CHECK_FALSE(are_one(two("Orbita Signal", "Signal Orbita Works")));
  CHECK_FALSE(are_one(two("Co., Ltd.", "LLC")));
}

TEST_CASE("the name of one may be an alias of the other, but two aliases alone are not enough") {
  lookup::List list = two("Orbita Signal", "Zarya Works");
  list.entries[1].aliases = {"Orbita Signal Ltd"};
  CHECK(are_one(list));
  list.entries[1].aliases = {"Kvant"};
  list.entries[0].aliases = {"Kvant"};
  CHECK_FALSE(are_one(list));
}

TEST_CASE("an acronym in brackets behind the name keeps no listings apart") {
  lookup::List list = two("Orbita Signal Corporation (OSC)", "Orbita Signal Corporation");
  CHECK_FALSE(are_one(list));
  list.entries[0].acronyms = {"OSC"};
  CHECK(are_one(list));
  list.entries[0].acronyms = {"KSC"};
  CHECK_FALSE(are_one(list));
}

TEST_CASE("what tells parties apart keeps them apart") {
  lookup::List list = two("Orbita Signal", "Orbita Signal");
  CHECK(are_one(list));
  SECTION("one list means several entries as several") { list.entries[1].list = "EL"; }
  SECTION("a person is no vessel") {
    list.entries[0].kind = EntryKind::individual;
    list.entries[1].kind = EntryKind::vessel;
  }
  SECTION("no country in common") {
    list.entries[0].countries = {"CN", "HK"};
    list.entries[1].countries = {"RU"};
  }
  SECTION("another year of birth") {
    list.entries[0].person.fill().dates_of_birth = {"1956-09-13"};
    list.entries[1].person.fill().dates_of_birth = {"1971"};
  }
  CHECK_FALSE(are_one(list));
}

TEST_CASE("a list that says nothing of kind, country or birth keeps nothing apart") {
  lookup::List list = two("Orbita Signal", "Orbita Signal");
  list.entries[0].kind = EntryKind::entity;
  list.entries[0].countries = {"CN"};
  list.entries[0].person.fill().dates_of_birth = {"1956"};
  CHECK(are_one(list));
}

TEST_CASE("legal forms of two natures keep parties apart, spellings and kinds of one do not") {
  CHECK_FALSE(are_one(two("OOO Druzhba", "DRUZHBA, AO")));
  CHECK_FALSE(are_one(two("JSC Orbita Signal", "LLC Orbita Signal")));
  CHECK(are_one(two("OOO Druzhba", "Druzhba LLC")));
  CHECK(are_one(two("OAO Orbita Signal", "Orbita Signal PJSC")));
  CHECK(are_one(two("Orbita Signal Corporation", "Orbita Signal Co., Ltd.")));
  lookup::List list = two("JSC Orbita Signal", "LLC Orbita Signal");
  list.entries[0].aliases = {"LLC Orbita Signal"};
  CHECK(are_one(list));
}

TEST_CASE("an own name in common joins before an alias does, whatever comes first") {
  // On the bundled list: "TRANSNEFT-DRUZHBA, AO" is also known as "DRUZHBA, AO", which is another listing's own name.
  for (const bool alias_first : {true, false}) {
    lookup::List list = small_list({"Druzhba, AO", alias_first ? "Transneft-Druzhba, AO" : "DRUZHBA, AO",
                                    alias_first ? "DRUZHBA, AO" : "Transneft-Druzhba, AO"});
    list.entries[1].list = list.entries[2].list = "SSI";
    list.entries[alias_first ? 1 : 2].aliases = {"DRUZHBA, AO"};
    const lookup::NameIndex index{list};
    const std::vector<lookup::PartyTraits> traits{traits_of(list, index, 0), traits_of(list, index, 1),
                                                  traits_of(list, index, 2)};
    const std::vector<std::vector<std::size_t>> expected = alias_first
                                                               ? std::vector<std::vector<std::size_t>>{{0, 2}, {1}}
                                                               : std::vector<std::vector<std::size_t>>{{0, 1}, {2}};
    CHECK(group_by_party(traits) == expected);
  }
}
