#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// The lists with those codes, and all others, each as `take_lists` has them.
[[nodiscard]] std::pair<List, List> split_lists(List list, const std::vector<std::string>& codes);

/// The lists with those codes out of `list`, with their entries and the texts that these use; no entries where it has
/// none of them. The keys of the texts are those of a list that was imported alone. `sha256` is empty.
[[nodiscard]] List take_lists(List list, const std::vector<std::string>& codes);

/// Several snapshots as one, the lists in the order of `known_lists()` and then as given. `sha256` is empty. Errors:
/// `snapshot_field_invalid` where two of them hold the same list.
[[nodiscard]] Result<List> join_lists(std::vector<List> parts);

}  // namespace lookup
