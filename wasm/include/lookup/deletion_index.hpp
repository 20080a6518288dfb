#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lookup {

/// Words of a vocabulary under what is left of them, or of their two ends, when one letter is taken out: two words an
/// edit apart share such a remainder, so that misspelt words are found without looking at all of them. Source: Mor &
/// Fraenkel 1982, "A hash code method for detecting and correcting spelling errors".
///
/// A word of up to five letters is one edit from another only if a remainder of the one is one of the other. Of two
/// edits in a longer word, at most one falls on its first letters or at most one on its last ones, so that a remainder
/// of the first three (four, six) letters or of as many last ones is shared.
class DeletionIndex {
 public:
  DeletionIndex() = default;
  /// `offsets` tells where each word begins in `letters`, with one more at the end. Neither is kept.
  DeletionIndex(std::u32string_view letters, std::span<const std::uint32_t> offsets);

  /// True when `gather` finds the words within `budget` edits of a word of this length.
  [[nodiscard]] static bool serves(std::size_t length, std::size_t budget);
  /// Appends the number of every word within `budget` edits of `wanted`, among others and some more than once.
  void gather(std::u32string_view wanted, std::vector<std::uint32_t>& numbers) const;

 private:
  std::vector<std::uint32_t> bucket_begins_;  // For each bucket of remainders; one more at the end.
  std::vector<std::uint32_t> numbers_;
};

}  // namespace lookup
