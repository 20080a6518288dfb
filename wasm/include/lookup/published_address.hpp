#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/list.hpp"

namespace lookup {

/// The addresses in a published cell, parted by `;`, each once. `Wenyi Road, Hangzhou, 310052, CN` gives text and
/// country, `CN` a country alone, and an address that ends in no code (`Beijing, China`) a text alone.
[[nodiscard]] std::vector<Address> read_addresses(std::string_view cell);

/// The countries of `addresses` in order of first mention.
[[nodiscard]] std::vector<std::string> countries_of(const std::vector<Address>& addresses);

/// True for two capital letters, the form of an ISO 3166-1 alpha-2 code.
[[nodiscard]] bool has_country_form(std::string_view code);

}  // namespace lookup
