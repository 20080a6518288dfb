#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json_reader.hpp"
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

/// Fills a `List` from what a JSON text holds. After the first field that does not belong, it only listens
/// on: broken JSON further down and another schema version are told before it.
class SnapshotHandler final : public JsonEvents {
 public:
  /// `text_bytes` tells a text that ends too early from one that is no JSON.
  explicit SnapshotHandler(std::size_t text_bytes) : text_bytes_(text_bytes) {}

  bool null() override;
  bool boolean(bool value) override;
  bool number(std::string_view text) override;
  bool string(std::string& value) override;
  bool start_object() override;
  bool key(std::string& name) override;
  bool end_object() override;
  bool start_array() override;
  bool end_array() override;
  void broken(std::size_t position) override;

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
