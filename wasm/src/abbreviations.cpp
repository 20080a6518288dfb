#include "lookup/abbreviations.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "../tables/word_tables.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr int filler_level = 1;

/// A word as phrases see it.
struct Sense {
  std::string text;
  int meaning;
  bool is_filler;
};

Sense sense_of(const Word& word) {
  std::string text = to_utf8(word.text);
  const int meaning = word.is_number ? 0 : word_meaning(text);
  const bool is_filler = meaning == 0 && common_word_level(text) == filler_level;
  return {std::move(text), meaning, is_filler};
}

/// Finds the phrases that begin at one word.
class PhraseFinder {
 public:
  PhraseFinder(const std::vector<Sense>& senses, std::size_t first, std::vector<PhraseUse>& uses)
      : senses_(senses), first_(first), uses_(uses) {}

  /// "NPO", and "S T" for "S&T".
  void find_short() {
    add_short(senses_[first_].text, 1);
    if (first_ + 1 < senses_.size() && senses_[first_].text.size() == 1)
      add_short(senses_[first_].text + ' ' + senses_[first_ + 1].text, 2);
  }

  void find_spelled_out() {
    const auto& phrases = tables::phrases;
    std::u16string phrase;
    for (std::size_t i = first_; i < senses_.size(); ++i) {
      if (senses_[i].is_filler && i > first_) continue;
      if (!is_table_meaning(senses_[i].meaning)) return;
      const auto meaning = static_cast<char16_t>(senses_[i].meaning);
      const bool repeats = !phrase.empty() && phrase.back() == meaning;
      if (!repeats) phrase += meaning;
      const auto found = std::lower_bound(phrases.begin(), phrases.end(), std::u16string_view{phrase});
      if (found == phrases.end() || !found->starts_with(phrase)) return;
      if (*found != phrase) continue;
      if (repeats && !uses_.empty() && uses_.back().first_word == first_) uses_.pop_back();
      add(static_cast<std::uint16_t>(found - phrases.begin()), i + 1 - first_, false);
    }
  }

 private:
  void add_short(std::string_view spelling, std::size_t count) {
    const auto& known = tables::abbreviations;
    auto found = std::lower_bound(
        known.begin(), known.end(), spelling,
        [](const tables::Abbreviation& each, std::string_view wanted) { return each.spelling < wanted; });
    for (; found != known.end() && found->spelling == spelling; ++found) add(found->phrase, count, true);
  }

  void add(std::uint16_t phrase, std::size_t count, bool is_short) {
    uses_.push_back({phrase, static_cast<std::uint16_t>(first_), static_cast<std::uint16_t>(count), is_short});
  }

  const std::vector<Sense>& senses_;
  std::size_t first_;
  std::vector<PhraseUse>& uses_;
};

}  // namespace

std::vector<PhraseUse> find_phrases(std::span<const Word> words) {
  std::vector<Sense> senses;
  senses.reserve(words.size());
  for (const Word& word : words) senses.push_back(sense_of(word));
  std::vector<PhraseUse> uses;
  for (std::size_t i = 0; i < senses.size(); ++i) {
    PhraseFinder finder{senses, i, uses};
    finder.find_spelled_out();
    finder.find_short();
  }
  return uses;
}

}  // namespace lookup
