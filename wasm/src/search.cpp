#include "search.hpp"

#include <algorithm>

#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/score.hpp"
#include "lookup/set_aside.hpp"
#include "sorting.hpp"

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

}  // namespace

Search::Search(const std::deque<SearchableSnapshot>& snapshots, std::vector<std::size_t> numbers, const Query& query,
               const Tokens& tokens)
    : snapshots_(snapshots),
      numbers_(std::move(numbers)),
      query_(query),
      tokens_(tokens),
      address_(AddressQuestion::of(query)) {
  for (const std::size_t number : numbers_) searches_.emplace_back(snapshots[number].names, query.name, tokens);
  if (!address_ || address_->name_before().empty()) return;
  before_tokens_ = tokenize(address_->name_before());
  for (const std::size_t number : numbers_)
    before_searches_.emplace_back(snapshots[number].names, address_->name_before(), before_tokens_);
}

Findings Search::run() const {
  Findings found;
  for (std::size_t i = 0; i < searches_.size(); ++i) {
    BestFound here;
    add_names(i, searches_[i], false, here);
    if (!before_searches_.empty()) add_names(i, before_searches_[i], true, here);
    add_identifiers(i, here);
    if (address_) add_addresses(i, here, found.at_address);
    for (auto& [entry, own] : here) found.named.push_back(std::move(own));
  }
  for (std::vector<Found>* all : {&found.named, &found.at_address})
    sort_stably(*all, [](const Found& a, const Found& b) { return comes_before(a.standing, b.standing); });
  return found;
}

Match Search::match_of(const Found& found) const {
  const IndexedSnapshot& snapshot = snapshot_of(found.snapshot).names;
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
  if (!query_.item.empty() && !match.entry->requirement.empty()) match.item = answer_for(*match.entry, snapshot.list());
  return match;
}

PartyTraits Search::traits(const Found& found) const {
  const IndexedSnapshot& snapshot = snapshot_of(found.snapshot).names;
  const auto entry = static_cast<std::uint32_t>(found.standing.entry - snapshot.list().entries.data());
  return traits_of(snapshot.list(), snapshot.index(), entry);
}

std::vector<bool> Search::foreign_words() const {
  std::vector<bool> foreign(tokens_.words.size(), true);
  for (const NameSearch& search : searches_) {
    const std::vector<bool> here = search.foreign_words();
    for (std::size_t i = 0; i < foreign.size(); ++i) foreign[i] = foreign[i] && here[i];
  }
  return foreign;
}

bool Search::has_identifiers() const {
  return std::any_of(numbers_.begin(), numbers_.end(),
                     [this](std::size_t number) { return snapshots_[number].identifiers.covers(query_.lists); });
}

std::vector<Mark> Search::numbers() const {
  std::vector<Mark> numbers = numbers_aside(tokens_.words);
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                               [this](const Mark& number) { return address_ && address_->holds(number); }),
                numbers.end());
  return numbers;
}

Standing Search::standing_of(std::size_t search, std::uint32_t entry, double score, MatchedKind kind) const {
  const std::size_t snapshot = numbers_[search];
  const Entry& own = snapshots_[snapshot].names.list().entries[entry];
  return {score,
          compare_country(query_.country, own),
          compare_birth(query_.born, own),
          address_ ? address_->agreement(snapshots_[snapshot].addresses, entry) : HintAgreement::not_asked,
          kind,
          snapshot,
          &own};
}

void Search::add_names(std::size_t search, const NameSearch& names, bool is_before_address, BestFound& here) const {
  const IndexedSnapshot& snapshot = snapshot_of(search).names;
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

void Search::add_identifiers(std::size_t search, BestFound& here) const {
  const List& list = snapshot_of(search).names.list();
  for (const IdentifierHit& hit : snapshot_of(search).identifiers.find(query_.name)) {
    const double score = hit.is_whole ? identifier_score : identifier_beside_score;
    if (score < query_.min_score || !is_asked_for(query_, list.entries[hit.entry])) continue;
    const auto same = here.find(hit.entry);
    if (same != here.end() && same->second.standing.score >= score) continue;
    here[hit.entry] = {standing_of(search, hit.entry, score, MatchedKind::identifier), search, {}, hit};
  }
}

/// A listed address is a match like a name. That of a party with a name speaks for the party where its name was
/// found, and alone it is put apart.
void Search::add_addresses(std::size_t search, BestFound& here, std::vector<Found>& apart) const {
  const List& list = snapshot_of(search).names.list();
  for (const AddressHit& hit : address_->find(snapshot_of(search).addresses.get())) {
    const Entry& entry = list.entries[hit.entry];
    if (!is_asked_for(query_, entry)) continue;
    const double score = hit.agreement.score;
    const auto same = here.find(hit.entry);
    const bool is_listed = is_only_an_address(entry);
    Found found{standing_of(search, hit.entry, score, MatchedKind::address), search, {}, {}, hit};
    found.standing.address = HintAgreement::agrees;
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
void Search::add_address(const Found& found, Match& match) const {
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

Reason Search::explain_address_beside() const {
  return reason("query_beside", "address_beside", std::string{address_->text()}, {});
}

ItemAnswer Search::answer_for(const Entry& entry, const List& list) const {
  return answer_for_item(parse_classification(query_.item).value(),
                         read_licence_requirement(shared_text(list.requirements, entry.requirement)),
                         read_licence_policy(shared_text(list.policies, entry.policy)));
}

}  // namespace lookup
