#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/item_description.hpp"

using namespace lookup;

namespace {

std::vector<std::string> named_in(std::string_view description) {
  std::vector<std::string> named;
  for (const Classification& classification : read_classifications(description))
    named.push_back(to_text(classification));
  return named;
}

}  // namespace

TEST_CASE("classifications in a description, with paragraphs in short") {
  CHECK(named_in("items not described in ECCN 3B001.a.4, .c, .d, f.1.b.2, .k to .p; 3B002.c, 3B993, or 3B994") ==
        std::vector<std::string>{"3B001.a.4", "3B001.c", "3B001.d", "3B001.f.1.b.2", "3B001.k", "3B001.l", "3B001.m",
                                 "3B001.n", "3B001.o", "3B001.p", "3B002.c", "3B993", "3B994"});
  CHECK(named_in("2E983, and for EAR99 items described in the Note to ECCN 1A995") ==
        std::vector<std::string>{"2E983", "EAR99"});
  CHECK(named_in("all items subject to the EAR").empty());
}

TEST_CASE("how a description of items fits a classification") {
  struct Row {
    const char* description;
    const char* item;
    Fit fit;
  };
  static constexpr Row rows[] = {
      {"", "3A090", Fit::generally},
      {"all items subject to the EAR", "EAR99", Fit::generally},
      {"any item subject to the EAR listed in supplement no. 2 to part 744", "3A090", Fit::in_part},
      {"all items listed on the CCL", "3A090", Fit::generally},
      {"all items listed on the CCL", "EAR99", Fit::none},
      {"items on the CCL and listed in supplement no. 7 to part 746 of the EAR", "9A991", Fit::in_part},
      {"EAR99 items", "EAR99", Fit::precisely},
      {"EAR99 items", "3A090", Fit::none},
      {"food and medicine designated as EAR99", "EAR99", Fit::in_part},
      {"food and medicine designated as EAR99", "3A090", Fit::none},
      {"food and medicine designated as EAR99 and for items for U.S. Government supported use", "3A090", Fit::by_words},
      {"ECCNs 1A004.c and 1A995, and for EAR99 items described in the Note to ECCN 1A995", "1A995.a", Fit::precisely},
      {"ECCNs 1A004.c and 1A995, and for EAR99 items described in the Note to ECCN 1A995", "1A004", Fit::in_part},
      {"ECCNs 1A004.c and 1A995, and for EAR99 items described in the Note to ECCN 1A995", "EAR99", Fit::in_part},
      {"ECCNs 1A004.c and 1A995, and for EAR99 items described in the Note to ECCN 1A995", "1A004.d", Fit::none},
      {"EAR99 items described in the Note to ECCN 1A995", "1A995", Fit::none},
      {"items not described in ECCN 3B001.a.4, .k to .p", "3B001.l", Fit::none},
      {"items not described in ECCN 3B001.a.4, .k to .p", "3B001", Fit::in_part},
      {"items not described in ECCN 3B001.a.4, .k to .p", "3A090", Fit::precisely},
      {"all items to include items described in ECCN 3B001.a.4", "3B001.a.4", Fit::precisely},
      {"all items to include items described in ECCN 3B001.a.4", "3B001", Fit::generally},
      {"telecommunications infrastructure items described in Category 5 Part 1", "5A991", Fit::in_part},
      {"telecommunications infrastructure items described in Category 5 Part 1 and devices", "4A994", Fit::by_words},
      {"items necessary to detect, identify and treat infectious disease", "1C351", Fit::by_words},
      {"technology designated as EAR99, or controlled on the Commerce Control List for anti-terrorism reasons only",
       "5E992", Fit::in_part},
  };
  for (const Row& row : rows) {
    INFO(row.description << " / " << row.item);
    CHECK(name_of(fit(row.description, parse_classification(row.item).value())) == name_of(row.fit));
  }
}
