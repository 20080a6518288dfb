#include "lone_letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "letters.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

constexpr std::size_t fewest_letters_of_word = 3;
constexpr std::size_t shortest_family_name = 5;  // "Popov"; "Kiev" is none.

/// What stands between two single letters.
enum class Gap : std::uint8_t { other, dot, blank };

bool is_alphabetic(char32_t letter) { return letter < first_east_asian && !(letter >= U'0' && letter <= U'9'); }

bool is_lone_letter(const Word& word) { return word.text.size() == 1 && is_alphabetic(word.text.front()); }

Gap gap_between(std::string_view text, const Word& a, const Word& b) {
  if (!is_lone_letter(a) || !is_lone_letter(b)) return Gap::other;
  const std::string_view between = text.substr(a.end, b.begin - a.end);
  if (between.find_first_not_of(' ') == std::string_view::npos) return between.empty() ? Gap::other : Gap::blank;
  return to_utf8(fold(between)) == "." ? Gap::dot : Gap::other;
}

/// Endings of Russian family names that words of other languages seldom have: not "-ova" (Moldova), "-eva" (Geneva),
/// "-in" (Berlin) or "-sky" (Bluesky) in Latin letters.
bool is_family_name(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 18> endings{U"ov",   U"ev",    U"enko", U"vsky", U"tsky", U"skiy",
                                                               U"skii", U"skaya", U"ов",   U"ев",   U"ова",  U"ева",
                                                               U"енко", U"ин",    U"ина",  U"ский", U"цкий", U"ская"};
  return word.size() >= shortest_family_name &&
         std::any_of(endings.begin(), endings.end(),
                     [word](std::u32string_view ending) { return word.ends_with(ending); });
}

bool is_legal_form(std::u32string_view letters) { return find_legal_form(to_utf8(letters)).has_value(); }

/// One past the last of the letters from `first` on that are parted in one way.
std::size_t end_of_run(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  std::size_t end = first + 1;
  if (end == words.size()) return end;
  const Gap gap = gap_between(text, words[first], words[end]);
  if (gap == Gap::other) return end;
  while (end < words.size() && gap_between(text, words[end - 1], words[end]) == gap) ++end;
  return end;
}

/// Whether two letters at the end of a name, parted by a dot, are a legal form.
bool is_dotted_form(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  if (first == 0 || first + 2 != words.size()) return false;
  const Word& letter = words[first];
  if (gap_between(text, letter, words[first + 1]) != Gap::dot || is_cyrillic(letter.text.front())) return false;
  return is_legal_form(letter.text + words[first + 1].text) && !is_family_name(words[first - 1].text);
}

bool are_undotted_initials(std::u32string_view letters) {
  return letters.size() == 2 && is_alphabetic(letters[0]) && is_alphabetic(letters[1]) && !is_legal_form(letters);
}

/// Parts two letters that stand beside a Russian family name and nothing else.
void part_initials(std::string_view text, std::vector<Word>& words) {
  if (words.size() != 2) return;
  for (std::size_t i = 0; i < 2; ++i) {
    if (!are_undotted_initials(words[i].text) || !is_family_name(words[1 - i].text)) continue;
    const Word both = words[i];
    const std::vector<FoldedCharacter> letters = fold(text.substr(both.begin, both.end - both.begin));
    if (letters.size() != 2) return;
    words[i] = {{letters[0].code_point}, both.begin + letters[0].begin, both.begin + letters[0].end};
    words.push_back({{letters[1].code_point}, both.begin + letters[1].begin, both.begin + letters[1].end});
    if (i == 0) std::swap(words[1], words[2]);
    return;
  }
}

}  // namespace

void join_words(std::vector<Word>& words, std::size_t first, std::size_t end) {
  Word& word = words[first];
  for (std::size_t i = first + 1; i < end; ++i) word.text += words[i].text;
  word.end = words[end - 1].end;
  word.is_hyphenated = words[end - 1].is_hyphenated;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 1, words.begin() + static_cast<std::ptrdiff_t>(end));
}

std::vector<Word> gather_lone_letters(std::string_view text, std::vector<Word> words) {
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = end_of_run(text, words, i);
    const bool is_word = end - i >= fewest_letters_of_word || is_dotted_form(text, words, i);
    if (is_word) join_words(words, i, end);
    i = is_word ? i + 1 : end;
  }
  part_initials(text, words);
  return words;
}

}  // namespace lookup
