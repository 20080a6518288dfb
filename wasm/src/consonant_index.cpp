#include "lookup/consonant_index.hpp"

#include <algorithm>
#include <tuple>

namespace lookup {
namespace {

constexpr char vowel = 'A';

std::size_t count_consonants(std::string_view key) { return key.size() - (key.starts_with(vowel) ? 1 : 0); }

/// The path with the sounds of one alternative, neighbours of one sound made one.
std::string extend(std::string path, std::string_view sounds) {
  if (sounds == "-") return path;
  for (const char sound : sounds)
    if (path.empty() || path.back() != sound) path += sound;
  return path;
}

}  // namespace

void ConsonantIndex::add(std::u32string_view word, WordId id, std::size_t fewest) {
  std::string key = consonant_key(word);
  if (!key.empty() && count_consonants(key) >= fewest) words_.push_back({std::move(key), id});
}

void ConsonantIndex::sort() {
  std::sort(words_.begin(), words_.end(),
            [](const KeyedWord& a, const KeyedWord& b) { return std::tie(a.key, a.word) < std::tie(b.key, b.word); });
}

void ConsonantIndex::find(const ConsonantPattern& pattern, std::vector<ConsonantHit>& found) const {
  if (!pattern.empty()) walk(pattern, 0, {}, 0, {words_.begin(), words_.end()}, found);
}

void ConsonantIndex::walk(const ConsonantPattern& pattern, std::size_t place, const std::string& path,
                          std::size_t unusual, Range range, std::vector<ConsonantHit>& found) const {
  if (place == pattern.size()) {
    for (auto word = range.first; word != range.last && word->key == path; ++word)
      found.push_back({word->word, count_consonants(path), unusual});
    return;
  }
  std::size_t turn = 0;
  for (std::string_view rest = pattern[place]; !rest.empty(); turn = 1) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string longer = extend(path, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto beginning = [&longer](const KeyedWord& word) {
      return std::string_view{word.key}.substr(0, longer.size());
    };
    const auto first =
        std::partition_point(range.first, range.last, [&](const KeyedWord& word) { return beginning(word) < longer; });
    const auto last =
        std::partition_point(first, range.last, [&](const KeyedWord& word) { return beginning(word) == longer; });
    if (first != last) walk(pattern, place + 1, longer, unusual + turn, {first, last}, found);
  }
}

}  // namespace lookup
