#include <catch2/catch.hpp>

#include "lookup/address_words.hpp"

using lookup::AddressSense;
using lookup::find_address_word;
using lookup::find_han_address_word;

TEST_CASE("spellings of a word of addresses share a sense and one spelling") {
  for (const char* road : {"road", "rd", "lu"}) {
    CHECK(find_address_word(road).sense == AddressSense::street);
    CHECK(find_address_word(road).word == "road");
  }
  CHECK(find_address_word("ulitsa").leads);
  CHECK_FALSE(find_address_word("road").leads);
  for (const char* room : {"room", "rm", "flat", "unit", "office", "kv"})
    CHECK(find_address_word(room).sense == AddressSense::room);
  CHECK(find_address_word("bei").word == "north");
  CHECK(find_address_word("ctr").word == "centre");
  for (const char* none : {"", "luard", "roa", "roads2"}) CHECK(find_address_word(none).sense == AddressSense::none);
}

TEST_CASE("the longest Chinese word counts, and streets of Hong Kong have their own names") {
  CHECK(find_han_address_word(U"号楼三层").count == 2);
  CHECK(find_han_address_word(U"号楼三层").meaning.sense == AddressSense::building);
  CHECK(find_han_address_word(U"号").meaning.sense == AddressSense::house);
  CHECK(find_han_address_word(U"骆克道301号").latin == "lockhart road");
  CHECK(find_han_address_word(U"永定").count == 0);
  CHECK(find_han_address_word(U"").count == 0);
}
