#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lookup/list.hpp"

namespace lookup {

/// An entry before and after; one of the two is null where it has no counterpart.
using EntryPair = std::pair<const Entry*, const Entry*>;

/// Finds for the entries of one list those that are the same in a later publication, by the rules of `compare`. Every
/// entry stands in one pair. First those of `before` in their order, then those that are new.
[[nodiscard]] std::vector<EntryPair> pair_entries(const std::vector<const Entry*>& before,
                                                  const std::vector<const Entry*>& after);

/// The letters and digits of `text` after folding, without what stands between: equal for texts that differ in case,
/// accents, blanks and punctuation alone.
[[nodiscard]] std::string letters_of(std::string_view text);

}  // namespace lookup
