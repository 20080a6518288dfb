#include "lookup/citations.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "lookup/spacing.hpp"

namespace lookup {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Walks through one piece of a cell from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool done() const { return rest_.empty(); }

  void skip_spaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  /// Skips `word`, which is lower case, in any case.
  bool skip_word(std::string_view word) {
    if (rest_.size() < word.size()) return false;
    if (!std::equal(word.begin(), word.end(), rest_.begin(), [](char a, char b) { return a == lower(b); }))
      return false;
    rest_.remove_prefix(word.size());
    skip_spaces();
    return true;
  }

  std::string_view digits() {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    const std::string_view found = rest_.substr(0, count);
    rest_.remove_prefix(count);
    skip_spaces();
    return found;
  }

  /// `no. 182`.
  bool skip_issue() {
    const std::string_view before = rest_;
    if (skip_word("no.") && !digits().empty()) return true;
    rest_ = before;
    return false;
  }

  /// `9/7/2016`.
  bool skip_date() {
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789/"), rest_.size());
    if (std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(end), '/') != 2) return false;
    rest_.remove_prefix(end);
    skip_spaces();
    return true;
  }

  /// `(…)`, or up to the end when it is never closed.
  bool skip_bracket() {
    if (!rest_.starts_with('(')) return false;
    const std::size_t end = rest_.find(')');
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    skip_spaces();
    return true;
  }

  /// `84 FR 54002`, with an issue number or `pg.` before the page.
  std::optional<std::string> citation() {
    const std::string_view before = rest_;
    const std::string_view volume = digits();
    if (!volume.empty() && volume.size() <= 3 && skip_word("fr")) {
      skip_word(".");
      skip_issue();
      skip_word("pg.");
      const std::string_view page = digits();
      if (!page.empty() && page.size() <= 6) return std::string{volume} + " FR " + std::string{page};
    }
    rest_ = before;
    return std::nullopt;
  }

 private:
  std::string_view rest_;
};

void read_piece(std::string_view piece, std::vector<std::string>& citations) {
  Scanner scanner{piece};
  while (!scanner.done()) {
    if (scanner.skip_date() || scanner.skip_bracket() || scanner.skip_issue() || scanner.skip_word(".") ||
        scanner.skip_word("and ")) {
      continue;
    }
    std::optional<std::string> citation = scanner.citation();
    if (!citation) {
      append_unique(citations, std::string{scanner.rest()});
      return;
    }
    append_unique(citations, *std::move(citation));
  }
}

}  // namespace

std::vector<std::string> read_citations(std::string_view cell) {
  std::vector<std::string> citations;
  for (const std::string& value : split_values(cell)) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      read_piece(collapse_spaces(std::string_view{value}.substr(begin, end - begin)), citations);
      begin = end + 1;
    }
  }
  return citations;
}

bool is_citation(std::string_view text) {
  Scanner scanner{text};
  const auto citation = scanner.citation();
  return citation && scanner.done() && *citation == text;
}

std::string citation_link(std::string_view citation) {
  if (!is_citation(citation)) return {};
  std::string link = "https://www.federalregister.gov/citation/";
  for (const char c : citation) link += c == ' ' ? '-' : c;
  return link;
}

bool may_have_listed(std::string_view citation, std::string_view start_date) {
  constexpr int year_before_first_volume = 1935;
  if (!is_citation(citation) || start_date.empty()) return true;
  const auto leading_number = [](std::string_view text) {
    int number = 0;
    for (std::size_t i = 0; i < text.size() && is_digit(text[i]); ++i) number = number * 10 + (text[i] - '0');
    return number;
  };
  const int years_later = leading_number(start_date) - (leading_number(citation) + year_before_first_volume);
  return years_later == 0 || years_later == 1;
}

}  // namespace lookup
