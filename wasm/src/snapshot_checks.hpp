#pragma once

#include <optional>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// The first field of a freshly read snapshot whose value no list holds there, or nothing. Looks at what the types do
/// not say: dates, country codes, keys, order, names with nothing to compare, ids that stand twice.
[[nodiscard]] std::optional<Error> check_fields(const List& list);

/// `snapshot_wrong_count` when a list has not the entries or the names that it says.
[[nodiscard]] std::optional<Error> check_counts(const List& list);

}  // namespace lookup
