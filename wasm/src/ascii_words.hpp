#pragma once

#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

[[nodiscard]] bool is_all_ascii(std::string_view text);

/// The words of ASCII text as `tokenize` splits any, without taking it through Unicode: most names are ASCII.
[[nodiscard]] std::vector<Word> split_ascii(std::string_view text);

}  // namespace lookup
