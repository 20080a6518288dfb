#pragma once

#include <array>
#include <cstddef>
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

/// Where the columns stand in one file.
class OfficialColumns {
 public:
  /// Finds them by the header. Errors: `csv_column_missing` with the column.
  [[nodiscard]] static Result<OfficialColumns> find(const CsvReader& reader);

  /// The cell of the row that `reader` stands at. The view lives until the reader goes on.
  [[nodiscard]] std::string_view value(const CsvReader& reader, Column column) const {
    return reader.value(positions_[static_cast<std::size_t>(column)]);
  }

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

/// The row that `reader` stands at, as an entry of `list`. Errors, with record and column: `csv_value_invalid`.
[[nodiscard]] Result<Draft> read_row(const CsvReader& reader, const OfficialColumns& columns, const KnownList& list);

/// An error in one cell of the row that `reader` stands at.
[[nodiscard]] Error cell_failure(const CsvReader& reader, ErrorCode code, Column column, std::string detail);

}  // namespace lookup
