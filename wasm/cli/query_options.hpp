#pragma once

#include "arguments.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// The query that `--country`, `--min-score` and `--max` describe, its name still empty. Their ranges are the
/// screener's to check. Errors: score_out_of_range, count_out_of_range where the value is no number.
[[nodiscard]] Result<Query> query_from_options(const Arguments& arguments);

}  // namespace lookup
