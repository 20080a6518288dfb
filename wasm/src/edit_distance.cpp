#include "lookup/edit_distance.hpp"

#include <algorithm>
#include <vector>

namespace lookup {
namespace {

constexpr std::size_t wide_swap_distance = 2;

/// Whether `longer` is `shorter` with two neighbours swapped and one letter more between them.
bool is_wide_swap(std::u32string_view shorter, std::u32string_view longer) {
  if (shorter.size() < 2 || longer.size() != shorter.size() + 1) return false;
  std::size_t at = 0;
  while (at < shorter.size() && shorter[at] == longer[at]) ++at;
  return at + 2 <= shorter.size() && shorter[at] == longer[at + 2] && shorter[at + 1] == longer[at] &&
         shorter.substr(at + 2) == longer.substr(at + 3);
}

/// What the distance is once wide swaps are looked for; `aligned` is that of optimal string alignment.
std::size_t with_wide_swap(std::u32string_view a, std::u32string_view b, std::size_t aligned, std::size_t budget) {
  const bool may_be_less = aligned > wide_swap_distance && budget >= wide_swap_distance;
  return may_be_less && (is_wide_swap(a, b) || is_wide_swap(b, a)) ? wide_swap_distance : aligned;
}

std::size_t aligned_distance(std::u32string_view a, std::u32string_view b, std::size_t budget) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > budget) return budget + 1;
  std::vector<std::size_t> before_previous(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before_previous[j - 2] + 1);
    }
    if (*std::min_element(current.begin(), current.end()) > budget) return budget + 1;
    std::swap(before_previous, previous);
    std::swap(previous, current);
  }
  return std::min(previous[b.size()], budget + 1);
}

}  // namespace

std::size_t typo_budget(std::size_t word_length) {
  if (word_length < 4) return 0;
  return word_length < 6 ? 1 : 2;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t budget) {
  return with_wide_swap(a, b, aligned_distance(a, b, budget), budget);
}

std::uint32_t letter_set(std::u32string_view word) {
  std::uint32_t set = 0;
  for (const char32_t letter : word) set |= std::uint32_t{1} << (letter % 32);
  return set;
}

PreparedWord::PreparedWord(std::u32string_view word) : word_(word) {
  for (std::size_t i = 0; i < std::min(word_.size(), longest_in_bits); ++i)
    if (word_[i] < places_.size()) places_[word_[i]] |= std::uint64_t{1} << i;
}

std::uint64_t PreparedWord::places_of(char32_t letter) const {
  if (letter < places_.size()) return places_[letter];
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < word_.size(); ++i)
    if (word_[i] == letter) places |= std::uint64_t{1} << i;
  return places;
}

std::size_t PreparedWord::distance(std::u32string_view other, std::size_t budget) const {
  if (word_.empty() || word_.size() > longest_in_bits) return edit_distance(word_, other, budget);
  // Column by column of the distance table, as bits: where a cell is one more or one less than its neighbour above
  // (`rises`, `falls`), and where it equals its upper left one (`diagonal_zero`).
  const std::uint64_t last = std::uint64_t{1} << (word_.size() - 1);
  std::uint64_t rises = ~std::uint64_t{0};
  std::uint64_t falls = 0;
  std::uint64_t diagonal_zero = 0;
  std::uint64_t previous_places = 0;
  std::size_t distance = word_.size();
  for (const char32_t letter : other) {
    const std::uint64_t places = places_of(letter);
    const std::uint64_t swapped = ((~diagonal_zero & places) << 1) & previous_places;
    diagonal_zero = ((((places & rises) + rises) ^ rises) | places | falls) | swapped;
    std::uint64_t right_rises = falls | ~(diagonal_zero | rises);
    std::uint64_t right_falls = diagonal_zero & rises;
    if ((right_rises & last) != 0) ++distance;
    if ((right_falls & last) != 0) --distance;
    right_rises = (right_rises << 1) | 1;
    right_falls <<= 1;
    rises = right_falls | ~(diagonal_zero | right_rises);
    falls = right_rises & diagonal_zero;
    previous_places = places;
  }
  return with_wide_swap(word_, other, std::min(distance, budget + 1), budget);
}

}  // namespace lookup
