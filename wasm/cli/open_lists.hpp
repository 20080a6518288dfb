#pragma once

#include "arguments.hpp"
#include "lookup/error.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// A screener over the snapshots that `--list` names, or over `entity-list.json` and `other-lists.json` beside the
/// running program where it names none.
[[nodiscard]] Result<Screener> open_lists(const Arguments& arguments);

}  // namespace lookup
