#include "import_json.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <utility>

#include "json_reader.hpp"
#include "lookup/unicode.hpp"
#include "published_row.hpp"

namespace lookup {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What a member of a record holds.
enum class Shape : std::uint8_t { text, texts, addresses, ids };

// In the order in which the CSV has them.
constexpr std::array<std::string_view, 5> address_parts{"address", "city", "state", "postal_code", "country"};
constexpr std::array<std::string_view, 5> id_parts{"country", "expiration_date", "issue_date", "number", "type"};

/// A whole file has each of these with one record at least. Where none has it, the publisher calls it otherwise, and
/// what it holds would be lost unseen.
constexpr auto expected_columns = std::to_array<Column>(
    {Column::type, Column::programs, Column::addresses, Column::federal_register_notice, Column::start_date,
     Column::license_requirement, Column::license_policy, Column::alt_names, Column::ids});

/// Every record has these.
constexpr auto required_columns = std::to_array<Column>({Column::id, Column::source, Column::name});

Shape shape_of(Column column) {
  switch (column) {
    case Column::programs:
    case Column::alt_names:
    case Column::citizenships:
    case Column::dates_of_birth:
    case Column::nationalities:
    case Column::places_of_birth:
      return Shape::texts;
    case Column::addresses:
      return Shape::addresses;
    case Column::ids:
      return Shape::ids;
    default:
      return Shape::text;
  }
}

void append(std::string& cell, std::string_view separator, std::string_view text) {
  if (text.empty()) return;
  if (!cell.empty()) cell.append(separator);
  cell.append(text);
}

/// Where in the file the parser stands.
enum class Place : std::uint8_t { outside, document, results, record, values, parts };

class RecordHandler final : public JsonEvents {
 public:
  RecordHandler(RowCollector& collector, std::size_t text_bytes) : collector_(collector), text_bytes_(text_bytes) {}

  bool null() override { return take_text(""); }
  bool boolean(bool) override { return skips() || fail_here("true or false does not belong here"); }
  bool number(std::string_view text) override {
    if (place_ == Place::document && depth_skipped_ == 0 && at_total_) total_ = whole_number(text);
    return take_text(text);
  }
  bool string(std::string& value) override { return take_text(value); }

  bool start_object() override {
    if (skips()) return skip_deeper();
    switch (place_) {
      case Place::outside:
        place_ = Place::document;
        return true;
      case Place::results:
        open_record();
        return true;
      case Place::values:
        if (shape_ == Shape::texts) return fail_here("an object does not belong here");
        place_ = Place::parts;
        for (std::string& part : parts_) part.clear();
        part_ = nullptr;
        return true;
      case Place::document:
        return skip_deeper();
      default:
        return fail_here("an object does not belong here");
    }
  }

  bool end_object() override {
    if (leave_skipped()) return true;
    switch (place_) {
      case Place::parts:
        close_parts();
        return true;
      case Place::record:
        return close_record();
      default:
        place_ = Place::outside;
        return true;
    }
  }

  bool start_array() override {
    if (skips()) return skip_deeper();
    if (place_ == Place::document && at_results_) {
      has_results_ = true;
      place_ = Place::results;
      return true;
    }
    if (place_ == Place::document) return skip_deeper();
    if (place_ == Place::outside) return fail({ErrorCode::csv_column_missing, "", std::nullopt, "results"});
    if (place_ != Place::record || shape_ == Shape::text) return fail_here("an array does not belong here");
    place_ = Place::values;
    return true;
  }

  bool end_array() override {
    if (leave_skipped()) return true;
    place_ = place_ == Place::values ? Place::record : Place::document;
    return true;
  }

  bool key(std::string& name) override {
    if (depth_skipped_ > 0) return true;
    if (place_ == Place::document) {
      at_results_ = name == "results";
      at_total_ = name == "total";
      return !(at_results_ && has_results_) || fail({ErrorCode::csv_value_invalid, "stands twice", std::nullopt, name});
    }
    return place_ == Place::parts ? open_part(name) : open_member(name);
  }

  void broken(std::size_t position) override {
    Error error{ErrorCode::json_damaged, "byte " + std::to_string(std::min(position + 1, text_bytes_)), std::nullopt,
                ""};
    if (row_.record > 0 && place_ != Place::document && place_ != Place::outside) error.record = row_.record;
    error_ = std::move(error);
  }

  /// What is wrong with the file, after the parser has gone through it.
  [[nodiscard]] std::optional<Error> error() const {
    if (error_) return error_;
    if (!has_results_) return Error{ErrorCode::csv_column_missing, "", std::nullopt, "results"};
    if (row_.record == 0) return std::nullopt;
    for (const Column column : expected_columns) {
      if (!ever_seen_.test(static_cast<std::size_t>(column)))
        return Error{ErrorCode::csv_column_missing, "", std::nullopt, std::string{name_of(column)}};
    }
    if (total_ && *total_ != row_.record) {
      return Error{ErrorCode::json_wrong_total,
                   "says " + std::to_string(*total_) + " and holds " + std::to_string(row_.record), std::nullopt,
                   "total"};
    }
    return std::nullopt;
  }

 private:
  /// Whether what comes belongs to a member that is not read.
  [[nodiscard]] bool skips() const {
    return depth_skipped_ > 0 || (place_ == Place::document && !at_results_ && !at_total_) ||
           (place_ == Place::record && is_unknown_) || (place_ == Place::parts && part_ == nullptr);
  }

  bool skip_deeper() {
    ++depth_skipped_;
    return true;
  }

  bool leave_skipped() {
    if (depth_skipped_ == 0) return false;
    --depth_skipped_;
    return true;
  }

  bool fail(Error error) {
    error_ = std::move(error);
    return false;
  }

  bool fail_here(std::string detail) {
    Error error{ErrorCode::csv_value_invalid, std::move(detail), std::nullopt, "results"};
    if (place_ != Place::outside && place_ != Place::document && row_.record > 0) error.record = row_.record;
    if (place_ == Place::record || place_ == Place::values || place_ == Place::parts) error.field = member_;
    return fail(std::move(error));
  }

  void open_record() {
    place_ = Place::record;
    ++row_.record;
    seen_.reset();
    for (std::string& cell : cells_) cell.clear();
    country_.clear();
    member_.clear();
  }

  bool open_member(const std::string& name) {
    member_ = name;
    is_country_ = name == "country";
    const auto column = find_column(name == "id" ? "_id" : name);
    is_unknown_ = !column && !is_country_;
    if (!column) {
      shape_ = Shape::text;
      return true;
    }
    column_ = static_cast<std::size_t>(*column);
    shape_ = shape_of(*column);
    ever_seen_.set(column_);
    if (seen_.test(column_)) return fail_here("stands twice");
    seen_.set(column_);
    return true;
  }

  bool open_part(const std::string& name) {
    const auto& names = shape_ == Shape::addresses ? address_parts : id_parts;
    const auto found = std::find(names.begin(), names.end(), name);
    part_ = found == names.end() ? nullptr : &parts_[static_cast<std::size_t>(found - names.begin())];
    return true;
  }

  void close_parts() {
    std::string joined;
    for (const std::string& part : parts_) append(joined, ", ", part);
    append(cells_[column_], "; ", joined);
    place_ = Place::values;
  }

  bool close_record() {
    place_ = Place::results;
    std::string& addresses = cells_[static_cast<std::size_t>(Column::addresses)];
    if (addresses.empty()) addresses = country_;
    for (std::size_t i = 0; i < column_count; ++i) row_.cells[i] = cells_[i];
    for (const Column column : required_columns) {
      if (!seen_.test(static_cast<std::size_t>(column)))
        return fail(cell_failure(row_, ErrorCode::csv_column_missing, column, ""));
    }
    if (auto error = collector_.add(row_)) return fail(*std::move(error));
    return true;
  }

  bool take_text(std::string_view text) {
    if (skips()) return true;
    switch (place_) {
      case Place::record:
        if (is_country_)
          country_ = text;
        else
          cells_[column_] = text;
        return true;
      case Place::values:
        if (shape_ != Shape::texts && !text.empty()) return fail_here("an object is missing here");
        append(cells_[column_], "; ", text);
        return true;
      case Place::parts:
        if (part_ != nullptr) *part_ = text;
        return true;
      case Place::document:
        return true;
      default:
        return fail_here("a record is missing here");
    }
  }

  RowCollector& collector_;
  std::size_t text_bytes_;
  PublishedRow row_;
  std::array<std::string, column_count> cells_;
  std::array<std::string, 5> parts_;
  std::string* part_ = nullptr;  ///< The part of an address or id that is being read, or null for an unknown one.
  std::string country_;
  std::string member_;
  std::size_t column_ = 0;
  Shape shape_ = Shape::text;
  Place place_ = Place::outside;
  bool is_country_ = false;
  bool is_unknown_ = false;
  bool at_results_ = false;
  bool at_total_ = false;
  bool has_results_ = false;
  std::size_t depth_skipped_ = 0;
  std::bitset<column_count> seen_;
  std::bitset<column_count> ever_seen_;
  std::optional<std::uint64_t> total_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> read_official_json(std::string_view json, RowCollector& collector) {
  if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
  if (!is_utf8(json)) return Error{ErrorCode::csv_not_utf8, "", std::nullopt, ""};
  RecordHandler handler{collector, json.size()};
  read_json(json, handler);
  return handler.error();
}

}  // namespace lookup
