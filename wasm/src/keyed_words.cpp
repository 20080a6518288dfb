#include "lookup/keyed_words.hpp"

#include <algorithm>
#include <cstddef>

namespace lookup {

KeyedWords::KeyedWords(std::vector<KeyedWord> words) : words_(std::move(words)) {
  std::erase_if(words_, [](const KeyedWord& each) { return each.key.empty(); });
  std::sort(words_.begin(), words_.end(), [](const KeyedWord& a, const KeyedWord& b) {
    const int order = a.key.compare(b.key);
    return order != 0 ? order < 0 : a.word < b.word;
  });
}

std::span<const KeyedWord> KeyedWords::find(std::u32string_view key) const {
  if (key.empty()) return {};
  const auto first =
      std::lower_bound(words_.begin(), words_.end(), key,
                       [](const KeyedWord& each, std::u32string_view wanted) { return each.key < wanted; });
  const auto last = std::find_if(first, words_.end(), [key](const KeyedWord& each) { return each.key != key; });
  return std::span{words_}.subspan(static_cast<std::size_t>(first - words_.begin()),
                                   static_cast<std::size_t>(last - first));
}

}  // namespace lookup
