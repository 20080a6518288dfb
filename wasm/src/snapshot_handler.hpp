#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

struct SnapshotField;

/// Where in a snapshot the parser stands.
enum class SnapshotPlace : std::uint8_t {
  outside,
  document,
  lists,
  list,
  source,
  requirements,
  policies,
  entries,
  entry,
  texts,
  numbers,
  addresses,
  address,
  ids,
  identifier,
  person,
  vessel,
};

/// Fills a `List` from the events of nlohmann's SAX parser. After the first field that does not belong, it only listens
/// on: broken JSON further down and another schema version are told before it.
class SnapshotHandler final : public nlohmann::json_sax<nlohmann::ordered_json> {
 public:
  /// `text_bytes` tells a text that ends too early from one that is no JSON.
  explicit SnapshotHandler(std::size_t text_bytes) : text_bytes_(text_bytes) {}

  bool null() override;
  bool boolean(bool value) override;
  bool number_integer(number_integer_t value) override;
  bool number_unsigned(number_unsigned_t value) override;
  bool number_float(number_float_t value, const string_t& text) override;
  bool string(string_t& value) override;
  bool binary(binary_t& value) override;
  bool start_object(std::size_t members) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(std::size_t items) override;
  bool end_array() override;
  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::ordered_json::exception& error) override;

  /// What kept the list from being read, the gravest first, or nothing.
  [[nodiscard]] std::optional<Error> error() const;

  /// The list; only when there was no error.
  [[nodiscard]] List take_list() { return std::move(list_); }

 private:
  struct Frame {
    SnapshotPlace place;
    const SnapshotField* field;  ///< The member that is being read, in an object.
    std::uint32_t seen;          ///< One bit for each member that stood in the object.
    std::size_t items;           ///< Items of an array so far.
  };

  [[nodiscard]] bool listening_only() const { return field_error_.has_value(); }
  [[nodiscard]] bool descend();
  void open(SnapshotPlace place);
  void reserve_entries();
  void count_item() { ++frames_.back().items; }
  bool fail(ErrorCode code, std::string field, std::string detail);
  bool fail_here(std::string detail);
  [[nodiscard]] std::string path() const;
  [[nodiscard]] std::optional<std::size_t> record() const;
  [[nodiscard]] SnapshotPlace place_of_object() const;
  [[nodiscard]] SnapshotPlace place_of_array() const;
  [[nodiscard]] bool store_text(std::string& value);
  [[nodiscard]] bool store_kind(std::string_view name);
  [[nodiscard]] bool store_number(std::uint64_t value);
  std::vector<SharedText>& shared_texts();

  std::size_t text_bytes_;
  std::size_t depth_ = 0;
  bool at_version_ = false;
  std::vector<Frame> frames_{{SnapshotPlace::outside, nullptr, 0, 0}};
  List list_;
  std::optional<Error> json_error_;
  std::optional<Error> version_error_;
  std::optional<Error> field_error_;
};

}  // namespace lookup
