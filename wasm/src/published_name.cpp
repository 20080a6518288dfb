#include "lookup/published_name.hpp"

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

constexpr auto other_name_marks = std::to_array<std::string_view>({"a.k.a.", "f.k.a."});

std::string trimmed(std::string_view text) { return std::string{without_trailing_comma(collapse_spaces(text))}; }

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

/// The first `a.k.a.` or `f.k.a.` that begins a word.
std::optional<Mark> find_other_name_mark(std::string_view text) {
  std::optional<Mark> first;
  for (const std::string_view mark : other_name_marks) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || (first && first->begin < at)) continue;
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(') first = Mark{at, at + mark.size()};
  }
  return first;
}

/// The names in `text`, the first one first: `X (f.k.a. Y)`, `X, a.k.a. Y` and `a.k.a. Y` give X and Y.
std::vector<std::string> split_other_names(std::string text) {
  std::vector<std::string> names;
  std::vector<std::string> bracketed;
  while (const auto mark = find_other_name_mark(text)) {
    std::string before = text.substr(0, mark->begin);
    std::string other = text.substr(text.find_first_not_of(", ", mark->end) == std::string::npos
                                        ? text.size()
                                        : text.find_first_not_of(", ", mark->end));
    if (before.ends_with('(')) {
      const auto brackets = find_brackets(text);
      std::string after;
      for (const Bracket& bracket : brackets) {
        if (bracket.begin + 1 != mark->begin) continue;
        after = text.substr(bracket.end);
        other.resize(other.size() - after.size() - 1);
      }
      before.pop_back();
      bracketed.push_back(trimmed(other));
      text = before + after;
      continue;
    }
    append_unique(names, trimmed(before));
    text = other;
  }
  append_unique(names, trimmed(text));
  for (std::string& name : bracketed) append_unique(names, std::move(name));
  return names;
}

void take_short_names(PublishedName& taken, std::string_view name) {
  ShortNames found = read_short_names(name);
  for (std::string& acronym : found.acronyms) append_unique(taken.acronyms, std::move(acronym));
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
  const bool remark = taken.name.size() > 2 && taken.name[0] == '(' && taken.name[1] >= 'a' && taken.name[1] <= 'z' &&
                      find_brackets(taken.name).size() == 1 && taken.name.ends_with(')');
  if (remark) taken.name.clear();
  split_names(taken);
  return taken;
}

}  // namespace lookup
