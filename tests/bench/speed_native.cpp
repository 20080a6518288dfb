// Times the core on its own: opens a snapshot, then checks each line of a file of names. Prints JSON.
// Usage: speed_native SNAPSHOT QUERIES

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "lookup/screener.hpp"
#include "lookup/snapshot.hpp"

namespace {

// As in speed.mjs: the quickest counts, the others waited for the machine.
constexpr int opens = 3;
constexpr int rounds = 3;

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "Usage: speed_native SNAPSHOT QUERIES\n";
    return 2;
  }
  std::ifstream file{arguments[1], std::ios::binary};
  const std::string snapshot{std::istreambuf_iterator<char>{file}, {}};
  std::ifstream queries{arguments[2]};

  double load_ms = 0;
  double open_ms = 0;
  std::unique_ptr<lookup::Screener> screener;
  const std::size_t before_bytes = mallinfo2().uordblks + mallinfo2().hblkhd;
  for (int round = 0; round < opens; ++round) {
    screener.reset();
    const auto start = std::chrono::steady_clock::now();
    auto list = lookup::load_snapshot(snapshot);
    if (!list.ok()) {
      std::cerr << "speed_native: the snapshot was refused\n";
      return 2;
    }
    const double loaded = milliseconds_since(start);
    screener = std::make_unique<lookup::Screener>(std::move(list).value());
    const double opened = milliseconds_since(start);
    if (round == 0 || opened < open_ms) {
      load_ms = loaded;
      open_ms = opened;
    }
  }
  const std::size_t heap_bytes = mallinfo2().uordblks + mallinfo2().hblkhd - before_bytes;

  std::vector<std::string> names;
  for (std::string name; std::getline(queries, name);) names.push_back(name);
  lookup::Query query;
  std::size_t found = 0;
  std::vector<double> times(names.size(), std::numeric_limits<double>::infinity());
  for (int round = 0; round < rounds; ++round) {
    found = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      query.name = names[i];
      const auto start = std::chrono::steady_clock::now();
      const auto result = screener->check(query);
      times[i] = std::min(times[i], milliseconds_since(start));
      if (result.ok()) found += result.value().matches.size();
    }
  }
  std::cout << R"({"load_ms":)" << load_ms << R"(,"open_ms":)" << open_ms << R"(,"heap_bytes":)" << heap_bytes
            << R"(,"found":)" << found << R"(,"times_ms":[)";
  for (std::size_t i = 0; i < times.size(); ++i) std::cout << (i == 0 ? "" : ",") << times[i];
  std::cout << "]}\n";
}
