#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lookup/list.hpp"
#include "lookup/name_index.hpp"

namespace lookup {

/// What tells whether listings are of one party.
struct PartyTraits {
  const Entry* entry;                    ///< Must outlive this.
  std::vector<std::uint64_t> own_names;  ///< Of its name and published name: words without legal forms; sorted.
  std::vector<std::uint64_t> all_names;  ///< Of these and its aliases; sorted.
};

/// The traits of `list.entries[entry]`; `index` is the list's own. Cost: the words of the entry's names.
[[nodiscard]] PartyTraits traits_of(const List& list, const NameIndex& index, std::uint32_t entry);

/// Whether two listings are likely of one party: they stand on different lists, the own name of one is a name of the
/// other but for legal form, and nothing tells them apart: neither kind, nor countries without a common one, nor years
/// of birth.
[[nodiscard]] bool are_one_party(const PartyTraits& a, const PartyTraits& b);

/// Puts listings of one party together: for each party the places of its listings in `listings`, in their order. Each
/// joins the first party whose first listing it is one with and that has none of its list, so that a chain of
/// likenesses never makes one party of two.
[[nodiscard]] std::vector<std::vector<std::size_t>> group_by_party(const std::vector<PartyTraits>& listings);

}  // namespace lookup
