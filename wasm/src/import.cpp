#include "lookup/import.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "import_json.hpp"
#include "import_rows.hpp"
#include "lookup/csv.hpp"
#include "lookup/list_parts.hpp"
#include "lookup/list_register.hpp"
#include "lookup/snapshot.hpp"
#include "published_row.hpp"

namespace lookup {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view white_space = " \t\r\n";

/// The members of a snapshot; its writer puts the first first, other programs sort them.
constexpr std::array<std::string_view, 6> snapshot_members{"schema_version", "sha256",   "lists",
                                                           "requirements",   "policies", "entries"};

std::string_view without_white_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  return text;
}

/// The wanted lists of a snapshot.
Result<List> import_snapshot(std::string_view bytes, const ImportOptions& options) {
  Result<List> loaded = load_snapshot(bytes);
  if (!loaded.ok()) return loaded.error();
  List list = std::move(loaded).value();
  for (const ListInfo& info : list.lists) {
    if (options.all_known && find_known_list(info.code) == nullptr)
      return Error{ErrorCode::list_unknown, info.code, std::nullopt, "lists.code"};
  }
  std::string wanted;
  for (const std::string& code : options.list_codes) wanted.append(wanted.empty() ? "" : ", ").append(code);
  list = take_lists(std::move(list), options.list_codes);
  if (list.entries.empty()) return Error{ErrorCode::csv_list_absent, wanted, std::nullopt, "lists"};
  return list;
}

}  // namespace

std::vector<std::string> all_list_codes() {
  std::vector<std::string> codes;
  for (const KnownList& known : known_lists()) codes.emplace_back(known.code);
  return codes;
}

std::vector<std::string> other_list_codes() {
  std::vector<std::string> codes = all_list_codes();
  codes.erase(std::remove(codes.begin(), codes.end(), entity_list_code), codes.end());
  return codes;
}

std::string_view name_of(FileFormat format) {
  switch (format) {
    case FileFormat::snapshot:
      return "snapshot";
    case FileFormat::json:
      return "json";
    default:
      return "csv";
  }
}

FileFormat format_of(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  bytes = without_white_space(bytes);
  if (bytes.starts_with('[')) return FileFormat::json;
  if (!bytes.starts_with('{')) return FileFormat::csv;
  bytes = without_white_space(bytes.substr(1));
  if (!bytes.starts_with('"')) return FileFormat::json;
  const std::string_view member = bytes.substr(1, bytes.substr(1).find('"'));
  const bool is_snapshot =
      std::find(snapshot_members.begin(), snapshot_members.end(), member) != snapshot_members.end();
  return is_snapshot ? FileFormat::snapshot : FileFormat::json;
}

Result<List> import_csv(std::string_view csv, const ImportOptions& options) {
  auto opened = RowCollector::open(options);
  if (!opened.ok()) return opened.error();
  RowCollector collector = std::move(opened).value();
  auto reader = CsvReader::open(csv);
  if (!reader.ok()) return reader.error();
  CsvReader rows = std::move(reader).value();
  const auto columns = OfficialColumns::find(rows);
  if (!columns.ok()) return columns.error();
  while (true) {
    const auto row = rows.next();
    if (!row.ok()) return row.error();
    if (!row.value()) return collector.finish();
    if (auto error = collector.add(columns.value().row(rows))) return *std::move(error);
  }
}

Result<List> import_json(std::string_view json, const ImportOptions& options) {
  auto opened = RowCollector::open(options);
  if (!opened.ok()) return opened.error();
  RowCollector collector = std::move(opened).value();
  if (auto error = read_official_json(json, collector)) return *std::move(error);
  return collector.finish();
}

Result<List> import_file(std::string_view bytes, const ImportOptions& options) {
  switch (format_of(bytes)) {
    case FileFormat::snapshot:
      return import_snapshot(bytes, options);
    case FileFormat::json:
      return import_json(bytes, options);
    default:
      return import_csv(bytes, options);
  }
}

}  // namespace lookup
