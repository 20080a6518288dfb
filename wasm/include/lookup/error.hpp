#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace lookup {

/// Everything that can go wrong in the core. The numeric value is the status that crosses the ABI; 0 means no error,
/// and a value once given keeps its meaning.
enum class ErrorCode : int {
  // The question.
  name_missing = 1,
  name_without_letters,
  name_too_long,
  name_not_utf8,
  country_unknown,
  score_out_of_range,
  count_out_of_range,
  request_malformed,
  classification_invalid,
  birth_date_invalid,
  kind_unknown,
  entry_unknown,
  // The snapshot.
  list_not_open = 20,
  snapshot_empty,
  snapshot_truncated,
  snapshot_not_json,
  snapshot_too_deep,
  snapshot_wrong_version,
  snapshot_field_missing,
  snapshot_field_invalid,
  snapshot_wrong_count,
  snapshot_wrong_hash,
  // The published file.
  csv_empty = 40,
  csv_not_utf8,
  csv_column_missing,
  csv_quote_unclosed,
  csv_row_width,
  csv_value_invalid,
  csv_duplicate_id,
  csv_list_absent,
  csv_list_unknown,
  date_invalid,
  dates_reversed,
  list_unknown,
  list_shrank,
  list_older,
  json_damaged,
  json_wrong_total,
  // The command line.
  file_unreadable = 60,
  file_unwritable,
  usage,
};

/// One error code with its stable name (`snake_case`, as JSON and scripts see it) and the sentence that a user reads.
struct ErrorPhrase {
  ErrorCode code;
  std::string_view name;
  std::string_view sentence;
};

/// Every error code with its name and sentence, in the order of the codes.
[[nodiscard]] const std::array<ErrorPhrase, 41>& error_phrases();

/// The name and sentence of one code.
[[nodiscard]] const ErrorPhrase& phrase_of(ErrorCode code);

/// A failure as a value: what went wrong, and where in the file it stands.
struct Error {
  ErrorCode code;
  std::string detail;                 ///< What exactly, for example the offending value; may be empty.
  std::optional<std::size_t> record;  ///< 1-based number of the entry or CSV record, where there is one.
  std::string field;                  ///< The column or JSON field, where there is one.
};

/// The user's sentence with record, field and detail appended, on one line.
[[nodiscard]] std::string describe(const Error& error);

/// Either a value or the reason why there is none.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  /// Only when `ok()`.
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<T>(&state_));
  }
  /// Only when not `ok()`.
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace lookup
