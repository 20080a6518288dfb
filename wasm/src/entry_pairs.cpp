#include "entry_pairs.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "lookup/unicode.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t shortest_telling_name = 4;
constexpr char part_end = '\n';  // Stands in no key.

/// What an entry is known by.
struct Candidate {
  const Entry* entry = nullptr;
  std::string published;  ///< Key of the published name.
  Texts names;            ///< Keys of published and own name that tell something, filled when they are needed.
  Texts aliases;          ///< Keys of its aliases, likewise.
  std::string countries;  ///< Sorted, one key.
  bool is_address = false;
  bool is_paired = false;
};

/// How far the countries of two entries must agree.
enum class Agreement { countries_and_addresses, countries, one_country, none_known };

constexpr auto agreements = std::to_array(
    {Agreement::countries_and_addresses, Agreement::countries, Agreement::one_country, Agreement::none_known});

std::string joined(Texts texts) {
  sort_stably(texts);
  std::string key;
  for (const std::string& text : texts) key.append(text) += part_end;
  return key;
}

std::string addresses_of(const Entry& entry) {
  Texts keys;
  for (const Address& address : entry.addresses) keys.push_back(letters_of(address.text) + address.country);
  return joined(std::move(keys));
}

/// Whether a published name is `Address` and a number.
bool names_address(std::string_view key) {
  constexpr std::string_view word = "address";
  return key.size() > word.size() && key.starts_with(word) &&
         key.find_first_not_of("0123456789", word.size()) == std::string_view::npos;
}

void add_telling(Texts& keys, std::string_view name) {
  std::string key = letters_of(name);
  if (count_code_points(key) < shortest_telling_name) return;
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

/// The keys under which a name with its countries is stored, or looked for, at one agreement.
void add_keys(Texts& keys, const Candidate& candidate, std::string_view name, Agreement agreement, bool is_stored) {
  const std::string stem = std::string{name} + part_end;
  const Entry& entry = *candidate.entry;
  if (candidate.is_address && agreement != Agreement::countries_and_addresses) return;
  switch (agreement) {
    case Agreement::countries_and_addresses:
      keys.push_back(stem + candidate.countries + part_end + addresses_of(entry));
      break;
    case Agreement::countries:
      keys.push_back(stem + candidate.countries);
      break;
    case Agreement::one_country:
      for (const std::string& country : entry.countries) keys.push_back(stem + country);
      break;
    case Agreement::none_known:
      // An entry without countries agrees with all, one with countries only with those that have none.
      if (is_stored) {
        keys.push_back(stem + "*");
        if (entry.countries.empty()) keys.push_back(stem);
      } else {
        keys.push_back(entry.countries.empty() ? stem + "*" : stem);
      }
      break;
  }
}

/// Picks some of the names of an entry.
using PickNames = void (*)(const Candidate&, std::vector<std::string_view>&);

void published_of(const Candidate& candidate, std::vector<std::string_view>& names) {
  names.emplace_back(candidate.published);
}

void names_of(const Candidate& candidate, std::vector<std::string_view>& names) {
  names.insert(names.end(), candidate.names.begin(), candidate.names.end());
}

void aliases_of(const Candidate& candidate, std::vector<std::string_view>& names) {
  names.insert(names.end(), candidate.aliases.begin(), candidate.aliases.end());
}

void names_and_aliases_of(const Candidate& candidate, std::vector<std::string_view>& names) {
  names_of(candidate, names);
  aliases_of(candidate, names);
}

/// A candidate, by its place, with names to pair it by.
struct Named {
  std::size_t candidate;
  std::vector<std::string_view> names;
};

using Names = std::unordered_set<std::string_view>;

class Pairing {
 public:
  Pairing(const std::vector<const Entry*>& before, const std::vector<const Entry*>& after)
      : before_(candidates(before)), after_(candidates(after)), partners_(before.size()) {}

  std::vector<EntryPair> run() {
    pair_by_id();
    fill(before_);
    fill(after_);
    pair_by_name(published_of, published_of);
    fill_names(before_);
    fill_names(after_);
    pair_by_name(names_of, names_and_aliases_of);
    pair_by_name(aliases_of, names_of);
    return pairs();
  }

 private:
  static std::vector<Candidate> candidates(const std::vector<const Entry*>& entries) {
    std::vector<Candidate> made(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) made[i].entry = entries[i];
    return made;
  }

  /// Fills what rule 2 needs, for those that are left: in most comparisons few.
  static void fill(std::vector<Candidate>& all) {
    for (Candidate& candidate : all) {
      if (candidate.is_paired) continue;
      candidate.published = letters_of(candidate.entry->published_name);
      candidate.countries = joined(candidate.entry->countries);
      candidate.is_address = names_address(candidate.published);
    }
  }

  static void fill_names(std::vector<Candidate>& all) {
    for (Candidate& candidate : all) {
      if (candidate.is_paired) continue;
      add_telling(candidate.names, candidate.entry->published_name);
      add_telling(candidate.names, candidate.entry->name);
      for (const std::string& alias : candidate.entry->aliases) add_telling(candidate.aliases, alias);
    }
  }

  void pair(std::size_t before, std::size_t after) {
    before_[before].is_paired = after_[after].is_paired = true;
    partners_[before] = after;
  }

  void pair_by_id() {
    std::unordered_map<std::string_view, std::size_t> after_by_id;
    for (std::size_t i = 0; i < after_.size(); ++i) after_by_id.emplace(after_[i].entry->id, i);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const auto found = after_by_id.find(before_[i].entry->id);
      if (found != after_by_id.end() && !after_[found->second].is_paired) pair(i, found->second);
    }
  }

  /// Pairs what is left by the names that `of_before` and `of_after` pick, at one agreement after the other.
  void pair_by_name(PickNames of_before, PickNames of_after) {
    // Few names stand on both sides, so most entries need no further look.
    const std::vector<Named> after = named(after_, of_after, nullptr);
    const Names names_after = names_in(after);
    const std::vector<Named> before = named(before_, of_before, &names_after);
    const Names names_before = names_in(before);
    const std::vector<Named> matching = named(after_, of_after, &names_before);
    for (const Agreement agreement : agreements) pair_at(agreement, before, matching);
  }

  /// The entries that are not paired yet with those of their names that stand in `wanted`; all of them for null.
  static std::vector<Named> named(const std::vector<Candidate>& all, PickNames pick, const Names* wanted) {
    std::vector<Named> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].is_paired) continue;
      std::vector<std::string_view> names;
      pick(all[i], names);
      const auto is_other = [&](std::string_view name) { return wanted != nullptr && !wanted->contains(name); };
      names.erase(std::remove_if(names.begin(), names.end(), is_other), names.end());
      if (!names.empty()) found.push_back({i, std::move(names)});
    }
    return found;
  }

  static Names names_in(const std::vector<Named>& entries) {
    Names names;
    for (const Named& entry : entries) names.insert(entry.names.begin(), entry.names.end());
    return names;
  }

  void pair_at(Agreement agreement, const std::vector<Named>& before, const std::vector<Named>& after) {
    /// The entries under one key, of which those before `first` are paired.
    struct Bucket {
      std::vector<std::size_t> entries;
      std::size_t first = 0;
    };
    std::unordered_map<std::string, Bucket> buckets;
    Texts keys;
    for (const Named& entry : after) {
      if (after_[entry.candidate].is_paired) continue;
      keys.clear();
      for (const std::string_view name : entry.names) add_keys(keys, after_[entry.candidate], name, agreement, true);
      for (std::string& key : keys) buckets[std::move(key)].entries.push_back(entry.candidate);
    }
    for (const Named& entry : before) {
      if (before_[entry.candidate].is_paired) continue;
      keys.clear();
      for (const std::string_view name : entry.names) add_keys(keys, before_[entry.candidate], name, agreement, false);
      std::size_t best = after_.size();
      for (const std::string& key : keys) {
        const auto found = buckets.find(key);
        if (found == buckets.end()) continue;
        Bucket& bucket = found->second;
        while (bucket.first < bucket.entries.size() && after_[bucket.entries[bucket.first]].is_paired) ++bucket.first;
        if (bucket.first < bucket.entries.size()) best = std::min(best, bucket.entries[bucket.first]);
      }
      if (best < after_.size()) pair(entry.candidate, best);
    }
  }

  [[nodiscard]] std::vector<EntryPair> pairs() const {
    std::vector<EntryPair> all;
    all.reserve(before_.size() + after_.size());
    for (std::size_t i = 0; i < before_.size(); ++i)
      all.emplace_back(before_[i].entry, partners_[i] ? after_[*partners_[i]].entry : nullptr);
    for (const Candidate& candidate : after_) {
      if (!candidate.is_paired) all.emplace_back(nullptr, candidate.entry);
    }
    return all;
  }

  std::vector<Candidate> before_;
  std::vector<Candidate> after_;
  std::vector<std::optional<std::size_t>> partners_;
};

}  // namespace

std::vector<EntryPair> pair_entries(const std::vector<const Entry*>& before, const std::vector<const Entry*>& after) {
  return Pairing{before, after}.run();
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const FoldedCharacter& character : fold(text)) {
    if (character.kind != CharacterClass::joiner && character.kind != CharacterClass::separator)
      append_utf8(letters, character.code_point);
  }
  return letters;
}

}  // namespace lookup
