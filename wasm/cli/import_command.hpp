#pragma once

#include <span>
#include <string_view>

namespace lookup {

/// `entity-lookup import`: makes a snapshot of one list from the official Consolidated Screening List CSV. `arguments`
/// are those after the word `import`. Prints one summary line to stderr and returns 0, or one sentence and 2; the
/// output file is replaced whole or not touched.
[[nodiscard]] int run_import(std::span<const std::string_view> arguments);

}  // namespace lookup
