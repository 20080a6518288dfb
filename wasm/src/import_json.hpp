#pragma once

#include <optional>
#include <string_view>

#include "import_rows.hpp"
#include "lookup/error.hpp"

namespace lookup {

/// Hands the records of the official JSON file to `collector`, each with its cells as the CSV has them. The layout and
/// the errors are those of `import_json`.
[[nodiscard]] std::optional<Error> read_official_json(std::string_view json, RowCollector& collector);

}  // namespace lookup
