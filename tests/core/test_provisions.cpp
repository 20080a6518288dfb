#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/provisions.hpp"

using lookup::read_provisions;

namespace {

using Citations = std::vector<std::string>;

Citations citations_in(std::string_view text) {
  Citations citations;
  for (const auto& provision : read_provisions(text)) citations.push_back(provision.citation);
  return citations;
}

std::string link_in(std::string_view text) { return read_provisions(text).at(0).link; }

}  // namespace

TEST_CASE("sections of the EAR are read however they are written") {
  struct Row {
    const char* text;
    Citations citations;
  };
  const Row rows[] = {
      {"(See §744.11 of the EAR)", {"15 CFR 744.11"}},
      {"(See part§744.11 of the EAR).", {"15 CFR 744.11"}},
      {"See §§ 734.9(g),3 746.8(a)(3), and 744.21(b)", {"15 CFR 734.9(g)", "15 CFR 746.8(a)(3)", "15 CFR 744.21(b)"}},
      {"see §§ 734.9(e) 1 and 744.11 of the EAR 2", {"15 CFR 734.9(e)", "15 CFR 744.11"}},
      {"§ 736.2(b)(3)(vi)", {"15 CFR 736.2(b)(3)(vi)"}},
      {"See §744.2 (d) of the EAR", {"15 CFR 744.2(d)"}},
      {"§744.21(d) and (e).", {"15 CFR 744.21(d)", "15 CFR 744.21(e)"}},
      {"§ 740.11(b)(2) and e.", {"15 CFR 740.11(b)(2)", "15 CFR 740.11(e)"}},
      {"744.2l(b)", {"15 CFR 744.21(b)"}},
      {"744.21e", {"15 CFR 744.21(e)"}},
      {"§ 744.11 and § 744.11", {"15 CFR 744.11"}},
      {"listed in supplement no. 7 to part 746 of the EAR", {"Supplement No. 7 to 15 CFR Part 746"}},
      {"", {}},
      {"48.931 and 104.31, HS 2709, 999.1, supplement no. 7, part 746", {}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(citations_in(row.text) == row.citations);
  }
}

TEST_CASE("other titles are read where they are named") {
  CHECK(citations_in("15 CFR 744.11, 744.16 and Supplement No. 4 to Part 744") ==
        Citations{"15 CFR 744.11", "15 CFR 744.16", "Supplement No. 4 to 15 CFR Part 744"});
  CHECK(citations_in("Supplement No. 4 to 15 CFR Part 744") == Citations{"Supplement No. 4 to 15 CFR Part 744"});
  CHECK(citations_in("22 CFR 127.7") == Citations{"22 CFR 127.7"});
  CHECK(citations_in("31 CFR chapter V") == Citations{"31 CFR chapter V"});
}

TEST_CASE("a provision links to the electronic Code, down to its paragraph") {
  CHECK(link_in("§ 744.11") == "https://www.ecfr.gov/current/title-15/section-744.11");
  CHECK(link_in("§ 746.8(a)(3)") == "https://www.ecfr.gov/current/title-15/section-746.8#p-746.8(a)(3)");
  CHECK(link_in("22 CFR 127.7") == "https://www.ecfr.gov/current/title-22/section-127.7");
  CHECK(link_in("31 CFR chapter V") == "https://www.ecfr.gov/current/title-31/chapter-V");
  CHECK(link_in("Supplement No. 4 to Part 744") ==
        "https://www.ecfr.gov/current/title-15/part-744/appendix-Supplement%20No.%204%20to%20Part%20744");
}
