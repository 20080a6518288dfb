#include "lookup/same_party.hpp"

#include <algorithm>
#include <unordered_map>

#include "lookup/hints.hpp"

namespace lookup {
namespace {

/// The words of a name but for legal forms, in their order, as one number; 0 for none.
std::uint64_t key_of(const Tokens& tokens) {
  // FNV-1a over code points, words parted by 0.
  constexpr std::uint64_t basis = 0xcbf29ce484222325;
  constexpr std::uint64_t prime = 0x100000001b3;
  std::uint64_t key = basis;
  bool any = false;
  for (const Word& word : tokens.words) {
    if (word.is_legal_form) continue;
    any = true;
    for (const char32_t letter : word.text) key = (key ^ letter) * prime;
    key *= prime;
  }
  return any ? key : 0;
}

void add_key(std::vector<std::uint64_t>& keys, std::uint64_t key) {
  const auto place = std::lower_bound(keys.begin(), keys.end(), key);
  if (key != 0 && (place == keys.end() || *place != key)) keys.insert(place, key);
}

/// Whether two sorted ranges share a value.
template <typename T>
bool intersect(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const T& value) { return std::find(b.begin(), b.end(), value) != b.end(); });
}

bool countries_differ(const Entry& a, const Entry& b) {
  return !a.countries.empty() && !b.countries.empty() && !intersect(a.countries, b.countries);
}

bool births_differ(const Entry& a, const Entry& b) {
  const std::vector<std::string>& dates = a.person.get().dates_of_birth;
  return !dates.empty() && std::all_of(dates.begin(), dates.end(), [&b](const std::string& date) {
    return is_birth_date(date) && compare_birth(date, b) == HintAgreement::differs;
  });
}

bool kinds_differ(const Entry& a, const Entry& b) {
  return a.kind != EntryKind::unknown && b.kind != EntryKind::unknown && a.kind != b.kind;
}

}  // namespace

PartyTraits traits_of(const List& list, const NameIndex& index, std::uint32_t entry) {
  const std::vector<IndexedName>& names = index.names();
  PartyTraits traits{&list.entries[entry], {}, {}};
  auto name = std::lower_bound(names.begin(), names.end(), entry,
                               [](const IndexedName& own, std::uint32_t number) { return own.entry < number; });
  for (; name != names.end() && name->entry == entry; ++name) {
    if (name->kind == NameKind::acronym || name->kind == NameKind::address) continue;
    const std::uint64_t key = key_of(name->tokens);
    if (name->kind != NameKind::alias) add_key(traits.own_names, key);
    add_key(traits.all_names, key);
  }
  return traits;
}

bool are_one_party(const PartyTraits& a, const PartyTraits& b) {
  if (a.entry->list == b.entry->list) return false;
  if (!intersect(a.own_names, b.all_names) && !intersect(a.all_names, b.own_names)) return false;
  return !kinds_differ(*a.entry, *b.entry) && !countries_differ(*a.entry, *b.entry) &&
         !births_differ(*a.entry, *b.entry) && !births_differ(*b.entry, *a.entry);
}

std::vector<std::vector<std::size_t>> group_by_party(const std::vector<PartyTraits>& listings) {
  std::vector<std::vector<std::size_t>> parties;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> parties_named;
  const auto takes = [&](const std::vector<std::size_t>& party, const PartyTraits& traits) {
    return are_one_party(listings[party.front()], traits) &&
           std::none_of(party.begin(), party.end(),
                        [&](std::size_t other) { return listings[other].entry->list == traits.entry->list; });
  };
  for (std::size_t i = 0; i < listings.size(); ++i) {
    std::size_t joined = parties.size();
    for (const std::uint64_t name : listings[i].all_names)
      for (const std::size_t party : parties_named[name])
        if (party < joined && takes(parties[party], listings[i])) joined = party;
    if (joined == parties.size()) {
      for (const std::uint64_t name : listings[i].all_names) parties_named[name].push_back(joined);
      parties.emplace_back();
    }
    parties[joined].push_back(i);
  }
  return parties;
}

}  // namespace lookup
