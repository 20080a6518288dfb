#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lookup {

/// How many letters two words may differ in and still be taken for the same word misspelt: none below four letters,
/// since BP is not BD; one below six; two from there on.
[[nodiscard]] std::size_t typo_budget(std::size_t word_length);

/// Optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours; no part edited twice),
/// but 2 for words that differ only by a swap of neighbours with one letter more between them ("druzhba", "druxhzba");
/// or `budget + 1` as soon as it is known to be larger. Cost is O(|a|·|b|). Source: Boytsov 2011, "Indexing methods for
/// approximate dictionary searching", section 2.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t budget);

/// A bit for each letter that a word holds. One edit adds at most one letter and takes at most one away.
[[nodiscard]] std::uint32_t letter_set(std::u32string_view word);

/// True when `set` holds more than `count` letters. For small counts, quicker than counting bits in software.
[[nodiscard]] inline bool holds_more_than(std::uint32_t set, std::size_t count) {
  for (std::size_t i = 0; i < count && set != 0; ++i) set &= set - 1;  // Takes the lowest one out.
  return set != 0;
}

/// False where words of these letters differ in more than `budget` letters.
[[nodiscard]] inline bool may_be_near(std::uint32_t letters_a, std::uint32_t letters_b, std::size_t budget) {
  return !holds_more_than(letters_a & ~letters_b, budget) && !holds_more_than(letters_b & ~letters_a, budget);
}

/// One word made ready to be compared with many.
class PreparedWord {
 public:
  explicit PreparedWord(std::u32string_view word);

  [[nodiscard]] std::u32string_view text() const { return word_; }
  /// `edit_distance` to `other`. Cost is O(|other|) for words of up to 64 letters, by a machine word for each letter.
  /// Source: Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", section 4.
  [[nodiscard]] std::size_t distance(std::u32string_view other, std::size_t budget) const;

 private:
  static constexpr std::size_t longest_in_bits = 64;

  [[nodiscard]] std::uint64_t places_of(char32_t letter) const;

  std::u32string word_;
  std::array<std::uint64_t, 128> places_{};  // For each ASCII letter, the bits of the places where it stands.
};

}  // namespace lookup
