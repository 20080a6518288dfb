#include "lookup/difference.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "entry_pairs.hpp"
#include "lookup/list_register.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr std::array<std::string_view, change_kind_count> kind_names{"added",       "removed", "renamed",
                                                                     "requirement", "policy",  "other"};

using Entries = std::vector<const Entry*>;

/// Whether two arrays hold the same whatever their order.
template <typename Item, typename Before>
bool hold_the_same(const std::vector<Item>& a, const std::vector<Item>& b, Before before) {
  if (a == b) return true;
  if (a.size() != b.size()) return false;
  std::vector<Item> sorted_a = a;
  std::vector<Item> sorted_b = b;
  sort_stably(sorted_a, before);
  sort_stably(sorted_b, before);
  return sorted_a == sorted_b;
}

bool hold_the_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return hold_the_same(a, b, std::less<>{});
}

bool hold_the_same(const std::vector<Address>& a, const std::vector<Address>& b) {
  return hold_the_same(a, b, [](const Address& x, const Address& y) {
    return std::tie(x.text, x.country) < std::tie(y.text, y.country);
  });
}

bool hold_the_same(const std::vector<Identifier>& a, const std::vector<Identifier>& b) {
  return hold_the_same(a, b, [](const Identifier& x, const Identifier& y) {
    return std::tie(x.kind, x.number, x.country, x.dates) < std::tie(y.kind, y.number, y.country, y.dates);
  });
}

bool agree(const PersonFacts& a, const PersonFacts& b) {
  return hold_the_same(a.dates_of_birth, b.dates_of_birth) && hold_the_same(a.places_of_birth, b.places_of_birth) &&
         hold_the_same(a.nationalities, b.nationalities) && hold_the_same(a.citizenships, b.citizenships);
}

/// Compares what two lists say of one entry.
class EntryComparison {
 public:
  EntryComparison(const List& before, const List& after) : lists_before_(before), lists_after_(after) {}

  /// The change of an entry, or nothing where it is as it was.
  std::optional<Change> compare(const Entry* before, const Entry* after) const {
    if (before == nullptr) return Change{ChangeKind::added, nullptr, after, {}, {}, {}, {}, {}};
    if (after == nullptr) return Change{ChangeKind::removed, before, nullptr, {}, {}, {}, {}, {}};
    Change change{ChangeKind::other, before, after, {}, {}, {}, {}, {}};
    compare_licence(change);
    if (before->published_name != after->published_name) {
      change.fields.insert(change.fields.begin(), "name");
      if (letters_of(before->name) != letters_of(after->name)) change.kind = ChangeKind::renamed;
    }
    compare_entry(change.fields, *before, *after);
    if (change.fields.empty()) return std::nullopt;
    return change;
  }

 private:
  void compare_licence(Change& change) const {
    const std::string_view policy_before = shared_text(lists_before_.policies, change.before->policy);
    const std::string_view policy_after = shared_text(lists_after_.policies, change.after->policy);
    const std::string_view requirement_before = shared_text(lists_before_.requirements, change.before->requirement);
    const std::string_view requirement_after = shared_text(lists_after_.requirements, change.after->requirement);
    if (requirement_before != requirement_after) {
      if (is_same_wording(requirement_before, requirement_after)) {
        change.fields.emplace_back("requirement_spelling");
      } else {
        change.fields.emplace_back("requirement");
        change.kind = ChangeKind::requirement;
        change.requirement_before = requirement_before;
        change.requirement_after = requirement_after;
      }
    }
    if (policy_before == policy_after) return;
    if (is_same_wording(policy_before, policy_after)) {
      change.fields.emplace_back("policy_spelling");
      return;
    }
    change.fields.emplace_back("policy");
    if (change.kind == ChangeKind::other) change.kind = ChangeKind::policy;
    change.policy_before = policy_before;
    change.policy_after = policy_after;
  }

  /// The few texts of a list are shared by its many entries, so each two of them are folded once.
  [[nodiscard]] bool is_same_wording(std::string_view before, std::string_view after) const {
    const auto [known, is_new] = wordings_.emplace(std::pair{before, after}, false);
    if (is_new) known->second = letters_of(before) == letters_of(after);
    return known->second;
  }

  static void compare_entry(std::vector<std::string_view>& fields, const Entry& before, const Entry& after) {
    const EntryDetails& old = before.details.get();
    const EntryDetails& fresh = after.details.get();
    const auto agreements = std::to_array<std::pair<std::string_view, bool>>(
        {{"kind", before.kind == after.kind},
         {"parent", before.parent == after.parent},
         {"aliases", hold_the_same(before.aliases, after.aliases)},
         {"acronyms", hold_the_same(before.acronyms, after.acronyms)},
         {"countries", hold_the_same(before.countries, after.countries)},
         {"addresses", hold_the_same(before.addresses, after.addresses)},
         {"programmes", hold_the_same(before.programmes, after.programmes)},
         {"title", old.title == fresh.title},
         {"remarks", old.remarks == fresh.remarks},
         {"citations", hold_the_same(before.citations, after.citations)},
         {"start_date", before.start_date == after.start_date},
         {"end_date", old.end_date == fresh.end_date},
         {"standard_order", old.standard_order == fresh.standard_order},
         {"footnotes", before.footnotes == after.footnotes},
         {"ids", hold_the_same(old.ids, fresh.ids)},
         {"person", agree(before.person.get(), after.person.get())},
         {"vessel", before.vessel == after.vessel},
         {"source_urls", hold_the_same(old.source_urls, fresh.source_urls)}});
    for (const auto& [field, agrees] : agreements) {
      if (!agrees) fields.push_back(field);
    }
  }

  const List& lists_before_;
  const List& lists_after_;
  mutable std::map<std::pair<std::string_view, std::string_view>, bool> wordings_;
};

std::optional<ListInfo> info_of(const List& list, std::string_view code) {
  const ListInfo* const found = find_info(list.lists, code);
  return found == nullptr ? std::nullopt : std::optional{*found};
}

/// The lists of either side: those known in their order, then the others as they come.
std::vector<std::string> codes_of(const List& before, const List& after) {
  std::vector<std::string> codes;
  for (const KnownList& known : known_lists()) {
    if (info_of(before, known.code) || info_of(after, known.code)) codes.emplace_back(known.code);
  }
  for (const List* const list : {&before, &after}) {
    for (const ListInfo& info : list->lists) {
      if (std::find(codes.begin(), codes.end(), info.code) == codes.end()) codes.push_back(info.code);
    }
  }
  return codes;
}

Entries entries_of(const List& list, std::string_view code) {
  Entries entries;
  for (const Entry& entry : list.entries) {
    if (entry.list == code) entries.push_back(&entry);
  }
  return entries;
}

bool comes_first(const Change& a, const Change& b) {
  const Entry& entry_a = a.after == nullptr ? *a.before : *a.after;
  const Entry& entry_b = b.after == nullptr ? *b.before : *b.after;
  return std::tie(a.kind, entry_a.published_name, entry_a.id) < std::tie(b.kind, entry_b.published_name, entry_b.id);
}

}  // namespace

std::string_view name_of(ChangeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

Difference compare(const List& before, const List& after) {
  Difference difference;
  const EntryComparison comparison{before, after};
  for (std::string& code : codes_of(before, after)) {
    ListDifference list;
    list.before = info_of(before, code);
    list.after = info_of(after, code);
    const std::size_t first = difference.changes.size();
    for (const auto& [old, fresh] : pair_entries(entries_of(before, code), entries_of(after, code))) {
      std::optional<Change> change = comparison.compare(old, fresh);
      if (!change) {
        ++list.unchanged;
        continue;
      }
      ++list.counts[static_cast<std::size_t>(change->kind)];
      difference.changes.push_back(*std::move(change));
    }
    sort_stably(difference.changes.data() + first, difference.changes.size() - first, comes_first);
    list.code = std::move(code);
    difference.lists.push_back(std::move(list));
  }
  return difference;
}

}  // namespace lookup
