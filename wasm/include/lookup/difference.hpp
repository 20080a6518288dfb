#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/list.hpp"

namespace lookup {

/// What became of an entry. One that changed in several ways is of the first kind that fits; `Change::fields` has all.
enum class ChangeKind {
  added,
  removed,
  renamed,      ///< Its published name is another, and its own name has other letters or digits.
  requirement,  ///< Its licence requirement has other letters or digits.
  policy,       ///< Its review policy has other letters or digits.
  other,
};

inline constexpr std::size_t change_kind_count = 6;

/// The name of a kind: `added`, `removed`, `renamed`, `requirement`, `policy`, `other`.
[[nodiscard]] std::string_view name_of(ChangeKind kind);

/// One entry that was added, removed or changed. Pointers and views are into the two lists compared, which must outlive
/// it.
struct Change {
  ChangeKind kind;
  const Entry* before;  ///< Null for an entry added.
  const Entry* after;   ///< Null for an entry removed.
  /// What differs, by the names that a snapshot has for it; none for an entry added or removed. `name` is the published
  /// name. A requirement or policy that differs in blanks, punctuation or case alone is `requirement_spelling` or
  /// `policy_spelling`. The order of aliases, addresses and the like is no difference.
  std::vector<std::string_view> fields;
  // The texts where `fields` has `requirement` or `policy`, else empty.
  std::string_view requirement_before;
  std::string_view requirement_after;
  std::string_view policy_before;
  std::string_view policy_after;
};

/// One list on both sides.
struct ListDifference {
  std::string code;
  std::optional<ListInfo> before;                       ///< Nothing for a list that is new.
  std::optional<ListInfo> after;                        ///< Nothing for a list that is gone.
  std::array<std::size_t, change_kind_count> counts{};  ///< Changes of each `ChangeKind`.
  std::size_t unchanged = 0;

  [[nodiscard]] std::size_t count(ChangeKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

/// Everything that differs between two lists.
struct Difference {
  std::vector<ListDifference> lists;  ///< Every list of either side, in the order of `known_lists()`.
  std::vector<Change> changes;        ///< By list in that order, kind, published name and id.
};

/// Compares two publications. An entry is taken for the same as one of the same list before it, each for one at most,
/// by the first of these rules that finds one:
/// 1. the publisher's id is the same;
/// 2. the published name has the same letters and digits after folding (`fold`), and the countries agree;
/// 3. renamed: a published or own name of the earlier entry is a name or alias of the later one, and the countries
/// agree;
/// 4. renamed: an alias of the earlier entry is a published or own name of the later one, and the countries agree.
///
/// Countries agree, the better agreement first, when they are the same, when one is common to both, or when an entry
/// has none. Of several entries that fit equally the first in the order of the list is taken, those with the same
/// addresses before all others. By rules 3 and 4 a name of fewer than four letters and digits tells nothing, and an
/// entry that is an address (`Address 01`) is the same only where its addresses are, by whatever rule but the first.
/// Cost is n log n.
[[nodiscard]] Difference compare(const List& before, const List& after);

}  // namespace lookup
