#include "lookup/query.hpp"

#include <algorithm>

#include "lookup/country.hpp"
#include "lookup/hints.hpp"
#include "lookup/unicode.hpp"
#include "text_limits.hpp"

namespace lookup {
namespace {

Error wrong(ErrorCode code, std::string field, std::string detail = {}) {
  return {code, std::move(detail), {}, std::move(field)};
}

/// What is wrong with the text of a field, whatever it holds.
std::optional<Error> flaw_of_text(const std::string& text, const std::string& field) {
  if (!is_utf8(text) || has_control_character(text)) return wrong(ErrorCode::name_not_utf8, field);
  const std::size_t characters = count_code_points(text);
  if (characters > maximum_name_characters)
    return wrong(ErrorCode::name_too_long, field,
                 std::to_string(characters) + " characters, at most " + std::to_string(maximum_name_characters));
  return std::nullopt;
}

std::optional<Error> flaw_of_name(const std::string& name) {
  if (auto error = flaw_of_text(name, "name")) return error;
  const bool blank = std::all_of(name.begin(), name.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  if (blank) return wrong(ErrorCode::name_missing, "name");
  if (!has_letter_or_digit(name)) return wrong(ErrorCode::name_without_letters, "name");
  return std::nullopt;
}

}  // namespace

std::optional<Error> flaw_of_optional(const std::string& text, const std::string& field) {
  if (text.empty()) return std::nullopt;
  if (auto error = flaw_of_text(text, field)) return error;
  if (!has_letter_or_digit(text)) return wrong(ErrorCode::name_without_letters, field);
  return std::nullopt;
}

Result<Query> validated(Query query) {
  if (auto error = flaw_of_name(query.name)) return *std::move(error);
  if (auto error = flaw_of_optional(query.address, "address")) return *std::move(error);
  query.country = country_code(std::move(query.country));
  if (!query.country.empty() && !is_country_code(query.country))
    return wrong(ErrorCode::country_unknown, "country", query.country);
  if (!query.born.empty() && !is_birth_date(query.born))
    return wrong(ErrorCode::birth_date_invalid, "born", query.born);
  if (!query.item.empty()) {
    const Result<Classification> item = parse_classification(query.item);
    if (!item.ok()) return wrong(item.error().code, "item", query.item);
  }
  if (!(query.min_score >= 0 && query.min_score <= 100)) return wrong(ErrorCode::score_out_of_range, "min_score");
  if (query.max_matches < 1 || query.max_matches > maximum_matches)
    return wrong(ErrorCode::count_out_of_range, "max_matches", "1 to " + std::to_string(maximum_matches));
  return query;
}

}  // namespace lookup
