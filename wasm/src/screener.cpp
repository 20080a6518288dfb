#include "lookup/screener.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>
#include <unordered_map>

#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/list_register.hpp"
#include "lookup/same_party.hpp"
#include "lookup/score.hpp"

namespace lookup {
namespace {

// An identifier is as good as the party's name where it is all that was asked; beside other words it may be a number of
// something else.
constexpr double identifier_score = 100;
constexpr double identifier_beside_score = 90;

// Of the score of an address, what it counts for a party with a name: 99 stays in the band "weak".
constexpr double shared_address_share = 0.7;
// What a listed address whose room or floor is another one can score by the words that it shares: below "strong".
constexpr double other_room_score = 84;

double shift_of(HintAgreement hint, double shift) {
  if (hint == HintAgreement::agrees) return shift;
  return hint == HintAgreement::differs ? -shift : 0;
}

double place_of(const Standing& standing) {
  return standing.score + shift_of(standing.country, country_shift) + shift_of(standing.born, birth_shift) +
         shift_of(standing.address, address_shift);
}

template <typename T>
bool contains(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Whether the asked lists and kinds take the entry in. Where a list does not say what its entries are, each may be of
/// any kind.
bool is_asked_for(const Query& query, const Entry& entry) {
  if (!query.lists.empty() && !contains(query.lists, entry.list)) return false;
  return query.kinds.empty() || entry.kind == EntryKind::unknown || contains(query.kinds, entry.kind);
}

/// The lists of the snapshots that are asked for, or which of them is not there.
Result<std::vector<SearchedList>> choose_lists(const std::deque<IndexedSnapshot>& snapshots,
                                               const std::vector<std::string>& asked) {
  std::vector<SearchedList> open;
  for (const IndexedSnapshot& snapshot : snapshots)
    for (const ListInfo& info : snapshot.list().lists) open.push_back({&info, snapshot.list().sha256});
  if (open.empty()) return Error{ErrorCode::list_not_open, {}, {}, {}};
  for (const std::string& code : asked) {
    if (std::any_of(open.begin(), open.end(), [&code](const SearchedList& list) { return list.info->code == code; }))
      continue;
    return Error{
        find_known_list(code) == nullptr ? ErrorCode::list_unknown : ErrorCode::list_not_open, code, {}, "lists"};
  }
  if (!asked.empty())
    std::erase_if(open, [&asked](const SearchedList& list) { return !contains(asked, list.info->code); });
  return open;
}

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

/// One question put to all snapshots.
class Search {
 public:
  Search(const std::deque<IndexedSnapshot>& snapshots, const std::deque<IdentifierIndex>& identifiers,
         const std::deque<LateAddressIndex>& addresses, const CheckResult& result, const Tokens& tokens)
      : snapshots_(snapshots),
        identifiers_(identifiers),
        addresses_(addresses),
        query_(result.query),
        tokens_(tokens),
        address_(AddressQuestion::of(result.query)) {
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
      const bool is_asked = std::any_of(result.lists.begin(), result.lists.end(), [&](const SearchedList& list) {
        return contains_list(snapshots[i].list(), list.info);
      });
      if (is_asked) numbers_.push_back(i);
    }
    for (const std::size_t number : numbers_) searches_.emplace_back(snapshots[number], query_.name, tokens);
    if (!address_ || address_->name_before().empty()) return;
    before_tokens_ = tokenize(address_->name_before());
    for (const std::size_t number : numbers_)
      before_searches_.emplace_back(snapshots[number], address_->name_before(), before_tokens_);
  }

  /// Every entry that the query found, in the order of `comes_before`.
  [[nodiscard]] Findings run() const {
    Findings found;
    for (std::size_t i = 0; i < searches_.size(); ++i) add_found(i, found);
    for (std::vector<Found>* all : {&found.named, &found.at_address})
      std::sort(all->begin(), all->end(),
                [](const Found& a, const Found& b) { return comes_before(a.standing, b.standing); });
    return found;
  }

  [[nodiscard]] Match match_of(const Found& found) const {
    const std::size_t number = numbers_[found.snapshot];
    const IndexedSnapshot& snapshot = snapshots_[number];
    Match match{found.standing.entry,
                &snapshot.list(),
                found.standing.matched_kind,
                {},
                found.standing.score,
                found.standing.country,
                found.standing.born,
                found.standing.address,
                {},
                {},
                {},
                {},
                {}};
    if (found.identifier) {
      match.matched_name = found.identifier->number;
      match.why = explain(query_.name, *found.identifier);
    } else if (found.name) {
      match.matched_name = snapshot.index().names()[found.name->name].text;
      match.why = (found.is_before_address ? before_searches_ : searches_)[found.snapshot].explain(*found.name);
      if (found.is_before_address) match.why.reasons.push_back(explain_address_beside());
    }
    if (found.address) add_address(found, match);
    if (!query_.item.empty() && !match.entry->requirement.empty())
      match.item = answer_for(*match.entry, snapshot.list());
    return match;
  }

  /// What tells whether the entry is of the same party as others.
  [[nodiscard]] PartyTraits traits(const Found& found) const {
    const IndexedSnapshot& snapshot = snapshots_[numbers_[found.snapshot]];
    const auto entry = static_cast<std::uint32_t>(found.standing.entry - snapshot.list().entries.data());
    return traits_of(snapshot.list(), snapshot.index(), entry);
  }

  /// For each word of the query, whether no list that was looked through has its letters.
  [[nodiscard]] std::vector<bool> foreign_words() const {
    std::vector<bool> foreign(tokens_.words.size(), true);
    for (const NameSearch& search : searches_) {
      const std::vector<bool> here = search.foreign_words();
      for (std::size_t i = 0; i < foreign.size(); ++i) foreign[i] = foreign[i] && here[i];
    }
    return foreign;
  }

 private:
  static bool contains_list(const List& list, const ListInfo* info) {
    return std::any_of(list.lists.begin(), list.lists.end(), [info](const ListInfo& own) { return &own == info; });
  }

  [[nodiscard]] Standing standing_of(std::size_t search, std::uint32_t entry, double score, MatchedKind kind) const {
    const std::size_t snapshot = numbers_[search];
    const Entry& own = snapshots_[snapshot].list().entries[entry];
    return {score,
            compare_country(query_.country, own),
            compare_birth(query_.born, own),
            address_ ? address_->agreement(own, nullptr) : HintAgreement::not_asked,
            kind,
            snapshot,
            &own};
  }

  void add_found(std::size_t search, Findings& found) const {
    // In order of entry.
    std::map<std::uint32_t, Found> here;
    add_names(search, searches_[search], false, here);
    if (!before_searches_.empty()) add_names(search, before_searches_[search], true, here);
    add_identifiers(search, here);
    if (address_) add_addresses(search, here, found.at_address);
    for (auto& [entry, own] : here) found.named.push_back(std::move(own));
  }

  void add_names(std::size_t search, const NameSearch& names, bool is_before_address,
                 std::map<std::uint32_t, Found>& here) const {
    const IndexedSnapshot& snapshot = snapshots_[numbers_[search]];
    for (const ScoredName& name : names.run(query_.min_score)) {
      if (!is_asked_for(query_, snapshot.list().entries[name.entry])) continue;
      // A part of the query is not identical with a name, however equal.
      const double score = is_before_address ? std::min(name.score, highest_other_score) : name.score;
      const auto same = here.find(name.entry);
      if (same != here.end() && same->second.standing.score >= score) continue;
      const auto kind = static_cast<MatchedKind>(snapshot.index().names()[name.name].kind);
      here[name.entry] = {standing_of(search, name.entry, score, kind), search, name, {}, {}, is_before_address};
    }
  }

  void add_identifiers(std::size_t search, std::map<std::uint32_t, Found>& here) const {
    const List& list = snapshots_[numbers_[search]].list();
    for (const IdentifierHit& hit : identifiers_[numbers_[search]].find(query_.name)) {
      const double score = hit.is_whole ? identifier_score : identifier_beside_score;
      if (score < query_.min_score || !is_asked_for(query_, list.entries[hit.entry])) continue;
      const auto same = here.find(hit.entry);
      if (same != here.end() && same->second.standing.score >= score) continue;
      here[hit.entry] = {standing_of(search, hit.entry, score, MatchedKind::identifier), search, {}, hit};
    }
  }

  /// A listed address is a match like a name. That of a party with a name speaks for the party where its name was
  /// found, and alone it is put apart.
  void add_addresses(std::size_t search, std::map<std::uint32_t, Found>& here, std::vector<Found>& apart) const {
    const List& list = snapshots_[numbers_[search]].list();
    for (const AddressHit& hit : address_->find(addresses_[numbers_[search]].get())) {
      const Entry& entry = list.entries[hit.entry];
      if (!is_asked_for(query_, entry)) continue;
      const double score = hit.agreement.score;
      const auto same = here.find(hit.entry);
      const bool is_listed = is_only_an_address(entry);
      Found found{standing_of(search, hit.entry, score, MatchedKind::address), search, {}, {}, hit};
      found.standing.address = address_->agreement(entry, &hit);
      if (same == here.end() && is_listed && score >= query_.min_score) {
        here[hit.entry] = std::move(found);
      } else if (same == here.end()) {
        found.standing.score = in_hundredths(score * shared_address_share);
        apart.push_back(std::move(found));
      } else if (is_listed) {
        Standing& standing = same->second.standing;
        const bool is_other = hit.agreement.rooms_differ || hit.agreement.floors_differ;
        if (is_other) standing.score = std::min(standing.score, std::max(score, other_room_score));
        if (score > standing.score) {
          same->second = std::move(found);
        } else if (address_->is_apart()) {
          // Found better by the name; an address that was read out of the name would count twice.
          standing.address = found.standing.address;
          same->second.address = hit;
        }
      } else {
        same->second.standing.address = found.standing.address;
        same->second.address = hit;
      }
    }
  }

  /// Says in a match what its address has to do with the asked one.
  void add_address(const Found& found, Match& match) const {
    const AddressHit& hit = *found.address;
    const bool is_alone = !found.name && !found.identifier;
    const AddressUse use = is_only_an_address(*match.entry) ? AddressUse::listed
                           : is_alone                       ? AddressUse::shared
                                                            : AddressUse::beside;
    Explanation why = address_->explain(hit, use);
    match.listed_address = hit.text;
    if (address_->is_apart()) match.address_marks = why.query_marks;
    if (is_alone) {
      match.matched_name = hit.text;
      if (address_->is_apart()) why.query_marks.clear();
      match.why = std::move(why);
    } else {
      match.why.reasons.push_back(std::move(why.reasons.front()));
    }
  }

  [[nodiscard]] Reason explain_address_beside() const {
    std::string address{address_->text()};
    std::string text{"“"};
    text.append(address).append("” was taken for an address: what stands before it was compared as a name of its own.");
    return {"query_beside", std::move(address), {}, std::move(text)};
  }

  [[nodiscard]] ItemAnswer answer_for(const Entry& entry, const List& list) const {
    return answer_for_item(parse_classification(query_.item).value(),
                           read_licence_requirement(shared_text(list.requirements, entry.requirement)),
                           read_licence_policy(shared_text(list.policies, entry.policy)));
  }

  const std::deque<IndexedSnapshot>& snapshots_;
  const std::deque<IdentifierIndex>& identifiers_;
  const std::deque<LateAddressIndex>& addresses_;
  const Query& query_;
  const Tokens& tokens_;
  std::optional<AddressQuestion> address_;
  Tokens before_tokens_;              // Of what stands before an address in the name.
  std::vector<std::size_t> numbers_;  // Of the snapshots that are looked through.
  std::deque<NameSearch> searches_;   // One for each of them.
  std::deque<NameSearch> before_searches_;
};

/// Listings of one party, best first: places in a vector of `Found`.
using Party = std::vector<std::size_t>;

/// Puts listings of one party together. Each joins the first party whose best listing it is one with and that has none
/// of its list; so a chain of likenesses never makes one party of two.
std::vector<Party> group_by_party(const Search& search, const std::vector<Found>& found) {
  std::vector<Party> parties;
  std::vector<PartyTraits> leads;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> parties_named;
  const auto has_list = [&found](const Party& party, const std::string& code) {
    return std::any_of(party.begin(), party.end(),
                       [&](std::size_t other) { return found[other].standing.entry->list == code; });
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    PartyTraits traits = search.traits(found[i]);
    std::size_t joined = parties.size();
    for (const std::uint64_t name : traits.all_names)
      for (const std::size_t party : parties_named[name])
        if (party < joined && are_one_party(leads[party], traits) &&
            !has_list(parties[party], found[i].standing.entry->list))
          joined = party;
    if (joined < parties.size()) {
      parties[joined].push_back(i);
      continue;
    }
    for (const std::uint64_t name : traits.all_names) parties_named[name].push_back(parties.size());
    parties.push_back({i});
    leads.push_back(std::move(traits));
  }
  return parties;
}

/// Each listing as a party of its own: what one list has in several rows it means as several.
std::vector<Party> each_alone(const std::vector<Found>& found) {
  std::vector<Party> parties;
  for (std::size_t i = 0; i < found.size(); ++i) parties.push_back({i});
  return parties;
}

/// False where words are foreign and what is left of the name is at most legal forms and numbers.
bool was_searched(const Tokens& tokens, const std::vector<bool>& foreign) {
  if (std::find(foreign.begin(), foreign.end(), true) == foreign.end()) return true;
  for (std::size_t i = 0; i < foreign.size(); ++i)
    if (!foreign[i] && !tokens.words[i].is_legal_form && !tokens.words[i].is_number) return true;
  return false;
}

}  // namespace

std::string_view name_of(MatchedKind kind) {
  return kind == MatchedKind::identifier ? "identifier" : name_of(static_cast<NameKind>(kind));
}

bool comes_before(const Standing& a, const Standing& b) {
  const double place_a = place_of(a);
  const double place_b = place_of(b);
  if (place_a != place_b) return place_a > place_b;
  return std::tie(a.matched_kind, a.snapshot, a.entry->published_name, a.entry->list, a.entry->id) <
         std::tie(b.matched_kind, b.snapshot, b.entry->published_name, b.entry->list, b.entry->id);
}

void Screener::add(List list) {
  snapshots_.emplace_back(std::move(list));
  identifiers_.emplace_back(snapshots_.back().list());
  addresses_.emplace_back(snapshots_.back().list());
}

Result<CheckResult> Screener::check(const Query& asked) const {
  const auto started = std::chrono::steady_clock::now();
  Result<Query> valid = validated(asked);
  if (!valid.ok()) return valid.error();
  CheckResult result;
  result.query = std::move(valid).value();
  Result<std::vector<SearchedList>> lists = choose_lists(snapshots_, result.query.lists);
  if (!lists.ok()) return lists.error();
  result.lists = std::move(lists).value();

  const Tokens tokens = tokenize(result.query.name);
  const Search search{snapshots_, identifiers_, addresses_, result, tokens};
  const Findings findings = search.run();
  const std::vector<Found>& found = findings.named;
  const std::vector<Party> parties = result.lists.size() > 1 ? group_by_party(search, found) : each_alone(found);
  result.total = parties.size();
  for (std::size_t i = 0; i < std::min(parties.size(), result.query.max_matches); ++i) {
    result.matches.push_back(search.match_of(found[parties[i].front()]));
    for (std::size_t j = 1; j < parties[i].size(); ++j)
      result.matches.back().also.push_back(search.match_of(found[parties[i][j]]));
  }
  result.at_address_total = findings.at_address.size();
  for (std::size_t i = 0; i < std::min(findings.at_address.size(), result.query.max_matches); ++i)
    result.at_address.push_back(search.match_of(findings.at_address[i]));

  const std::vector<bool> foreign = search.foreign_words();
  for (std::size_t i = 0; i < foreign.size(); ++i)
    if (const Word& word = tokens.words[i]; foreign[i])
      result.foreign_words.push_back(result.query.name.substr(word.begin, word.end - word.begin));
  result.searched = was_searched(tokens, foreign) || !result.matches.empty();
  result.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  return result;
}

}  // namespace lookup
