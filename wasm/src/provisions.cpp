#include "lookup/provisions.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "clause_reader.hpp"

namespace lookup {
namespace {

constexpr std::string_view site = "https://www.ecfr.gov/current/title-";
constexpr std::string_view export_title = "15";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_number(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

/// The inside of the brackets that `text` begins with, after one space at most: `(d)`, `(iii)`.
std::optional<std::string_view> leading_paragraph(std::string_view text) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  const std::size_t end = text.find(')');
  if (!text.starts_with('(') || end == std::string_view::npos || end < 2 || end > 5) return std::nullopt;
  const std::string_view inside = text.substr(1, end - 1);
  const bool plain = std::all_of(inside.begin(), inside.end(), [](char c) { return is_digit(c) || is_lower(c); });
  return plain ? std::optional{inside} : std::nullopt;
}

/// Reads the places in a text from left to right.
class ProvisionReader {
 public:
  explicit ProvisionReader(std::string_view text) : text_(text) {}

  std::vector<Provision> read() {
    for (ClauseWord word = word_from(text_, 0); !word.spelling.empty(); word = word_from(text_, at_)) {
      at_ = word.end;
      read_from(word);
    }
    return std::move(provisions_);
  }

 private:
  void read_from(const ClauseWord& word) {
    if (is_number(word.spelling) && skip("cfr")) {
      title_ = word.spelling;
    } else if (word.spelling == "chapter" && title_) {
      add_chapter();
    } else if (word.spelling == "supplement" && skip("no")) {
      add_supplement();
    } else if (is_section_number(word.spelling) && (title_ || is_export_section(word.spelling))) {
      add_section(word.spelling);
    }
  }

  static bool is_export_section(std::string_view number) { return number >= "730" && number < "775"; }

  [[nodiscard]] std::string title() const { return title_.value_or(std::string{export_title}); }

  bool skip(std::string_view expected) {
    const ClauseWord word = word_from(text_, at_);
    if (word.spelling != expected) return false;
    at_ = word.end;
    return true;
  }

  std::string paragraphs() {
    std::string result;
    while (const auto inside = leading_paragraph(text_.substr(at_))) {
      result.append("(").append(*inside).append(")");
      at_ = static_cast<std::size_t>(inside->data() - text_.data()) + inside->size() + 1;
    }
    return result;
  }

  void add_section(std::string number) {
    std::string slip;
    if (is_lower(number.back())) {
      const bool one = number.back() == 'l' && text_.substr(at_).starts_with('(');
      slip = one ? std::string{"1"} : std::string{"("}.append(1, number.back()).append(1, ')');
      number.pop_back();
      if (one) number += std::exchange(slip, {});
    }
    add_paragraphs(number, slip + paragraphs());
    while (add_further_paragraph(number)) {
    }
  }

  /// `and (e)`, `and e.`: another paragraph of the section before.
  bool add_further_paragraph(const std::string& number) {
    const std::size_t before = at_;
    if (skip("and")) {
      if (std::string further = paragraphs(); !further.empty()) {
        add_paragraphs(number, further);
        return true;
      }
      const ClauseWord word = word_from(text_, at_);
      if (word.spelling.size() == 1 && is_lower(word.spelling[0])) {
        at_ = word.end;
        add_paragraphs(number, "(" + word.spelling + ")");
        return true;
      }
    }
    at_ = before;
    return false;
  }

  void add_paragraphs(const std::string& number, const std::string& paragraphs) {
    const std::string anchor = paragraphs.empty() ? "" : "#p-" + number + paragraphs;
    add(title() + " CFR " + number + paragraphs, title() + "/section-" + number + anchor);
  }

  /// `7 to part 746`, `4 to Part 744`.
  void add_supplement() {
    const std::size_t before = at_;
    const ClauseWord supplement = word_from(text_, at_);
    at_ = supplement.end;
    const bool to = skip("to");
    const ClauseWord number = word_from(text_, at_);
    if (to && is_number(number.spelling) && word_from(text_, number.end).spelling == "cfr") {
      title_ = number.spelling;
      at_ = word_from(text_, number.end).end;
    }
    const bool part = to && skip("part");
    const ClauseWord whole = word_from(text_, at_);
    if (!part || !is_number(supplement.spelling) || !is_number(whole.spelling)) {
      at_ = before;
      return;
    }
    at_ = whole.end;
    add("Supplement No. " + supplement.spelling + " to " + title() + " CFR Part " + whole.spelling,
        title() + "/part-" + whole.spelling + "/appendix-Supplement%20No.%20" + supplement.spelling +
            "%20to%20Part%20" + whole.spelling);
  }

  void add_chapter() {
    const ClauseWord word = word_from(text_, at_);
    if (word.spelling.empty()) return;
    at_ = word.end;
    const std::string roman{text_.substr(word.begin, word.end - word.begin)};
    add(title() + " CFR chapter " + roman, title() + "/chapter-" + roman);
  }

  void add(std::string citation, const std::string& place) {
    add_unique(provisions_, {{std::move(citation), std::string{site} + place}});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<std::string> title_;
  std::vector<Provision> provisions_;
};

}  // namespace

std::vector<Provision> read_provisions(std::string_view text) { return ProvisionReader{text}.read(); }

void add_unique(std::vector<Provision>& provisions, std::vector<Provision> more) {
  for (Provision& one : more) {
    const bool known = std::any_of(provisions.begin(), provisions.end(),
                                   [&one](const Provision& provision) { return provision.citation == one.citation; });
    if (!known) provisions.push_back(std::move(one));
  }
}

bool is_section_number(std::string_view word) {
  const std::size_t dot = word.find('.');
  if (dot != 3 || !is_number(word.substr(0, dot))) return false;
  std::string_view section = word.substr(dot + 1);
  if (section.size() > 1 && is_lower(section.back())) section.remove_suffix(1);
  return is_number(section);
}

}  // namespace lookup
