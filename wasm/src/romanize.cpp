#include "lookup/romanize.hpp"

#include <algorithm>
#include <array>

#include "letters.hpp"
#include "lookup/romanize_kana.hpp"

namespace lookup {
namespace {

constexpr char32_t first_other = 0x80;  // ASCII stays as it is.

constexpr char32_t first_cyrillic = U'а';
/// а to я, in the order of Unicode.
constexpr std::array<std::u32string_view, 32> cyrillic{
    U"a", U"b", U"v", U"g", U"d", U"e",  U"zh", U"z",  U"i",  U"y",    U"k", U"l", U"m", U"n", U"o",  U"p",
    U"r", U"s", U"t", U"u", U"f", U"kh", U"ts", U"ch", U"sh", U"shch", U"",  U"y", U"",  U"e", U"yu", U"ya"};

constexpr char32_t first_greek = U'α';
/// α to ω, final sigma among them.
constexpr std::array<std::u32string_view, 25> greek{U"a", U"v", U"g", U"d", U"e",  U"z",  U"i", U"th", U"i",
                                                    U"k", U"l", U"m", U"n", U"x",  U"o",  U"p", U"r",  U"s",
                                                    U"s", U"t", U"y", U"f", U"ch", U"ps", U"o"};

constexpr std::array<std::u32string_view, 19> hangul_initials{U"g",  U"kk", U"n", U"d",  U"tt", U"r", U"m",
                                                              U"b",  U"pp", U"s", U"ss", U"",   U"j", U"jj",
                                                              U"ch", U"k",  U"t", U"p",  U"h"};
constexpr std::array<std::u32string_view, 21> hangul_vowels{U"a",  U"ae", U"ya", U"yae", U"eo", U"e",  U"yeo",
                                                            U"ye", U"o",  U"wa", U"wae", U"oe", U"yo", U"u",
                                                            U"wo", U"we", U"wi", U"yu",  U"eu", U"ui", U"i"};
/// None first.
constexpr std::array<std::u32string_view, 28> hangul_finals{U"",  U"k",  U"k", U"k", U"n", U"n", U"n", U"t", U"l", U"k",
                                                            U"m", U"l",  U"l", U"l", U"l", U"l", U"m", U"p", U"p", U"t",
                                                            U"t", U"ng", U"t", U"t", U"k", U"t", U"p", U"t"};

struct OtherLetter {
  char32_t letter;
  std::u32string_view latin;
};

/// Cyrillic letters outside the Russian alphabet; Arabic, Persian and Urdu letters that folding leaves apart. Ayin is
/// the vowel that it carries, hamza is silent.
constexpr std::array<OtherLetter, 46> other_letters{
    {{U'ё', U"e"},  {U'є', U"ye"}, {U'і', U"i"},  {U'ї', U"i"},  {U'ґ', U"g"}, {U'ў', U"u"},  {U'ј', U"j"},
     {U'ء', U""},   {U'ا', U"a"},  {U'ب', U"b"},  {U'ت', U"t"},  {U'ث', U"s"}, {U'ج', U"j"},  {U'ح', U"h"},
     {U'خ', U"kh"}, {U'د', U"d"},  {U'ذ', U"z"},  {U'ر', U"r"},  {U'ز', U"z"}, {U'س', U"s"},  {U'ش', U"sh"},
     {U'ص', U"s"},  {U'ض', U"z"},  {U'ط', U"t"},  {U'ظ', U"z"},  {U'ع', U"a"}, {U'غ', U"gh"}, {U'ف', U"f"},
     {U'ق', U"q"},  {U'ك', U"k"},  {U'ل', U"l"},  {U'م', U"m"},  {U'ن', U"n"}, {U'ه', U"h"},  {U'و', U"v"},
     {U'ي', U"i"},  {U'پ', U"p"},  {U'چ', U"ch"}, {U'ژ', U"zh"}, {U'ڤ', U"v"}, {U'گ', U"g"},  {U'ٹ', U"t"},
     {U'ڈ', U"d"},  {U'ڑ', U"r"},  {U'ڭ', U"ng"}, {U'ې', U"e"}}};

template <std::size_t size>
bool is_in(char32_t letter, char32_t first, const std::array<std::u32string_view, size>&) {
  return letter >= first && letter < first + size;
}

void append_hangul(std::u32string& latin, char32_t syllable) {
  const char32_t place = syllable - first_syllable;
  latin += hangul_initials[place / (hangul_vowels.size() * hangul_finals.size())];
  latin += hangul_vowels[place / hangul_finals.size() % hangul_vowels.size()];
  latin += hangul_finals[place % hangul_finals.size()];
}

void append_latin(std::u32string& latin, char32_t letter) {
  if (letter < first_other) {
    latin += letter;
    return;
  }
  if (is_hangul(letter)) {
    append_hangul(latin, letter);
    return;
  }
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
  if (std::any_of(word.begin(), word.end(), is_kana)) return romanize_kana(word);
  std::u32string latin;
  for (const char32_t letter : word) append_latin(latin, letter);
  return latin;
}

}  // namespace lookup
