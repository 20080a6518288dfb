// The texts are those of Supplement No. 4 and No. 7 to 15 CFR Part 744, in the publications of 2022 and 2026.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "bundled.hpp"
#include "lookup/csv.hpp"
#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"

using namespace lookup;

namespace {

struct Part {
  PolicyKind kind;
  std::string items;
  std::string exception;

  friend bool operator==(const Part&, const Part&) = default;
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  for (const PolicyPart& part : read_licence_policy(text).parts)
    parts.push_back({part.kind, part.items, part.exception});
  return parts;
}

/// The kinds that the words of a policy say, found without any grammar.
std::vector<PolicyKind> kinds_by_words(const std::string& text) {
  std::string lower;
  for (const char c : text) lower += c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::map<std::size_t, PolicyKind> found;
  for (const auto& [words, kind] :
       {std::pair{"policy of denial", PolicyKind::denial},
        std::pair{"presumption of denial", PolicyKind::presumption_of_denial},
        std::pair{"presumption for denial", PolicyKind::presumption_of_denial},
        std::pair{"presumption of approval", PolicyKind::presumption_of_approval},
        std::pair{"case by case", PolicyKind::case_by_case}, std::pair{"casa by case", PolicyKind::case_by_case}})
    for (std::size_t at = lower.find(words); at != std::string::npos; at = lower.find(words, at + 1)) found[at] = kind;
  std::vector<PolicyKind> kinds;
  for (const auto& [at, kind] : found) kinds.push_back(kind);
  return kinds;
}

/// The words of a policy that are in none of what was read of it: parts, what is not read, joining words, references.
std::string words_lost(const std::string& text) {
  const LicencePolicy policy = read_licence_policy(text);
  std::string rest = text;
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
  };
  // A passage begins and ends with a word: "f" is none of "for".
  const auto take = [&](const std::string& passage, std::string_view among) {
    std::size_t at = among.find(passage);
    while (at != std::string::npos && ((at > 0 && is_letter(at - 1)) || is_letter(at + passage.size())))
      at = among.find(passage, at + 1);
    if (at != std::string::npos) std::fill_n(rest.begin() + static_cast<std::ptrdiff_t>(at), passage.size(), ' ');
  };
  for (const PolicyPart& part : policy.parts) take(part.published, text);
  for (const std::string& unknown : policy.unknown) take(unknown, rest);
  std::string lost;
  std::string word;
  for (const char c : rest + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += c;
      continue;
    }
    static const std::set<std::string> joining{"",     "and",  "except", "See", "of", "the", "EAR",
                                               "this", "part", "a",      "b",   "d",  "e"};
    if (!joining.contains(word)) lost.append(word).append(" ");
    word.clear();
  }
  return lost;
}

std::vector<std::string> citations_in(std::string_view text) {
  std::vector<std::string> citations;
  for (const Provision& provision : read_licence_policy(text).provisions) citations.push_back(provision.citation);
  return citations;
}

}  // namespace

TEST_CASE("a review policy of one part") {
  using enum PolicyKind;
  struct Row {
    const char* text;
    PolicyKind kind;
  };
  const Row rows[] = {
      {"Presumption of denial", presumption_of_denial},
      {"Presumption for denial.", presumption_of_denial},
      {"Policy of Denial", denial},
      {"Case-by-case basis", case_by_case},
      {"Case-by-case review.", case_by_case},
      {"Presumption of approval", presumption_of_approval},
      {"See §744.2 (d) of the EAR", per_section},
      {"See § 744.2(d) of the EAR and 744.3(d) of the EAR", per_section},
      {"The license application procedure and license review policy for entities specified in supplement no. 2 to part "
       "744 is specified in §744.21(d) and (e).",
       per_section},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const LicencePolicy policy = read_licence_policy(row.text);
    REQUIRE(policy.parts.size() == 1);
    CHECK(policy.parts[0].kind == row.kind);
    CHECK(policy.parts[0].items.empty());
    CHECK(policy.unknown.empty());
  }
}

TEST_CASE("a review policy of several parts") {
  using enum PolicyKind;
  struct Row {
    const char* text;
    std::vector<Part> parts;
  };
  const Row rows[] = {
      {"Policy of denial for all items subject to the EAR apart from food and medicine designated as EAR99 and for "
       "items "
       "for U.S. Government supported use in the International Space Station (ISS), which will be reviewed on a "
       "case-by-case basis. See §§ 746.8(b) and 744.21(e)",
       {{denial, "all items subject to the EAR",
         "food and medicine designated as EAR99 and for items for U.S. Government supported use in the International "
         "Space Station (ISS)"},
        {case_by_case,
         "food and medicine designated as EAR99 and for items for U.S. Government supported use in the International "
         "Space Station (ISS)",
         ""}}},
      {"Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items",
       {{case_by_case, "all items listed on the CCL", ""}, {presumption_of_approval, "EAR99 items", ""}}},
      {"casa-by-case review for items necessary to detect, identify and treat infectious disease; and presumption of "
       "denial for all other items subject to the EAR.",
       {{case_by_case, "items necessary to detect, identify and treat infectious disease", ""},
        {presumption_of_denial, "all other items subject to the EAR", ""}}},
      {"Policy of denial Case-by-case basis for items for U.S. Government supported use in the International Space "
       "Station (ISS).",
       {{denial, "", ""},
        {case_by_case, "items for U.S. Government supported use in the International Space Station (ISS)", ""}}},
      {"Presumption of denial except case-by-case for items not described in ECCN 3B001.a.4, .c, .d, f.1.b.2, .k to "
       ".p; "
       "3B002.c, 3B993, or 3B994",
       {{presumption_of_denial, "", ""},
        {case_by_case, "items not described in ECCN 3B001.a.4, .c, .d, f.1.b.2, .k to .p; 3B002.c, 3B993, or 3B994",
         ""}}},
      {"Presumption of denial for items uniquely required for production (10 nanometers and below); Case by case for "
       "all "
       "other items",
       {{presumption_of_denial, "items uniquely required for production (10 nanometers and below)", ""},
        {case_by_case, "all other items", ""}}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK((parts_of(row.text) == row.parts));
    CHECK(read_licence_policy(row.text).unknown.empty());
  }
}

TEST_CASE("the sections that a policy cites") {
  CHECK(citations_in("Policy of denial See §§ 746.8(b) and 744.21e.") ==
        std::vector<std::string>{"15 CFR 746.8(b)", "15 CFR 744.21(e)"});
  CHECK(citations_in("See §§ 744.2(d), 744.3(d), and 744.4(d) of this part.") ==
        std::vector<std::string>{"15 CFR 744.2(d)", "15 CFR 744.3(d)", "15 CFR 744.4(d)"});
}

TEST_CASE("a part of a policy is kept as published") {
  const LicencePolicy policy = read_licence_policy(
      "Policy of denial for all items subject to the EAR apart from food and medicine designated as EAR99, which will "
      "be reviewed on a case-by case basis. See § 746.8(b)");
  REQUIRE(policy.parts.size() == 2);
  CHECK(policy.parts[0].published ==
        "Policy of denial for all items subject to the EAR apart from food and medicine designated as EAR99");
  CHECK(policy.parts[1].published ==
        "food and medicine designated as EAR99, which will be reviewed on a case-by case basis");
}

TEST_CASE("a policy that is none is kept as published") {
  const LicencePolicy policy = read_licence_policy("For all items subject to the EAR. (See § 744.11 of the EAR)");
  CHECK(policy.parts.empty());
  CHECK(policy.unknown == std::vector<std::string>{"For all items subject to the EAR"});
  CHECK(read_licence_policy("").parts.empty());
  CHECK(read_licence_policy("").unknown.empty());
}

TEST_CASE("a policy cut off anywhere is read to its end: each word is of a part, a reference, or kept as not read") {
  for (const SharedText& shared : bundled_list().policies) {
    for (std::size_t length = 0; length <= shared.text.size(); ++length) {
      const std::string text = shared.text.substr(0, length);
      INFO(text);
      REQUIRE(words_lost(text).empty());
    }
  }
}

TEST_CASE("each policy of the bundled list has the kinds that its words say, in their order") {
  const List list = bundled_list();
  REQUIRE(list.policies.size() == 77);
  int references = 0;
  for (const SharedText& shared : list.policies) {
    INFO(shared.text);
    std::vector<PolicyKind> kinds;
    for (const PolicyPart& part : read_licence_policy(shared.text).parts) kinds.push_back(part.kind);
    std::vector<PolicyKind> expected = kinds_by_words(shared.text);
    if (expected.empty() && shared.text.starts_with("See ")) {
      expected.push_back(PolicyKind::per_section);
      ++references;
    }
    CHECK(kinds == expected);
  }
  CHECK(references == 25);
}

TEST_CASE("each requirement of the bundled list has the scope that a person read in it") {
  using enum RequirementScope;
  // All others are for all items subject to the EAR, whatever they cite.
  const std::map<std::string, RequirementScope> others{
      {"r53d0f740", under_a_section},  {"rb98ffc30", under_a_section},  {"r6b1428e5", named_items},
      {"r8be6667d", named_items},      {"r451fc37b", named_items},      {"rc5e0f16a", all_but_excepted},
      {"r15d41a84", all_but_excepted}, {"rb1216a5d", all_but_excepted}, {"rf3856bb2", all_but_excepted}};
  const List list = bundled_list();
  REQUIRE(list.requirements.size() == 88);
  std::size_t found = 0;
  for (const SharedText& shared : list.requirements) {
    INFO(shared.text);
    const auto other = others.find(shared.key);
    found += other == others.end() ? 0 : 1;
    CHECK(read_licence_requirement(shared.text).scope == (other == others.end() ? all_items : other->second));
  }
  CHECK(found == others.size());
}

TEST_CASE("three entries of the bundled list have a rule that is not read") {
  const List list = bundled_list();
  int unknown = 0;
  for (const Entry& entry : list.entries) {
    const auto requirement = read_licence_requirement(shared_text(list.requirements, entry.requirement));
    const auto policy = read_licence_policy(shared_text(list.policies, entry.policy));
    CHECK(requirement.scope != RequirementScope::not_published);
    unknown += requirement.unknown.empty() && policy.unknown.empty() ? 0 : 1;
  }
  CHECK(unknown == 3);
}

TEST_CASE("no more than one entry in fifty of any list has a rule that is not read") {
  struct Count {
    int entries = 0;
    int unknown = 0;
  };
  for (const char* file : {"2026-07-31", "2022-05-06"}) {
    const std::string csv = read_test_file(std::string{"../shared/lists/consolidated-"} + file + ".csv");
    if (csv.empty()) {
      WARN("the official file of " << file << " is not here; nothing counted");
      continue;
    }
    auto reader = std::move(CsvReader::open(csv)).value();
    std::map<std::string, Count> lists;
    while (reader.next().value()) {
      Count& count = lists[std::string{reader.value(reader.column("source").value())}];
      const std::string_view requirement = reader.value(reader.column("license_requirement").value());
      const std::string_view policy = reader.value(reader.column("license_policy").value());
      const bool known =
          read_licence_requirement(requirement).unknown.empty() && read_licence_policy(policy).unknown.empty();
      ++count.entries;
      count.unknown += known ? 0 : 1;
    }
    for (const auto& [source, count] : lists) {
      INFO(file << ' ' << source << ": " << count.unknown << " of " << count.entries);
      CHECK(count.unknown * 50 <= count.entries);
    }
  }
}
