#pragma once

#include <vector>

#include "lookup/item_answer.hpp"
#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/phrase.hpp"

namespace lookup {

/// What a licence requirement means, in sentences for someone who is no lawyer. They repeat the rule and decide
/// nothing; the text as published belongs beside them. What was not read is said to be so, and a requirement that
/// leaves items out is followed by the sentence that other parts of the EAR may still ask for a licence.
[[nodiscard]] std::vector<Sentence> plain_words(const LicenceRequirement& requirement);

/// What a review policy means, a sentence for each part.
[[nodiscard]] std::vector<Sentence> plain_words(const LicencePolicy& policy);

/// What an entry says of an item. The last sentence is always that other parts of the EAR may still ask for a licence.
[[nodiscard]] std::vector<Sentence> plain_words(const ItemAnswer& answer);

}  // namespace lookup
