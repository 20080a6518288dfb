#include "lookup/published_name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "lookup/acronyms.hpp"
#include "lookup/spacing.hpp"

namespace lookup {
namespace {

/// Words between a parent and its part, as printed in Supplement No. 4 to 15 CFR Part 744.
constexpr auto parent_in_front =
    std::to_array<std::string_view>({". Affiliated Entity: ", ". Affiliated Entity ", ". Subordinate Institution - ",
                                     ". Subordinate Institution: ", ", and subordinate entity ", " Branch: "});

/// Words between a part and its parent.
constexpr auto parent_behind = std::to_array<std::string_view>({", branch of ", "-Branch of "});

/// The beginning of a remark in brackets that names the parent.
constexpr auto parent_remarks = std::to_array<std::string_view>(
    {"Parent Organization: ", "a subordinate institute of ", "a subsidiary of ", "a subordinate of "});

/// Groups whose companies are listed under the group's name with no more than a comma or a space between, and have full
/// names of their own. No pattern tells these from names that merely hold a comma, so they stand here by name.
constexpr auto groups = std::to_array<std::string_view>(
    {"Tactical Missile Corporation", "United Shipbuilding Corporation", "Concern Radio-Electronic Technologies"});

/// What stands before another name, in any case; a longer one before what it begins with.
constexpr auto other_name_marks =
    std::to_array<std::string_view>({"a.k.a.", "f.k.a.", "a.k.a", "a/k/a", "d/b/a", "also known as", "akas", "aka"});

/// What the State Department's notices add behind a name.
constexpr auto remarks_behind = std::to_array<std::string_view>(
    {"and any successor, sub-unit, or subsidiary thereof", "and its sub-units and successors"});

/// How a bracket ends that says what and of what nation a party is: `(PRC individual)`, `(Hong Kong Entity)`.
constexpr auto nation_remarks = std::to_array<std::string_view>({" individual", " national", " entity", " Entity"});

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_lower_case(std::string_view text) { return std::any_of(text.begin(), text.end(), is_lower); }

std::string trimmed(std::string_view text) {
  std::string name{without_trailing_comma(collapse_spaces(text))};
  while (name.ends_with(';')) name = without_trailing_comma(name.substr(0, name.size() - 1));
  return name;
}

constexpr auto generations =
    std::to_array<std::string_view>({"Jr.", "JR.", "Jr", "JR", "Sr.", "SR.", "II", "III", "IV"});

bool is_generation(std::string_view part) {
  return std::find(generations.begin(), generations.end(), part) != generations.end();
}

/// What stands between the commas of `text`.
std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(collapse_spaces(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

/// Moves the parent that stands before or behind certain words from `name` to `parent`.
void split_parent_by_words(PublishedName& taken) {
  for (const std::string_view words : parent_in_front) {
    if (const std::size_t at = taken.name.find(words); at != std::string::npos && at > 0) {
      taken.parent = taken.name.substr(0, at);
      taken.name.erase(0, at + words.size());
      return;
    }
  }
  for (const std::string_view words : parent_behind) {
    if (const std::size_t at = taken.name.find(words); at != std::string::npos && at > 0) {
      taken.parent = taken.name.substr(at + words.size());
      taken.name.erase(at);
      return;
    }
  }
}

void split_group(PublishedName& taken) {
  for (const std::string_view group : groups) {
    if (!taken.name.starts_with(group) || taken.name.size() == group.size()) continue;
    const std::string_view rest = std::string_view{taken.name}.substr(group.size());
    const std::size_t skipped = rest.find_first_not_of(", ");
    if (skipped == std::string_view::npos || skipped == 0) continue;
    taken.parent = group;
    taken.name = std::string{rest.substr(skipped)};
    return;
  }
}

void split_parent_remark(PublishedName& taken) {
  for (const Bracket& bracket : find_brackets(taken.name)) {
    for (const std::string_view remark : parent_remarks) {
      if (!bracket.inside.starts_with(remark)) continue;
      taken.parent = std::string{bracket.inside.substr(remark.size())};
      taken.name = collapse_spaces(taken.name.substr(0, bracket.begin) + taken.name.substr(bracket.end));
      return;
    }
  }
}

struct Mark {
  std::size_t begin;
  std::size_t end;
};

std::string lower_case(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// Whether the mark at `begin` stands apart from the words beside it. One without dots or slashes can be a name's first
/// word: `AKA Integral Services`.
bool stands_apart(std::string_view text, std::size_t begin, std::string_view mark) {
  const bool is_word = mark.find_first_of("./") == std::string_view::npos;
  if (begin == 0 ? is_word : std::string_view{" (-"}.find(text[begin - 1]) == std::string_view::npos) return false;
  const std::size_t end = begin + mark.size();
  return mark.ends_with('.') ||
         (end < text.size() && std::string_view{" ,:-"}.find(text[end]) != std::string_view::npos);
}

/// The first mark of another name.
std::optional<Mark> find_other_name_mark(std::string_view text) {
  const std::string lower = lower_case(text);
  for (std::size_t at = 0; at < lower.size(); ++at) {
    for (const std::string_view mark : other_name_marks) {
      if (lower.compare(at, mark.size(), mark) == 0 && stands_apart(text, at, mark)) return Mark{at, at + mark.size()};
    }
  }
  return std::nullopt;
}

/// `text` without what parts it from a mark in front: `X -AKA- Y`, `X (AKA: Y)`.
std::string without_mark_signs(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" ,:-"), text.size());
  return std::string{text.substr(begin)};
}

/// The names in `text`, the first one first: `X (f.k.a. Y)`, `X, a.k.a. Y` and `a.k.a. Y` give X and Y.
std::vector<std::string> split_other_names(std::string text) {  // NOLINT(misc-no-recursion)
  std::vector<std::string> names;
  std::vector<std::string> bracketed;
  while (const auto mark = find_other_name_mark(text)) {
    std::string before = text.substr(0, mark->begin);
    std::string other = without_mark_signs(std::string_view{text}.substr(mark->end));
    if (before.ends_with('(')) {
      const auto brackets = find_brackets(text);
      std::string after;
      for (const Bracket& bracket : brackets) {
        if (bracket.begin + 1 != mark->begin) continue;
        after = text.substr(bracket.end);
        other.resize(other.size() - after.size() - 1);
      }
      before.pop_back();
      for (std::string& name : split_other_names(other)) bracketed.push_back(std::move(name));
      text = before + after;
      continue;
    }
    while (before.ends_with('-') || before.ends_with(' ')) before.pop_back();
    append_unique(names, trimmed(before));
    text = other;
  }
  append_unique(names, trimmed(text));
  for (std::string& name : bracketed) append_unique(names, std::move(name));
  return names;
}

/// Takes the remarks of a notice off the end of a name; `[aka …]` becomes `(aka …)`.
void read_notice_remarks(std::string& name) {
  if (name.find("[aka ") != std::string::npos) {
    std::replace(name.begin(), name.end(), '[', '(');
    std::replace(name.begin(), name.end(), ']', ')');
  }
  for (const std::string_view remark : remarks_behind) {
    if (name.ends_with(remark)) name = trimmed(std::string_view{name}.substr(0, name.size() - remark.size()));
  }
  const std::vector<Bracket> brackets = find_brackets(name);
  if (brackets.empty() || brackets.back().end != name.size()) return;
  const std::string_view inside = brackets.back().inside;
  const bool is_remark = std::any_of(nation_remarks.begin(), nation_remarks.end(),
                                     [&](std::string_view ending) { return inside.ends_with(ending); });
  if (is_remark) name = trimmed(name.substr(0, brackets.back().begin));
}

/// The capital letters and digits of `text` outside brackets.
std::string letters_outside_brackets(std::string_view text) {
  std::string letters;
  std::size_t depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (depth == 0 && (is_upper(c) || is_digit(c))) letters += c;
  }
  return letters;
}

/// Whether `acronym` is spelled by letters of `name` in order, its first by the name's first, and is no word of it.
bool is_spelled_by(std::string_view acronym, std::string_view name) {
  const std::string letters = letters_outside_brackets(name);
  const std::string wanted = letters_outside_brackets(acronym);
  if (wanted.empty() || letters.empty() || letters[0] != wanted[0]) return false;
  if (name.starts_with(std::string{acronym} + ' ')) return false;
  std::size_t matched = 0;
  for (const char letter : letters) {
    if (matched < wanted.size() && letter == wanted[matched]) ++matched;
  }
  return matched == wanted.size();
}

void take_short_names(PublishedName& taken, std::string_view name) {
  ShortNames found = read_short_names(name);
  // In a name of capitals alone they do not tell `(SINGAPORE)` from an acronym.
  const bool is_all_capitals = !has_lower_case(name);
  for (std::string& acronym : found.acronyms) {
    if (!is_all_capitals || is_spelled_by(acronym, name)) append_unique(taken.acronyms, std::move(acronym));
  }
  for (std::string& other : found.other_names) append_unique(taken.other_names, std::move(other));
}

/// Parts `taken.name` into the name, the other names and the acronyms of all of them.
void split_names(PublishedName& taken) {
  std::vector<std::string> names = split_other_names(taken.name);
  taken.name = names.empty() ? std::string{} : names.front();
  if (!names.empty()) names.erase(names.begin());
  for (const std::string& other : names) append_unique(taken.other_names, other);
  take_short_names(taken, taken.name);
  for (const std::string& other : names) take_short_names(taken, other);
}

}  // namespace

PublishedName read_published_name(std::string_view published) {
  PublishedName taken;
  taken.name = trimmed(published);
  read_notice_remarks(taken.name);
  split_parent_by_words(taken);
  if (taken.parent.empty()) split_group(taken);
  if (taken.parent.empty()) split_parent_remark(taken);
  split_names(taken);
  return taken;
}

PublishedName read_published_alias(std::string_view published) {
  PublishedName taken;
  taken.name = trimmed(published);
  // Left over from a sentence: "A; B; and C".
  constexpr std::string_view conjunction = "and ";
  if (taken.name.starts_with(conjunction)) taken.name.erase(0, conjunction.size());
  if (taken.name == "and") taken.name.clear();
  const bool remark = taken.name.size() > 2 && taken.name[0] == '(' && is_lower(taken.name[1]) &&
                      find_brackets(taken.name).size() == 1 && taken.name.ends_with(')');
  if (remark) taken.name.clear();
  split_names(taken);
  return taken;
}

std::string read_person_name(std::string_view published) {
  std::string name = trimmed(published);
  std::vector<std::string> parts = split_at_commas(name);
  const auto generation = std::find_if(parts.begin() + 1, parts.end(), is_generation);
  std::string behind;
  if (parts.size() == 3 && generation != parts.end()) {
    behind = ", " + *generation;
    parts.erase(generation);
  }
  const bool is_inverted = parts.size() == 2 && !is_generation(parts[1]) && !has_lower_case(parts[0]);
  return is_inverted ? parts[1] + ' ' + parts[0] + behind : name;
}

}  // namespace lookup
