#include "lookup/han_words.hpp"

#include <algorithm>

#include "../tables/han_tables.hpp"

namespace lookup {
namespace {

/// Cuts a text at a character, one piece at a time.
std::string_view take_piece(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

/// The row of a Chinese word behind its first column; without one, empty.
std::string_view find_row(std::string_view han) {
  // The rows carry no index: from any byte the line that it stands in is found by its ends.
  const std::string_view text{tables::han_word_text, tables::han_word_bytes};
  std::size_t first = 0;
  std::size_t last = text.size();
  while (first < last) {
    std::size_t begin = first + (last - first) / 2;
    while (begin > first && text[begin - 1] != '\n') --begin;
    const std::size_t end = text.find('\n', begin);
    std::string_view row = text.substr(begin, end - begin);
    const std::string_view word = take_piece(row, '\t');
    if (word == han) return row;
    if (word < han) {
      first = end + 1;
    } else {
      last = begin;
    }
  }
  return {};
}

}  // namespace

bool is_han_word(std::string_view han) { return !find_row(han).empty(); }

HanRendering find_han_word(std::string_view han) {
  HanRendering rendering;
  std::string_view whole = find_row(han);
  std::string_view words = take_piece(whole, '\t');
  std::size_t count = 0;
  while (!words.empty()) {
    std::string_view word = take_piece(words, ' ');
    if (count > 0) rendering.latin += ' ';
    rendering.latin += take_piece(word, '/');
    while (!word.empty()) rendering.alternatives.push_back({count, 1, std::string{take_piece(word, '/')}});
    ++count;
  }
  while (!whole.empty()) rendering.alternatives.push_back({0, count, std::string{take_piece(whole, ' ')}});
  return rendering;
}

}  // namespace lookup
