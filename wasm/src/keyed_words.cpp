#include "lookup/keyed_words.hpp"

#include <bit>
#include <cstddef>
#include <numeric>

#include "sorting.hpp"

namespace lookup {
namespace {

std::uint32_t hash_of(std::u32string_view key) {
  std::uint32_t hash = 0x811c9dc5;
  for (const char32_t letter : key) hash = (hash ^ letter) * 0x9e3779b1U;
  return hash ^ hash >> 15;
}

}  // namespace

void KeyedWords::add(std::u32string_view key, WordId word) {
  if (key.empty()) return;
  words_.push_back(word);
  key_begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
  key_lengths_.push_back(static_cast<std::uint32_t>(key.size()));
  letters_ += key;
}

void KeyedWords::sort() {
  // A counting sort by bucket, about one word in each.
  const std::size_t buckets = std::bit_ceil(words_.size() + 1);
  std::vector<std::uint32_t> bucket_of(words_.size());
  bucket_ends_.assign(buckets + 1, 0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    bucket_of[i] = static_cast<std::uint32_t>(hash_of(key_of(i)) & (buckets - 1));
    ++bucket_ends_[bucket_of[i] + std::size_t{1}];
  }
  std::partial_sum(bucket_ends_.begin(), bucket_ends_.end(), bucket_ends_.begin());
  std::vector<std::uint32_t> next(bucket_ends_.begin(), bucket_ends_.end() - 1);
  std::vector<std::uint32_t> order(words_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[next[bucket_of[i]]++] = i;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket)
    sort_stably(order.data() + bucket_ends_[bucket], bucket_ends_[bucket + 1] - bucket_ends_[bucket],
                [this](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
  const auto reorder = [&order](std::vector<std::uint32_t>& values) {
    std::vector<std::uint32_t> ordered(values.size());
    for (std::size_t i = 0; i < order.size(); ++i) ordered[i] = values[order[i]];
    values = std::move(ordered);
  };
  reorder(words_);
  reorder(key_begins_);
  reorder(key_lengths_);
}

std::span<const WordId> KeyedWords::find(std::u32string_view key) const {
  if (key.empty() || words_.empty()) return {};
  const std::size_t bucket = hash_of(key) & (bucket_ends_.size() - 2);
  std::size_t first = bucket_ends_[bucket];
  const std::size_t end = bucket_ends_[bucket + 1];
  while (first < end && key_of(first) != key) ++first;
  std::size_t last = first;
  while (last < end && key_of(last) == key) ++last;
  return std::span{words_}.subspan(first, last - first);
}

}  // namespace lookup
