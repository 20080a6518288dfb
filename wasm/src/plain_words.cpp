#include "lookup/plain_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace lookup {
namespace {

using Sentences = std::vector<Sentence>;

/// The paragraphs that the footnotes of Supplement No. 4 to 15 CFR Part 744 bring in, by their numbers. Footnote 2
/// brings in none.
constexpr std::array<std::string_view, 6> footnote_provisions{
    "", "15 CFR 734.9(e)(1)", "", "15 CFR 734.9(g)", "15 CFR 734.9(e)(2)", "15 CFR 734.9(e)(3)"};

/// The longest passage that a sentence repeats, in bytes; a longer one is left to the text beside it.
constexpr std::size_t longest_quote = 400;

PhraseValue quote_short(std::string_view place, std::vector<std::string> passages) {
  for (std::string& passage : passages)
    if (passage.size() > longest_quote) passage.clear();
  return quote(place, std::move(passages));
}

PhraseValue cited(const std::vector<Provision>& provisions) {
  std::vector<std::string> citations;
  citations.reserve(provisions.size());
  for (const Provision& provision : provisions) citations.push_back(provision.citation);
  return state("citations", std::move(citations));
}

Phrase about_scope(const LicenceRequirement& requirement) {
  switch (requirement.scope) {
    case RequirementScope::not_published:
      return {"scope_not_published", {}};
    case RequirementScope::all_items:
      return {"scope_all_items", {}};
    case RequirementScope::all_but_excepted:
      return {"scope_all_but_excepted", {quote_short("exceptions", requirement.exceptions)}};
    case RequirementScope::under_a_section:
      return {"scope_under_a_section", {quote_short("condition", {requirement.condition})}};
    case RequirementScope::named_items:
      return {"scope_named_items", {quote_short("items", requirement.items)}};
    default:
      return {"not_all_read", {}};
  }
}

Phrase about_footnote(int footnote) {
  PhraseValue number = state("footnote", {std::to_string(footnote)});
  const std::string_view provision = footnote_provisions.at(static_cast<std::size_t>(footnote));
  if (provision.empty()) return {"footnote_without_section", {std::move(number)}};
  return {"footnote", {std::move(number), state("citations", {std::string{provision}})}};
}

/// Says what is cited of the de minimis rule, and names each paragraph of § 734.9 that is cited without the mark of its
/// footnote.
void add_foreign_made(Sentences& sentences, const LicenceRequirement& requirement) {
  for (const Provision& provision : requirement.provisions) {
    if (provision.citation.starts_with("15 CFR 734.4(a)")) sentences.push_back({{"de_minimis", {cited({provision})}}});
    if (!provision.citation.starts_with("15 CFR 734.9(")) continue;
    const bool is_marked =
        std::any_of(requirement.footnotes.begin(), requirement.footnotes.end(), [&provision](int footnote) {
          return footnote_provisions.at(static_cast<std::size_t>(footnote)).starts_with(provision.citation);
        });
    if (!is_marked) sentences.push_back({{"foreign_made", {cited({provision})}}});
  }
}

Phrase about(const LicenceException& exception) {
  Phrase phrase{"licence_exception", {state("name", {exception.name}), cited(exception.provisions)}};
  if (exception.condition.empty()) return phrase;
  phrase.key = "licence_exception_if";
  phrase.values.push_back(quote_short("condition", {exception.condition}));
  return phrase;
}

/// Where the policy stands. Part 740 has licence exceptions, and no policy of review.
Sentence about_sections(const std::vector<Provision>& provisions) {
  std::vector<Provision> policies;
  std::vector<Provision> exceptions;
  for (const Provision& each : provisions)
    (each.citation.starts_with("15 CFR 740.") ? exceptions : policies).push_back(each);
  Sentence sentence;
  if (!policies.empty()) sentence.push_back({"reviewed_under", {cited(policies)}});
  if (!policies.empty() && !exceptions.empty()) sentence.push_back({"space", {}});
  if (!exceptions.empty()) sentence.push_back({"exceptions_to_read", {cited(exceptions)}});
  return sentence;
}

void add_policy(Sentence& sentence, PolicyKind kind, const std::vector<Provision>& provisions) {
  if (kind != PolicyKind::per_section) {
    sentence.push_back({name_of(kind), {}});
    return;
  }
  for (Phrase& phrase : about_sections(provisions)) sentence.push_back(std::move(phrase));
}

/// What each part of a policy says. Beside a part for items that are named, one without any is for all others.
void add_parts(Sentences& sentences, const std::vector<PolicyPart>& parts, const std::vector<Provision>& provisions) {
  const bool any_named =
      std::any_of(parts.begin(), parts.end(), [](const PolicyPart& part) { return !part.items.empty(); });
  for (const PolicyPart& part : parts) {
    const bool has_exception = !part.exception.empty();
    Sentence sentence;
    if (!part.items.empty())
      sentence.push_back({has_exception ? "for_items_but" : "for_items", {quote_short("items", {part.items})}});
    else if (any_named || has_exception)
      sentence.push_back({has_exception ? "for_others_but" : "for_others", {}});
    if (has_exception) sentence.back().values.push_back(quote_short("exceptions", {part.exception}));
    add_policy(sentence, part.kind, provisions);
    sentences.push_back(std::move(sentence));
  }
}

Phrase about_coverage(const ItemAnswer& answer) {
  const PhraseValue item = state("item", {to_text(answer.item)});
  const PhraseValue words = quote_short("words", answer.published);
  switch (answer.coverage) {
    case Coverage::named:
      return {"item_named", {item, words}};
    case Coverage::covered:
      return {"item_covered", {item, words}};
    case Coverage::excepted:
      return {"item_excepted", {item, quote_short("exceptions", answer.exceptions)}};
    case Coverage::partly_excepted:
      return {"item_partly_excepted", {item, words, quote_short("exceptions", answer.exceptions)}};
    default:
      if (answer.published.empty()) return {"item_by_list", {}};
      return {"item_not_told", {item, words}};
  }
}

bool is_sure(const ItemReview& review) { return review.fit == Fit::precisely || review.fit == Fit::generally; }

/// What may be for the item first; what holds otherwise behind it.
void add_review(Sentences& sentences, const std::vector<ItemReview>& review, const std::vector<Provision>& provisions) {
  for (const ItemReview& each : review) {
    if (is_sure(each)) continue;
    Sentence sentence{{"if_covers", {quote_short("items", {each.part.items})}}};
    add_policy(sentence, each.part.kind, provisions);
    sentences.push_back(std::move(sentence));
  }
  const bool has_condition = !std::all_of(review.begin(), review.end(), is_sure);
  for (const ItemReview& each : review) {
    if (!is_sure(each)) continue;
    Sentence sentence;
    if (has_condition) sentence.push_back({"otherwise", {}});
    add_policy(sentence, each.part.kind, provisions);
    sentences.push_back(std::move(sentence));
  }
}

/// Whether someone might take a requirement for all that holds for the party.
bool leaves_items_out(RequirementScope scope) {
  return scope == RequirementScope::all_but_excepted || scope == RequirementScope::under_a_section ||
         scope == RequirementScope::named_items;
}

}  // namespace

std::vector<Sentence> plain_words(const LicenceRequirement& requirement) {
  Sentences sentences{{about_scope(requirement)}};
  if (leaves_items_out(requirement.scope)) sentences.push_back({{"other_parts", {}}});
  for (const int footnote : requirement.footnotes) sentences.push_back({about_footnote(footnote)});
  add_foreign_made(sentences, requirement);
  for (const LicenceException& exception : requirement.licence_exceptions) sentences.push_back({about(exception)});
  if (requirement.worldwide) sentences.push_back({{"worldwide", {}}});
  add_parts(sentences, requirement.review, requirement.provisions);
  if (!requirement.unknown.empty() && requirement.scope != RequirementScope::unknown)
    sentences.push_back({{"not_all_read", {}}});
  return sentences;
}

std::vector<Sentence> plain_words(const LicencePolicy& policy) {
  Sentences sentences;
  add_parts(sentences, policy.parts, policy.provisions);
  if (!policy.unknown.empty()) sentences.push_back({{"not_all_read", {}}});
  if (sentences.empty()) sentences.push_back({{"no_policy", {}}});
  return sentences;
}

std::vector<Sentence> plain_words(const ItemAnswer& answer) {
  Sentences sentences{{about_coverage(answer)}};
  if (!answer.condition.empty()) sentences.push_back({{"only_if", {quote_short("condition", {answer.condition})}}});
  add_review(sentences, answer.review, answer.review_provisions);
  if (answer.review.empty() && !answer.review_text.empty())
    sentences.push_back({{"review_not_told", {quote_short("words", {answer.review_text})}}});
  sentences.push_back({{"other_parts", {}}});
  return sentences;
}

}  // namespace lookup
