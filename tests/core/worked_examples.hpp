#pragma once

#include <string>
#include <vector>

/// The part of wasm/README.md that is made by the code it describes: the constants of a score as the sources have them,
/// and three queries with every number on the way to their score. In Markdown. Throws `std::runtime_error` where a
/// constant is not in its source any more.
[[nodiscard]] std::string worked_examples();

/// A score worked out by the formula and the constants as the README gives them, beside the core's own.
struct Recomputed {
  std::string query;
  double by_readme;
  double by_core;
};

[[nodiscard]] std::vector<Recomputed> recomputed_examples();

/// The lines of wasm/README.md between which `worked_examples` stands.
inline constexpr const char* worked_examples_begin = "<!-- worked examples: made by tests/bench/worked-examples -->\n";
inline constexpr const char* worked_examples_end = "<!-- end of worked examples -->\n";
