#include "clause_reader.hpp"

#include <algorithm>

#include "lookup/provisions.hpp"

namespace lookup {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_letter(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z'); }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_footnote_mark(std::string_view word) { return word.size() == 1 && word[0] >= '1' && word[0] <= '5'; }

/// `EAR2`: the abbreviation and a footnote's mark.
bool carries_footnote_mark(std::string_view word) {
  return word.size() == 4 && word.starts_with("ear") && is_digit(word[3]);
}

/// `no. 7 to part 746` after `supplement`.
bool skip_supplement(ClauseReader& reader) {
  if (!reader.skip("supplement no")) return false;
  reader.move_to(reader.next().end);
  if (reader.skip("to part") || reader.skip("to 15 cfr part")) reader.move_to(reader.next().end);
  return true;
}

/// A paragraph that stands apart from its section: `and (e)`, `and e.`.
bool is_lone_paragraph(std::string_view word) { return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z'; }

/// `(d)`, `(iii)`.
bool is_bracketed(std::string_view text, const ClauseWord& word) {
  return !word.spelling.empty() && word.spelling.size() <= 4 && word.begin > 0 && text[word.begin - 1] == '(' &&
         text.substr(word.end, 1) == ")";
}

}  // namespace

ClauseWord word_from(std::string_view text, std::size_t from) {
  ClauseWord word;
  while (from < text.size() && !is_word_letter(text[from])) ++from;
  word.begin = from;
  while (from < text.size() && (is_word_letter(text[from]) ||
                                (text[from] == '.' && from + 1 < text.size() && is_word_letter(text[from + 1])))) {
    word.spelling += lower(text[from++]);
  }
  if (carries_footnote_mark(word.spelling)) {
    word.spelling.pop_back();
    --from;
  }
  word.end = from;
  return word;
}

std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(". ", from); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    const bool after_initial = at >= 2 && is_upper(text[at - 1]) && !is_word_letter(text[at - 2]);
    const std::size_t next = text.find_first_not_of(" (", at + 1);
    if (!after_initial && next != std::string_view::npos && is_upper(text[next])) return at + 1;
  }
  return text.size();
}

bool ClauseReader::at(std::string_view phrase) const {
  ClauseReader ahead = *this;
  return ahead.skip(phrase);
}

bool ClauseReader::at_reference() const {
  const ClauseWord word = next();
  return word.spelling == "see" && text_[word.begin] == 'S';
}

bool ClauseReader::skip(std::string_view phrase) {
  std::size_t reached = at_;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const ClauseWord word = word_from(text_, reached);
    if (word.spelling != phrase.substr(begin, end - begin)) return false;
    reached = word.end;
    begin = end + 1;
  }
  at_ = reached;
  return true;
}

bool ClauseReader::skip_footnote_mark() {
  const ClauseWord word = next();
  if (!is_footnote_mark(word.spelling)) return false;
  at_ = word.end;
  return true;
}

std::string ClauseReader::passage(std::size_t begin, std::size_t end) const {
  const std::string_view inside = text_.substr(begin, end - begin);
  const bool open = std::count(inside.begin(), inside.end(), '(') > std::count(inside.begin(), inside.end(), ')');
  if (open && end < text_.size() && text_[end] == ')') ++end;
  constexpr std::string_view stray = " ,.;:-";
  const std::string_view text = text_.substr(begin, end - begin);
  const std::size_t first = text.find_first_not_of(stray);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(stray) + 1 - first)};
}

std::string_view ClauseReader::skip_provisions() {
  const std::size_t begin = at_;
  bool found = false;
  for (;;) {
    const std::size_t before = at_;
    skip("and");
    const bool joined = at_ != before;
    skip("part");
    const ClauseWord word = next();
    if (is_section_number(word.spelling)) {
      at_ = word.end;
      found = true;
    } else if (skip_supplement(*this)) {
      found = true;
    } else if (found && is_bracketed(text_, word)) {
      at_ = word.end + 1;
    } else if (found && joined && is_lone_paragraph(word.spelling)) {
      at_ = word.end;
    } else if (!(found && !joined && (skip("of the ear") || skip("of this part") || skip_footnote_mark()))) {
      at_ = before;
      break;
    }
  }
  if (!found) at_ = begin;
  return text_.substr(begin, at_ - begin);
}

}  // namespace lookup
