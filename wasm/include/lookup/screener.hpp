#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/explain.hpp"
#include "lookup/list.hpp"
#include "lookup/name_index.hpp"
#include "lookup/score.hpp"

namespace lookup {

inline constexpr std::size_t maximum_name_characters =
    1000;  ///< Code points of a query; the longest listed name has 381.
inline constexpr std::size_t maximum_matches = 1000;
inline constexpr std::size_t default_max_matches = 20;
inline constexpr double country_shift = 3;  ///< Points that the asked country moves a match up or down the order.

/// A question.
struct Query {
  std::string name;     ///< UTF-8, 1 to `maximum_name_characters` code points, at least one letter or digit.
  std::string country;  ///< ISO 3166-1 alpha-2 in either case, or empty for none. Moves the order, never hides.
  double min_score = default_min_score;           ///< 0 to 100.
  std::size_t max_matches = default_max_matches;  ///< 1 to `maximum_matches`.
};

/// What the asked country has to say about a match.
enum class CountryAgreement : std::uint8_t { not_asked, agrees, differs, unknown };

/// One listed party that the query may name.
struct Match {
  const Entry* entry;             ///< Lives as long as the screener.
  NameKind matched_kind;          ///< Which of its names matched best …
  std::string_view matched_name;  ///< … and its text; lives as long as the screener.
  double score;                   ///< 0 to 100 in hundredths, by the name alone.
  CountryAgreement country;
  std::vector<Mark> query_marks;  ///< In bytes of the query's name.
  std::vector<Mark> name_marks;   ///< In bytes of `matched_name`.
  std::vector<Reason> reasons;
};

/// What decides a match's place in an answer.
struct Standing {
  double score;
  CountryAgreement country;
  NameKind matched_kind;
  const Entry* entry;
};

[[nodiscard]] inline Standing standing_of(const Match& match) {
  return {match.score, match.country, match.matched_kind, match.entry};
}

/// True when `a` stands before `b`: by score, moved by at most `country_shift` points where a country was asked for;
/// then the party's own name before an alias; then by published name; then by id.
[[nodiscard]] bool comes_before(const Standing& a, const Standing& b);

/// An answer.
struct CheckResult {
  Query query;                 ///< As asked, with the defaults that applied and the country in capitals.
  std::vector<Match> matches;  ///< Best first, at most `max_matches`.
  std::vector<std::string>
      foreign_words;      ///< Words of the query in letters that no listed name has: they could match nothing.
  bool searched = true;   ///< False where at most legal forms and numbers were not foreign: then nothing was checked.
  std::size_t total = 0;  ///< Entries at or above `min_score`, shown or not.
  double took_ms = 0;
};

/// Checks names against a list.
class Screener {
 public:
  explicit Screener(List list);

  [[nodiscard]] const List& list() const { return *list_; }
  /// The listed parties that `asked` may name, in the order of `comes_before`. Each entry is scored by its best name.
  [[nodiscard]] Result<CheckResult> check(const Query& asked) const;

 private:
  std::unique_ptr<const List> list_;  // The index holds views into it, so it must not move.
  NameIndex index_;
};

}  // namespace lookup
