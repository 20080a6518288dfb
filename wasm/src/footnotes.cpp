#include "lookup/footnotes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "sorting.hpp"

namespace lookup {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The lone digit 1 to 5 that `text` begins with after any of `skipped`.
std::optional<int> leading_mark(std::string_view text, std::string_view skipped) {
  const std::size_t at = text.find_first_not_of(skipped);
  if (at == std::string_view::npos || text[at] < '1' || text[at] > '5') return std::nullopt;
  if (at + 1 < text.size() && is_digit(text[at + 1])) return std::nullopt;
  return text[at] - '0';
}

/// Adds the marks that stand after `word`.
void add_marks(std::vector<int>& footnotes, std::string_view text, std::string_view word, std::string_view skipped) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto mark = leading_mark(text.substr(at + word.size()), skipped);
    if (mark && std::find(footnotes.begin(), footnotes.end(), *mark) == footnotes.end()) footnotes.push_back(*mark);
  }
}

}  // namespace

std::vector<int> read_footnotes(std::string_view requirement) {
  std::vector<int> footnotes;
  for (const std::string_view paragraph : {"734.9(e)", "734.9(g)"}) add_marks(footnotes, requirement, paragraph, ", ");
  add_marks(footnotes, requirement, "EAR", ".) ");
  sort_stably(footnotes);
  return footnotes;
}

}  // namespace lookup
