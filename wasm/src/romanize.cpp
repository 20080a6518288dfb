#include "lookup/romanize.hpp"

#include <algorithm>
#include <array>

#include "letters.hpp"
#include "lookup/romanize_kana.hpp"

namespace lookup {
namespace {

constexpr char32_t first_other = 0x80;  // ASCII stays as it is.

constexpr char32_t first_cyrillic = U'а';
/// а to я in Russian, in the order of Unicode.
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

/// Letters that folding leaves apart: Cyrillic ones outside the Russian alphabet (Ukrainian, Belarusian, Serbian,
/// Macedonian, Kazakh); Arabic, Persian and Urdu ones. Ayin is the vowel that it carries, hamza is silent.
constexpr std::array<OtherLetter, 57> other_letters{
    {{U'є', U"ye"}, {U'і', U"i"}, {U'ї', U"i"},  {U'ў', U"u"},  {U'ј', U"j"},  {U'љ', U"lj"}, {U'њ', U"nj"},
     {U'ђ', U"dj"}, {U'ћ', U"c"}, {U'џ', U"dz"}, {U'ә', U"a"},  {U'ғ', U"gh"}, {U'қ', U"q"},  {U'ң', U"ng"},
     {U'ө', U"o"},  {U'ұ', U"u"}, {U'ү', U"u"},  {U'һ', U"h"},  {U'ء', U""},   {U'ا', U"a"},  {U'ب', U"b"},
     {U'ت', U"t"},  {U'ث', U"s"}, {U'ج', U"j"},  {U'ح', U"h"},  {U'خ', U"kh"}, {U'د', U"d"},  {U'ذ', U"z"},
     {U'ر', U"r"},  {U'ز', U"z"}, {U'س', U"s"},  {U'ش', U"sh"}, {U'ص', U"s"},  {U'ض', U"z"},  {U'ط', U"t"},
     {U'ظ', U"z"},  {U'ع', U"a"}, {U'غ', U"gh"}, {U'ف', U"f"},  {U'ق', U"q"},  {U'ك', U"k"},  {U'ل', U"l"},
     {U'م', U"m"},  {U'ن', U"n"}, {U'ه', U"h"},  {U'و', U"v"},  {U'ي', U"i"},  {U'پ', U"p"},  {U'چ', U"ch"},
     {U'ژ', U"zh"}, {U'ڤ', U"v"}, {U'گ', U"g"},  {U'ٹ', U"t"},  {U'ڈ', U"d"},  {U'ڑ', U"r"},  {U'ڭ', U"ng"},
     {U'ې', U"e"}}};

constexpr std::u32string_view ukrainian_letters = U"іїєў";
constexpr std::u32string_view kazakh_letters = U"әғқңөұүһ";

bool is_any_of(char32_t letter, std::u32string_view letters) { return letters.find(letter) != letters.npos; }

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

/// Whether some hard sign is the vowel that it is in Bulgarian: in Russian a vowel follows it.
bool has_vowel_sign(std::u32string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i - 1] != U'ъ') continue;
    const char32_t next = text[i];
    if (is_in(next, first_cyrillic, cyrillic) && !is_any_of(next, U"аеиоуыэюя")) return true;
  }
  return false;
}

/// What a letter stands for where that is not what it is in Russian; nothing for another.
std::u32string_view own_reading(char32_t letter, CyrillicReading reading) {
  if (reading == CyrillicReading::ukrainian) return letter == U'г' ? U"h" : letter == U'и' ? U"y" : U"";
  if (reading == CyrillicReading::bulgarian) return letter == U'ъ' ? U"a" : letter == U'щ' ? U"sht" : U"";
  return U"";
}

/// What an upsilon stands for after the letter before it (ELOT 743, table of digraphs).
std::u32string_view upsilon(std::u32string_view word, std::size_t place) {
  const char32_t before = place == 0 ? U' ' : word[place - 1];
  if (before == U'ο') return U"u";
  if (!is_any_of(before, U"αεη")) return U"y";
  const bool is_voiceless = place + 1 == word.size() || is_any_of(word[place + 1], U"θκξπστφχψ");
  return is_voiceless ? U"f" : U"v";
}

std::u32string_view greek_letter(std::u32string_view word, std::size_t place) {
  const char32_t letter = word[place];
  const char32_t next = place + 1 < word.size() ? word[place + 1] : U' ';
  if (letter == U'υ') return upsilon(word, place);
  if (letter == U'γ' && is_any_of(next, U"γξχ")) return U"n";
  if (word.starts_with(U"μπ") && place < 2) return place == 0 ? U"b" : U"";
  return greek[letter - first_greek];
}

void append_other(std::u32string& latin, char32_t letter) {
  const auto* const found = std::find_if(other_letters.begin(), other_letters.end(),
                                         [letter](const OtherLetter& other) { return other.letter == letter; });
  if (found == other_letters.end())
    latin += letter;
  else
    latin += found->latin;
}

void append_latin(std::u32string& latin, std::u32string_view word, std::size_t place, CyrillicReading reading) {
  const char32_t letter = word[place];
  if (letter < first_other) {
    latin += letter;
  } else if (is_hangul(letter)) {
    append_hangul(latin, letter);
  } else if (is_in(letter, first_cyrillic, cyrillic)) {
    const std::u32string_view own = own_reading(letter, reading);
    latin += own.empty() ? cyrillic[letter - first_cyrillic] : own;
  } else if (is_in(letter, first_greek, greek)) {
    latin += greek_letter(word, place);
  } else {
    append_other(latin, letter);
  }
}

}  // namespace

CyrillicReading cyrillic_reading(std::u32string_view text) {
  const bool has_ukrainian = text.find_first_of(ukrainian_letters) != text.npos;
  const bool has_kazakh = text.find_first_of(kazakh_letters) != text.npos;
  if (has_ukrainian && !has_kazakh) return CyrillicReading::ukrainian;
  return has_vowel_sign(text) ? CyrillicReading::bulgarian : CyrillicReading::russian;
}

std::u32string romanize(std::u32string_view word, CyrillicReading reading) {
  if (std::any_of(word.begin(), word.end(), is_kana)) return romanize_kana(word);
  std::u32string latin;
  for (std::size_t place = 0; place < word.size(); ++place) append_latin(latin, word, place, reading);
  return latin;
}

std::u32string romanize(std::u32string_view word) { return romanize(word, cyrillic_reading(word)); }

}  // namespace lookup
