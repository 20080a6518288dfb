#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace lookup {

/// Sets `key` where `value` is not empty: what is empty is left out of an answer.
template <typename T>
void set_filled(nlohmann::ordered_json& json, std::string_view key, const T& value) {
  if (!value.empty()) json[std::string{key}] = value;
}

}  // namespace lookup
