#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "lookup/error.hpp"
#include "lookup/import.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// The two snapshots that a page keeps: the Entity List, and all other lists.
inline constexpr std::array<std::string_view, 2> snapshot_parts{"entity-list", "other-lists"};

/// A file that was read and checked whole and has taken no list's place yet.
struct ImportAnswer {
  std::string json;
  std::array<std::string, 2>
      snapshots;  ///< The bytes of each of `snapshot_parts`, empty where the file has none of it.
};

/// The options in the JSON `text`: `{"as_of": …, "source_title": …, "source_url": …}`, all texts, all optional. The
/// lists are all of `known_lists()`, and a file with another is refused. Errors: `request_malformed` with the member.
[[nodiscard]] Result<ImportOptions> parse_import_options(std::string_view text);

/// Reads a file of any format (`import_file`) and compares it with the lists in place, `before`. A snapshot that the
/// file has nothing of stays as it is, and is not compared. The answer as JSON:
/// - `format`: `csv`, `json` or `snapshot`;
/// - `lists`: of each list of the file `code`, `title`, `part` (of `snapshot_parts`), `as_of`, `entries`, `names`;
/// - `stays`: those of `snapshot_parts` that the file has nothing of;
/// - `findings`: what is odd (`check_import`, then `check_dates`), each with `kind`, `list`, `before` and `after`
///   (`as_of`, `entries`), and `newest_start` where an entry starts after its list's date;
/// - `difference`: what changes (`to_json` of a `Difference`).
///
/// Errors: those of `import_file`; those of `load_snapshot` where what would be kept could not be loaded again.
[[nodiscard]] Result<ImportAnswer> answer_import(std::string_view file, const ImportOptions& options,
                                                 const List& before);

}  // namespace lookup
