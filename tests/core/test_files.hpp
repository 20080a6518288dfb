#pragma once

#include <fstream>
#include <iterator>
#include <string>

/// All bytes of the file at `path`, which starts at the project's folder; empty when there is none.
inline std::string read_test_file(const std::string& path) {
  std::ifstream file(PROJECT_FOLDER "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}
