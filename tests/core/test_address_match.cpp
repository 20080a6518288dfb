#include <catch2/catch.hpp>
#include <string>

#include "lookup/address_index.hpp"
#include "lookup/address_match.hpp"
#include "small_list.hpp"

using lookup::AddressAgreement;
using lookup::AddressIndex;
using lookup::AddressLevel;
using lookup::AddressPart;
using lookup::AddressPartKind;

namespace {

/// Addresses of towns that share words, so that words weigh as in a list.
lookup::List list_of_addresses() {
  lookup::List list = small_list({"Orbita"});
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i + 1);
    list.entries[0].addresses.push_back({"No. " + number + " Renmin Road, Haidian District, Beijing", "CN"});
    list.entries[0].addresses.push_back({"Room " + number + ", 5/F, Mong Kok, Kowloon, Hong Kong", "HK"});
    list.entries[0].addresses.push_back({number + " Sovetskaya Street, Moscow", "RU"});
  }
  return list;
}

std::optional<AddressAgreement> compared(const std::string& asked, const std::string& listed) {
  static const lookup::List list = list_of_addresses();
  static const AddressIndex index{list};
  return compare(index.weigh(lookup::address_parts(asked), 0), index.weigh(lookup::address_parts(listed), 0));
}

enum class Outcome : std::uint8_t { same, same_building, other };

Outcome outcome(const std::string& asked, const std::string& listed) {
  const auto agreement = compared(asked, listed);
  if (!agreement) return Outcome::other;
  return agreement->level == AddressLevel::same ? Outcome::same : Outcome::same_building;
}

}  // namespace

TEST_CASE("addresses agree by street and numbers, whatever the spelling and the order") {
  struct Row {
    const char* asked;
    const char* listed;
    Outcome outcome;
  };
  // Made up, after the ways in which published addresses differ.
  static constexpr Row rows[] = {
      {"Room 1005, 10/F, Vantel Plaza, 2-16 Dalen Street, Kowloon",
       "2-16 Da Len St., Vantel Plaza, 10th Floor, Rm 1005", Outcome::same},
      {"52 Qingluo Road, Haidian District, Beijing", "北京市海淀区清洛路52号", Outcome::same},
      {"52 Qingluo Road, Haidian District, Beijing", "Qingluo Lu 52, Beijing", Outcome::same},
      {"ul. Gorskogo, d. 30, kv. 5, Moscow", "г. Москва, ул. Горского, 30, кв. 5", Outcome::same},
      {"30 Gorskogo Street, Moscow", "30 Gorskoga Street, Moscow", Outcome::same},
      {"Room 1005, 18 Dalen Road", "Room 1006, 18 Dalen Road", Outcome::same_building},
      {"Room 1605, 18 Dalen Road", "Room 1605A, 18 Dalen Road", Outcome::same_building},
      {"Room 1318-19, 18 Dalen Road", "Room 1318-20, 18 Dalen Road", Outcome::same_building},
      {"Room 1005, 18 Dalen Road", "18 Dalen Road", Outcome::same_building},
      {"5/F, 18 Dalen Road", "6/F, 18 Dalen Road", Outcome::same_building},
      {"18 Dalen Road", "19 Dalen Road", Outcome::other},
      {"18 Dalen Road", "18 Dalum Road", Outcome::other},
      {"18 Dalen East Road", "18 Dalen West Road", Outcome::other},
      {"18 Dalen 1st Road", "18 Dalen 2nd Road", Outcome::other},
      {"18 Dalen Road", "18 Dalen 2nd Road", Outcome::other},
      {"Building 3, No. 18 Dalen Road", "Building 5, No. 18 Dalen Road", Outcome::other},
      {"18 Sovetskaya Street, Moscow", "18 Sovetskaya Street, Kazan", Outcome::other},
      {"P.O. Box 115904, Dubai", "P.O. Box 115904, Dubai", Outcome::same},
      {"P.O. Box 115904, Dubai", "P.O. Box 115905, Dubai", Outcome::other},
      {"Room 5, Mong Kok, Kowloon, Hong Kong", "Room 5, Wan Chai, Hong Kong", Outcome::other},
      {"Beijing", "Haidian District, Beijing", Outcome::other},
      {"", "18 Dalen Road", Outcome::other},
      {"47 Dalen Road", "45-51 Dalen Road", Outcome::same},
      {"52 Dalen Road", "45-51 Dalen Road", Outcome::other},
  };
  for (const Row& row : rows) {
    INFO(row.asked << " / " << row.listed);
    CHECK(outcome(row.asked, row.listed) == row.outcome);
    CHECK(outcome(row.listed, row.asked) == row.outcome);
  }
}

TEST_CASE("a city or district left out costs little, another room more, and no score is above 99") {
  const std::string whole = "Room 1005, Vantel Plaza, 18 Dalen Road, Haidian District, Beijing";
  const auto score = [&whole](const char* asked) { return compared(asked, whole).value().score; };
  CHECK(compared(whole, whole).value().score == 99);
  CHECK(score("Room 1005, Vantel Plaza, 18 Dalen Road") > 97);
  CHECK(score("Room 1005, 18 Dalen Road, Beijing") > 90);
  CHECK(score("Room 1006, Vantel Plaza, 18 Dalen Road, Haidian District, Beijing") < 85);
  CHECK(compared("Room 1006, 18 Dalen Road", whole).value().rooms_differ);
  CHECK_FALSE(compared("18 Dalen Road", whole).value().rooms_differ);
}

TEST_CASE("numbers agree where they are the same or one is a range that holds the other") {
  const auto agree = [](const char* a, const char* b) {
    const AddressPart own{AddressPartKind::house, a, {}, 0, 1};
    const AddressPart other{AddressPartKind::house, b, {}, 0, 1};
    return numbers_agree(own, other);
  };
  CHECK(agree("18", "18"));
  CHECK(agree("47", "45-51"));
  CHECK(agree("1318-19", "1319"));
  CHECK(agree("2-16", "2-16"));
  CHECK_FALSE(agree("52", "45-51"));
  CHECK_FALSE(agree("1318-19", "1318-20"));
  CHECK_FALSE(agree("1605", "1605a"));
  CHECK_FALSE(agree("99999999999999999999", "1-2"));
  CHECK_FALSE(agree("-", "1-2"));
}
