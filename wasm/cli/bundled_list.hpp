#pragma once

#include <string>
#include <string_view>

#include "lookup/error.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// Where the bundled list lies: `entity-list.json` beside the running program.
[[nodiscard]] std::string bundled_list_path();

/// A screener over the snapshot at `path`, or over the bundled one for an empty path.
[[nodiscard]] Result<Screener> open_list(std::string_view path);

}  // namespace lookup
