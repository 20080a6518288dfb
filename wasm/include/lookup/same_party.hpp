#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lookup/list.hpp"
#include "lookup/name_index.hpp"

namespace lookup {

/// A name by which listings are compared.
struct PartyName {
  std::uint64_t words;  ///< Of its words without legal forms. Two names may share one by chance, once in 2⁶⁴ pairs.
  std::uint64_t forms;  ///< A bit for the legal nature of each of its legal forms; 0 for none that tells.
  bool is_own;          ///< Its name or published name, not an alias.
};

/// What tells whether listings are of one party.
struct PartyTraits {
  const Entry* entry;            ///< Must outlive this.
  std::vector<PartyName> names;  ///< Its name, published name (with and without an acronym in brackets) and aliases.
};

/// The traits of `list.entries[entry]`; `index` is the list's own. Cost: the words of the entry's names.
[[nodiscard]] PartyTraits traits_of(const List& list, const NameIndex& index, std::uint32_t entry);

/// What makes one party of two listings, from the weakest.
enum class PartyLink : std::uint8_t { none, alias, own_name };

/// Whether two listings are likely of one party: they stand on different lists, the own name of one is the own name or
/// an alias of the other, and nothing tells them apart: neither kind, nor countries without a common one, nor dates of
/// birth. Names are the same whose words are, and whose legal forms are not of different natures: a limited liability
/// company is no joint-stock company; all kinds of joint-stock companies are of one nature, for they change between
/// them, and "Company" and "Corporation" say none. Two aliases alone are not enough. Cost: the product of the names.
[[nodiscard]] PartyLink link_of(const PartyTraits& a, const PartyTraits& b);

/// Puts listings of one party together: for each party the places of its listings in `listings`, in their order. First
/// those that share an own name, then those that an alias links. Each is linked with the first of its party, which has
/// no other of its list, so that a chain of likenesses never makes one party of two.
[[nodiscard]] std::vector<std::vector<std::size_t>> group_by_party(const std::vector<PartyTraits>& listings);

}  // namespace lookup
