// The tables of files in wasm/README.md and wasm/tables/README.md name every file, each once.

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "test_files.hpp"

namespace {

/// How often each name stands in backticks in one cell, counted from 1, of the rows of a page's tables.
std::map<std::string, int> names_in_rows(const std::string& page, std::size_t cell) {
  std::map<std::string, int> uses;
  std::istringstream lines{page};
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with('|')) continue;
    std::istringstream cells{line};
    std::string text;
    for (std::size_t i = 0; i <= cell; ++i) std::getline(cells, text, '|');
    std::istringstream parts{text};
    for (std::string outside, name; std::getline(parts, outside, '`') && std::getline(parts, name, '`');) ++uses[name];
  }
  return uses;
}

std::set<std::string> files_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator{std::string{PROJECT_FOLDER "/"} + folder})
    if (file.is_regular_file()) names.insert(file.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("wasm/README.md puts each file of the core into one room") {
  const std::string readme = read_test_file("wasm/README.md");
  const std::size_t first = readme.find("## The rooms");
  const std::size_t last = readme.find("## How a score is made");
  REQUIRE(first < last);
  REQUIRE(last != std::string::npos);
  const std::map<std::string, int> rooms = names_in_rows(readme.substr(first, last - first), 2);
  std::set<std::string> files;
  for (const char* const folder : {"wasm/src", "wasm/include/lookup"})
    for (const std::string& name : files_in(folder)) files.insert(name.substr(0, name.find('.')));
  for (const std::string& name : files) {
    INFO(name);
    CHECK(rooms.contains(name));
  }
  for (const auto& [name, uses] : rooms) {
    INFO(name);
    CHECK((files.contains(name) || name == "data/*.json"));
    CHECK(uses == 1);
  }
}

TEST_CASE("wasm/tables/README.md lists each hand-written table once") {
  const std::map<std::string, int> listed = names_in_rows(read_test_file("wasm/tables/README.md"), 1);
  const std::set<std::string> files = files_in("wasm/tables");
  for (const std::string& name : files) {
    if (!name.ends_with(".tsv")) continue;
    INFO(name);
    REQUIRE(listed.contains(name));
    CHECK(listed.at(name) == 1);
  }
  for (const auto& [name, uses] : listed) {
    INFO(name);
    CHECK((name.find('*') != std::string::npos || files.contains(name)));
  }
}
