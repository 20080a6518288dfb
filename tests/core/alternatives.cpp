#include "alternatives.hpp"

#include <algorithm>
#include <cstddef>

namespace lookup {
namespace {

using Phrases = std::vector<std::string>;

bool has_single_spaces(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string_view::npos;
}

std::string with_single_spaces(std::string text) {
  if (has_single_spaces(text)) return text;
  std::string phrase;
  for (const char c : text)
    if (c != ' ' || (!phrase.empty() && phrase.back() != ' ')) phrase += c;
  if (!phrase.empty() && phrase.back() == ' ') phrase.pop_back();
  return phrase;
}

/// Reads a pattern once from left to right, so that the choices of a group inside a group multiply only their own.
class Unfolding {
 public:
  explicit Unfolding(std::string_view pattern) : pattern_(pattern) {}

  /// Choices up to the brace that closes them, or to the end.
  Phrases read_choices() {
    Phrases choices = read_sequence();
    while (is_at('|')) {
      ++place_;
      for (std::string& phrase : read_sequence()) choices.push_back(std::move(phrase));
    }
    return choices;
  }

 private:
  [[nodiscard]] bool is_at(char c) const { return place_ < pattern_.size() && pattern_[place_] == c; }

  /// Text and groups, one after the other.
  Phrases read_sequence() {
    Phrases phrases{""};
    while (place_ < pattern_.size() && !is_at('|') && !is_at('}')) {
      if (is_at('{')) {
        ++place_;
        phrases = each_with_each(phrases, read_choices());
        if (is_at('}')) ++place_;
      } else {
        const std::size_t end = std::min(pattern_.find_first_of("{|}", place_), pattern_.size());
        for (std::string& phrase : phrases) phrase += pattern_.substr(place_, end - place_);
        place_ = end;
      }
    }
    return phrases;
  }

  static Phrases each_with_each(const Phrases& beginnings, const Phrases& endings) {
    Phrases phrases;
    for (const std::string& beginning : beginnings)
      for (const std::string& ending : endings) phrases.push_back(beginning + ending);
    return phrases;
  }

  std::string_view pattern_;
  std::size_t place_ = 0;
};

}  // namespace

std::vector<std::string> alternatives(std::string_view pattern) {
  Phrases phrases = Unfolding{pattern}.read_choices();
  for (std::string& phrase : phrases) phrase = with_single_spaces(std::move(phrase));
  return phrases;
}

}  // namespace lookup
