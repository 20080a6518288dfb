#pragma once

#include <string>

#include "lookup/difference.hpp"

namespace lookup {

/// A difference as JSON on one line, small enough for a page to search and export:
/// - `lists`: for each list its `code`, `title`, `before` and `after` (each `as_of`, `entries` and `names`, or null
/// where the list is not there), how many entries are `unchanged`, and of each kind of change how many: `added`,
/// `removed`, `renamed`, `requirement`, `policy`, `other`.
/// - `texts`: licence requirements and policies, each once.
/// - `changes`: for each its `kind`, `list`, `id`, published `name` and `countries`, of the later entry where there are
/// two; `before_name` where the published name was another, `before_id` where the id was; `fields` that differ;
/// `requirement` and `policy` where they changed, as two places in `texts`, before and after, null where there was
/// none. What is empty is left out.
[[nodiscard]] std::string to_json(const Difference& difference);

}  // namespace lookup
