#include <catch2/catch.hpp>

#include "lookup/country.hpp"

TEST_CASE("country codes are those of ISO 3166-1 alpha-2") {
  for (const char* code : {"AF", "CN", "HK", "RU", "TW", "US", "ZW", "XK"}) CHECK(lookup::is_country_code(code));
  for (const char* code : {"", "C", "CHN", "cn", "UK", "EU", "ZZ", "NA1", "A\xC3"})
    CHECK_FALSE(lookup::is_country_code(code));
}

TEST_CASE("there are 249 assigned codes and Kosovo's") {
  int count = 0;
  for (char first = 'A'; first <= 'Z'; ++first)
    for (char second = 'A'; second <= 'Z'; ++second)
      count += lookup::is_country_code(std::string{first, second}) ? 1 : 0;
  CHECK(count == 250);
}
