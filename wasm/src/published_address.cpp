#include "lookup/published_address.hpp"

#include <algorithm>
#include <cstddef>

#include "lookup/spacing.hpp"

namespace lookup {
namespace {

Address read_address(std::string_view published) {
  const std::size_t comma = published.rfind(',');
  const std::size_t begin = comma == std::string_view::npos ? 0 : published.find_first_not_of(", ", comma);
  if (begin == std::string_view::npos || !has_country_form(published.substr(begin))) {
    return {std::string{without_trailing_comma(published)}, ""};
  }
  return {std::string{without_trailing_comma(published.substr(0, begin))}, std::string{published.substr(begin)}};
}

}  // namespace

bool has_country_form(std::string_view code) {
  return code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<Address> read_addresses(std::string_view cell) {
  std::vector<Address> addresses;
  for (const std::string& value : split_values(cell)) {
    Address address = read_address(value);
    if (address.text.empty() && address.country.empty()) continue;
    const bool known = std::any_of(addresses.begin(), addresses.end(), [&](const Address& other) {
      return other.text == address.text && other.country == address.country;
    });
    if (!known) addresses.push_back(std::move(address));
  }
  return addresses;
}

std::vector<std::string> countries_of(const std::vector<Address>& addresses) {
  std::vector<std::string> countries;
  for (const Address& address : addresses) append_unique(countries, address.country);
  return countries;
}

}  // namespace lookup
