// The texts are those of Supplement No. 4 and No. 7 to 15 CFR Part 744, in the publications of 2022 and 2026.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "bundled.hpp"
#include "lookup/licence_requirement.hpp"

using namespace lookup;

namespace {

using Texts = std::vector<std::string>;

Texts citations_of(const std::vector<Provision>& provisions) {
  Texts citations;
  for (const Provision& provision : provisions) citations.push_back(provision.citation);
  return citations;
}

}  // namespace

TEST_CASE("the scope of a licence requirement") {
  struct Row {
    const char* text;
    RequirementScope scope;
  };
  const Row rows[] = {
      {"", RequirementScope::not_published},
      {"For all items subject to the EAR", RequirementScope::all_items},
      {"All Items Subject to the EAR", RequirementScope::all_items},
      {"For all items subject to the EAR (See §744.11 of the EAR.", RequirementScope::all_items},
      {"For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", RequirementScope::all_items},
      {"All items subject to the EAR except for food or medicine designated as EAR99.",
       RequirementScope::all_but_excepted},
      {"For all items subject to the EAR having a classification other than EAR99", RequirementScope::all_but_excepted},
      {"For all items subject to the EAR when used in projects specified in§746.5 of the EAR.",
       RequirementScope::under_a_section},
      {"For any item subject to the EAR listed in supplement no. 2 to part 744.", RequirementScope::named_items},
      {"For items on the CCL and listed in supplement no. 7 to part 746 of the EAR", RequirementScope::named_items},
      {"See the order.", RequirementScope::unknown},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const LicenceRequirement requirement = read_licence_requirement(row.text);
    CHECK(requirement.scope == row.scope);
    CHECK(requirement.text == row.text);
    CHECK(requirement.unknown.empty() == (row.scope != RequirementScope::unknown));
  }
}

TEST_CASE("sections, footnotes and licence exceptions of a requirement") {
  const LicenceRequirement requirement = read_licence_requirement(
      "For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR) This license "
      "requirement may be overcome by License Exception GOV under § 740.11(b)(2) and e.");
  CHECK(citations_of(requirement.provisions) == Texts{"15 CFR 734.9(g)", "15 CFR 746.8(a)(3)", "15 CFR 744.21(b)"});
  CHECK(requirement.footnotes == std::vector<int>{3});
  REQUIRE(requirement.licence_exceptions.size() == 1);
  CHECK(requirement.licence_exceptions[0].name == "GOV");
  CHECK(citations_of(requirement.licence_exceptions[0].provisions) == Texts{"15 CFR 740.11(b)(2)", "15 CFR 740.11(e)"});
  CHECK(requirement.licence_exceptions[0].condition.empty());
  CHECK(requirement.unknown.empty());
}

TEST_CASE("a licence exception that is only for one user keeps that condition") {
  const LicenceRequirement requirement = read_licence_requirement(
      "For All Items Subject to the EAR (See §744.11 of the EAR). This license requirement may be overcome by License "
      "Exception GOV under §740.11(b) when used by the U.S Geological Survey.");
  REQUIRE(requirement.licence_exceptions.size() == 1);
  CHECK(citations_of(requirement.licence_exceptions[0].provisions) == Texts{"15 CFR 740.11(b)"});
  CHECK(requirement.licence_exceptions[0].condition == "when used by the U.S Geological Survey");
}

TEST_CASE("items that an entry excepts are kept as published") {
  const LicenceRequirement drones = read_licence_requirement(
      "For All Items Subject to the EAR (See §744.11 of the EAR), except for EAR99-designated technology for the "
      "operation, maintenance, or repair of unmanned aerial vehicles (UAV) released to this entity by the operator of "
      "the UAV.");
  CHECK(drones.exceptions == Texts{"EAR99-designated technology for the operation, maintenance, or repair of unmanned "
                                   "aerial vehicles (UAV) released to this entity by the operator of the UAV"});
  CHECK(citations_of(drones.provisions) == Texts{"15 CFR 744.11"});
  const LicenceRequirement food = read_licence_requirement(
      "All items subject to the EAR except for food or medicine designated as EAR99. See §§ 734.9(g),3 746.8(a)(3), "
      "and 744.21(b) of the EAR).");
  CHECK(food.exceptions == Texts{"food or medicine designated as EAR99"});
  CHECK(food.footnotes == std::vector<int>{3});
}

TEST_CASE("a reference to a section inside an exception belongs to it") {
  const LicenceRequirement standards = read_licence_requirement(
      "For all items subject to the EAR, see § 744.11 of the EAR, EXCEPT for technology that is designated as EAR99 "
      "when released to members of a “standards organization” (see §772.1) for the purpose of a “standard” (see "
      "§772.1).");
  CHECK(standards.exceptions ==
        Texts{"technology that is designated as EAR99 when released to members of a “standards organization” (see "
              "§772.1) for the purpose of a “standard” (see §772.1)"});
  CHECK(citations_of(standards.provisions) == Texts{"15 CFR 744.11"});
}

TEST_CASE("each description of items that an entry names stands alone") {
  const LicenceRequirement requirement = read_licence_requirement(
      "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR.");
  CHECK(requirement.items ==
        Texts{"items on the CCL", "EAR99 items listed in supplement no. 7 to part 746 of the EAR"});
  CHECK(citations_of(requirement.provisions) == Texts{"Supplement No. 7 to 15 CFR Part 746"});
}

TEST_CASE("a requirement may follow the party, or say how items are reviewed") {
  CHECK(read_licence_requirement(
            "All items subject to the EAR. (See §744.11 of the EAR) The license requirements under this entry also "
            "extend to any export, reexport and transfer (in-country) to the entity wherever located worldwide.")
            .worldwide);
  const LicenceRequirement review =
      read_licence_requirement("For all items subject to the EAR, with case-by-case basis for items listed on the CCL");
  CHECK_FALSE(review.worldwide);
  REQUIRE(review.review.size() == 1);
  CHECK(review.review[0].kind == PolicyKind::case_by_case);
  CHECK(review.review[0].items == "items listed on the CCL");
}

TEST_CASE("what is not understood is kept as published and the rest is read") {
  const LicenceRequirement requirement = read_licence_requirement(
      "For all items subject to the EAR (See §744.11 of the EAR). Russia does not include the Crimea region. The "
      "license requirements under this entry also extend to any export, reexport and transfer (in-country) to the "
      "entity wherever located worldwide.");
  CHECK(requirement.scope == RequirementScope::all_items);
  CHECK(requirement.unknown == Texts{"Russia does not include the Crimea region"});
  CHECK(requirement.worldwide);
}

TEST_CASE("a requirement cut off anywhere is read to its end") {
  for (const SharedText& shared : bundled_list().requirements) {
    for (std::size_t length = 0; length <= shared.text.size(); ++length) {
      const std::string text = shared.text.substr(0, length);
      REQUIRE(read_licence_requirement(text).text == text);
    }
  }
}
