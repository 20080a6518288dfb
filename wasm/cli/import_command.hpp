#pragma once

#include <span>
#include <string_view>

namespace lookup {

/// `entity-lookup import`: makes a snapshot of one list from the official Consolidated Screening List CSV. `arguments`
/// are those after the word `import`. Prints one summary line to stderr and returns 0, or one sentence and 2; the
/// output file is replaced whole or not touched. A snapshot of the same list in its place is kept when the new one has
/// less than nine tenths of its entries (`list_shrank`) or an earlier date (`list_older`), unless that is accepted.
[[nodiscard]] int run_import(std::span<const std::string_view> arguments);

}  // namespace lookup
