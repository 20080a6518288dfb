#pragma once

#include <string>
#include <string_view>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// What an import needs to know that the file does not say.
struct ImportOptions {
  std::string list_code = "EL";  ///< The list to take from the file, as `known_lists()` has it.
  std::string as_of;             ///< Date of the publication, YYYY-MM-DD.
  std::string source_title =
      "Consolidated Screening List, International Trade Administration, U.S. Department of Commerce";
  std::string source_url = "https://www.trade.gov/consolidated-screening-list";
};

/// Reads one list out of the official Consolidated Screening List CSV. Columns are found by their header; the other
/// lists of the file are passed over. The result is sorted and depends on the file's content alone, not on its order.
///
/// Errors: `date_invalid` and `list_unknown` for the options; those of `CsvReader`; `csv_column_missing` with the
/// column; `csv_value_invalid` and `csv_duplicate_id` with record and column; `csv_list_absent`. After an error nothing
/// is kept.
[[nodiscard]] Result<List> import_csv(std::string_view csv, const ImportOptions& options);

}  // namespace lookup
