#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/classification.hpp"
#include "lookup/item_description.hpp"
#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"

namespace lookup {

/// What an entry's licence requirement says of an item. None of them says that no licence is needed.
enum class Coverage {
  named,            ///< The requirement names its classification.
  covered,          ///< It takes in all items, or all on the Commerce Control List.
  excepted,         ///< It leaves its classification out.
  partly_excepted,  ///< It leaves out some items that may be of its classification, as its words say.
  not_told,         ///< The classification alone does not tell.
};

/// The name of a coverage as JSON has it: `partly_excepted`.
[[nodiscard]] std::string_view name_of(Coverage coverage);

/// A part of a review policy that is, or may be, for an item.
struct ItemReview {
  PolicyPart part;
  Fit fit = Fit::none;  ///< How surely; never `Fit::none`.
};

/// What one entry says of one item.
struct ItemAnswer {
  Classification item;
  Coverage coverage;
  std::vector<std::string> published;        ///< The parts of the requirement that it goes by.
  std::vector<std::string> exceptions;       ///< The parts that leave the item out, or may.
  std::string condition;                     ///< The requirement's condition for all its items; empty for most.
  std::vector<ItemReview> review;            ///< In the order published.
  std::string review_text;                   ///< The review policy as published.
  std::vector<Provision> review_provisions;  ///< The sections that the review policy cites.
};

/// Reads what an entry with `requirement` and `policy` says of `item`.
[[nodiscard]] ItemAnswer answer_for_item(const Classification& item, const LicenceRequirement& requirement,
                                         const LicencePolicy& policy);

}  // namespace lookup
