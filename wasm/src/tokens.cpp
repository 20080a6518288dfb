#include "lookup/tokens.hpp"

#include <algorithm>
#include <array>

#include "letters.hpp"
#include "lookup/abbreviations.hpp"
#include "lookup/han.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/look_alike.hpp"
#include "lookup/number_words.hpp"
#include "lookup/romanize.hpp"
#include "lookup/script_words.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

constexpr std::size_t usual_word_letters = 7;
constexpr char32_t first_east_asian = 0x2E80;  // The CJK radicals; no Han stands before them.

bool is_word_character(const FoldedCharacter& character) {
  return character.kind != CharacterClass::joiner && character.kind != CharacterClass::separator;
}

/// Scripts written without spaces end a word where another script begins; Latin letters and digits do not ("C919").
bool share_a_word(CharacterClass a, CharacterClass b) {
  const auto alphabetic = [](CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit;
  };
  return a == b || (alphabetic(a) && alphabetic(b));
}

bool is_joiner(const FoldedCharacter& character, char32_t code_point) {
  return character.kind == CharacterClass::joiner && character.code_point == code_point;
}

/// The words of folded text. A dot ends a word; an apostrophe between letters does not ("Xi'an").
std::vector<Word> split(const std::vector<FoldedCharacter>& folded) {
  std::vector<Word> words;
  words.reserve(folded.size() / usual_word_letters + 1);
  CharacterClass previous = CharacterClass::separator;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const FoldedCharacter& character = folded[i];
    if (is_word_character(character)) {
      if (previous == CharacterClass::separator || !share_a_word(previous, character.kind)) {
        words.push_back({{}, character.begin, character.end});
        words.back().text.reserve(usual_word_letters);
      }
      words.back().text += character.code_point;
      words.back().end = character.end;
      previous = character.kind;
    } else if (!(is_joiner(character, U'\'') && previous != CharacterClass::separator && i + 1 < folded.size() &&
                 is_word_character(folded[i + 1]))) {
      previous = CharacterClass::separator;
    }
  }
  return words;
}

/// True when nothing but one dot stands between two words of one letter each, as in "L.L".
bool is_dotted_pair(std::string_view text, const Word& a, const Word& b) {
  return a.text.size() == 1 && b.text.size() == 1 && b.begin == a.end + 1 && text[a.end] == '.';
}

/// Joins dotted runs of three letters and more ("L.L.C.", "S.A.R.L."), and of two at the end of a name ("S.A."). Two in
/// the middle are a person's initials ("M.V. Frunze").
std::vector<Word> join_dotted_runs(std::string_view text, std::vector<Word> words) {
  std::vector<Word> joined;
  joined.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    std::size_t last = i;
    while (last + 1 < words.size() && is_dotted_pair(text, words[last], words[last + 1])) ++last;
    const std::size_t length = last - i + 1;
    if (length >= 3 || (length == 2 && last + 1 == words.size())) {
      Word word = words[i];
      for (std::size_t k = i + 1; k <= last; ++k) word.text += words[k].text;
      word.end = words[last].end;
      joined.push_back(std::move(word));
      i = last + 1;
    } else {
      joined.push_back(std::move(words[i]));
      ++i;
    }
  }
  return joined;
}

bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

/// Takes the ending off an ordinal in digits and marks numbers.
void mark_number(Word& word) {
  static constexpr std::array<std::u32string_view, 4> ordinal_endings{U"st", U"nd", U"rd", U"th"};
  const auto digits_end = std::find_if_not(word.text.begin(), word.text.end(), is_digit);
  const auto digit_count = static_cast<std::size_t>(digits_end - word.text.begin());
  if (digit_count == 0) return;
  const std::u32string_view ending = std::u32string_view{word.text}.substr(digit_count);
  if (!ending.empty() && std::find(ordinal_endings.begin(), ordinal_endings.end(), ending) == ordinal_endings.end())
    return;
  word.is_number = true;
  word.is_ordinal = !ending.empty();
  word.text.resize(digit_count);
}

/// Characters of one class only.
bool is_all(const std::vector<FoldedCharacter>& folded, CharacterClass kind) {
  return std::all_of(folded.begin(), folded.end(), [kind](const FoldedCharacter& c) { return c.kind == kind; });
}

/// Appends the words of a run that has no spaces. A translation of several words gives each the bytes of the whole.
void append_parts(std::vector<Word>& words, const Word& run, const std::vector<FoldedCharacter>& folded,
                  const std::vector<ScriptPart>& parts) {
  const bool is_han = folded.front().kind == CharacterClass::han;
  for (const ScriptPart& part : parts) {
    const std::uint32_t begin = run.begin + folded[part.first].begin;
    const std::uint32_t end = run.begin + folded[part.first + part.count - 1].end;
    const std::u32string native = run.text.substr(part.first, part.count);
    if (part.kind == ScriptPart::Kind::legal_form || part.latin.empty()) {
      words.push_back({native, begin, end});
      continue;
    }
    const Rewriting rewriting =
        part.kind == ScriptPart::Kind::translated ? Rewriting::translated : Rewriting::romanized;
    const std::size_t first_word = words.size();
    for (Word& word : split(fold(part.latin))) {
      words.push_back({std::move(word.text), begin, end});
      words.back().rewriting = rewriting;
      words.back().is_han = is_han;
      if (!is_han) words.back().native = native;
    }
    for (const ScriptAlternative& other : part.alternatives)
      words[first_word + other.first_word].others.push_back(
          {std::u32string{other.latin.begin(), other.latin.end()}, static_cast<std::uint16_t>(other.word_count)});
  }
}

/// Cuts the runs of scripts that do not part words by spaces, or seldom do: Chinese, Japanese and Korean.
std::vector<Word> cut_runs(std::string_view text, std::vector<Word> words) {
  std::vector<Word> cut;
  cut.reserve(words.size());
  for (Word& word : words) {
    if (word.text.front() >= first_east_asian) {
      const std::vector<FoldedCharacter> folded = fold(text.substr(word.begin, word.end - word.begin));
      const bool is_han = is_all(folded, CharacterClass::han);
      if (is_han || is_all(folded, CharacterClass::kana) || is_all(folded, CharacterClass::hangul)) {
        append_parts(cut, word, folded, is_han ? split_han(word.text) : split_script(word.text));
        continue;
      }
    }
    cut.push_back(std::move(word));
  }
  return cut;
}

void mark_legal_forms(Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.words.size();) {
    const LegalFormUse use = longest_legal_form(tokens.words, i);
    if (use.word_count == 0) {
      ++i;
      continue;
    }
    tokens.legal_forms.push_back(use);
    for (std::size_t k = 0; k < use.word_count; ++k) tokens.words[i + k].is_legal_form = true;
    i += use.word_count;
  }
}

/// Puts the known words of Arabic and Persian names into English, once their legal forms are known by their own words.
void translate_arabic(Tokens& tokens) {
  if (std::none_of(tokens.words.begin(), tokens.words.end(), [](const Word& w) { return is_arabic(w.text.front()); }))
    return;
  std::vector<Word> words;
  std::vector<std::size_t> new_place;
  for (Word& word : tokens.words) {
    new_place.push_back(words.size());
    const std::string_view latin =
        is_arabic(word.text.front()) && !word.is_legal_form ? find_arabic_word(word.text) : std::string_view{};
    if (latin.empty())
      words.push_back(std::move(word));
    else
      for (Word& translated : split(fold(latin))) {
        words.push_back({std::move(translated.text), word.begin, word.end});
        words.back().rewriting = Rewriting::translated;
        words.back().native = word.text;
      }
  }
  tokens.words = std::move(words);
  for (LegalFormUse& use : tokens.legal_forms) use.first_word = static_cast<std::uint16_t>(new_place[use.first_word]);
}

/// The reading of Cyrillic in a whole name.
CyrillicReading reading_of(const Tokens& tokens) {
  std::u32string letters;
  for (const Word& word : tokens.words) letters += word.text + U' ';
  return cyrillic_reading(letters);
}

/// Puts a word in Latin letters. One that has no sound of its own, as a letter that stands alone may, stays as it is.
void romanize_word(Word& word, CyrillicReading reading) {
  std::u32string latin = romanize(word.text, reading);
  if (latin.empty() || latin == word.text) return;
  const char32_t first = word.text.front();
  if (is_cyrillic(first)) {
    std::u32string other = romanize(word.text, other_reading(reading));
    if (other != latin) word.others.push_back({std::move(other), 1});
  }
  if (is_arabic(first) || is_cyrillic(first) || is_greek(first)) word.native = word.text;
  word.text = std::move(latin);
  if (word.rewriting == Rewriting::none) word.rewriting = Rewriting::romanized;
}

/// Puts all words in Latin letters.
void romanize_words(Tokens& tokens) {
  const auto is_ascii = [](char32_t letter) { return letter < 0x80; };
  const CyrillicReading reading = reading_of(tokens);
  for (Word& word : tokens.words)
    if (!std::all_of(word.text.begin(), word.text.end(), is_ascii)) romanize_word(word, reading);
}

/// Words that mix scripts by letters of the same shape become words of one script; one that may be a Latin word in
/// letters of another gets that as another reading.
void unmix_words(Tokens& tokens, std::string_view text) {
  for (Word& word : tokens.words) {
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    if (unmix_scripts(word.text, written)) word.rewriting = Rewriting::look_alike;
    if (std::u32string latin = latin_look_alike(word.text, written); !latin.empty())
      word.others.push_back({std::move(latin), 1});
  }
}

/// Puts numbers in words and Roman numerals in digits.
void read_spelled_numbers(Tokens& tokens) {
  for (Word& word : tokens.words) {
    if (word.is_legal_form || word.is_number) continue;
    const SpelledNumber number = spelled_number(word.text);
    if (number.value == 0) continue;
    const std::string digits = std::to_string(number.value);
    word.text.assign(digits.begin(), digits.end());
    word.is_number = true;
    word.is_ordinal = number.is_ordinal;
    word.is_spelled = true;
    if (number.is_foreign) word.rewriting = Rewriting::translated;
  }
}

}  // namespace

Tokens select(const Tokens& tokens, const std::vector<bool>& keep) {
  Tokens selected;
  std::vector<std::size_t> new_place(tokens.words.size());
  for (std::size_t i = 0; i < tokens.words.size(); ++i) {
    new_place[i] = selected.words.size();
    if (keep[i]) selected.words.push_back(tokens.words[i]);
  }
  for (LegalFormUse use : tokens.legal_forms) {
    const auto first = keep.begin() + use.first_word;
    if (!std::all_of(first, first + use.word_count, [](bool kept) { return kept; })) continue;
    use.first_word = static_cast<std::uint16_t>(new_place[use.first_word]);
    selected.legal_forms.push_back(use);
  }
  selected.phrases = find_phrases(selected.words, senses_of(selected.words));
  return selected;
}

std::u32string written_together(const Word& first, const Word& second) {
  const auto letters = [](const Word& word) -> std::u32string {
    if (!word.is_spelled || word.rewriting != Rewriting::none) return word.text;
    int value = 0;
    for (const char32_t digit : word.text) value = 10 * value + static_cast<int>(digit - U'0');
    return std::u32string{number_word(value, word.is_ordinal)};
  };
  return letters(first) + letters(second);
}

double phrase_weight(const Tokens& tokens, const std::vector<double>& weights) {
  double sum = 0;
  std::size_t counted = 0;
  for (const PhraseUse& use : tokens.phrases) {
    const std::size_t end = std::size_t{use.first_word} + use.word_count;
    for (std::size_t i = std::max<std::size_t>(counted, use.first_word); i < end; ++i) sum += weights[i];
    counted = std::max(counted, end);
  }
  return sum;
}

Tokens tokenize_without_phrases(std::string_view text) {
  Tokens tokens{cut_runs(text, join_dotted_runs(text, split(fold(text)))), {}, {}};
  unmix_words(tokens, text);
  mark_legal_forms(tokens);
  for (Word& word : tokens.words)
    if (!word.is_legal_form) mark_number(word);
  translate_arabic(tokens);
  romanize_words(tokens);
  read_spelled_numbers(tokens);
  return tokens;
}

Tokens tokenize(std::string_view text) {
  Tokens tokens = tokenize_without_phrases(text);
  tokens.phrases = find_phrases(tokens.words, senses_of(tokens.words));
  return tokens;
}

}  // namespace lookup
