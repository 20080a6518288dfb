#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "lookup/csv.hpp"
#include "lookup/error.hpp"
#include "lookup/list.hpp"
#include "lookup/list_register.hpp"

namespace lookup {

/// The columns of the official layout that are read: all but `entity_number`, which Treasury's ids begin with.
enum class Column : std::size_t {
  id,
  source,
  type,
  programs,
  name,
  title,
  addresses,
  federal_register_notice,
  start_date,
  end_date,
  standard_order,
  license_requirement,
  license_policy,
  call_sign,
  vessel_type,
  gross_tonnage,
  gross_registered_tonnage,
  vessel_flag,
  vessel_owner,
  remarks,
  source_list_url,
  alt_names,
  citizenships,
  dates_of_birth,
  nationalities,
  places_of_birth,
  source_information_url,
  ids,
};

inline constexpr std::size_t column_count = 28;

/// What the official layout calls the column.
[[nodiscard]] std::string_view name_of(Column column);

/// The column of that name, or nothing where the name is no column that is read.
[[nodiscard]] std::optional<Column> find_column(std::string_view name);

/// One published record: the cells as the official CSV has them, several values parted by `;`. The views live as long
/// as what the record was read from stays at it.
struct PublishedRow {
  std::array<std::string_view, column_count> cells;
  std::size_t record = 0;  ///< 1-based.

  [[nodiscard]] std::string_view value(Column column) const { return cells[static_cast<std::size_t>(column)]; }
};

/// Where the columns stand in one file.
class OfficialColumns {
 public:
  /// Finds them by the header. Errors: `csv_column_missing` with the column.
  [[nodiscard]] static Result<OfficialColumns> find(const CsvReader& reader);

  /// The record that `reader` stands at, until the reader goes on.
  [[nodiscard]] PublishedRow row(const CsvReader& reader) const;

 private:
  std::array<std::size_t, column_count> positions_{};
};

/// An entry whose requirement and policy are still texts.
struct Draft {
  Entry entry;
  std::string requirement;
  std::string policy;

  bool operator==(const Draft&) const = default;
};

/// The record as an entry of `list`. Errors, with record and column: `csv_value_invalid`.
[[nodiscard]] Result<Draft> read_row(const PublishedRow& row, const KnownList& list);

/// An error in one cell of the record.
[[nodiscard]] Error cell_failure(const PublishedRow& row, ErrorCode code, Column column, std::string detail);

}  // namespace lookup
