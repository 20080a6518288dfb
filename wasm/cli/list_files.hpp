#pragma once

#include <string>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

// The snapshots of a bundle, by name, in their folder.
inline constexpr const char* entity_list_file = "entity-list.json";
inline constexpr const char* other_lists_file = "other-lists.json";

/// All lists at `path`, to be compared: a snapshot; the official CSV or JSON file, whose lists have no date then; or a
/// folder with the snapshots of a bundle, one of them or both. A list that is not known is an error. Errors:
/// `file_unreadable`, and those of `import_file` and `join_lists`.
[[nodiscard]] Result<List> read_lists(const std::string& path);

}  // namespace lookup
