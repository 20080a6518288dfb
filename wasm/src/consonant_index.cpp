#include "lookup/consonant_index.hpp"

#include <algorithm>
#include <tuple>

#include "sorting.hpp"

namespace lookup {
namespace {

constexpr char vowel = 'A';

std::size_t count_consonants(std::string_view key) { return key.size() - (key.starts_with(vowel) ? 1 : 0); }

/// The beginning of a key with the sounds of one alternative, neighbours of one sound made one.
std::string with_sounds(std::string beginning, std::string_view sounds) {
  if (sounds == "-") return beginning;
  for (const char sound : sounds)
    if (beginning.empty() || beginning.back() != sound) beginning += sound;
  return beginning;
}

}  // namespace

void ConsonantIndex::add(std::u32string_view word, WordId id, std::size_t fewest) {
  std::string key = consonant_key(word);
  if (!key.empty() && count_consonants(key) >= fewest) words_.push_back({std::move(key), id});
}

void ConsonantIndex::sort() {
  sort_stably(words_,
              [](const KeyedWord& a, const KeyedWord& b) { return std::tie(a.key, a.word) < std::tie(b.key, b.word); });
}

void ConsonantIndex::find(const ConsonantPattern& pattern, std::vector<ConsonantHit>& found) const {
  if (pattern.empty()) return;
  std::vector<Beginning> beginnings{{words_.begin(), words_.end(), 0, 0}};
  for (const std::string_view alternatives : pattern) {
    std::vector<Beginning> longer;
    for (const Beginning& beginning : beginnings) extend(beginning, alternatives, longer);
    keep_most_usual(longer);
    beginnings = std::move(longer);
  }
  for (const Beginning& beginning : beginnings)
    for (auto word = beginning.first; word != beginning.last && word->key.size() == beginning.length; ++word)
      found.push_back({word->word, count_consonants(word->key), beginning.unusual});
}

/// Appends the beginnings that one place of the pattern makes of one.
void ConsonantIndex::extend(const Beginning& beginning, std::string_view alternatives, std::vector<Beginning>& longer) {
  if (beginning.first == beginning.last) return;
  const std::string shared = beginning.first->key.substr(0, beginning.length);
  std::size_t unusual = beginning.unusual;
  for (std::string_view rest = alternatives; !rest.empty(); unusual = beginning.unusual + 1) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string wanted = with_sounds(shared, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto start = [&wanted](const KeyedWord& word) { return std::string_view{word.key}.substr(0, wanted.size()); };
    const auto first = std::partition_point(beginning.first, beginning.last,
                                            [&](const KeyedWord& word) { return start(word) < wanted; });
    const auto last =
        std::partition_point(first, beginning.last, [&](const KeyedWord& word) { return start(word) == wanted; });
    if (first != last) longer.push_back({first, last, wanted.size(), unusual});
  }
}

/// Of equal beginnings the one with the fewest unusual places. Without this, a sound that may be left out and is
/// repeated would double them at each place.
void ConsonantIndex::keep_most_usual(std::vector<Beginning>& beginnings) {
  const auto place = [](const Beginning& each) { return std::tie(each.first, each.length); };
  sort_stably(beginnings, [&place](const Beginning& a, const Beginning& b) {
    return std::tuple_cat(place(a), std::tie(a.unusual)) < std::tuple_cat(place(b), std::tie(b.unusual));
  });
  const auto is_same = [&place](const Beginning& a, const Beginning& b) { return place(a) == place(b); };
  beginnings.erase(std::unique(beginnings.begin(), beginnings.end(), is_same), beginnings.end());
}

}  // namespace lookup
