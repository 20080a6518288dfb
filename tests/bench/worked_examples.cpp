// Writes the worked examples of wasm/README.md as the core makes them now; with --write, puts them into it.

#include "../core/worked_examples.hpp"

#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>

#include "../core/test_files.hpp"

int main(int count, char** arguments) {
  try {
    const std::string text = worked_examples();
    if (count < 2 || std::strcmp(arguments[1], "--write") != 0) {
      std::cout << text;
      return 0;
    }
    std::string readme = read_test_file("wasm/README.md");
    const std::string begin = worked_examples_begin;
    const std::size_t first = readme.find(begin);
    const std::size_t last = readme.find(worked_examples_end);
    if (first == std::string::npos || last == std::string::npos) {
      std::cerr << "wasm/README.md lacks the lines between which the examples stand\n";
      return 1;
    }
    readme.replace(first + begin.size(), last - first - begin.size(), text);
    std::ofstream{PROJECT_FOLDER "/wasm/README.md", std::ios::binary} << readme;
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
}
