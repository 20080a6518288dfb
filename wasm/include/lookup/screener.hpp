#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/address_search.hpp"
#include "lookup/explain.hpp"
#include "lookup/hints.hpp"
#include "lookup/identifier_index.hpp"
#include "lookup/item_answer.hpp"
#include "lookup/name_search.hpp"
#include "lookup/query.hpp"

namespace lookup {

/// What of an entry a query matched: as `NameKind`, and identifiers last. `comes_before` prefers what stands first.
enum class MatchedKind : std::uint8_t { name, published_name, alias, acronym, address, identifier };

/// How JSON calls a kind: "name", "published_name", "alias", "acronym", "address", "identifier".
[[nodiscard]] std::string_view name_of(MatchedKind kind);

/// One listed party that the query may name.
struct Match {
  const Entry* entry;             ///< Lives as long as the screener.
  const List* list;               ///< The snapshot it is of; lives as long as the screener.
  MatchedKind matched_kind;       ///< What of it matched best …
  std::string_view matched_name;  ///< … and its text; lives as long as the screener.
  double score;                   ///< 0 to 100 in hundredths, by what matched alone.
  HintAgreement country;
  HintAgreement born;
  HintAgreement address;
  Explanation why;
  std::string_view listed_address;  ///< The entry's address that agrees with the asked one; empty where none does.
  std::vector<Mark> address_marks;  ///< In bytes of `Query::address`: what of it agrees, where it was asked.
  std::optional<ItemAnswer> item;   ///< What the entry says of the asked item, where its list has requirements.
  std::vector<Match> also;          ///< Listings of the same party on other lists (`group_by_party`), best first.
};

/// What decides a match's place in an answer.
struct Standing {
  double score;
  HintAgreement country;
  HintAgreement born;
  HintAgreement address;
  MatchedKind matched_kind;
  std::size_t snapshot;  ///< Which of the screener's, in the order in which they were added.
  const Entry* entry;
};

/// True when `a` stands before `b`: by score, moved by at most `country_shift` points where a country, by `birth_shift`
/// where a birth and by `address_shift` where an address was asked for; then what was added first, so that the Entity
/// List stands before the others; then the party's own name before an alias; then the list that forbids more
/// (`rank_of`); then by published name, list and id.
[[nodiscard]] bool comes_before(const Standing& a, const Standing& b);

/// A list that was looked through.
struct SearchedList {
  const ListInfo* info;     ///< Lives as long as the screener.
  std::string_view sha256;  ///< Of the snapshot that holds it; lives as long as the screener.
};

/// An answer.
struct CheckResult {
  Query query;                      ///< As asked, with the defaults that applied and the country in capitals.
  std::vector<SearchedList> lists;  ///< In the order in which they were added.
  std::vector<Match> matches;       ///< Best first, at most `max_matches`.
  std::vector<std::string>
      foreign_words;  ///< Words of the query in letters that no listed name has: they could match nothing.
  /// Numbers of persons, companies or ships (`numbers_aside`), as they stand in the query, that no match agrees with
  /// and no list that was looked through gives.
  std::vector<std::string> unsearched_numbers;
  /// False where nothing of the name could be found but legal forms and numbers: the other words are foreign, or number
  /// a person or company (`without_numbers_aside`) and no list that was looked through gives such numbers. True all the
  /// same where something was found. Of an asked address it says nothing: `at_address` may be
  /// filled while the name was not searched.
  bool searched = true;
  std::size_t total = 0;             ///< Parties at or above `min_score`, shown or not.
  std::vector<Match> at_address;     ///< Entries found by an address alone, best first, at most `max_matches`: weaker
                                     ///< evidence than a name, so that their scores are in the band "weak".
  std::size_t at_address_total = 0;  ///< All of them, shown or not. None is among `matches`.
  double took_ms = 0;                ///< Time from the question to this answer, without writing it as JSON.
};

/// A snapshot with all that is looked up in it.
struct SearchableSnapshot {
  explicit SearchableSnapshot(List list) : names(std::move(list)), identifiers(names.list()), addresses(names.list()) {}

  IndexedSnapshot names;
  IdentifierIndex identifiers;
  LateAddressIndex addresses;
};

/// Checks names against lists.
class Screener {
 public:
  Screener() = default;
  explicit Screener(List list) { add(std::move(list)); }

  /// Adds the lists of a snapshot. Scores of matches on lists that are there already stay as they are: each snapshot
  /// has its own rarity of words.
  void add(List list);

  [[nodiscard]] const std::deque<SearchableSnapshot>& snapshots() const { return snapshots_; }
  /// The listed parties that `asked` may name, in the order of `comes_before`. Each entry is scored by its best name.
  /// Errors: those of `validated`; `list_not_open` where no list is, or a known one that is not; `list_unknown`.
  [[nodiscard]] Result<CheckResult> check(const Query& asked) const;

 private:
  std::deque<SearchableSnapshot> snapshots_;
};

}  // namespace lookup
