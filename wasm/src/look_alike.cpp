#include "lookup/look_alike.hpp"

#include <algorithm>
#include <array>

#include "letters.hpp"
#include "rules_by_letter.hpp"

namespace lookup {
namespace {

struct Twins {
  char32_t other;
  char32_t latin;
};

/// Small letters of the same shape; where the capitals are the likelier twins (В, Н), those count.
constexpr std::array<Twins, 30> twins{{
    {U'а', U'a'}, {U'в', U'b'}, {U'с', U'c'}, {U'ԁ', U'd'}, {U'е', U'e'}, {U'һ', U'h'}, {U'н', U'h'}, {U'і', U'i'},
    {U'ј', U'j'}, {U'к', U'k'}, {U'м', U'm'}, {U'о', U'o'}, {U'р', U'p'}, {U'ԛ', U'q'}, {U'ѕ', U's'}, {U'т', U't'},
    {U'у', U'y'}, {U'ѵ', U'v'}, {U'ԝ', U'w'}, {U'х', U'x'}, {U'α', U'a'}, {U'β', U'b'}, {U'ε', U'e'}, {U'ι', U'i'},
    {U'κ', U'k'}, {U'ν', U'v'}, {U'ο', U'o'}, {U'ρ', U'p'}, {U'υ', U'y'}, {U'χ', U'x'},
}};

bool is_greek(char32_t letter) { return letter >= 0x370 && letter < 0x400; }

char32_t latin_twin(char32_t letter) {
  const auto* const found =
      std::find_if(twins.begin(), twins.end(), [letter](const Twins& pair) { return pair.other == letter; });
  return found == twins.end() ? 0 : found->latin;
}

char32_t cyrillic_twin(char32_t letter) {
  const auto* const found = std::find_if(twins.begin(), twins.end(), [letter](const Twins& pair) {
    return pair.latin == letter && is_cyrillic(pair.other);
  });
  return found == twins.end() ? 0 : found->other;
}

/// Replaces each letter that `belongs` by its twin; false where one has none.
template <typename Belongs, typename Twin>
bool replace_all(std::u32string& word, Belongs belongs, Twin twin_of) {
  std::u32string replaced = word;
  for (char32_t& letter : replaced) {
    if (!belongs(letter)) continue;
    letter = twin_of(letter);
    if (letter == 0) return false;
  }
  word = std::move(replaced);
  return true;
}

constexpr std::size_t shortest_word = 3;

struct Shape {
  std::u32string_view spelling;
  char32_t key;
};

/// The first that fits is taken.
constexpr std::array<Shape, 12> shapes{{
    {U"rn", U'm'},
    {U"vv", U'w'},
    {U"cl", U'd'},
    {U"0", U'o'},
    {U"1", U'l'},
    {U"i", U'l'},
    {U"5", U's'},
    {U"6", U'b'},
    {U"8", U'b'},
    {U"9", U'g'},
    {U"e", U'c'},
    {U"q", U'g'},
}};

constexpr RulesByLetter shapes_by_letter{shapes};

}  // namespace

bool unmix_scripts(std::u32string& word) {
  const bool has_latin = std::any_of(word.begin(), word.end(), is_latin);
  if (!has_latin) return false;
  const auto is_other = [](char32_t letter) { return is_cyrillic(letter) || is_greek(letter); };
  if (std::none_of(word.begin(), word.end(), is_other)) return false;
  return replace_all(word, is_other, latin_twin) || replace_all(word, is_latin, cyrillic_twin);
}

std::u32string shape_key(std::u32string_view word) {
  if (word.size() < shortest_word || std::none_of(word.begin(), word.end(), is_latin)) return {};
  std::u32string key;
  for (std::size_t i = 0; i < word.size();) {
    const std::u32string_view rest = word.substr(i);
    if (rest[0] >= 0x80) return {};
    const Shape* const shape = shapes_by_letter.first_for(rest);
    key += shape == nullptr ? rest[0] : shape->key;
    i += shape == nullptr ? 1 : shape->spelling.size();
  }
  return key;
}

}  // namespace lookup
