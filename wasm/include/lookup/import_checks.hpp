#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// What is odd about a list that is to take the place of another.
enum class FindingKind {
  older,      ///< Its date is earlier.
  vanished,   ///< It has no entry any more.
  shrank,     ///< It has less than nine tenths of the entries.
  same_date,  ///< Its date is the same: nothing newer, or a date that was not corrected.
  predates,   ///< Its date is earlier than the start of one of its own entries: it cannot be right.
};

/// The name of a kind: `older`, `vanished`, `shrank`, `same_date`, `predates`.
[[nodiscard]] std::string_view name_of(FindingKind kind);

/// One oddity of one list.
struct Finding {
  FindingKind kind = FindingKind::same_date;
  ListInfo before;           ///< Of `predates` only the code.
  ListInfo after;            ///< Of a list that vanished only its code and the date of the file.
  std::string newest_start;  ///< Of `predates` the latest start of an entry, an ISO 8601 date; else empty.
};

/// Compares the lists in place with the fresh ones: for each list of `before`, in that order, first what its date says
/// and then what its size does. A file that was cut off at the end of a record looks whole; only its size beside the
/// old list's tells. A list that is new is no finding. Dates that are unknown are not compared.
[[nodiscard]] std::vector<Finding> check_import(const std::vector<ListInfo>& before,
                                                const std::vector<ListInfo>& after);

/// Holds the date of each list beside the start dates of its entries: what `predates` it, in order of the lists. Dates
/// that are unknown are not compared.
[[nodiscard]] std::vector<Finding> check_dates(const List& list);

/// All that is odd about a fresh import: what `check_import` finds, then what `check_dates` does.
[[nodiscard]] std::vector<Finding> find_oddities(const std::vector<ListInfo>& before, const List& after);

/// The error that keeps the old list in its place: `list_shrank` or `list_older` with both counts and dates, the latter
/// for `predates` too; nothing for `same_date`.
[[nodiscard]] std::optional<Error> error_of(const Finding& finding);

}  // namespace lookup
