#include "lookup/acronym_index.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_acronym = 3;
constexpr std::size_t longest_acronym = 10;
constexpr std::size_t fewest_words = 3;        // That an acronym stands for.
constexpr std::size_t shortest_compound = 10;  // Letters of a word that may be made of two.
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_last_part = 6;

bool is_letter(char32_t letter) { return letter >= U'a' && letter <= U'z'; }

/// Sounds that one Cyrillic letter stands for, as romanised. Longer ones stand before their beginnings.
constexpr std::array<std::u32string_view, 8> sounds{U"shch", U"ts", U"sh", U"ch", U"kh", U"zh", U"yu", U"ya"};

std::u32string_view first_sound(std::u32string_view word) {
  const auto* const sound =
      std::find_if(sounds.begin(), sounds.end(), [word](std::u32string_view each) { return word.starts_with(each); });
  return sound == sounds.end() ? word.substr(0, 1) : *sound;
}

/// Whether the second part of a compound may begin here: after a linking vowel, well inside a long word.
bool may_begin_part(std::u32string_view word, std::size_t place) {
  if (word.size() < shortest_compound || place < shortest_part || place + shortest_last_part > word.size())
    return false;
  return (word[place - 1] == U'o' || word[place - 1] == U'a' || word[place - 1] == U'e') && is_letter(word[place]);
}

bool is_optional(const WordSense& sense) {
  static const std::array<int, 5> optional_meanings{word_meaning("national"), word_meaning("group"),
                                                    word_meaning("corporation"), word_meaning("company"),
                                                    word_meaning("holding")};
  return sense.level == filler_level ||
         (sense.meaning != 0 &&
          std::find(optional_meanings.begin(), optional_meanings.end(), sense.meaning) != optional_meanings.end());
}

/// Reads an acronym along the words of a name.
class AcronymReader {
 public:
  AcronymReader(std::u32string_view acronym, const std::vector<Word>& words, const std::vector<bool>& optional)
      : acronym_(acronym), words_(words), optional_(optional) {}

  std::optional<AcronymRun> read() {
    for (std::size_t first = 0; first < words_.size(); ++first) {
      if (const std::size_t end = end_of_run(0, first, 0); end > 0)
        return AcronymRun{static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(end - first)};
      if (!optional_[first]) break;
    }
    return std::nullopt;
  }

 private:
  /// One past the last word of the run that gives the letters from `place`, 0 for none.
  [[nodiscard]] std::size_t end_of_run(std::size_t place, std::size_t word, std::size_t given) const {
    if (place == acronym_.size()) return given >= fewest_words && may_end_before(word) ? word : 0;
    if (word == words_.size()) return 0;
    if (const std::size_t end = end_with(words_[word].text, place, word, given); end > 0) return end;
    return optional_[word] && place > 0 ? end_of_run(place, word + 1, given) : 0;
  }

  /// The same, where this word gives a letter or more.
  [[nodiscard]] std::size_t end_with(std::u32string_view text, std::size_t place, std::size_t word,
                                     std::size_t given) const {
    const std::u32string_view rest = acronym_.substr(place);
    if (rest[0] != text[0]) return 0;
    if (const std::size_t end = end_of_run(place + 1, word + 1, given + 1); end > 0) return end;
    const std::u32string_view sound = first_sound(text);
    if (sound.size() > 1 && rest.starts_with(sound))
      if (const std::size_t end = end_of_run(place + sound.size(), word + 1, given + 1); end > 0) return end;
    if (rest.size() < 2 || acronym_.size() == shortest_acronym) return 0;
    for (std::size_t i = shortest_part; i < text.size(); ++i)
      if (text[i] == rest[1] && may_begin_part(text, i)) return end_of_run(place + 2, word + 1, given + 2);
    return 0;
  }

  [[nodiscard]] bool may_end_before(std::size_t word) const {
    return acronym_.size() > shortest_acronym || std::all_of(optional_.begin() + static_cast<std::ptrdiff_t>(word),
                                                             optional_.end(), [](bool optional) { return optional; });
  }

  std::u32string_view acronym_;
  const std::vector<Word>& words_;
  const std::vector<bool>& optional_;
};

}  // namespace

std::optional<LetterSet> letters_of(std::u32string_view word) {
  LetterSet set = 0;
  for (const char32_t letter : word) {
    if (!is_letter(letter)) return std::nullopt;
    set |= set_of(letter);
  }
  return set;
}

WordInitials initials_of(std::u32string_view word, const WordSense& sense) {
  WordInitials initials{{}, is_optional(sense)};
  const auto add = [](LetterSet& set, char32_t letter) {
    if (is_letter(letter)) set |= set_of(letter);
  };
  for (const char32_t letter : first_sound(word)) add(initials.letters.all, letter);
  for (std::size_t i = 0; i < word.size(); ++i)
    if (may_begin_part(word, i)) add(initials.letters.all, word[i]);
  add(initials.letters.first, word[0]);
  return initials;
}

Initials initials_of(const Tokens& tokens, std::span<const WordInitials> of_words) {
  Initials initials;
  bool is_first = true;
  initials.is_optional.resize(tokens.words.size());
  for (std::size_t i = 0; i < tokens.words.size(); ++i) {
    const Word& word = tokens.words[i];
    initials.letters.all |= of_words[i].letters.all;
    if (is_first) initials.letters.first |= of_words[i].letters.first;
    const bool is_optional = word.is_legal_form || word.is_number || of_words[i].is_optional;
    initials.is_optional[i] = is_optional;
    is_first = is_first && is_optional;
  }
  return initials;
}

Initials initials_of(const Tokens& tokens, std::span<const WordSense> senses) {
  std::vector<WordInitials> of_words;
  of_words.reserve(senses.size());
  for (std::size_t i = 0; i < senses.size(); ++i) of_words.push_back(initials_of(tokens.words[i].text, senses[i]));
  return initials_of(tokens, of_words);
}

bool may_be_acronym(std::u32string_view word, const WordSense& sense) {
  return sense.level == 0 && sense.meaning == 0 && word.size() >= shortest_acronym && word.size() <= longest_acronym &&
         letters_of(word);
}

bool may_be_acronym(const Word& word) {
  if (word.is_legal_form || word.is_number || !may_be_acronym(word.text, WordSense{})) return false;
  return may_be_acronym(word.text, word_sense(to_utf8(word.text)));
}

std::optional<AcronymRun> find_acronym(std::u32string_view acronym, const Tokens& tokens, const Initials& initials) {
  return AcronymReader{acronym, tokens.words, initials.is_optional}.read();
}

double acronym_similarity(std::u32string_view acronym) {
  static constexpr std::array<double, 7> similarities{0, 0, 0, 0.45, 0.6, 0.7, 0.8};
  return similarities[std::min(acronym.size(), similarities.size() - 1)];
}

}  // namespace lookup
