#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lookup/classification.hpp"
#include "lookup/error.hpp"
#include "lookup/list.hpp"
#include "lookup/score.hpp"

namespace lookup {

inline constexpr std::size_t maximum_name_characters =
    1000;  ///< Code points of a query; the longest listed name has 381.
inline constexpr std::size_t maximum_matches = 1000;
inline constexpr std::size_t default_max_matches = 20;

/// A question.
struct Query {
  std::string name;     ///< UTF-8, 1 to `maximum_name_characters` code points, at least one letter or digit.
  std::string address;  ///< UTF-8, as long as a name at most, or empty; then an address in the name is looked for.
  std::string country;  ///< ISO 3166-1 alpha-2 in either case, or empty for none. Moves the order, never hides.
  std::string born;     ///< Of a person: `1956-09-13`, `1956-09` or `1956`, or empty. Moves the order, never hides.
  std::string item;     ///< What the item in question is classified as, as typed (`parse_classification`), or empty.
  std::vector<std::string> lists;        ///< Codes of the lists to look through; empty for all.
  std::vector<EntryKind> kinds;          ///< What to look for; empty for all. Entries of unknown kind always stay.
  double min_score = default_min_score;  ///< 0 to 100.
  std::size_t max_matches = default_max_matches;  ///< 1 to `maximum_matches`.
};

/// What is wrong with a text of a question that may be left out: `name_not_utf8`, `name_too_long`, or
/// `name_without_letters`, since one that holds nothing to compare is not one left out.
[[nodiscard]] std::optional<Error> flaw_of_optional(const std::string& text, const std::string& field);

/// The query with its country in capitals, or why it cannot be asked: an error with the field it stands in.
[[nodiscard]] Result<Query> validated(Query query);

}  // namespace lookup
