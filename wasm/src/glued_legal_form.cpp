#include "lookup/glued_legal_form.hpp"

#include <cstddef>
#include <optional>

#include "lookup/legal_forms.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_form = 2;
constexpr std::size_t shortest_remainder = 4;
constexpr std::size_t enough_in_all = 7;  // Letters of form and remainder: a form of two letters leaves five.

bool is_legal_form(std::u32string_view word) {
  const std::optional<LegalForm> form = find_legal_form(to_utf8(word));
  return form && !form->at_end;
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
