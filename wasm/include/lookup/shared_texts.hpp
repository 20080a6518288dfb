#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/list.hpp"

namespace lookup {

/// Gives each text a key: `prefix` and the first 8 hex digits of the text's SHA-256. Texts whose first 8 digits agree
/// take as many more as set them apart. Equal texts share one key and the order given changes nothing; the result is
/// sorted by key.
[[nodiscard]] std::vector<SharedText> key_texts(char prefix, std::vector<std::string> texts);

/// True for a key of that form.
[[nodiscard]] bool is_text_key(char prefix, std::string_view key);

}  // namespace lookup
