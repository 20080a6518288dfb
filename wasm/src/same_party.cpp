#include "lookup/same_party.hpp"

#include <algorithm>
#include <unordered_map>

#include "lookup/hints.hpp"
#include "lookup/word_tables.hpp"
#include "sorting.hpp"

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

/// The natures that the legal forms of a name say, as bits.
std::uint64_t forms_of(const Tokens& tokens) {
  constexpr unsigned joint_stock = 63;
  std::uint64_t forms = 0;
  for (const LegalFormUse& use : tokens.legal_forms) {
    const std::string_view nature = legal_form_name(use.form);
    if (nature == "company" || nature == "corporation") continue;
    forms |= std::uint64_t{1} << (nature.ends_with("joint_stock") ? joint_stock : use.form);
  }
  return forms;
}

bool are_same(const PartyName& a, const PartyName& b) {
  return a.words == b.words && (a.forms == 0 || b.forms == 0 || (a.forms & b.forms) != 0);
}

PartyLink best_link(const PartyTraits& a, const PartyTraits& b) {
  PartyLink best = PartyLink::none;
  for (const PartyName& own : a.names)
    for (const PartyName& other : b.names) {
      if ((!own.is_own && !other.is_own) || !are_same(own, other)) continue;
      best = std::max(best, own.is_own && other.is_own ? PartyLink::own_name : PartyLink::alias);
    }
  return best;
}

/// Whether two ranges share a value.
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

/// The name without the party's acronym in brackets; empty where it holds none.
std::string without_acronym(std::string_view name, const std::vector<std::string>& acronyms) {
  for (const std::string& acronym : acronyms) {
    const std::string bracketed = "(" + acronym + ")";
    if (const std::size_t at = name.find(bracketed); at != name.npos)
      return std::string{name.substr(0, at)}.append(name.substr(at + bracketed.size()));
  }
  return {};
}

void add_name(const Tokens& tokens, bool is_own, std::vector<PartyName>& names) {
  if (const std::uint64_t words = key_of(tokens); words != 0) names.push_back({words, forms_of(tokens), is_own});
}

}  // namespace

PartyTraits traits_of(const List& list, const NameIndex& index, std::uint32_t entry) {
  const std::vector<IndexedName>& names = index.names();
  PartyTraits traits{&list.entries[entry], {}};
  auto name = std::lower_bound(names.begin(), names.end(), entry,
                               [](const IndexedName& own, std::uint32_t number) { return own.entry < number; });
  for (; name != names.end() && name->entry == entry; ++name) {
    if (name->kind == NameKind::acronym || name->kind == NameKind::address) continue;
    const bool is_own = name->kind != NameKind::alias;
    add_name(name->tokens, is_own, traits.names);
    if (!is_own) continue;
    const std::string bare = without_acronym(name->text, traits.entry->acronyms);
    if (!bare.empty()) add_name(tokenize(bare), is_own, traits.names);
  }
  return traits;
}

PartyLink link_of(const PartyTraits& a, const PartyTraits& b) {
  if (a.entry->list == b.entry->list) return PartyLink::none;
  const PartyLink link = best_link(a, b);
  const bool differ = link == PartyLink::none || kinds_differ(*a.entry, *b.entry) ||
                      countries_differ(*a.entry, *b.entry) || births_differ(*a.entry, *b.entry) ||
                      births_differ(*b.entry, *a.entry);
  return differ ? PartyLink::none : link;
}

std::vector<std::vector<std::size_t>> group_by_party(const std::vector<PartyTraits>& listings) {
  std::vector<std::vector<std::size_t>> parties;
  // The parties that a name's words may belong to: only these are compared.
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> parties_named;
  for (std::size_t i = 0; i < listings.size(); ++i) {
    parties.push_back({i});
    for (const PartyName& name : listings[i].names) parties_named[name.words].push_back(i);
  }
  const auto takes = [&](const std::vector<std::size_t>& party, const std::vector<std::size_t>& others,
                         PartyLink least) {
    return !party.empty() && std::all_of(others.begin(), others.end(), [&](std::size_t other) {
      return link_of(listings[party.front()], listings[other]) >= least &&
             std::none_of(party.begin(), party.end(),
                          [&](std::size_t own) { return listings[own].entry->list == listings[other].entry->list; });
    });
  };
  for (const PartyLink least : {PartyLink::own_name, PartyLink::alias}) {
    for (std::size_t i = 0; i < listings.size(); ++i) {
      if (parties[i].empty()) continue;
      std::size_t first = i;
      for (const PartyName& name : listings[i].names)
        for (const std::size_t party : parties_named[name.words])
          if (party < first && takes(parties[party], parties[i], least)) first = party;
      if (first == i) continue;
      parties[first].insert(parties[first].end(), parties[i].begin(), parties[i].end());
      parties[i].clear();
    }
  }
  parties.erase(std::remove_if(parties.begin(), parties.end(), [](const auto& party) { return party.empty(); }),
                parties.end());
  for (std::vector<std::size_t>& party : parties) sort_stably(party);
  return parties;
}

}  // namespace lookup
