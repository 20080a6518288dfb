#include <catch2/catch.hpp>

#include "lookup/same_party.hpp"
#include "small_list.hpp"

using lookup::are_one_party;
using lookup::Entry;
using lookup::EntryKind;

namespace {

/// Whether the two entries of a list of two are one party.
bool are_one(const lookup::List& list) {
  const lookup::NameIndex index{list};
  return are_one_party(traits_of(list, index, 0), traits_of(list, index, 1));
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
