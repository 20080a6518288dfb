#include "lookup/number_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace lookup {
namespace {

struct NumberWord {
  std::u32string_view word;
  int value;
};

int value_of(std::span<const NumberWord> table, std::u32string_view word) {
  const auto found =
      std::find_if(table.begin(), table.end(), [word](const NumberWord& each) { return each.word == word; });
  return found == table.end() ? 0 : found->value;
}

std::u32string_view word_of(std::span<const NumberWord> table, int value) {
  const auto found =
      std::find_if(table.begin(), table.end(), [value](const NumberWord& each) { return each.value == value; });
  return found == table.end() ? std::u32string_view{} : found->word;
}

constexpr std::array<NumberWord, 20> ordinals{{
    {U"first", 1},      {U"second", 2},       {U"third", 3},       {U"fourth", 4},      {U"fifth", 5},
    {U"sixth", 6},      {U"seventh", 7},      {U"eighth", 8},      {U"ninth", 9},       {U"tenth", 10},
    {U"eleventh", 11},  {U"twelfth", 12},     {U"thirteenth", 13}, {U"fourteenth", 14}, {U"fifteenth", 15},
    {U"sixteenth", 16}, {U"seventeenth", 17}, {U"eighteenth", 18}, {U"nineteenth", 19}, {U"hundredth", 100},
}};

/// Before the ending: "twenty", "twentieth".
constexpr std::array<NumberWord, 8> tens{{
    {U"twent", 20},
    {U"thirt", 30},
    {U"fort", 40},
    {U"fift", 50},
    {U"sixt", 60},
    {U"sevent", 70},
    {U"eight", 80},
    {U"ninet", 90},
}};
constexpr std::u32string_view cardinal_ten = U"y";
constexpr std::u32string_view ordinal_ten = U"ieth";

int ten_with(std::u32string_view ending, std::u32string_view word) {
  return word.ends_with(ending) ? value_of(tens, word.substr(0, word.size() - ending.size())) : 0;
}

/// The tens as cardinals, which stand before a unit: "dvadtsat tretiy".
constexpr std::array<NumberWord, 8> russian_tens{{
    {U"dvadtsat", 20},
    {U"tridtsat", 30},
    {U"sorok", 40},
    {U"pyatdesyat", 50},
    {U"shestdesyat", 60},
    {U"semdesyat", 70},
    {U"vosemdesyat", 80},
    {U"devyanosto", 90},
}};

/// Before the ending of the adjective. The word for second is one for other things too and stands with few endings.
constexpr std::array<NumberWord, 28> russian_stems{{
    {U"perv", 1},          {U"tret", 3},         {U"chetvert", 4},      {U"chetvyort", 4},      {U"pyat", 5},
    {U"shest", 6},         {U"sedm", 7},         {U"vosm", 8},          {U"devyat", 9},         {U"desyat", 10},
    {U"odinnadtsat", 11},  {U"dvenadtsat", 12},  {U"trinadtsat", 13},   {U"chetyrnadtsat", 14}, {U"pyatnadtsat", 15},
    {U"shestnadtsat", 16}, {U"semnadtsat", 17},  {U"vosemnadtsat", 18}, {U"devyatnadtsat", 19}, {U"dvadtsat", 20},
    {U"vtor", 2},          {U"tridtsat", 30},    {U"sorokov", 40},      {U"pyatidesyat", 50},   {U"shestidesyat", 60},
    {U"semidesyat", 70},   {U"vosmidesyat", 80}, {U"devyanost", 90},
}};
constexpr std::array<std::u32string_view, 10> russian_endings{U"yy", U"iy", U"yi",  U"aya", U"oye",
                                                              U"oe", U"oy", U"ogo", U"om",  U"y"};

constexpr int last_roman = 99;

constexpr std::array<NumberWord, 8> roman_signs{
    {{U"xc", 90}, {U"l", 50}, {U"xl", 40}, {U"x", 10}, {U"ix", 9}, {U"v", 5}, {U"iv", 4}, {U"i", 1}}};

std::u32string roman_numeral(int value) {
  std::u32string numeral;
  for (const NumberWord& sign : roman_signs)
    for (; value >= sign.value; value -= sign.value) numeral += sign.word;
  return numeral;
}

/// Letters that are a numeral and more often something else: a Chinese syllable or a given name.
bool is_rather_a_name(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 3> names{U"xi", U"liv", U"lix"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

int roman_value(std::u32string_view word) {
  const bool may_be = word.size() > 1 && word.find_first_not_of(U"ivxlc") == std::u32string_view::npos;
  // Of two letters, those with L and C are Chinese syllables and sizes.
  if (!may_be || (word.size() == 2 && word.find_first_of(U"lc") != std::u32string_view::npos)) return 0;
  if (is_rather_a_name(word)) return 0;
  int value = 0;
  std::u32string_view rest = word;
  for (const NumberWord& sign : roman_signs)
    for (; rest.starts_with(sign.word); rest.remove_prefix(sign.word.size())) value += sign.value;
  return value <= last_roman && roman_numeral(value) == word ? value : 0;
}

int english_ordinal(std::u32string_view word) {
  const bool may_be = word.ends_with(U"th") || word.ends_with(U"st") || word.ends_with(U"nd") || word.ends_with(U"rd");
  return may_be ? value_of(ordinals, word) : 0;
}

int russian_ordinal(std::u32string_view word) {
  for (const std::u32string_view ending : russian_endings)
    if (word.ends_with(ending))
      if (const int value = value_of(russian_stems, word.substr(0, word.size() - ending.size())); value != 0)
        return value;
  return 0;
}

}  // namespace

SpelledNumber spelled_number(std::u32string_view word) {
  if (const int value = english_ordinal(word); value != 0) return {value, true, false};
  if (const int value = ten_with(ordinal_ten, word); value != 0) return {value, true, false};
  if (const int value = roman_value(word); value != 0) return {value, false, false};
  if (const int value = russian_ordinal(word); value != 0) return {value, true, true};
  return {};
}

bool may_be_ten(std::u32string_view word) {
  return ten_with(cardinal_ten, word) != 0 || value_of(russian_tens, word) != 0;
}

SpelledNumber spelled_number(std::u32string_view ten, std::u32string_view unit) {
  const int english = ten_with(cardinal_ten, ten);
  const int value = english != 0 ? english : value_of(russian_tens, ten);
  if (value == 0) return {};
  const SpelledNumber units = spelled_number(unit);
  if (!units.is_ordinal || units.value > 9 || units.is_foreign != (english == 0)) return {};
  return {value + units.value, true, units.is_foreign};
}

std::u32string number_word(int value, bool is_ordinal) {
  if (!is_ordinal) return value <= last_roman ? roman_numeral(value) : std::u32string{};
  std::u32string word{word_of(tens, value / 10 * 10)};
  if (word.empty()) return std::u32string{word_of(ordinals, value)};
  if (value % 10 == 0) return word.append(ordinal_ten);
  return word.append(cardinal_ten).append(word_of(ordinals, value % 10));
}

}  // namespace lookup
