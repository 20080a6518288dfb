#pragma once

#include <string>
#include <string_view>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// The version of the snapshot's layout that this program writes and reads.
inline constexpr int snapshot_schema_version = 1;

/// The snapshot of `list` as JSON, one entry a line (data/schema.json). Equal lists give equal bytes. Its `sha256` is
/// the SHA-256 of the text itself with those 64 digits replaced by zeros; `list.sha256` is not looked at.
[[nodiscard]] std::string write_snapshot(const List& list);

/// Reads a snapshot, strictly: nothing unknown, nothing missing, nothing twice, and nothing loaded in part.
///
/// Errors, in the order in which they are looked for: `snapshot_empty`; `snapshot_too_deep`, `snapshot_truncated` or
/// `snapshot_not_json` (with the byte); `snapshot_wrong_version`; `snapshot_field_missing` or `snapshot_field_invalid`
/// (with the entry, 1-based, and the field); `snapshot_wrong_count`; `snapshot_wrong_hash`. Cost is linear; no document
/// tree is built.
[[nodiscard]] Result<List> load_snapshot(std::string_view json);

}  // namespace lookup
