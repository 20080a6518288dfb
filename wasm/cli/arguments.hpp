#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"

namespace lookup {

/// The words of a command line, sorted into options and the rest. The views live as long as the command line.
struct Arguments {
  std::map<std::string_view, std::vector<std::string_view>>
      options;  ///< Values by option name; a flag has one empty value.
  std::vector<std::string_view> positionals;

  [[nodiscard]] bool has(std::string_view option) const { return options.contains(option); }
  /// The last value given, or `otherwise`.
  [[nodiscard]] std::string_view value(std::string_view option, std::string_view otherwise = {}) const;
};

/// A command line that cannot be followed, and why.
[[nodiscard]] Error usage_error(std::string detail);

/// Reads `words`: `--name value`, `--name=value`, flags, and everything else in order; after `--` nothing is an option.
/// Errors: usage, naming the option that is unknown, given twice though it is not in `repeatable`, or lacks its value.
[[nodiscard]] Result<Arguments> parse_arguments(std::span<const std::string_view> words,
                                                std::span<const std::string_view> with_value,
                                                std::span<const std::string_view> flags,
                                                std::span<const std::string_view> repeatable = {});

/// A number as people write it ("70", "82.5"); the whole text must be one. Errors: `code`, naming `option`.
[[nodiscard]] Result<double> parse_number(std::string_view text, std::string_view option, ErrorCode code);

}  // namespace lookup
