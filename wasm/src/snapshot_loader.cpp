#include <algorithm>
#include <cstddef>
#include <optional>

#include "json_reader.hpp"
#include "lookup/sha256.hpp"
#include "lookup/snapshot.hpp"
#include "snapshot_checks.hpp"
#include "snapshot_handler.hpp"

namespace lookup {
namespace {

constexpr std::size_t digest_digits = 64;

bool is_digest(std::string_view text) {
  return text.size() == digest_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The SHA-256 of `json` with the first quoted `digest` in it replaced by zeros, or empty when it is not in it.
std::string digest_without_itself(std::string_view json, const std::string& digest) {
  const std::size_t quote = json.find('"' + digest + '"');
  if (quote == std::string_view::npos) return "";
  Sha256 hash;
  hash.update(json.substr(0, quote + 1));
  hash.update(std::string(digest_digits, '0'));
  hash.update(json.substr(quote + 1 + digest_digits));
  return hash.hex_digest();
}

std::optional<Error> check_hash(std::string_view json, const List& list) {
  if (digest_without_itself(json, list.sha256) == list.sha256) return std::nullopt;
  return Error{ErrorCode::snapshot_wrong_hash, "", std::nullopt, "sha256"};
}

}  // namespace

Result<List> load_snapshot(std::string_view json) {
  if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return Error{ErrorCode::snapshot_empty, "", std::nullopt, ""};
  }
  SnapshotHandler handler{json.size()};
  read_json(json, handler);
  if (auto error = handler.error()) return *std::move(error);
  List list = handler.take_list();
  if (!is_digest(list.sha256)) {
    return Error{ErrorCode::snapshot_field_invalid, list.sha256, std::nullopt, "sha256"};
  }
  if (auto error = check_fields(list)) return *std::move(error);
  if (list.entries.empty()) return Error{ErrorCode::snapshot_empty, "no entries", std::nullopt, "entries"};
  if (auto error = check_counts(list)) return *std::move(error);
  if (auto error = check_hash(json, list)) return *std::move(error);
  return list;
}

}  // namespace lookup
