#include <catch2/catch.hpp>

#include "lookup/citations.hpp"

using lookup::citation_link;

TEST_CASE("a Federal Register citation links to its page, that of the rule as well as that of the entry") {
  CHECK(citation_link("84 FR 54002") == "https://www.federalregister.gov/citation/84-FR-54002");
  CHECK(citation_link("84 FR 54004") == "https://www.federalregister.gov/citation/84-FR-54004");
}

TEST_CASE("a citation that could not be read links nowhere") {
  for (const char* text : {"", "88 FR", "76 FR No. 197 (10/12/2011)", "84 FR 54002 ", "\"><script>"})
    CHECK(citation_link(text).empty());
}

TEST_CASE("the notice that listed a party is of the year of its start date, or of the December before") {
  using lookup::may_have_listed;
  CHECK(may_have_listed("83 FR 37423", "2018-08-01"));
  CHECK(may_have_listed("84 FR 70000", "2020-01-02"));
  CHECK(may_have_listed("88 FR", "2018-08-01"));
  CHECK(may_have_listed("83 FR 37423", ""));
  CHECK_FALSE(may_have_listed("84 FR 37423", "2018-08-01"));
  CHECK_FALSE(may_have_listed("87 FR 37423", "2018-08-01"));
}
