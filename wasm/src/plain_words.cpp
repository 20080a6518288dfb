#include "lookup/plain_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace lookup {
namespace {

using Sentences = std::vector<std::string>;

/// The longest passage that a sentence quotes; a longer one is left to the text beside it. In bytes.
constexpr std::size_t longest_quote = 400;

constexpr std::string_view not_all_read =
    "Part of this text is worded in a way that this program does not read: go by the words as published.";
constexpr std::string_view other_parts =
    "Other parts of the EAR may still ask for a licence: for the item, where it goes, what it is for, or who else "
    "takes "
    "part.";

/// The paragraphs that the footnotes of Supplement No. 4 to 15 CFR Part 744 bring in, by their numbers. Footnote 2
/// brings in none.
constexpr std::array<std::string_view, 6> footnote_provisions{
    "", "15 CFR 734.9(e)(1)", "", "15 CFR 734.9(g)", "15 CFR 734.9(e)(2)", "15 CFR 734.9(e)(3)"};

std::string quoted(std::string_view passage) {
  if (passage.size() > longest_quote) return "what the text as published describes";
  return "“" + std::string{passage} + "”";
}

/// `a`, `a and b`, `a, b and c`.
std::string enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 < parts.size() ? ", " : " and ";
    text += parts[i];
  }
  return text;
}

std::string all_quoted(const std::vector<std::string>& passages) {
  std::vector<std::string> quotes;
  quotes.reserve(passages.size());
  for (const std::string& passage : passages) quotes.push_back(quoted(passage));
  return enumerated(quotes);
}

std::string cited(const std::vector<Provision>& provisions) {
  std::vector<std::string> citations;
  citations.reserve(provisions.size());
  for (const Provision& provision : provisions) citations.push_back(provision.citation);
  return enumerated(citations);
}

/// 15 CFR 744.11(a) and 748.5(c) to (f): the parts that a listed party may have in a transaction.
constexpr const char* in_the_deal = " where this party is purchaser, intermediate or ultimate consignee, or end user";

std::string about_scope(const LicenceRequirement& requirement) {
  const std::string needed = "A licence is needed to export, reexport or transfer (in-country) ";
  const std::string all = needed + "any item subject to the EAR" + in_the_deal;
  switch (requirement.scope) {
    case RequirementScope::not_published:
      return "The entry publishes no licence requirement of its own: go by what its list means.";
    case RequirementScope::all_items:
      return all + ", EAR99 items (those that the Commerce Control List does not name) too.";
    case RequirementScope::all_but_excepted:
      return all + ", except " + all_quoted(requirement.exceptions) + ".";
    case RequirementScope::under_a_section:
      return all + ", " + quoted(requirement.condition) + ". Of other dealings with it the entry says nothing.";
    case RequirementScope::named_items:
      return needed + "these items" + in_the_deal + ": " + all_quoted(requirement.items) + ".";
    default:
      return std::string{not_all_read};
  }
}

std::string about_footnote(int footnote) {
  const std::string mark = "Footnote " + std::to_string(footnote);
  const std::string_view provision = footnote_provisions.at(static_cast<std::size_t>(footnote));
  if (provision.empty()) return mark + " applies too: read it in Supplement No. 4 to 15 CFR Part 744.";
  return mark + ": foreign-made items that " + std::string{provision} +
         " describes count as subject to the EAR for this party.";
}

/// Says what is cited of the de minimis rule, and names each paragraph of § 734.9 that is cited without the mark of its
/// footnote.
void add_foreign_made(Sentences& sentences, const LicenceRequirement& requirement) {
  for (const Provision& provision : requirement.provisions) {
    if (provision.citation.starts_with("15 CFR 734.4(a)"))
      sentences.push_back("The entry cites " + provision.citation +
                          ": some foreign-made items are subject to the EAR however small their U.S. content is.");
    if (!provision.citation.starts_with("15 CFR 734.9(")) continue;
    const bool is_marked =
        std::any_of(requirement.footnotes.begin(), requirement.footnotes.end(), [&provision](int footnote) {
          return footnote_provisions.at(static_cast<std::size_t>(footnote)).starts_with(provision.citation);
        });
    if (!is_marked)
      sentences.push_back("The entry cites " + provision.citation +
                          " (foreign-made items) without its footnote mark: read the entry.");
  }
}

std::string about(const LicenceException& exception) {
  std::string condition;
  if (!exception.condition.empty()) condition.append(" ").append(quoted(exception.condition));
  return "License Exception " + exception.name + " may be used under " + cited(exception.provisions) + condition +
         ", where all its own conditions are met.";
}

/// Where the policy stands. Part 740 has licence exceptions, and no policy of review.
std::string about_sections(const std::vector<Provision>& provisions) {
  std::vector<Provision> policies;
  std::vector<Provision> exceptions;
  for (const Provision& each : provisions)
    (each.citation.starts_with("15 CFR 740.") ? exceptions : policies).push_back(each);
  std::string text;
  if (!policies.empty()) text = "BIS reviews an application under " + cited(policies) + ".";
  if (!exceptions.empty())
    text.append(text.empty() ? "" : " ")
        .append("A licence exception may be open: read ")
        .append(cited(exceptions))
        .append(".");
  return text;
}

std::string about(PolicyKind kind, const std::vector<Provision>& provisions) {
  switch (kind) {
    case PolicyKind::denial:
      return "BIS’s policy is to deny a licence.";
    case PolicyKind::presumption_of_denial:
      return "BIS presumes that it will deny a licence, unless the application gives it reason not to.";
    case PolicyKind::case_by_case:
      return "BIS decides each application for a licence on its own facts.";
    case PolicyKind::presumption_of_approval:
      return "BIS presumes that it will grant a licence; one must be applied for all the same.";
    default:
      return about_sections(provisions);
  }
}

/// What each part of a policy says. Beside a part for items that are named, one without any is for all others.
void add_parts(Sentences& sentences, const std::vector<PolicyPart>& parts, const std::vector<Provision>& provisions) {
  const bool any_named =
      std::any_of(parts.begin(), parts.end(), [](const PolicyPart& part) { return !part.items.empty(); });
  for (const PolicyPart& part : parts) {
    std::string text;
    if (!part.items.empty())
      text.append("For ").append(quoted(part.items));
    else if (any_named)
      text = "For all other items";
    if (!part.exception.empty()) text.append(", apart from ").append(quoted(part.exception));
    if (!text.empty()) text += ": ";
    sentences.push_back(text.append(about(part.kind, provisions)));
  }
}

std::string about_coverage(const ItemAnswer& answer) {
  const std::string item = to_text(answer.item);
  const std::string words = all_quoted(answer.published);
  switch (answer.coverage) {
    case Coverage::named:
      return "The entry asks for a licence for " + item + " and names it: " + words + ".";
    case Coverage::covered:
      return "The entry asks for a licence for " + item + ", since it covers " + words + ".";
    case Coverage::excepted:
      return "The entry leaves " + item + " out of its own licence requirement: " + all_quoted(answer.exceptions) + ".";
    case Coverage::partly_excepted:
      return "The entry asks for a licence for " + item + ", since it covers " + words +
             ", unless yours is among those that it leaves out: " + all_quoted(answer.exceptions) + ".";
    default:
      if (answer.published.empty())
        return "The entry publishes no licence requirement by item: go by what its list means.";
      return "Whether the entry asks for a licence for " + item +
             " does not show from the classification alone: " + words + ".";
  }
}

bool is_sure(const ItemReview& review) { return review.fit == Fit::precisely || review.fit == Fit::generally; }

/// What may be for the item first; what holds otherwise behind it.
void add_review(Sentences& sentences, const std::vector<ItemReview>& review, const std::vector<Provision>& provisions) {
  for (const ItemReview& each : review)
    if (!is_sure(each))
      sentences.push_back("If " + quoted(each.part.items) + " covers yours: " + about(each.part.kind, provisions));
  const bool has_condition = !std::all_of(review.begin(), review.end(), is_sure);
  for (const ItemReview& each : review)
    if (is_sure(each)) sentences.push_back((has_condition ? "Otherwise: " : "") + about(each.part.kind, provisions));
}

/// Whether someone might take a requirement for all that holds for the party.
bool leaves_items_out(RequirementScope scope) {
  return scope == RequirementScope::all_but_excepted || scope == RequirementScope::under_a_section ||
         scope == RequirementScope::named_items;
}

}  // namespace

std::vector<std::string> plain_words(const LicenceRequirement& requirement) {
  Sentences sentences{about_scope(requirement)};
  if (leaves_items_out(requirement.scope)) sentences.emplace_back(other_parts);
  for (const int footnote : requirement.footnotes) sentences.push_back(about_footnote(footnote));
  add_foreign_made(sentences, requirement);
  for (const LicenceException& exception : requirement.licence_exceptions) sentences.push_back(about(exception));
  if (requirement.worldwide) sentences.emplace_back("The requirement holds wherever in the world the party is.");
  add_parts(sentences, requirement.review, requirement.provisions);
  if (!requirement.unknown.empty() && requirement.scope != RequirementScope::unknown)
    sentences.emplace_back(not_all_read);
  return sentences;
}

std::vector<std::string> plain_words(const LicencePolicy& policy) {
  Sentences sentences;
  add_parts(sentences, policy.parts, policy.provisions);
  if (!policy.unknown.empty()) sentences.emplace_back(not_all_read);
  if (sentences.empty()) sentences.emplace_back("The entry publishes no licence review policy.");
  return sentences;
}

std::vector<std::string> plain_words(const ItemAnswer& answer) {
  Sentences sentences{about_coverage(answer)};
  if (!answer.condition.empty()) sentences.push_back("It does so only " + quoted(answer.condition) + ".");
  add_review(sentences, answer.review, answer.review_provisions);
  if (answer.review.empty() && !answer.review_text.empty())
    sentences.push_back("What holds for it does not show from the review policy: " + quoted(answer.review_text) + ".");
  sentences.emplace_back(other_parts);
  return sentences;
}

}  // namespace lookup
