#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "lookup/sha256.hpp"
#include "lookup/snapshot.hpp"

/// `text` with a checksum that fits it.
inline std::string sealed(std::string text) {
  const std::string label = "\"sha256\": \"";
  const std::size_t at = text.find(label) + label.size();
  text.replace(at, 64, std::string(64, '0'));
  return text.replace(at, 64, lookup::sha256_hex(text));
}

/// The snapshot `text` with the first `from` replaced by `to`, its checksum made to fit.
inline std::string changed_snapshot(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  return sealed(text.replace(at, from.size(), to));
}

inline lookup::Error error_of(const std::string& json) {
  const auto result = lookup::load_snapshot(json);
  REQUIRE_FALSE(result.ok());
  return result.error();
}

/// A change to a snapshot, and where the error that it makes stands.
struct Refusal {
  std::string from;
  std::string to;
  std::optional<std::size_t> record;
  std::string field;
};

/// Checks that the snapshot `text` is refused with `code` after each of the changes.
inline void check_snapshot_refused(const std::string& text, const std::vector<Refusal>& rows, lookup::ErrorCode code) {
  for (const Refusal& row : rows) {
    INFO(row.from << " → " << row.to);
    const lookup::Error error = error_of(changed_snapshot(text, row.from, row.to));
    INFO(describe(error));
    CHECK(error.code == code);
    CHECK(error.record == row.record);
    CHECK(error.field == row.field);
  }
}
