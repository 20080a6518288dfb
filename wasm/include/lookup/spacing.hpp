#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// `text` with every run of white space made one space and none at either end. White space is ASCII's, the no-break
/// space and the other Unicode spaces (UAX #44, general category Zs). `text` must be well-formed UTF-8.
[[nodiscard]] std::string collapse_spaces(std::string_view text);

/// `text` without white space and commas at its end, as published values carry them stray.
[[nodiscard]] std::string_view without_trailing_comma(std::string_view text);

/// The values of a cell that holds several, parted by `;`: each with its spaces collapsed, empty ones left out.
[[nodiscard]] std::vector<std::string> split_values(std::string_view cell);

/// Appends `value` unless it is empty or `values` holds it.
void append_unique(std::vector<std::string>& values, std::string value);

}  // namespace lookup
