#include "bundled_list.hpp"

#include <filesystem>

#include "files.hpp"
#include "lookup/snapshot.hpp"

namespace lookup {

std::string bundled_list_path() {
  std::error_code ignored;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return (program.parent_path() / "entity-list.json").string();
}

Result<Screener> open_list(std::string_view path) {
  const Result<std::string> bytes = read_file(path.empty() ? bundled_list_path() : std::string{path});
  if (!bytes.ok()) return bytes.error();
  Result<List> list = load_snapshot(bytes.value());
  if (!list.ok()) return list.error();
  return Screener{std::move(list).value()};
}

}  // namespace lookup
