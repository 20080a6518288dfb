#pragma once

#include <span>
#include <string_view>

namespace lookup {

/// `entity-lookup import`: makes snapshots from the official Consolidated Screening List, CSV or JSON, or from
/// a snapshot. `arguments` are those
/// after the word `import`: `--list` names a list, time and again, or is `others` for all but the Entity List;
/// `--bundle` writes both files of `data/` into a folder. With `others` and `--bundle` a list in the file that the
/// program does not know is an error, so that no party is lost unseen; lists by name pass over the rest of the file.
///
/// Prints a line for each list and each output to stderr and returns 0, or one sentence and 2. Nothing is written
/// before everything is imported and checked, and an output file is replaced whole or not touched. A snapshot in its
/// place is kept when the new one has less than nine tenths of the entries of any of its lists (`list_shrank`) or an
/// earlier date
/// (`list_older`), unless that is accepted.
[[nodiscard]] int run_import(std::span<const std::string_view> arguments);

}  // namespace lookup
