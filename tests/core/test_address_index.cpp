#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "lookup/address_index.hpp"
#include "small_list.hpp"

using lookup::AddressHit;
using lookup::LateAddressIndex;

namespace {

const char* const addresses[] = {"18 Luard Road, Wan Chai, Hong Kong",
                                 "Unit D, 16/F One Capital Place, 18 Luard Rd, Wan Chai, Hong Kong",
                                 "52 Yongding Road, Haidian District, Beijing",
                                 "30 Golosova Street, Tolyatti",
                                 "P.O. Box 115904, Dubai",
                                 ""};

lookup::List list_with_addresses() {
  lookup::List list = small_list({"Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"});
  for (std::size_t i = 0; i < list.entries.size(); ++i) list.entries[i].addresses.push_back({addresses[i], ""});
  return list;
}

/// The names of the entries found, each with its level, in order of entry.
std::string found(const LateAddressIndex& late, const lookup::List& list, const std::string& asked) {
  std::string names;
  for (const AddressHit& hit : late.get().find(late.get().weigh(lookup::address_parts(asked), 0)))
    names.append(list.entries[hit.entry].name).append(hit.agreement.level == lookup::AddressLevel::same ? "= " : "~ ");
  return names;
}

}  // namespace

TEST_CASE("an address finds the entries that have it, in any spelling") {
  lookup::List list = list_with_addresses();
  // Many other addresses, as in a list: words weigh by how rare they are.
  for (int i = 0; i < 300; ++i)
    list.entries[5].addresses.push_back({"Room " + std::to_string(i) + ", Tower " + std::to_string(i), ""});
  const LateAddressIndex late{list};
  CHECK(found(late, list, "18 Luard Road, Wan Chai") == "Alpha= Beta~ ");
  CHECK(found(late, list, "Rm D, 16th Floor, 18 Luard Road") == "Alpha~ Beta= ");
  CHECK(found(late, list, "北京海淀区永定路52号") == "Gamma= ");
  CHECK(found(late, list, "ул. Голосова, 30, Тольятти") == "Delta= ");
  CHECK(found(late, list, "P.O. Box 115904, Dubai") == "Epsilon= ");
  CHECK(found(late, list, "19 Luard Road, Wan Chai").empty());
  CHECK(found(late, list, "Luard").empty());
  CHECK(found(late, list, "").empty());
}

TEST_CASE("an entry is found once, by its best address") {
  lookup::List list = list_with_addresses();
  list.entries[0].addresses.push_back({"Unit D, 18 Luard Road, Wan Chai, Hong Kong", ""});
  const LateAddressIndex late{list};
  const auto hits = late.get().find(late.get().weigh(lookup::address_parts("Unit D, 18 Luard Road"), 0));
  CHECK(std::count_if(hits.begin(), hits.end(), [](const AddressHit& hit) { return hit.entry == 0; }) == 1);
  CHECK(hits.front().text == "Unit D, 18 Luard Road, Wan Chai, Hong Kong");
}

TEST_CASE("a list without addresses has none to find") {
  const lookup::List list = small_list({"Alpha"});
  const LateAddressIndex late{list};
  CHECK(found(late, list, "18 Luard Road, Wan Chai").empty());
}
