#include "lookup/han_words.hpp"

#include <algorithm>

#include "../tables/han_tables.hpp"
#include "numbered_words.hpp"

namespace lookup {
namespace {

/// Cuts a text at a character, one piece at a time.
std::string_view take_piece(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

/// What stands for a Chinese word; empty for another text.
std::string_view find_row(std::string_view han) {
  static const NumberedWords words{tables::han_words};
  static const std::vector<std::string_view> renderings = lines_of(tables::han_renderings);
  const std::size_t number = words.find(han);
  return number < words.size() ? renderings[number] : std::string_view{};
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
