#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/import.hpp"
#include "lookup/list.hpp"
#include "published_row.hpp"

namespace lookup {

/// Takes in the records of an official file one by one, whatever its format, and makes a list of them.
class RowCollector {
 public:
  /// Errors, for the options: `date_invalid`, `list_unknown`.
  [[nodiscard]] static Result<RowCollector> open(const ImportOptions& options);

  /// Reads one record if it is of a list asked for. Errors, with record and column: `csv_value_invalid`,
  /// `csv_duplicate_id`, `csv_list_unknown`.
  [[nodiscard]] std::optional<Error> add(const PublishedRow& row);

  /// The list of all records. Errors: `csv_empty` where there was none, `csv_list_absent` where none was of a list
  /// asked for.
  [[nodiscard]] Result<List> finish();

 private:
  /// A list asked for, and where its entries are among the drafts.
  struct WantedList {
    const KnownList* list;
    std::map<std::string, std::size_t, std::less<>> drafts_by_id;  ///< By id, and by id and pages, which is each row.
  };

  explicit RowCollector(const ImportOptions& options) : options_(options) {}

  [[nodiscard]] std::optional<Error> add_entry(const PublishedRow& row, WantedList& wanted);
  [[nodiscard]] std::string wanted_codes() const;

  ImportOptions options_;
  std::vector<WantedList> wanted_;
  std::vector<Draft> drafts_;
  bool is_empty_ = true;
};

}  // namespace lookup
