#include "lookup/tokens.hpp"

#include <algorithm>
#include <array>

#include "lookup/han.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/romanize.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

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
  CharacterClass previous = CharacterClass::separator;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const FoldedCharacter& character = folded[i];
    if (is_word_character(character)) {
      if (previous == CharacterClass::separator || !share_a_word(previous, character.kind))
        words.push_back({{}, character.begin, character.end});
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

/// Chinese characters only, which have no spaces between their words.
bool is_han_run(const std::vector<FoldedCharacter>& folded) {
  return std::all_of(folded.begin(), folded.end(),
                     [](const FoldedCharacter& c) { return c.kind == CharacterClass::han; });
}

/// Appends the words of a run of Chinese characters. A translation of several words gives each the bytes of the whole.
void append_han_words(std::vector<Word>& words, const Word& run, const std::vector<FoldedCharacter>& folded) {
  for (const HanPart& part : split_han(run.text)) {
    const std::uint32_t begin = run.begin + folded[part.first].begin;
    const std::uint32_t end = run.begin + folded[part.first + part.count - 1].end;
    if (part.kind == HanPart::Kind::legal_form) {
      words.push_back({run.text.substr(part.first, part.count), begin, end});
      continue;
    }
    const Rewriting rewriting = part.kind == HanPart::Kind::translated ? Rewriting::translated : Rewriting::romanized;
    for (Word& word : split(fold(part.latin))) {
      words.push_back({std::move(word.text), begin, end});
      words.back().rewriting = rewriting;
    }
  }
}

std::vector<Word> cut_han_runs(std::string_view text, std::vector<Word> words) {
  std::vector<Word> cut;
  for (Word& word : words) {
    if (word.text.front() >= first_east_asian) {
      const std::vector<FoldedCharacter> folded = fold(text.substr(word.begin, word.end - word.begin));
      if (is_han_run(folded)) {
        append_han_words(cut, word, folded);
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

/// Puts words in Latin letters. A letter that stands alone and has no sound of its own stays as it is.
void romanize_words(Tokens& tokens) {
  for (Word& word : tokens.words) {
    std::u32string latin = romanize(word.text);
    if (latin.empty() || latin == word.text) continue;
    word.text = std::move(latin);
    word.rewriting = Rewriting::romanized;
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
  return selected;
}

Tokens tokenize(std::string_view text) {
  Tokens tokens{cut_han_runs(text, join_dotted_runs(text, split(fold(text)))), {}};
  mark_legal_forms(tokens);
  for (Word& word : tokens.words)
    if (!word.is_legal_form) mark_number(word);
  romanize_words(tokens);
  return tokens;
}

}  // namespace lookup
