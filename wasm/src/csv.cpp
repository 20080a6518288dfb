#include "lookup/csv.hpp"

#include <algorithm>

#include "lookup/spacing.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool only_line_ends(std::string_view text) { return text.find_first_not_of("\r\n") == std::string_view::npos; }

}  // namespace

Error CsvReader::failure(ErrorCode code, std::string detail) const {
  Error error{code, std::move(detail), std::nullopt, ""};
  if (record_ > 0) {
    error.record = record_;
  } else {
    error.field = "header";
  }
  return error;
}

Result<CsvReader> CsvReader::open(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return Error{ErrorCode::csv_empty, "", std::nullopt, ""};
  }
  if (!is_utf8(text)) return Error{ErrorCode::csv_not_utf8, "", std::nullopt, ""};
  CsvReader reader{text};
  if (auto error = reader.read_line()) return *std::move(error);
  for (const std::string& name : reader.values_) reader.header_.push_back(collapse_spaces(name));
  return reader;
}

std::optional<std::size_t> CsvReader::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

Result<bool> CsvReader::next() {
  if (only_line_ends(rest_)) return false;
  ++record_;
  if (auto error = read_line()) return *std::move(error);
  if (values_.size() != header_.size()) {
    return failure(ErrorCode::csv_row_width,
                   std::to_string(values_.size()) + " values for " + std::to_string(header_.size()) + " columns");
  }
  return true;
}

std::optional<Error> CsvReader::read_line() {
  for (std::size_t count = 1;; ++count) {
    // The strings of the previous record are filled anew, so that their memory is taken only once.
    if (values_.size() < count) values_.emplace_back();
    std::string& value = values_[count - 1];
    value.clear();
    if (!rest_.starts_with('"')) {
      read_plain(value);
    } else if (auto error = read_quoted(value)) {
      return error;
    }
    if (rest_.starts_with(',')) {
      rest_.remove_prefix(1);
      continue;
    }
    if (!skip_line_end()) return failure(ErrorCode::csv_value_invalid, "text after a closing quotation mark");
    values_.resize(count);
    return std::nullopt;
  }
}

std::optional<Error> CsvReader::read_quoted(std::string& value) {
  rest_.remove_prefix(1);
  while (true) {
    const std::size_t quote = rest_.find('"');
    if (quote == std::string_view::npos) return failure(ErrorCode::csv_quote_unclosed, "");
    value.append(rest_.substr(0, quote));
    rest_.remove_prefix(quote + 1);
    if (!rest_.starts_with('"')) return std::nullopt;
    value += '"';
    rest_.remove_prefix(1);
  }
}

void CsvReader::read_plain(std::string& value) {
  std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
  if (end > 0 && end < rest_.size() && rest_[end] == '\n' && rest_[end - 1] == '\r') --end;
  value.assign(rest_.substr(0, end));
  rest_.remove_prefix(end);
}

bool CsvReader::skip_line_end() {
  if (rest_.starts_with("\r\n")) {
    rest_.remove_prefix(2);
  } else if (rest_.starts_with('\n')) {
    rest_.remove_prefix(1);
  } else if (rest_ == "\r") {
    rest_ = {};
  } else {
    return rest_.empty();
  }
  return true;
}

}  // namespace lookup
