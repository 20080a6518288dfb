#include "list_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "files.hpp"
#include "lookup/import.hpp"
#include "lookup/list_parts.hpp"

namespace lookup {
namespace {

Result<List> read_list_file(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  ImportOptions options;
  options.list_codes = all_list_codes();
  options.all_known = true;
  options.is_undated = true;
  auto list = import_file(bytes.value(), options);
  if (list.ok()) return list;
  // Two files are compared: which of them it is must be said.
  Error error = list.error();
  error.detail.insert(0, error.detail.empty() ? path : path + ": ");
  return error;
}

}  // namespace

Result<List> read_lists(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return read_list_file(path);
  std::vector<List> parts;
  for (const char* const name : {entity_list_file, other_lists_file}) {
    const std::filesystem::path file = std::filesystem::path{path} / name;
    if (!std::filesystem::exists(file, ignored)) continue;
    auto part = read_list_file(file.string());
    if (!part.ok()) return part.error();
    parts.push_back(std::move(part).value());
  }
  if (parts.empty()) {
    std::string detail = path;
    detail.append(": neither ").append(entity_list_file).append(" nor ").append(other_lists_file).append(" is there");
    return Error{ErrorCode::file_unreadable, std::move(detail), std::nullopt, ""};
  }
  return join_lists(std::move(parts));
}

}  // namespace lookup
