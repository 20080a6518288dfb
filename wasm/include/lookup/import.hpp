#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// What an import needs to know that the file does not say.
struct ImportOptions {
  /// The lists to take from the file, as `known_lists()` has them.
  std::vector<std::string> list_codes{"EL"};
  /// Whether every row of the file must be of a list in `known_lists()`, taken or not.
  bool all_known = false;
  std::string as_of;        ///< Date of the publication, YYYY-MM-DD. A snapshot has its own.
  bool is_undated = false;  ///< Takes no date: for a list that is compared and not kept.
  std::string source_title =
      "Consolidated Screening List, International Trade Administration, U.S. Department of Commerce";
  std::string source_url = "https://www.trade.gov/consolidated-screening-list";
};

/// The code of the list that has a snapshot of its own.
inline constexpr std::string_view entity_list_code = "EL";

/// The codes of all `known_lists()`.
[[nodiscard]] std::vector<std::string> all_list_codes();

/// The codes of all `known_lists()` but the Entity List: what `data/other-lists.json` holds.
[[nodiscard]] std::vector<std::string> other_list_codes();

/// What a file that a user brings can be.
enum class FileFormat { csv, json, snapshot };

/// The name of a format: `csv`, `json` or `snapshot`.
[[nodiscard]] std::string_view name_of(FileFormat format);

/// Tells the formats apart by how the file begins: an object whose first member is one of a snapshot's, any other JSON,
/// anything else. Nothing more is looked at, so the reader of that format says what is wrong with a file of none.
[[nodiscard]] FileFormat format_of(std::string_view bytes);

/// Reads lists out of the official Consolidated Screening List CSV in one pass. Columns are found by their header;
/// lists not asked for are passed over, and one that the file has no entry of is left out. The result is sorted and
/// depends on the file's content alone, not on its order. A row published twice under different pages is one entry with
/// both.
///
/// Errors: `date_invalid` and `list_unknown` for the options; those of `CsvReader`; `csv_column_missing` with the
/// column; `csv_value_invalid`, `csv_duplicate_id` and, under `all_known`, `csv_list_unknown` with record and column;
/// `csv_list_absent` when there is no entry
/// of the lists asked for. After an error nothing is kept.
[[nodiscard]] Result<List> import_csv(std::string_view csv, const ImportOptions& options);

/// Reads the same out of the official JSON file, `consolidated.json`, which
/// <https://www.trade.gov/consolidated-screening-list> offers beside the CSV: an object whose `results` is an array of
/// records. A record has the columns of the CSV as members, null or left out where empty, save that
/// - `_id` may be called `id`;
/// - `programs`, `alt_names`, `citizenships`, `dates_of_birth`, `nationalities` and `places_of_birth` are arrays of
/// strings;
/// - `addresses` is an array of objects: `address`, `city`, `state`, `postal_code`, `country`;
/// - `ids` is one of `country`, `expiration_date`, `issue_date`, `number`, `type`.
///
/// The parts of an address and of an id are joined by commas in the order given here and the values by semicolons, as
/// they stand in the CSV, and read as its cells are, so that both files of one day give the same list. Only the
/// `country` beside the addresses, which the CSV does not have, counts where a record has no address. Members unknown
/// are passed over. Cost is linear; no document tree is built.
///
/// Errors: as those of `import_csv`, with the record's place in `results` and the member; `csv_column_missing` also for
/// a record without id, source or name, and for a file none of whose records has one of the members that a whole file
/// always has; `json_damaged` for JSON that is cut off or malformed; `json_wrong_total` where the file's own `total` is
/// another than that of its records.
[[nodiscard]] Result<List> import_json(std::string_view json, const ImportOptions& options);

/// Reads a file of any `FileFormat`. Of a snapshot the lists asked for are taken, with the dates that it gives them.
///
/// Errors: those of `import_csv`, `import_json` or `load_snapshot`; `list_unknown` for a snapshot with a list that is
/// not in `known_lists()` under `all_known`; `csv_list_absent` when there is no entry of the lists asked for.
[[nodiscard]] Result<List> import_file(std::string_view bytes, const ImportOptions& options);

}  // namespace lookup
