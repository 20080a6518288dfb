#include "lookup/glued_legal_form.hpp"

#include <algorithm>
#include <cstddef>

#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_form = 2;
constexpr std::size_t shortest_remainder = 4;
constexpr std::size_t enough_in_all = 7;  // Letters of form and remainder: a form of two letters leaves five.

bool is_legal_form(std::u32string_view word) {
  const auto spellings = legal_form_spellings();
  const std::string text = to_utf8(word);
  const auto found =
      std::lower_bound(spellings.begin(), spellings.end(), text,
                       [](const LegalFormSpelling& row, const std::string& wanted) { return row.spelling < wanted; });
  return found != spellings.end() && found->spelling == text && !found->at_end;
}

}  // namespace

std::vector<std::u32string_view> without_glued_legal_form(std::u32string_view word) {
  std::vector<std::u32string_view> remainders;
  if (word.size() < enough_in_all) return remainders;
  for (std::size_t length = shortest_form; length + shortest_remainder <= word.size(); ++length) {
    if (is_legal_form(word.substr(word.size() - length))) remainders.push_back(word.substr(0, word.size() - length));
    if (is_legal_form(word.substr(0, length))) remainders.push_back(word.substr(length));
  }
  return remainders;
}

}  // namespace lookup
