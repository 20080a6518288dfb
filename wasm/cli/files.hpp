#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lookup/error.hpp"

namespace lookup {

/// All bytes of the file at `path`, or `file_unreadable` with the path and the system's reason.
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// Replaces the regular file at `asked`, or that a link there points at, by `bytes`, or leaves it as it was and says
/// why (`file_unwritable`). The bytes go to a temporary file in the same folder first, are flushed to the disk, and
/// take the old file's place in one step.
[[nodiscard]] std::optional<Error> write_file_atomically(const std::string& asked, std::string_view bytes);

}  // namespace lookup
