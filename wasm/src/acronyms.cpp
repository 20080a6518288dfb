#include "lookup/acronyms.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lookup/legal_forms.hpp"
#include "lookup/spacing.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

/// What legal forms of several words are made of, as names part them: `(Pvt) Ltd`, `Sdn. Bhd.`, `Joint Stock Company`.
/// The forms of one word stand in the word tables.
constexpr auto form_parts = std::to_array<std::string_view>(
    {"closed", "group", "joint", "liability", "private", "pty", "public", "sdn", "smc-private", "stock", "ta"});

/// What a body may be called after its acronym without becoming another body: `(CETC 29) Research Institute`,
/// `(RTI) Concern`. `(CSSC) 12th Research Institute` is another, as its number says.
constexpr auto body_words = std::to_array<std::string_view>(
    {"center", "centre", "concern", "enterprise", "holding", "institute", "office", "plant", "research", "university"});

/// Capital letters in brackets that stand for a place.
constexpr auto place_acronyms = std::to_array<std::string_view>({"hk", "prc", "rok", "uae", "uk", "us", "usa", "xuar"});

/// Words that would be a party's first word and its whole bracket, and yet name nobody.
constexpr auto plain_words =
    std::to_array<std::string_view>({"beijing", "china", "global", "guangzhou", "hong", "india", "international",
                                     "iran", "pakistan", "russia", "shanghai", "shenzhen", "tianjin", "united"});

/// What a comma after an acronym must not lead to, lest the name go on to a part of what the acronym means.
constexpr auto part_words = std::to_array<std::string_view>(
    {"branch", "bureau", "center", "department", "division", "factory", "institute", "laboratory", "plant"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `word` in lower case without dots.
std::string plain(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c != '.') result += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

/// The words of `text`, parted by spaces, commas and brackets.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view separators = " ,()";
  for (std::size_t begin = text.find_first_not_of(separators); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(separators, end);
  }
  return words;
}

/// Whether `word` is a legal form or part of one. In brackets they are `(Pvt)`, `(FZC)`, `(OOO)`; round an acronym they
/// are no part of it. A branch is not the whole party, though the tables count it among the forms.
bool is_legal_form(std::string_view word) {
  const std::string spelling = plain(word);
  if (contains(form_parts, spelling)) return true;
  return find_legal_form(spelling).has_value() && !contains(part_words, spelling);
}

/// `text` without legal forms at either end, words joined by single spaces.
std::string without_legal_forms(std::string_view text) {
  std::vector<std::string_view> words = words_of(text);
  while (!words.empty() && is_legal_form(words.back())) words.pop_back();
  while (!words.empty() && is_legal_form(words.front())) words.erase(words.begin());
  std::string joined;
  for (const std::string_view word : words) joined.append(joined.empty() ? "" : " ").append(word);
  return joined;
}

/// Up to three words, one of them with two capital letters: `NUDT`, `GkNIPAS`, `711 ARZ`, `NPO LEMZ`.
bool looks_like_acronym(std::string_view text) {
  if (text.empty() || is_lower(text[0]) || text.find(':') != std::string_view::npos) return false;
  const auto words = words_of(text);
  return words.size() <= 3 && !contains(place_acronyms, plain(text)) &&
         std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return std::count_if(word.begin(), word.end(), is_upper) >= 2; });
}

/// Whether the party's name ends here, but for legal forms, the kind of body, further brackets and a clause after a
/// comma.
bool ends_the_name(std::string_view tail) {
  if (!tail.empty() && tail[0] != ' ' && tail[0] != ',' && tail[0] != '(') return false;
  const auto words = words_of(tail);
  if (tail.starts_with(',')) {
    return std::none_of(words.begin(), words.end(),
                        [](std::string_view word) { return is_digit(word[0]) || contains(part_words, plain(word)); });
  }
  std::string outside;
  std::size_t begin = 0;
  for (const Bracket& bracket : find_brackets(tail)) {
    outside.append(tail.substr(begin, bracket.begin - begin)).append(" ");
    begin = bracket.end;
  }
  outside.append(tail.substr(begin));
  const auto outer_words = words_of(outside);
  return std::all_of(outer_words.begin(), outer_words.end(),
                     [](std::string_view word) { return is_legal_form(word) || contains(body_words, plain(word)); });
}

/// Whether the letters of `acronym` are initials of words of `text`, in order, the first word's first.
bool are_initials(std::string_view acronym, std::string_view text) {
  const auto words = words_of(text);
  std::size_t matched = 0;
  for (std::size_t word = 0; word < words.size() && matched < acronym.size(); ++word) {
    if (words[word][0] == acronym[matched]) {
      ++matched;
    } else if (word == 0) {
      return false;
    }
  }
  return !acronym.empty() && matched == acronym.size();
}

/// Whether the acronym is that of another body which the name ends with: `… Institute of China E… T… G… Corp (CETC)`.
bool belongs_to_the_whole(std::string_view acronym, std::string_view before) {
  if (are_initials(acronym, before)) return false;
  static constexpr std::array<std::string_view, 2> words{" of ", " under "};
  return std::any_of(words.begin(), words.end(), [acronym, before](std::string_view word) {
    const std::size_t at = before.rfind(word);
    return at != std::string_view::npos && are_initials(acronym, before.substr(at + word.size()));
  });
}

/// Whether the bracket repeats the one word that the party is known by: `Huawei Technologies Co., Ltd. (Huawei)`.
bool repeats_first_word(std::string_view inside, std::string_view before) {
  const auto words = words_of(before);
  return !words.empty() && words.front() == inside && !contains(plain_words, plain(inside));
}

/// Whether the bracket spells a name out: three words or more in title case, as in `AVS (Armored Vehicle Spares)`.
bool is_spelled_out(std::string_view inside) {
  if (inside.find_first_of(",:0123456789") != std::string_view::npos) return false;
  const auto words = words_of(inside);
  return words.size() >= 3 && is_upper(inside[0]) && std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_upper(word[0]) || word == "for" || word == "of" || word == "and" || word == "the";
         });
}

void add_spelled_out(ShortNames& names, std::string_view head, std::string_view inside) {
  append_unique(names.other_names, std::string{inside});
  const bool one_word = head.find(' ') == std::string_view::npos;
  append_unique(one_word && looks_like_acronym(head) ? names.acronyms : names.other_names, std::string{head});
}

}  // namespace

std::vector<Bracket> find_brackets(std::string_view text) {
  std::vector<Bracket> brackets;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') open.push_back(at);
    if (text[at] != ')' || open.empty()) continue;
    const std::size_t begin = open.back();
    open.pop_back();
    while (!brackets.empty() && brackets.back().begin > begin) brackets.pop_back();
    brackets.push_back({begin, at + 1, text.substr(begin + 1, at - begin - 1)});
  }
  return brackets;
}

ShortNames read_short_names(std::string_view name) {
  ShortNames names;
  std::optional<std::size_t> last_taken;
  for (const Bracket& bracket : find_brackets(name)) {
    const std::string before = collapse_spaces(name.substr(0, bracket.begin));
    const std::string_view tail = name.substr(bracket.end);
    // After one acronym only a bracket right beside it can hold another of the same party.
    const bool further_on =
        last_taken && !collapse_spaces(name.substr(*last_taken, bracket.begin - *last_taken)).empty();
    if (before.empty() || further_on || !ends_the_name(tail)) continue;
    if (is_spelled_out(bracket.inside)) {
      add_spelled_out(names, before, bracket.inside);
      continue;
    }
    std::string acronym = without_legal_forms(bracket.inside);
    const bool is_short_name = looks_like_acronym(acronym) && !belongs_to_the_whole(acronym, before);
    if (!is_short_name && !(repeats_first_word(acronym, before) && words_of(tail).empty())) continue;
    append_unique(names.acronyms, std::move(acronym));
    last_taken = bracket.end;
  }
  return names;
}

}  // namespace lookup
