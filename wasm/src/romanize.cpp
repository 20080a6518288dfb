#include "lookup/romanize.hpp"

#include <array>

namespace lookup {
namespace {

constexpr char32_t first_cyrillic = U'а';
/// а to я, in the order of Unicode.
constexpr std::array<std::u32string_view, 32> cyrillic{
    U"a", U"b", U"v", U"g", U"d", U"e",  U"zh", U"z",  U"i",  U"y",    U"k", U"l", U"m", U"n", U"o",  U"p",
    U"r", U"s", U"t", U"u", U"f", U"kh", U"ts", U"ch", U"sh", U"shch", U"",  U"y", U"",  U"e", U"yu", U"ya"};

constexpr char32_t first_greek = U'α';
/// α to ω, final sigma among them.
constexpr std::array<std::u32string_view, 25> greek{U"a", U"v", U"g", U"d", U"e", U"z", U"i", U"th", U"i",
                                                    U"k", U"l", U"m", U"n", U"x", U"o", U"p", U"r",  U"s",
                                                    U"s", U"t", U"y", U"f", U"ch", U"ps", U"o"};

struct OtherLetter {
  char32_t letter;
  std::u32string_view latin;
};

/// Cyrillic letters outside the Russian alphabet.
constexpr std::array<OtherLetter, 7> other_letters{
    {{U'ё', U"e"}, {U'є', U"ye"}, {U'і', U"i"}, {U'ї', U"i"}, {U'ґ', U"g"}, {U'ў', U"u"}, {U'ј', U"j"}}};

template <std::size_t size>
bool is_in(char32_t letter, char32_t first, const std::array<std::u32string_view, size>&) {
  return letter >= first && letter < first + size;
}

void append_latin(std::u32string& latin, char32_t letter) {
  if (is_in(letter, first_cyrillic, cyrillic)) {
    latin += cyrillic[letter - first_cyrillic];
    return;
  }
  if (is_in(letter, first_greek, greek)) {
    latin += greek[letter - first_greek];
    return;
  }
  for (const OtherLetter& other : other_letters) {
    if (other.letter == letter) {
      latin += other.latin;
      return;
    }
  }
  latin += letter;
}

}  // namespace

std::u32string romanize(std::u32string_view word) {
  std::u32string latin;
  for (const char32_t letter : word) append_latin(latin, letter);
  return latin;
}

}  // namespace lookup
