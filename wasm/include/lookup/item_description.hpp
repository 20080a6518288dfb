#pragma once

#include <string_view>
#include <vector>

#include "lookup/classification.hpp"

namespace lookup {

/// How surely a published description of items takes in the items of one classification, from least to most.
enum class Fit {
  none,       ///< It speaks of items classified otherwise.
  by_words,   ///< It describes items in words alone, so that it may or may not.
  generally,  ///< It takes in all items, or all on the Commerce Control List.
  in_part,    ///< It takes in some: on a condition, or in a paragraph or category of the Commerce Control List.
  precisely,  ///< It names the classification, or all but others.
};

/// The name of a fit as JSON has it: `in_part`.
[[nodiscard]] std::string_view name_of(Fit fit);

/// The classifications that a description names, with paragraphs in short written out: `3B001.a.4, .c, .k to .p`. An
/// ECCN whose note alone is meant (`the Note to ECCN 1A995`) is not named.
[[nodiscard]] std::vector<Classification> read_classifications(std::string_view description);

/// The best fit of `description`, as published in an entry's requirement or policy, to the items of `item`. An empty
/// description is for all items.
[[nodiscard]] Fit fit(std::string_view description, const Classification& item);

}  // namespace lookup
