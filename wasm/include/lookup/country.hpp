#pragma once

#include <string>
#include <string_view>

namespace lookup {

/// True for an officially assigned ISO 3166-1 alpha-2 code, or XK (Kosovo, user-assigned), in capital letters.
[[nodiscard]] bool is_country_code(std::string_view code);

/// The code that ISO 3166-1 has for a published one: GB for UK, which it reserves for the same country, and every other
/// as it is, also one that it does not assign.
[[nodiscard]] std::string_view assigned_code(std::string_view published);

/// A code as typed, in capitals; GB for UK, which ISO 3166-1 reserves for the same country.
[[nodiscard]] std::string country_code(std::string typed);

}  // namespace lookup
