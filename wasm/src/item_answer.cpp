#include "lookup/item_answer.hpp"

#include <algorithm>

namespace lookup {
namespace {

void keep_text(ItemAnswer& answer, const LicenceRequirement& requirement) {
  answer.published.clear();
  if (!requirement.text.empty()) answer.published.push_back(requirement.text);
}

/// The coverage by an entry that names its items.
void read_named_items(ItemAnswer& answer, const LicenceRequirement& requirement) {
  Fit best = Fit::none;
  for (const std::string& items : requirement.items) {
    const Fit found = fit(items, answer.item);
    if (found > best) answer.published = {items};
    best = std::max(best, found);
  }
  if (best == Fit::precisely) answer.coverage = Coverage::named;
  if (best == Fit::generally) answer.coverage = Coverage::covered;
  if (best == Fit::none) keep_text(answer, requirement);
}

/// The coverage by an entry that is for all items, and what its exceptions change.
void read_all_items(ItemAnswer& answer, const LicenceRequirement& requirement) {
  answer.coverage = Coverage::covered;
  answer.published = requirement.items;
  for (const std::string& exception : requirement.exceptions) {
    const Fit found = fit(exception, answer.item);
    if (found == Fit::none) continue;
    if (found == Fit::precisely) answer.coverage = Coverage::excepted;
    if (answer.coverage == Coverage::covered) answer.coverage = Coverage::partly_excepted;
    answer.exceptions.push_back(exception);
  }
}

/// The parts of `parts` for the item. What is for items in general gives way to what names the item.
std::vector<ItemReview> read_review(const Classification& item, const std::vector<PolicyPart>& parts) {
  std::vector<ItemReview> review;
  for (const PolicyPart& part : parts) {
    const bool left_out = !part.exception.empty() && fit(part.exception, item) == Fit::precisely;
    const Fit found = left_out ? Fit::none : fit(part.items, item);
    if (found != Fit::none) review.push_back({part, found});
  }
  const auto is_precise = [](const ItemReview& one) { return one.fit == Fit::precisely; };
  if (std::any_of(review.begin(), review.end(), is_precise)) {
    review.erase(
        std::remove_if(review.begin(), review.end(), [](const ItemReview& one) { return one.fit == Fit::generally; }),
        review.end());
  }
  return review;
}

}  // namespace

std::string_view name_of(Coverage coverage) {
  switch (coverage) {
    case Coverage::named:
      return "named";
    case Coverage::covered:
      return "covered";
    case Coverage::excepted:
      return "excepted";
    case Coverage::partly_excepted:
      return "partly_excepted";
    default:
      return "not_told";
  }
}

ItemAnswer answer_for_item(const Classification& item, const LicenceRequirement& requirement,
                           const LicencePolicy& policy) {
  ItemAnswer answer{item, Coverage::not_told, {}, {}, requirement.condition, {}, policy.text, policy.provisions};
  switch (requirement.scope) {
    case RequirementScope::named_items:
      read_named_items(answer, requirement);
      break;
    case RequirementScope::all_items:
    case RequirementScope::all_but_excepted:
    case RequirementScope::under_a_section:
      read_all_items(answer, requirement);
      break;
    default:
      keep_text(answer, requirement);
  }
  std::vector<PolicyPart> parts = requirement.review;
  parts.insert(parts.end(), policy.parts.begin(), policy.parts.end());
  answer.review = read_review(item, parts);
  return answer;
}

}  // namespace lookup
