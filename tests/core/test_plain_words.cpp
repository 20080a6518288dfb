#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "bundled.hpp"
#include "lookup/plain_words.hpp"

using namespace lookup;

namespace {

using Sentences = std::vector<std::string>;

constexpr const char* other_parts =
    "Other parts of the EAR may still ask for a licence: for the item, where it goes, what it is for, or who else "
    "takes "
    "part.";

const std::string any_item =
    "A licence is needed to export, reexport or transfer (in-country) any item subject to the EAR where this party is "
    "purchaser, intermediate or ultimate consignee, or end user";

/// The sentences about a requirement, a policy or an item, in English.
template <typename Rule>
Sentences in_words(const Rule& rule) {
  return texts_of(plain_words(rule));
}

Sentences answer(std::string_view item, std::string_view requirement, std::string_view policy) {
  return in_words(answer_for_item(parse_classification(item).value(), read_licence_requirement(requirement),
                                  read_licence_policy(policy)));
}

}  // namespace

TEST_CASE("a requirement in plain words") {
  CHECK(
      in_words(
          read_licence_requirement("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4")) ==
      Sentences{any_item + ", EAR99 items (those that the Commerce Control List does not name) too.",
                "Footnote 4: foreign-made items that 15 CFR 734.9(e)(2) describes count as subject to the EAR for this "
                "party."});
  CHECK(
      in_words(read_licence_requirement(
          "All items subject to the EAR except for food or medicine designated as EAR99. (See §744.11 of the EAR)")) ==
      Sentences{any_item + ", except “food or medicine designated as EAR99”.", other_parts});
}

TEST_CASE("foreign-made items that an entry cites without the footnote's mark are named") {
  // r2e48f08f, rb4568464 and rc9c8fc2b of the bundled list.
  for (const auto& [text, cited] :
       {std::pair{"For all items subject to the EAR. (See §734.9(e) and §744.11 of the EAR)", "15 CFR 734.9(e)"},
        std::pair{"For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)", "15 CFR 734.9(e)(2)"},
        std::pair{"For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)",
                  "15 CFR 734.9(g)"}})
    CHECK(in_words(read_licence_requirement(text)).back() ==
          std::string{"The entry cites "} + cited + " (foreign-made items) without its footnote mark: read the entry.");
  for (const char* marked : {"For all items subject to the EAR. (See §§ 734.9(e) and 744.11 of the EAR)4",
                             "For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2",
                             "For all items subject to the EAR (See § 734.9(g),3 746.8(a)(3), and 744.11 of the EAR)"})
    for (const std::string& sentence : in_words(read_licence_requirement(marked)))
      CHECK(sentence.find("without its footnote mark") == std::string::npos);
}

TEST_CASE("what an entry cites of the de minimis rule is said") {
  // r3ac8cf81 of the bundled list.
  const Sentences sentences = in_words(read_licence_requirement(
      "For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5"));
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[1].find("Footnote 5") == 0);
  CHECK(sentences[2] ==
        "The entry cites 15 CFR 734.4(a)(9): some foreign-made items are subject to the EAR however small their U.S. "
        "content is.");
}

TEST_CASE("a licence exception among the sections of a policy is no policy") {
  CHECK(
      in_words(lookup::read_licence_policy("See §§740.26, 744.11 and 744.23(d) of the EAR")) ==
      Sentences{"BIS reviews an application under 15 CFR 744.11 and 15 CFR 744.23(d). A licence exception may be open: "
                "read 15 CFR 740.26."});
}

TEST_CASE("what holds for the item only on a condition comes first, and the rest is said to hold otherwise") {
  const Sentences sentences =
      answer("3A090", "For all items subject to the EAR. (See § 744.11 of the EAR)",
             "Case-by-case review for items necessary to detect, identify and treat infectious disease. Presumption of "
             "denial for all other items");
  REQUIRE(sentences.size() == 4);
  CHECK(sentences[1].find("If “items necessary to detect, identify and treat infectious disease” covers yours: ") == 0);
  CHECK(sentences[2].find("Otherwise: BIS presumes") == 0);
}

TEST_CASE("a requirement that could not be read says so") {
  const Sentences unread = in_words(read_licence_requirement("As the order says."));
  REQUIRE(unread.size() == 1);
  CHECK(unread[0].find("does not read") != std::string::npos);
  CHECK(in_words(read_licence_requirement("For all items subject to the EAR. As the order says.")).back() == unread[0]);
}

TEST_CASE("a policy in plain words, a sentence for each part") {
  CHECK(in_words(read_licence_policy("Policy of denial; Case-by-case basis for EAR99 items.")) ==
        Sentences{"For all other items: BIS’s policy is to deny a licence.",
                  "For “EAR99 items”: BIS decides each application for a licence on its own facts."});
  CHECK(in_words(read_licence_policy("See §§ 744.2(d), 744.3(d), and 744.4(d)")) ==
        Sentences{"BIS reviews an application under 15 CFR 744.2(d), 15 CFR 744.3(d) and 15 CFR 744.4(d)."});
}

TEST_CASE("an answer for an item in plain words") {
  CHECK(answer("3A090.a", "For all items subject to the EAR (See §744.11 of the EAR).", "Presumption of denial.") ==
        Sentences{"The entry asks for a licence for 3A090.a, since it covers “all items subject to the EAR”.",
                  "BIS presumes that it will deny a licence, unless the application gives it reason not to.",
                  other_parts});
  CHECK(answer("3A090", "For all items subject to the EAR", "Presumption of approval for EAR99 items")[1] ==
        "What holds for it does not show from the review policy: “Presumption of approval for EAR99 items”.");
}

TEST_CASE("no answer says that no licence is needed, and each says that other parts may ask for one") {
  const List list = bundled_list();
  for (const char* item : {"EAR99", "3A090.a", "5A992.c", "1A995", "3B001"}) {
    const Classification classification = parse_classification(item).value();
    for (const SharedText& shared : list.requirements) {
      const auto sentences =
          in_words(answer_for_item(classification, read_licence_requirement(shared.text), LicencePolicy{}));
      CHECK(sentences.back() == other_parts);
      for (const std::string& sentence : sentences) {
        CHECK(sentence.find("o licence is") == std::string::npos);
        CHECK(sentence.find("not needed") == std::string::npos);
        CHECK(sentence.ends_with('.'));
      }
    }
  }
}

TEST_CASE("a passage too long to quote is left to the text beside it") {
  const std::string text = "All items subject to the EAR except for: " + std::string(500, 'x');
  CHECK(in_words(read_licence_requirement(text))[0].ends_with("except what the text as published describes."));
}
