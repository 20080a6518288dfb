#include "lookup/number_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "letters.hpp"

namespace lookup {
namespace {

struct NumberWord {
  std::u32string_view word;
  int value;
};

/// A bit for each length and for each first letter that a table of Latin words has: most words have another.
struct Outlines {
  std::uint32_t lengths = 0;
  std::uint32_t first_letters = 0;

  template <std::size_t size>
  constexpr explicit Outlines(const std::array<NumberWord, size>& table) {
    for (const NumberWord& each : table) {
      lengths |= std::uint32_t{1} << each.word.size();
      first_letters |= std::uint32_t{1} << (each.word.front() - U'a');
    }
  }

  [[nodiscard]] bool may_hold(std::u32string_view word) const {
    return word.size() < 32 && (lengths >> word.size() & 1) != 0 && is_latin(word.front()) &&
           (first_letters >> (word.front() - U'a') & 1) != 0;
  }
};

/// The value of a word by the table, 0 for none. No table holds an empty word.
template <const auto& table>
int value_of(std::u32string_view word) {
  static constexpr Outlines outlines{table};
  if (!outlines.may_hold(word)) return 0;
  const auto* const found =
      std::find_if(table.begin(), table.end(), [word](const NumberWord& each) { return each.word == word; });
  return found == table.end() ? 0 : found->value;
}

template <std::size_t size>
std::u32string_view word_of(const std::array<NumberWord, size>& table, int value) {
  const auto* const found =
      std::find_if(table.begin(), table.end(), [value](const NumberWord& each) { return each.value == value; });
  return found == table.end() ? std::u32string_view{} : found->word;
}

constexpr std::array<NumberWord, 28> ordinals{{
    {U"first", 1},      {U"second", 2},       {U"third", 3},       {U"fourth", 4},      {U"fifth", 5},
    {U"sixth", 6},      {U"seventh", 7},      {U"eighth", 8},      {U"ninth", 9},       {U"tenth", 10},
    {U"eleventh", 11},  {U"twelfth", 12},     {U"thirteenth", 13}, {U"fourteenth", 14}, {U"fifteenth", 15},
    {U"sixteenth", 16}, {U"seventeenth", 17}, {U"eighteenth", 18}, {U"nineteenth", 19}, {U"twentieth", 20},
    {U"thirtieth", 30}, {U"fortieth", 40},    {U"fiftieth", 50},   {U"sixtieth", 60},   {U"seventieth", 70},
    {U"eightieth", 80}, {U"ninetieth", 90},   {U"hundredth", 100},
}};

/// II to XXX but for XI, which is a Chinese syllable, and single letters.
constexpr std::array<NumberWord, 24> roman_numerals{{
    {U"ii", 2},     {U"iii", 3},   {U"iv", 4},    {U"vii", 7},    {U"viii", 8},    {U"ix", 9},
    {U"xii", 12},   {U"xiii", 13}, {U"xiv", 14},  {U"xv", 15},    {U"xvi", 16},    {U"xvii", 17},
    {U"xviii", 18}, {U"xix", 19},  {U"xx", 20},   {U"xxi", 21},   {U"xxii", 22},   {U"xxiii", 23},
    {U"xxiv", 24},  {U"xxv", 25},  {U"xxvi", 26}, {U"xxvii", 27}, {U"xxviii", 28}, {U"xxx", 30},
}};

/// Before the ending of the adjective. The word for second is one for other things too and stands with few endings.
constexpr std::array<NumberWord, 20> russian_stems{{
    {U"perv", 1},        {U"tret", 3},          {U"chetvert", 4},       {U"chetvyort", 4},    {U"shest", 6},
    {U"sedm", 7},        {U"vosm", 8},          {U"devyat", 9},         {U"desyat", 10},      {U"odinnadtsat", 11},
    {U"dvenadtsat", 12}, {U"trinadtsat", 13},   {U"chetyrnadtsat", 14}, {U"pyatnadtsat", 15}, {U"shestnadtsat", 16},
    {U"semnadtsat", 17}, {U"vosemnadtsat", 18}, {U"devyatnadtsat", 19}, {U"dvadtsat", 20},    {U"vtor", 2},
}};
constexpr std::array<std::u32string_view, 9> russian_endings{U"yy", U"iy", U"yi",  U"aya", U"oye",
                                                             U"oe", U"oy", U"ogo", U"om"};

int russian_ordinal(std::u32string_view word) {
  for (const std::u32string_view ending : russian_endings)
    if (word.ends_with(ending))
      if (const int value = value_of<russian_stems>(word.substr(0, word.size() - ending.size())); value != 0)
        return value;
  return 0;
}

}  // namespace

SpelledNumber spelled_number(std::u32string_view word) {
  if (const int value = value_of<ordinals>(word); value != 0) return {value, true, false};
  if (const int value = value_of<roman_numerals>(word); value != 0) return {value, false, false};
  if (const int value = russian_ordinal(word); value != 0) return {value, true, true};
  return {};
}

std::u32string_view number_word(int value, bool is_ordinal) {
  return is_ordinal ? word_of(ordinals, value) : word_of(roman_numerals, value);
}

}  // namespace lookup
