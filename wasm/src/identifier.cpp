#include "lookup/identifier.hpp"

#include <algorithm>
#include <cstddef>

#include "lookup/calendar_date.hpp"
#include "lookup/published_address.hpp"
#include "lookup/spacing.hpp"

namespace lookup {
namespace {

/// Takes the first part of `rest`, up to a comma, if `belongs` says so of it.
template <typename Belongs>
std::string take_part(std::string& rest, Belongs belongs) {
  const std::size_t comma = rest.find(',');
  const std::string part = rest.substr(0, comma);
  if (!belongs(part)) return "";
  rest = comma == std::string::npos ? "" : collapse_spaces(std::string_view{rest}.substr(comma + 1));
  return part;
}

Identifier read_identifier(std::string_view published) {
  const std::size_t comma = published.rfind(',');
  if (comma == std::string_view::npos) return {std::string{published}, "", "", {}};
  Identifier identifier;
  identifier.kind = collapse_spaces(published.substr(comma + 1));
  std::string rest = collapse_spaces(published.substr(0, comma));
  identifier.country = take_part(rest, has_country_form);
  for (std::string date; !(date = take_part(rest, is_calendar_date)).empty();) append_unique(identifier.dates, date);
  identifier.number = std::move(rest);
  return identifier;
}

}  // namespace

std::vector<Identifier> read_identifiers(std::string_view cell) {
  std::vector<Identifier> identifiers;
  for (const std::string& value : split_values(cell)) {
    Identifier identifier = read_identifier(without_trailing_comma(value));
    if (identifier.kind.empty()) continue;
    if (std::find(identifiers.begin(), identifiers.end(), identifier) == identifiers.end()) {
      identifiers.push_back(std::move(identifier));
    }
  }
  return identifiers;
}

}  // namespace lookup
