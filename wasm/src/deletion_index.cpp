#include "lookup/deletion_index.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "tier.hpp"

namespace lookup {
namespace {

constexpr std::size_t most_edits = 2;

/// Which letters of a word a remainder is made of, for which lengths of a wanted word.
struct Part {
  std::size_t letters;     ///< Taken from each end; the whole word where it is 0.
  std::size_t shortest;    ///< Wanted word.
  std::size_t longest;     ///< Wanted word.
  std::size_t most_edits;  ///< Between the wanted word and what is found.
};

// The two ends do not overlap, or one edit could fall on both.
constexpr std::array<Part, 4> parts{{{0, 4, 5, 1},
                                     {3, 6, 7, most_edits},
                                     {4, 8, 11, most_edits},
                                     {6, 12, std::numeric_limits<std::size_t>::max(), most_edits}}};

constexpr std::size_t longest_part = 8;  // Letters; no part is longer.

bool wants(const Part& part, std::size_t length) { return length >= part.shortest && length <= part.longest; }

/// Whether a word of this length can be within the edits of one that `part` serves.
bool holds(const Part& part, std::size_t length) {
  return length + part.most_edits >= part.shortest &&
         (length < part.most_edits || length - part.most_edits <= part.longest);
}

/// Calls `use` with a hash of `letters` without each of its letters in turn. Linear in the number of letters.
template <class Use>
void hash_remainders(std::u32string_view letters, std::uint32_t seed, bool whole_too, const Use& use) {
  // The hash is a sum of letters times a number for their place, so that one letter is taken out in one step.
  static constexpr std::array<std::uint32_t, longest_part> place{0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f,
                                                                 0x165667b1, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09};
  const auto mix = [](std::uint32_t hash) {
    hash = (hash ^ hash >> 16) * 0x85ebca6bU;
    return hash ^ hash >> 13;
  };
  std::uint32_t after = seed;  // The letters from i + 1 on, each one place further to the front.
  for (std::size_t i = 1; i < letters.size(); ++i) after += letters[i] * place[i - 1];
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    // Of two equal letters side by side it does not matter which one goes.
    if (i == 0 || letters[i] != letters[i - 1]) use(mix(before + after));
    before += letters[i] * place[i];
    if (i + 1 < letters.size()) after -= letters[i + 1] * place[i];
  }
  if (whole_too) use(mix(before + seed));
}

template <class Use>
void hash_part(const Part& part, std::u32string_view word, const Use& use) {
  if (part.letters == 0) {
    hash_remainders(word, 0, true, use);
    return;
  }
  hash_remainders(word.substr(0, part.letters), static_cast<std::uint32_t>(part.letters), false, use);
  hash_remainders(word.substr(word.size() - part.letters), static_cast<std::uint32_t>(part.letters) << 8, false, use);
}

/// A remainder of a word.
struct Place {
  std::uint32_t hash;
  std::uint32_t number;  ///< Of the word.
};

LOOKUP_OWN_FUNCTION void add_places(std::u32string_view word, std::uint32_t number, std::vector<Place>& places) {
  if (word.empty()) return;
  for (const Part& part : parts)
    if (holds(part, word.size()))
      hash_part(part, word, [&places, number](std::uint32_t hash) { places.push_back({hash, number}); });
}

LOOKUP_OWN_FUNCTION void count_places(std::span<const Place> places, std::uint32_t mask,
                                      std::vector<std::uint32_t>& counts) {
  for (const Place& place : places) ++counts[place.hash & mask];
}

LOOKUP_OWN_FUNCTION void add_up(std::vector<std::uint32_t>& counts, std::size_t first, std::size_t last) {
  for (std::size_t i = std::max<std::size_t>(first, 1); i < last; ++i) counts[i] += counts[i - 1];
}

/// Fills each bucket from its end, which so becomes its beginning.
LOOKUP_OWN_FUNCTION void put_places(std::span<const Place> places, std::uint32_t mask,
                                    std::vector<std::uint32_t>& bucket_ends, std::vector<std::uint32_t>& numbers) {
  for (const Place& place : places) numbers[--bucket_ends[place.hash & mask]] = place.number;
}

}  // namespace

DeletionIndex::DeletionIndex(std::u32string_view letters, std::span<const std::uint32_t> offsets) {
  std::vector<Place> places;
  places.reserve(letters.size());  // About one remainder for each letter.
  for (std::uint32_t number = 0; number + 1 < offsets.size(); ++number)
    add_places(letters.substr(offsets[number], offsets[number + 1] - offsets[number]), number, places);
  // A counting sort by bucket, about two remainders in each.
  const std::uint32_t mask = std::bit_ceil(static_cast<std::uint32_t>(places.size() / 2) + 1U) - 1U;
  bucket_begins_.assign(std::size_t{mask} + 2, 0);
  for_stretches(places.size(), [&](std::size_t first, std::size_t last) {
    count_places({places.data() + first, last - first}, mask, bucket_begins_);
  });
  for_stretches(bucket_begins_.size(),
                [this](std::size_t first, std::size_t last) { add_up(bucket_begins_, first, last); });
  numbers_.resize(places.size());
  for_stretches(places.size(), [&](std::size_t first, std::size_t last) {
    put_places({places.data() + first, last - first}, mask, bucket_begins_, numbers_);
  });
}

bool DeletionIndex::serves(std::size_t length, std::size_t budget) {
  return std::any_of(parts.begin(), parts.end(),
                     [=](const Part& part) { return wants(part, length) && budget <= part.most_edits; });
}

void DeletionIndex::gather(std::u32string_view wanted, std::vector<std::uint32_t>& numbers) const {
  if (numbers_.empty()) return;
  const std::size_t mask = bucket_begins_.size() - 2;
  for (const Part& part : parts) {
    if (!wants(part, wanted.size())) continue;
    hash_part(part, wanted, [&](std::uint32_t hash) {
      const std::size_t bucket = hash & mask;
      const auto held =
          std::span{numbers_}.subspan(bucket_begins_[bucket], bucket_begins_[bucket + 1] - bucket_begins_[bucket]);
      numbers.insert(numbers.end(), held.begin(), held.end());
    });
  }
}

}  // namespace lookup
