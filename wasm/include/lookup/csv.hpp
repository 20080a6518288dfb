#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"

namespace lookup {

/// Reads comma-separated values record by record (RFC 4180): quoted values with doubled quotes and line breaks, lines
/// that end in CRLF or LF, a byte-order mark, a last line with or without its line end, blank lines at the end.
///
/// The reader keeps a view of the text, which must outlive it. Records are numbered from 1, the first one after the
/// header.
class CsvReader {
 public:
  /// Reads the header. Errors: `csv_empty`, `csv_not_utf8`, `csv_quote_unclosed`.
  [[nodiscard]] static Result<CsvReader> open(std::string_view text);

  /// The position of the column that the header calls `name`, whatever its place among the others.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;

  /// Reads the next record; false after the last. Errors, each with the record: `csv_row_width`, `csv_quote_unclosed`,
  /// `csv_value_invalid` for text between a closing quotation mark and the next comma. After an error the reader is
  /// spent.
  [[nodiscard]] Result<bool> next();

  /// The value of the current record in `column`. The view lives until `next()`.
  [[nodiscard]] std::string_view value(std::size_t column) const { return values_[column]; }

  /// The number of the current record, 0 before the first.
  [[nodiscard]] std::size_t record() const { return record_; }

 private:
  explicit CsvReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::optional<Error> read_line();
  [[nodiscard]] std::optional<Error> read_quoted(std::string& value);
  void read_plain(std::string& value);
  [[nodiscard]] bool skip_line_end();
  [[nodiscard]] Error failure(ErrorCode code, std::string detail) const;

  std::string_view rest_;
  std::vector<std::string> header_;
  std::vector<std::string> values_;
  std::size_t record_ = 0;
};

}  // namespace lookup
