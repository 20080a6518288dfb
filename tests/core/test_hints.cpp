#include <catch2/catch.hpp>

#include "lookup/hints.hpp"

using lookup::compare_birth;
using lookup::compare_country;
using lookup::Entry;
using lookup::HintAgreement;

TEST_CASE("a country agrees with that of an address, a nationality or a citizenship") {
  Entry entry;
  CHECK(compare_country("", entry) == HintAgreement::not_asked);
  CHECK(compare_country("CN", entry) == HintAgreement::unknown);
  entry.countries = {"HK", "CN"};
  CHECK(compare_country("CN", entry) == HintAgreement::agrees);
  CHECK(compare_country("IR", entry) == HintAgreement::differs);
  entry.person.fill().nationalities = {"IR"};
  CHECK(compare_country("IR", entry) == HintAgreement::agrees);
  entry.person.fill().citizenships = {"SY"};
  CHECK(compare_country("SY", entry) == HintAgreement::agrees);
}

TEST_CASE("a date of birth is a day, a month or a year") {
  for (const char* text : {"1956-09-13", "1956-09", "1956"}) CHECK(lookup::is_birth_date(text));
  for (const char* text : {"", "56", "195", "1956-13", "1956-02-30", "13.09.1956", "1956-9-13", "circa 1956"})
    CHECK_FALSE(lookup::is_birth_date(text));
}

TEST_CASE("births are compared as far as both say") {
  struct Row {
    const char* asked;
    std::vector<std::string> published;
    HintAgreement agreement;
  };
  const Row rows[] = {
      {"", {"1956"}, HintAgreement::not_asked},
      {"1956", {}, HintAgreement::unknown},
      {"1956", {"1956-09-13"}, HintAgreement::agrees},
      {"1956-09", {"1956-09-13"}, HintAgreement::agrees},
      {"1956-09-13", {"1956-09-13"}, HintAgreement::agrees},
      {"1956-09-03", {"1956-03-09"}, HintAgreement::agrees},  // Day and month exchanged.
      {"1956-09-13", {"1956"}, HintAgreement::agrees},
      {"1956-09-13", {"1956-09-14"}, HintAgreement::unknown},
      {"1957", {"1956-09-13"}, HintAgreement::differs},
      {"1961", {"1960 to 1962"}, HintAgreement::agrees},
      {"1963", {"1960 to 1962"}, HintAgreement::differs},
      {"1965", {"circa 1963"}, HintAgreement::agrees},
      {"1966", {"circa 1963"}, HintAgreement::differs},
      {"1956", {"1950", "1956"}, HintAgreement::agrees},
      {"1956", {"1950", "1951"}, HintAgreement::differs},
      {"1956-01-01", {"1950", "1956-02-02"}, HintAgreement::unknown},
  };
  for (const Row& row : rows) {
    INFO(row.asked << " / " << (row.published.empty() ? "" : row.published.back()));
    Entry entry;
    entry.person.fill().dates_of_birth = row.published;
    CHECK(compare_birth(row.asked, entry) == row.agreement);
  }
}
