#pragma once

#include <random>
#include <string>
#include <string_view>

#include "lookup/unicode.hpp"

/// The letters of a folded word, for tests that work on words. ASCII only.
inline std::u32string letters(std::string_view text) { return {text.begin(), text.end()}; }

/// UTF-8 of a folded word, for readable failures.
inline std::string readable(std::u32string_view word) {
  std::string text;
  for (const char32_t letter : word) lookup::append_utf8(text, letter);
  return text;
}

/// A word of `length` letters out of the first `alphabet` of the alphabet: few letters make near words common.
inline std::u32string random_word(std::mt19937& random, std::size_t length, int alphabet) {
  std::uniform_int_distribution<int> letter{0, alphabet - 1};
  std::u32string word;
  for (std::size_t i = 0; i < length; ++i) word += static_cast<char32_t>('a' + letter(random));
  return word;
}

/// Optimal string alignment distance by its recursive definition: the slow, obvious twin of `lookup::edit_distance`.
inline std::size_t slow_aligned_distance(std::u32string_view a, std::u32string_view b) {
  if (a.empty()) return b.size();
  if (b.empty()) return a.size();
  const auto rest = [](std::u32string_view word, std::size_t count) { return word.substr(0, word.size() - count); };
  std::size_t least = std::min(slow_aligned_distance(rest(a, 1), b), slow_aligned_distance(a, rest(b, 1))) + 1;
  least = std::min(least, slow_aligned_distance(rest(a, 1), rest(b, 1)) + (a.back() == b.back() ? 0 : 1));
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back())
    least = std::min(least, slow_aligned_distance(rest(a, 2), rest(b, 2)) + 1);
  return least;
}

/// `lookup::edit_distance` without a budget.
inline std::size_t slow_edit_distance(std::u32string_view a, std::u32string_view b) {
  const std::u32string_view shorter = a.size() < b.size() ? a : b;
  const std::u32string_view longer = a.size() < b.size() ? b : a;
  for (std::size_t i = 0; i + 1 < shorter.size(); ++i)
    for (const char32_t between : longer) {
      std::u32string swapped{shorter.substr(0, i)};
      swapped += {shorter[i + 1], between, shorter[i]};
      if (swapped.append(shorter.substr(i + 2)) == longer) return std::min<std::size_t>(2, slow_aligned_distance(a, b));
    }
  return slow_aligned_distance(a, b);
}
