#include "lookup/abbreviations.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "../tables/word_tables.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"
#include "numbered_words.hpp"

namespace lookup {
namespace {

/// A number says only itself.
int meaning_of(const Word& word, const WordSense& sense) { return word.is_number ? 0 : sense.meaning; }

const NumberedWords& abbreviations() {
  static const NumberedWords known{tables::abbreviations};
  return known;
}

/// Finds the phrases that begin at one word.
class PhraseFinder {
 public:
  PhraseFinder(std::span<const Word> words, std::span<const WordSense> senses, std::size_t first,
               std::vector<PhraseUse>& uses)
      : words_(words), senses_(senses), first_(first), uses_(uses) {}

  /// "NPO", and "S T" for "S&T".
  void find_short() {
    const std::u32string& text = words_[first_].text;
    add_short(to_utf8(text), 1);
    if (first_ + 1 < words_.size() && text.size() == 1)
      add_short(to_utf8(text) + ' ' + to_utf8(words_[first_ + 1].text), 2);
  }

  void find_spelled_out() {
    const auto& phrases = tables::phrases;
    std::u16string phrase;
    for (std::size_t i = first_; i < words_.size(); ++i) {
      const int sense = meaning_of(words_[i], senses_[i]);
      if (sense == 0 && senses_[i].level == filler_level && i > first_) continue;
      if (!is_table_meaning(sense)) return;
      const auto meaning = static_cast<char16_t>(sense);
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
    const NumberedWords& known = abbreviations();
    for (std::size_t i = known.find(spelling); i < known.size() && known[i] == spelling; ++i)
      add(tables::abbreviated_phrases[i], count, true);
  }

  void add(std::uint16_t phrase, std::size_t count, bool is_short) {
    uses_.push_back({phrase, static_cast<std::uint16_t>(first_), static_cast<std::uint16_t>(count), is_short});
  }

  std::span<const Word> words_;
  std::span<const WordSense> senses_;
  std::size_t first_;
  std::vector<PhraseUse>& uses_;
};

}  // namespace

std::vector<PhraseUse> find_phrases(std::span<const Word> words, std::span<const WordSense> senses) {
  std::vector<PhraseUse> uses;
  for (std::size_t i = 0; i < words.size(); ++i) {
    PhraseFinder finder{words, senses, i, uses};
    finder.find_spelled_out();
    finder.find_short();
  }
  return uses;
}

bool may_begin_phrase(std::u32string_view word, const WordSense& sense) {
  static const std::vector<bool> begins = [] {
    std::vector<bool> meanings(tables::meaning_count);
    for (const std::u16string_view phrase : tables::phrases) meanings[phrase.front()] = true;
    return meanings;
  }();
  return word.size() == 1 || (is_table_meaning(sense.meaning) && begins[static_cast<std::size_t>(sense.meaning)]) ||
         abbreviations().find(to_utf8(word)) != abbreviations().size();
}

std::vector<WordSense> senses_of(std::span<const Word> words) {
  std::vector<WordSense> senses;
  senses.reserve(words.size());
  for (const Word& word : words) senses.push_back(word_sense(to_utf8(word.text)));
  return senses;
}

}  // namespace lookup
