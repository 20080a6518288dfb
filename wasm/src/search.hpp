#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "lookup/address_search.hpp"
#include "lookup/identifier_index.hpp"
#include "lookup/name_search.hpp"
#include "lookup/same_party.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// An entry that the query found in one snapshot.
struct Found {
  Standing standing;
  std::size_t snapshot;
  std::optional<ScoredName> name;           ///< Nothing where something else than a name was found.
  std::optional<IdentifierHit> identifier;  ///< Where it says more than the name.
  std::optional<AddressHit> address{};      ///< Where the asked address is one of the entry's.
  bool is_before_address = false;           ///< The name was found by what stands before the address in the query.
};

/// What one question found.
struct Findings {
  std::vector<Found> named;       ///< At or above the minimum score …
  std::vector<Found> at_address;  ///< … and those found by their address alone.
};

/// One question put to several snapshots: names, identifiers and addresses.
class Search {
 public:
  /// `numbers` are those of the snapshots to look through, `tokens` those of the query's name. All but `numbers` must
  /// outlive the search.
  Search(const std::deque<SearchableSnapshot>& snapshots, std::vector<std::size_t> numbers, const Query& query,
         const Tokens& tokens);

  /// Every entry that the query found, in the order of `comes_before`.
  [[nodiscard]] Findings run() const;

  [[nodiscard]] Match match_of(const Found& found) const;

  /// What tells whether the entry is of the same party as others.
  [[nodiscard]] PartyTraits traits(const Found& found) const;

  /// For each word of the query, whether no list that was looked through has its letters.
  [[nodiscard]] std::vector<bool> foreign_words() const;

  /// Whether a list that was asked for gives identifiers.
  [[nodiscard]] bool has_identifiers() const;

  /// Where numbers of persons, companies and ships stand in the query: those of an address are none.
  [[nodiscard]] std::vector<Mark> numbers() const;

 private:
  /// The best of each entry of one snapshot, in order of entry.
  using BestFound = std::map<std::uint32_t, Found>;

  [[nodiscard]] const SearchableSnapshot& snapshot_of(std::size_t search) const { return snapshots_[numbers_[search]]; }
  [[nodiscard]] Standing standing_of(std::size_t search, std::uint32_t entry, double score, MatchedKind kind) const;
  void add_names(std::size_t search, const NameSearch& names, bool is_before_address, BestFound& here) const;
  void add_identifiers(std::size_t search, BestFound& here) const;
  void add_addresses(std::size_t search, BestFound& here, std::vector<Found>& apart) const;
  void add_address(const Found& found, Match& match) const;
  [[nodiscard]] Reason explain_address_beside() const;
  [[nodiscard]] ItemAnswer answer_for(const Entry& entry, const List& list) const;

  const std::deque<SearchableSnapshot>& snapshots_;
  std::vector<std::size_t> numbers_;  // Of the snapshots that are looked through.
  const Query& query_;
  const Tokens& tokens_;
  std::optional<AddressQuestion> address_;
  Tokens before_tokens_;             // Of what stands before an address in the name.
  std::deque<NameSearch> searches_;  // One for each snapshot that is looked through.
  std::deque<NameSearch> before_searches_;
};

}  // namespace lookup
