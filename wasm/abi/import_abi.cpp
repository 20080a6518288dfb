// Bringing in a newer list. A page makes a core instance of its own for it, in a worker, and ends it afterwards: no
// list is open there and no index is built, and a file that cannot be read leaves the instance that answers untouched.
//
//   lookup_import_before(entity-list.json), lookup_import_before(other-lists.json)   what is in place now
//   lookup_import({"as_of": "2026-07-31"}, file)    checks the file whole, says what is odd and what changes
//   the user decides
//   lookup_imported(0), lookup_imported(1)          the snapshots to keep instead of entity-list.json, other-lists.json
//
// Bytes are handed over and given back as everywhere (`lookup_allocate`, `lookup_release`). Each call copies what it
// needs, so that its bytes can be given back at once. Whether a date lies in the future the core cannot tell: it has no
// clock.

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lookup/import_answer.hpp"
#include "lookup/list_parts.hpp"
#include "lookup/result_json.hpp"
#include "lookup/snapshot.hpp"
#include "reply.hpp"

namespace {

/// The lists in place, as one.
lookup::List& lists_before() {
  static lookup::List lists;
  return lists;
}

/// The snapshots of the last file that was read without an error.
std::array<std::string, 2>& imported_snapshots() {
  static std::array<std::string, 2> snapshots;
  return snapshots;
}

}  // namespace

/// Loads a snapshot that is in place now, to compare with; once for each. Answers what is in place so far
/// (`{"lists": […]}` of `describe_list`). Without a call every list of the file is new. Errors: those of
/// `load_snapshot`, and `snapshot_field_invalid` for a list that an earlier call had; after an error nothing is in
/// place.
LOOKUP_EXPORT(lookup_import_before) const Reply* lookup_import_before(const char* pointer, std::uint32_t length) {
  std::vector<lookup::List> parts;
  parts.push_back(std::exchange(lists_before(), {}));
  lookup::Result<lookup::List> loaded = lookup::load_snapshot({pointer, length});
  if (!loaded.ok()) return refuse(loaded.error());
  parts.push_back(std::move(loaded).value());
  lookup::Result<lookup::List> joined = lookup::join_lists(std::move(parts));
  if (!joined.ok()) return refuse(joined.error());
  lists_before() = std::move(joined).value();
  return answer(lookup::describe_list(lists_before()));
}

/// Reads a file that the user brought: the official CSV or JSON, or a snapshot. The options are those of
/// `parse_import_options`, the answer that of `answer_import`. `as_of` is needed but for a snapshot, which has its own
/// dates. Errors name record and column (`record`, `field`); after one there is nothing to keep.
LOOKUP_EXPORT(lookup_import)
const Reply* lookup_import(const char* options_pointer, std::uint32_t options_length, const char* file_pointer,
                           std::uint32_t file_length) {
  imported_snapshots() = {};
  const lookup::Result<lookup::ImportOptions> options = lookup::parse_import_options({options_pointer, options_length});
  if (!options.ok()) return refuse(options.error());
  lookup::Result<lookup::ImportAnswer> imported =
      lookup::answer_import({file_pointer, file_length}, options.value(), lists_before());
  if (!imported.ok()) return refuse(imported.error());
  lookup::ImportAnswer taken = std::move(imported).value();
  imported_snapshots() = std::move(taken.snapshots);
  return answer(std::move(taken.json));
}

/// The bytes of a snapshot to keep, 0 for the Entity List and 1 for the others. No bytes where the file has none of it,
/// where there was an error or no import, and for any other number.
LOOKUP_EXPORT(lookup_imported) const Reply* lookup_imported(std::uint32_t which) {
  return answer(which < imported_snapshots().size() ? imported_snapshots()[which] : std::string{});
}
