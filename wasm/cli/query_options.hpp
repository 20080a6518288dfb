#pragma once

#include <array>
#include <string_view>

#include "arguments.hpp"
#include "lookup/query.hpp"

namespace lookup {

/// The options that say what to ask and of which lists; each takes a value …
inline constexpr std::array<std::string_view, 9> query_options{"--address", "--country",   "--born", "--item", "--only",
                                                               "--kind",    "--min-score", "--max",  "--list"};
/// … and these may be given several times.
inline constexpr std::array<std::string_view, 3> repeatable_query_options{"--only", "--kind", "--list"};

/// The query that these options describe, its name still empty. Their ranges are the screener's to check. Errors:
/// score_out_of_range, count_out_of_range where the value is no number; kind_unknown.
[[nodiscard]] Result<Query> query_from_options(const Arguments& arguments);

}  // namespace lookup
