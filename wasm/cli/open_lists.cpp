#include "open_lists.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "files.hpp"
#include "lookup/snapshot.hpp"

namespace lookup {
namespace {

std::vector<std::string> paths_of(const Arguments& arguments) {
  if (arguments.has("--list")) {
    const std::vector<std::string_view>& given = arguments.options.at("--list");
    return {given.begin(), given.end()};
  }
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  return {(folder / "entity-list.json").string(), (folder / "other-lists.json").string()};
}

}  // namespace

Result<Screener> open_lists(const Arguments& arguments) {
  Screener screener;
  std::set<std::string> codes;
  for (const std::string& path : paths_of(arguments)) {
    const Result<std::string> bytes = read_file(path);
    if (!bytes.ok()) return bytes.error();
    Result<List> list = load_snapshot(bytes.value());
    if (!list.ok()) return list.error();
    for (const ListInfo& info : list.value().lists)
      if (!codes.insert(info.code).second)
        return Error{ErrorCode::usage, "the list " + info.code + " stands in two of the files given: " + path, {}, {}};
    screener.add(std::move(list).value());
  }
  return screener;
}

}  // namespace lookup
