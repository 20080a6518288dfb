#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/item_answer.hpp"

using namespace lookup;

namespace {

using Texts = std::vector<std::string>;

ItemAnswer answer(std::string_view item, std::string_view requirement, std::string_view policy = {}) {
  return answer_for_item(parse_classification(item).value(), read_licence_requirement(requirement),
                         read_licence_policy(policy));
}

constexpr std::string_view food =
    "All items subject to the EAR except for food or medicine designated as EAR99. (See §744.11 of the EAR)";
constexpr std::string_view supplement =
    "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR";

}  // namespace

TEST_CASE("all items are covered, EAR99 too, by the words that say so") {
  for (const char* item : {"3A090", "EAR99"}) {
    const ItemAnswer found = answer(item, "For all items subject to the EAR (See §744.11 of the EAR).");
    CHECK(found.coverage == Coverage::covered);
    CHECK(found.published == Texts{"all items subject to the EAR"});
    CHECK(found.exceptions.empty());
  }
}

TEST_CASE("an exception on a condition leaves out only in part, and only its own classification") {
  const ItemAnswer found = answer("EAR99", food);
  CHECK(found.coverage == Coverage::partly_excepted);
  CHECK(found.published == Texts{"All items subject to the EAR"});
  CHECK(found.exceptions == Texts{"food or medicine designated as EAR99"});
  CHECK(answer("3A090", food).coverage == Coverage::covered);
}

TEST_CASE("an exception by classification alone leaves it out") {
  constexpr std::string_view text = "For all items subject to the EAR having a classification other than EAR99";
  CHECK(answer("EAR99", text).coverage == Coverage::excepted);
  CHECK(answer("EAR99", text).exceptions == Texts{"EAR99"});
  CHECK(answer("3A090", text).coverage == Coverage::covered);
}

TEST_CASE("an exception in words alone may leave out anything") {
  constexpr std::string_view text = "All items subject to the EAR except for: crude oil, condensates, aromatics";
  CHECK(answer("1C981", text).coverage == Coverage::partly_excepted);
}

TEST_CASE("a list named in the entry tells no more than it says") {
  CHECK(answer("9A991", supplement).coverage == Coverage::covered);
  CHECK(answer("9A991", supplement).published == Texts{"items on the CCL"});
  const ItemAnswer ear99 = answer("EAR99", supplement);
  CHECK(ear99.coverage == Coverage::not_told);
  CHECK(ear99.published == Texts{"EAR99 items listed in supplement no. 7 to part 746 of the EAR"});
  CHECK(answer("9A991", "For items on the CCL and listed in supplement no. 7 to part 746 of the EAR").coverage ==
        Coverage::not_told);
  CHECK(answer("9A991", "For any item subject to the EAR listed in supplement no. 2 to part 744.").coverage ==
        Coverage::not_told);
}

TEST_CASE("an entry that names classifications") {
  constexpr std::string_view text = "For items classified under ECCN 3A090 or 4A090.";
  CHECK(answer("3A090.a", text).coverage == Coverage::named);
  const ItemAnswer other = answer("5A002", text);
  CHECK(other.coverage == Coverage::not_told);
  CHECK(other.published == Texts{std::string{text}});
}

TEST_CASE("a requirement that is missing or not read tells nothing") {
  CHECK(answer("3A090", "").coverage == Coverage::not_told);
  CHECK(answer("3A090", "").published.empty());
  CHECK(answer("3A090", "As the order says.").coverage == Coverage::not_told);
  CHECK(answer("3A090", "As the order says.").published == Texts{"As the order says."});
}

TEST_CASE("a condition for all items stands with the answer") {
  const ItemAnswer found =
      answer("3A090", "For all items subject to the EAR when used in projects specified in § 746.8(a)(4) of the EAR");
  CHECK(found.coverage == Coverage::covered);
  CHECK(found.condition == "when used in projects specified in § 746.8(a)(4) of the EAR");
}

TEST_CASE("the parts of the policy that may be for the item") {
  constexpr std::string_view policy =
      "Case-by-case review for ECCNs 1A004.c and 1A995, and for EAR99 items described in the Note to ECCN 1A995; "
      "case-by-case review for items necessary to detect, identify and treat infectious disease; and presumption of "
      "denial for all other items subject to the EAR.";
  const auto named = answer("1A995", "", policy).review;
  REQUIRE(named.size() == 2);
  CHECK(named[0].part.kind == PolicyKind::case_by_case);
  CHECK(named[0].fit == Fit::precisely);
  CHECK(named[1].fit == Fit::by_words);
  const auto other = answer("3A090", "", policy).review;
  REQUIRE(other.size() == 2);
  CHECK(other[0].fit == Fit::by_words);
  CHECK(other[1].part.kind == PolicyKind::presumption_of_denial);
  CHECK(other[1].fit == Fit::generally);
  CHECK(answer("3A090", "", "Presumption of approval for EAR99 items").review.empty());
}
