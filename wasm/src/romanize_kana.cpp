#include "lookup/romanize_kana.hpp"

#include <array>

namespace lookup {
namespace {

constexpr char32_t first_hiragana = 0x3041;
constexpr char32_t first_katakana = 0x30A1;
constexpr char32_t small_tsu = 0x3063;
constexpr char32_t long_vowel = 0x30FC;

/// From small a to small ke, in the order of Unicode. The small tsu doubles what follows.
constexpr std::array<std::u32string_view, 86> syllables{
    U"a",  U"a",  U"i",   U"i",  U"u",  U"u",   U"e",  U"e",   U"o",  U"o",  U"ka", U"ga", U"ki", U"gi", U"ku",
    U"gu", U"ke", U"ge",  U"ko", U"go", U"sa",  U"za", U"shi", U"ji", U"su", U"zu", U"se", U"ze", U"so", U"zo",
    U"ta", U"da", U"chi", U"ji", U"",   U"tsu", U"zu", U"te",  U"de", U"to", U"do", U"na", U"ni", U"nu", U"ne",
    U"no", U"ha", U"ba",  U"pa", U"hi", U"bi",  U"pi", U"fu",  U"bu", U"pu", U"he", U"be", U"pe", U"ho", U"bo",
    U"po", U"ma", U"mi",  U"mu", U"me", U"mo",  U"ya", U"ya",  U"yu", U"yu", U"yo", U"yo", U"ra", U"ri", U"ru",
    U"re", U"ro", U"wa",  U"wa", U"i",  U"e",   U"o",  U"n",   U"vu", U"ka", U"ke"};

/// The place of a letter in `syllables`, or their number.
std::size_t place_of(char32_t letter) {
  if (letter >= first_katakana && letter < first_katakana + syllables.size()) return letter - first_katakana;
  if (letter >= first_hiragana && letter < first_hiragana + syllables.size()) return letter - first_hiragana;
  return syllables.size();
}

bool is_small_vowel(std::size_t place) { return place <= 8 && place % 2 == 0; }

bool is_small_y(std::size_t place) { return place == 0x42 || place == 0x44 || place == 0x46; }

bool is_vowel(char32_t letter) { return std::u32string_view{U"aeiou"}.find(letter) != std::u32string_view::npos; }

/// Joins a small letter to the syllable before it: "kya", "sha", "fa", "ti", "wi".
void join_small(std::u32string& latin, std::size_t place) {
  if (latin.empty() || !is_vowel(latin.back())) {
    latin += syllables[place];
    return;
  }
  const char32_t vowel = latin.back();
  latin.pop_back();
  const bool stands_alone = latin.empty() || is_vowel(latin.back());
  if (is_small_y(place)) {
    const bool has_y = latin.ends_with(U"sh") || latin.ends_with(U"ch") || latin.ends_with(U"j");
    latin += has_y ? syllables[place].substr(1) : syllables[place];
    return;
  }
  // "u" and a small vowel is the "w" of "wi"; a vowel and the same small one is a long vowel.
  if (stands_alone && vowel == U'u' && syllables[place] != U"u") latin += U'w';
  if (stands_alone && vowel != U'u' && vowel != syllables[place][0]) latin += vowel;
  latin += syllables[place];
}

}  // namespace

bool is_kana(char32_t letter) { return place_of(letter) < syllables.size() || letter == long_vowel; }

std::u32string romanize_kana(std::u32string_view word) {
  std::u32string latin;
  bool doubles = false;
  for (const char32_t letter : word) {
    if (letter == long_vowel) continue;
    const std::size_t place = place_of(letter);
    if (place + first_hiragana == small_tsu) {
      doubles = true;
    } else if (place == syllables.size()) {
      latin += letter;
    } else if (is_small_vowel(place) || is_small_y(place)) {
      join_small(latin, place);
    } else {
      if (doubles && !is_vowel(syllables[place][0])) latin += syllables[place][0];
      latin += syllables[place];
      doubles = false;
    }
  }
  return latin;
}

}  // namespace lookup
