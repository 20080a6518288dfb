#include "lookup/look_alike.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "letters.hpp"
#include "lookup/unicode.hpp"
#include "rules_by_letter.hpp"

namespace lookup {
namespace {

struct Twins {
  char32_t other;
  char32_t latin;
};

/// Letters of the same shape, small ones or capitals (В, Н, Τ); the capitals of all are.
constexpr std::array<Twins, 34> twins{{
    {U'а', U'a'}, {U'в', U'b'}, {U'с', U'c'}, {U'ԁ', U'd'}, {U'е', U'e'}, {U'һ', U'h'}, {U'н', U'h'},
    {U'і', U'i'}, {U'ј', U'j'}, {U'к', U'k'}, {U'м', U'm'}, {U'о', U'o'}, {U'р', U'p'}, {U'ԛ', U'q'},
    {U'ѕ', U's'}, {U'т', U't'}, {U'у', U'y'}, {U'ѵ', U'v'}, {U'ԝ', U'w'}, {U'х', U'x'}, {U'α', U'a'},
    {U'β', U'b'}, {U'ε', U'e'}, {U'ι', U'i'}, {U'κ', U'k'}, {U'ν', U'n'}, {U'ο', U'o'}, {U'ρ', U'p'},
    {U'υ', U'y'}, {U'χ', U'x'}, {U'η', U'h'}, {U'τ', U't'}, {U'μ', U'm'}, {U'ζ', U'z'},
}};

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

/// Whether each letter of a word of two-byte letters was a capital, as which it is not what it folds to.
std::vector<bool> capitals_of(std::u32string_view word, std::string_view written) {
  std::vector<bool> are_capitals(word.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string folded = to_utf8(word.substr(i, 1));
    are_capitals[i] = at < written.size() && !written.substr(at).starts_with(folded);
    at += folded.size();
  }
  return are_capitals;
}

bool is_other(char32_t letter) { return is_cyrillic(letter) || is_greek(letter); }

/// Replaces each letter of another script by its Latin twin; false, and nothing changed, where one has none.
bool to_latin(std::u32string& word, std::string_view written) {
  const std::vector<bool> are_capitals = capitals_of(word, written);
  std::u32string latin = word;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_other(word[i])) continue;
    latin[i] = word[i] == U'ν' && !are_capitals[i] ? U'v' : latin_twin(word[i]);
    if (latin[i] == 0) return false;
  }
  word = std::move(latin);
  return true;
}

/// Replaces each Latin letter by its Cyrillic twin; false, and nothing changed, where one has none.
bool to_cyrillic(std::u32string& word) {
  std::u32string cyrillic = word;
  for (char32_t& letter : cyrillic) {
    if (!is_latin(letter)) continue;
    letter = cyrillic_twin(letter);
    if (letter == 0) return false;
  }
  word = std::move(cyrillic);
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

bool unmix_scripts(std::u32string& word, std::string_view written) {
  const bool has_latin = std::any_of(word.begin(), word.end(), is_latin);
  if (!has_latin || std::none_of(word.begin(), word.end(), is_other)) return false;
  return to_latin(word, written) || to_cyrillic(word);
}

std::u32string latin_look_alike(std::u32string_view word, std::string_view written) {
  if (word.size() < shortest_word || !std::all_of(word.begin(), word.end(), is_other)) return {};
  const std::vector<bool> are_capitals = capitals_of(word, written);
  if (std::find(are_capitals.begin(), are_capitals.end(), false) != are_capitals.end()) return {};
  std::u32string latin{word};
  return to_latin(latin, written) ? latin : std::u32string{};
}

std::u32string shape_key(std::u32string_view word) {
  if (word.size() < shortest_word || std::none_of(word.begin(), word.end(), is_latin)) return {};
  std::u32string key;
  key.reserve(word.size());
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
