#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"
#include "lookup/licence_policy.hpp"
#include "lookup/screener.hpp"

namespace lookup {

inline constexpr std::size_t maximum_page_entries = 500;
inline constexpr std::size_t default_page_entries = 50;

/// What decides an entry's place in a page: its name as folded, or its date, then its name. Entries without a date come
/// last in both orders of dates.
enum class CatalogueOrder : std::uint8_t { name, newest, oldest };

/// The order called "name", "newest" or "oldest".
[[nodiscard]] std::optional<CatalogueOrder> catalogue_order(std::string_view name);

/// How an entry says that licence applications are reviewed: a kind of its policy or among its requirements,
/// `none_published` where it has no policy, `unknown` where it has one that could not be read.
enum class ListedPolicy : std::uint8_t {
  denial,
  presumption_of_denial,
  case_by_case,
  presumption_of_approval,
  per_section,
  unknown,
  none_published,
};
inline constexpr std::size_t listed_policy_count = 7;

/// As JSON has it: that of the `PolicyKind`, "unknown", "none_published".
[[nodiscard]] std::string_view name_of(ListedPolicy policy);

/// The policy of that name.
[[nodiscard]] std::optional<ListedPolicy> listed_policy(std::string_view name);

/// Which entries to show. What is empty lets all through; within one member one of its values is enough.
struct CatalogueFilter {
  std::vector<std::string> lists;      ///< Codes.
  std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2 in either case.
  std::string from;                    ///< First and …
  std::string to;                      ///< … last `Entry::start_date`, ISO 8601 days.
  std::string notice;                  ///< A Federal Register citation of the entry; spaces and case do not count.
  std::vector<ListedPolicy> policies;
  /// UTF-8: each of its words, folded as names are, begins a word of a name of the entry, or of its address where it is
  /// only an address. Or the entry's whole id.
  std::string text;
  CatalogueOrder order = CatalogueOrder::name;
  std::size_t offset = 0;                    ///< Entries to leave out at the beginning.
  std::size_t count = default_page_entries;  ///< 1 to `maximum_page_entries`.
};

template <typename Of>
struct Counted {
  Of of;
  std::size_t count;
};

/// The entries that begin on one day.
struct DateCount {
  std::string_view date;
  std::vector<std::string_view> notices;  ///< That may have listed them (`may_have_listed`), the most cited first.
  std::size_t count;
};

/// A part of the lists. All views and pointers live as long as the screener's snapshots.
struct CataloguePage {
  std::size_t total = 0;              ///< Entries that the filter lets through.
  std::vector<const Entry*> entries;  ///< Those of the page, in order.
  /// How many entries each value has, over what all other members of the filter let through. An entry counts once for
  /// each of its countries and policies.
  std::vector<Counted<std::string_view>> lists;      ///< Every list that is open, in their order.
  std::vector<Counted<std::string_view>> countries;  ///< Those that are there, the most frequent first.
  std::size_t without_country = 0;
  std::vector<DateCount> dates;  ///< In order of time.
  std::size_t undated = 0;
  std::vector<Counted<ListedPolicy>> policies;  ///< Those that are there.
};

/// One entry with its list.
struct FoundEntry {
  const Entry* entry = nullptr;
  const List* snapshot = nullptr;
  SearchedList list;
};

/// One entry of a catalogue.
struct CatalogueItem {
  std::uint32_t entry;  ///< In its snapshot.
  std::uint8_t snapshot;
  std::uint8_t list;      ///< In the catalogue.
  std::uint8_t policies;  ///< One bit for each `ListedPolicy`.
};

/// Reads the lists that a screener has open as one catalogue.
class Catalogue {
 public:
  /// `snapshots` must outlive it; it may grow.
  explicit Catalogue(const std::deque<SearchableSnapshot>& snapshots) : snapshots_(snapshots) {}

  /// The entries that `filter` lets through. Errors, each with its field: `list_not_open` where no list is, or a known
  /// one that is not; `list_unknown`; `country_unknown`; `date_invalid`; `dates_reversed`;
  /// `name_without_letters` and `name_too_long` of the text; `count_out_of_range`.
  ///
  /// Cost: linear in the entries; where no other order is asked, nothing is sorted but the dates. The first call after
  /// a list was opened folds and sorts all names and reads each policy, and keeps 8 bytes for each entry. Not for
  /// several threads at once.
  [[nodiscard]] Result<CataloguePage> browse(const CatalogueFilter& filter);

  /// The entry `id` of the list `code`. Errors: `list_not_open`, `list_unknown`, `entry_unknown`. Cost: linear.
  [[nodiscard]] Result<FoundEntry> find_entry(std::string_view code, std::string_view id) const;

 private:
  void arrange();

  const std::deque<SearchableSnapshot>& snapshots_;
  std::size_t arranged_ = 0;  // Snapshots that are in what follows.
  std::vector<SearchedList> lists_;
  std::vector<CatalogueItem> items_;  // In the order of names.
};

}  // namespace lookup
