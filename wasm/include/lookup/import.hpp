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
  std::string as_of;  ///< Date of the publication, YYYY-MM-DD.
  std::string source_title =
      "Consolidated Screening List, International Trade Administration, U.S. Department of Commerce";
  std::string source_url = "https://www.trade.gov/consolidated-screening-list";
};

/// The codes of all `known_lists()` but the Entity List: what `data/other-lists.json` holds.
[[nodiscard]] std::vector<std::string> other_list_codes();

/// Reads lists out of the official Consolidated Screening List CSV in one pass. Columns are found by their header;
/// lists not asked for are passed over, and one that the file has no entry of is left out. The result is sorted and
/// depends on the file's content alone, not on its order. A row published twice under different pages is one entry with
/// both.
///
/// Errors: `date_invalid` and `list_unknown` for the options; those of `CsvReader`; `csv_column_missing` with the
/// column; `csv_value_invalid` and `csv_duplicate_id` with record and column; `csv_list_absent` when there is no entry
/// of the lists asked for. After an error nothing is kept.
[[nodiscard]] Result<List> import_csv(std::string_view csv, const ImportOptions& options);

}  // namespace lookup
