#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace lookup {

/// The JSON on one line. Text that the core did not make itself may hold anything, the answer must not: a byte that is
/// no part of a character in UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json);

/// Appends `text` as a JSON string, quotes included, by the same rule.
void append_json_string(std::string& out, std::string_view text);

}  // namespace lookup
