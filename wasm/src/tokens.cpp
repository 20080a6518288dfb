#include "lookup/tokens.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "ascii_words.hpp"
#include "letters.hpp"
#include "lone_letters.hpp"
#include "lookup/abbreviations.hpp"
#include "lookup/han.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/look_alike.hpp"
#include "lookup/number_words.hpp"
#include "lookup/romanize.hpp"
#include "lookup/script_words.hpp"
#include "lookup/unicode.hpp"
#include "word_memory.hpp"

namespace lookup {
namespace {

constexpr std::size_t usual_word_letters = 7;

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

/// One past the last of the word characters from `first` on that are of one word.
std::size_t end_of_run(const std::vector<FoldedCharacter>& folded, std::size_t first) {
  std::size_t end = first + 1;
  while (end < folded.size() && is_word_character(folded[end]) && share_a_word(folded[end - 1].kind, folded[end].kind))
    ++end;
  return end;
}

/// The words of folded text. A dot ends a word; an apostrophe between letters does not ("Xi'an").
std::vector<Word> split(const std::vector<FoldedCharacter>& folded) {
  std::vector<Word> words;
  words.reserve(folded.size() / usual_word_letters + 1);
  CharacterClass previous = CharacterClass::separator;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const FoldedCharacter& character = folded[i];
    if (is_word_character(character)) {
      if (previous == CharacterClass::separator || !share_a_word(previous, character.kind))
        words.push_back({{}, character.begin, character.end});
      const std::size_t end = end_of_run(folded, i);
      std::u32string& text = words.back().text;
      const std::size_t before = text.size();
      text.resize(before + end - i);
      for (std::size_t k = i; k < end; ++k) text[before + k - i] = folded[k].code_point;
      i = end - 1;
      words.back().end = folded[i].end;
      previous = folded[i].kind;
    } else if (!(is_joiner(character, U'\'') && previous != CharacterClass::separator && i + 1 < folded.size() &&
                 is_word_character(folded[i + 1]))) {
      previous = CharacterClass::separator;
    }
  }
  return words;
}

/// Parts the parts of a word in Persian, as a hyphen does in English.
constexpr std::string_view zero_width_non_joiner = "\u200c";

/// Takes words in Arabic letters apart where that stands in them.
std::vector<Word> part_at_non_joiners(std::string_view text, std::vector<Word> words) {
  if (text.find(zero_width_non_joiner) == std::string_view::npos) return words;
  std::vector<Word> parted;
  for (Word& word : words) {
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    if (!is_arabic(word.text.front()) || written.find(zero_width_non_joiner) == std::string_view::npos) {
      parted.push_back(std::move(word));
      continue;
    }
    for (std::size_t at = 0; at < written.size();) {
      const std::size_t end = std::min(written.find(zero_width_non_joiner, at), written.size());
      for (Word& part : split(fold(written.substr(at, end - at)))) {
        const auto before = static_cast<std::uint32_t>(word.begin + at);
        parted.push_back({std::move(part.text), before + part.begin, before + part.end});
      }
      at = end + zero_width_non_joiner.size();
    }
  }
  return parted;
}

/// Whether a lone hyphen stands between two words.
bool are_hyphenated(std::string_view text, const Word& a, const Word& b) {
  const std::string_view between = text.substr(a.end, b.begin - a.end);
  return between == "-" || between == "\u2010" || between == "\u2011" || between == zero_width_non_joiner;
}

void mark_hyphens(std::string_view text, std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    words[i].is_hyphenated = are_hyphenated(text, words[i], words[i + 1]);
}

bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

bool is_ordinal_ending(std::u32string_view ending) {
  static constexpr std::array<std::u32string_view, 15> endings{U"st", U"nd", U"rd", U"th", U"й",  U"я",   U"е", U"го",
                                                               U"ый", U"ий", U"ой", U"ая", U"ое", U"ого", U"ом"};
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

/// Takes in the endings that stand apart from their digits: "13-th", "13 th", "13-й". After a blank, "st" and "rd" are
/// words of addresses.
void join_ordinal_endings(std::string_view text, std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_digit(words[i].text.front())) continue;
    const Word& next = words[i + 1];
    const std::string_view between = text.substr(words[i].end, next.begin - words[i].end);
    const bool belongs =
        words[i].is_hyphenated ? is_ordinal_ending(next.text) : next.text == U"th" && is_blank(between);
    if (!belongs || !std::all_of(words[i].text.begin(), words[i].text.end(), is_digit)) continue;
    join_words(words, i, i + 2);
  }
}

/// Takes the ending off an ordinal in digits and marks numbers.
void mark_number(Word& word) {
  const auto digits_end = std::find_if_not(word.text.begin(), word.text.end(), is_digit);
  const auto digit_count = static_cast<std::size_t>(digits_end - word.text.begin());
  if (digit_count == 0) return;
  const std::u32string_view ending = std::u32string_view{word.text}.substr(digit_count);
  if (!ending.empty() && !is_ordinal_ending(ending)) return;
  word.is_number = true;
  word.is_ordinal = !ending.empty();
  if (word.is_ordinal && !is_latin(ending.front())) word.rewriting = Rewriting::translated;
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
      if (!is_han) words.back().foreign.fill().native = native;
    }
    for (const ScriptAlternative& other : part.alternatives)
      words[first_word + other.first_word].foreign.fill().others.push_back(
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

/// `known` has what `memory` knows of each word.
void mark_legal_forms(Tokens& tokens, const WordMemory& memory, std::span<const std::uint32_t> known) {
  for (std::size_t i = 0; i < tokens.words.size();) {
    const LegalFormUse use = longest_legal_form(tokens.words, memory, known, i);
    if (use.word_count == 0) {
      ++i;
      continue;
    }
    tokens.legal_forms.push_back(use);
    for (std::size_t k = 0; k < use.word_count; ++k) tokens.words[i + k].is_legal_form = true;
    i += use.word_count;
  }
}

/// Makes one word of word `i` and the next.
void join_with_next(Tokens& tokens, std::size_t i) {
  join_words(tokens.words, i, i + 2);
  for (LegalFormUse& use : tokens.legal_forms)
    if (use.first_word > i) --use.first_word;
}

bool may_translate(const Word& word) { return is_arabic(word.text.front()) && !word.is_legal_form; }

/// Makes one of two words in Arabic letters that the table knows as one: "حزب الله" is Hizballah.
void join_known_pairs(Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.words.size(); ++i)
    if (may_translate(tokens.words[i]) && may_translate(tokens.words[i + 1]) &&
        !find_script_word(to_utf8(tokens.words[i].text + tokens.words[i + 1].text)).empty())
      join_with_next(tokens, i);
}

/// Puts the known words of Arabic and Persian names into English, once their legal forms are known by their own words.
void translate_arabic(Tokens& tokens) {
  if (std::none_of(tokens.words.begin(), tokens.words.end(), [](const Word& w) { return is_arabic(w.text.front()); }))
    return;
  std::vector<Word> words;
  std::vector<std::size_t> new_place;
  join_known_pairs(tokens);
  for (Word& word : tokens.words) {
    new_place.push_back(words.size());
    const std::string_view latin = may_translate(word) ? find_arabic_word(word.text) : std::string_view{};
    if (latin.empty())
      words.push_back(std::move(word));
    else
      for (Word& translated : split(fold(latin))) {
        words.push_back({std::move(translated.text), word.begin, word.end});
        words.back().rewriting = Rewriting::translated;
        words.back().foreign.fill().native = word.text;
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
    if (other != latin) word.foreign.fill().others.push_back({std::move(other), 1});
  }
  if (is_arabic(first) || is_cyrillic(first) || is_greek(first)) word.foreign.fill().native = word.text;
  word.text = std::move(latin);
  if (word.rewriting == Rewriting::none) word.rewriting = Rewriting::romanized;
}

/// Puts all words in Latin letters.
void romanize_words(Tokens& tokens) {
  const auto is_foreign = [](const Word& word) {
    return std::any_of(word.text.begin(), word.text.end(), [](char32_t letter) { return letter >= 0x80; });
  };
  if (std::none_of(tokens.words.begin(), tokens.words.end(), is_foreign)) return;
  const CyrillicReading reading = reading_of(tokens);
  for (Word& word : tokens.words)
    if (is_foreign(word)) romanize_word(word, reading);
}

/// Words that mix scripts by letters of the same shape become words of one script; one that may be a Latin word in
/// letters of another gets that as another reading.
void unmix_words(Tokens& tokens, std::string_view text) {
  for (Word& word : tokens.words) {
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    if (unmix_scripts(word.text, written)) word.rewriting = Rewriting::look_alike;
    if (std::u32string latin = latin_look_alike(word.text, written); !latin.empty())
      word.foreign.fill().others.push_back({std::move(latin), 1});
  }
}

void set_number(Word& word, const SpelledNumber& number) {
  const std::string digits = std::to_string(number.value);
  word.text.assign(digits.begin(), digits.end());
  word.is_number = true;
  word.is_ordinal = number.is_ordinal;
  word.is_spelled = true;
  if (number.is_foreign) word.rewriting = Rewriting::translated;
}

bool may_spell_number(const Word& word) { return !word.is_legal_form && !word.is_number; }

/// Puts numbers in words and Roman numerals in digits. `known` has what `memory` knows of each word.
void read_spelled_numbers(Tokens& tokens, const WordMemory& memory, std::span<const std::uint32_t> known) {
  std::vector<Word>& words = tokens.words;
  std::size_t joined = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!may_spell_number(words[i])) continue;
    const RememberedWord& word = memory[known[i + joined]];
    if (word.may_be_ten && i + 1 < words.size() && may_spell_number(words[i + 1]))
      if (const SpelledNumber number = spelled_number(words[i].text, words[i + 1].text); number.value != 0) {
        join_with_next(tokens, i);
        ++joined;
        set_number(words[i], number);
        continue;
      }
    if (word.number.value != 0) set_number(words[i], word.number);
  }
}

/// 64-bit FNV-1a of the words, an end after each.
std::uint64_t hash_of(const std::vector<Word>& words) {
  static constexpr std::uint64_t prime = 0x100000001b3;
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const Word& word : words) {
    for (const char32_t letter : word.text) hash = (hash ^ letter) * prime;
    hash = (hash ^ U' ') * prime;
  }
  return hash;
}

}  // namespace

Tokens select(const Tokens& tokens, const std::vector<bool>& keep) {
  Tokens selected;
  std::vector<std::size_t> new_place(tokens.words.size());
  for (std::size_t i = 0; i < tokens.words.size(); ++i) {
    new_place[i] = selected.words.size();
    if (!keep[i]) continue;
    selected.words.push_back(tokens.words[i]);
    if (i + 1 < keep.size() && !keep[i + 1]) selected.words.back().is_hyphenated = false;
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
    return number_word(value, word.is_ordinal);
  };
  return letters(first) + letters(second);
}

Tokens tokenize_without_phrases(std::string_view text, WordMemory& memory) {
  const bool has_other_scripts = !is_all_ascii(text);
  std::vector<Word> words = gather_lone_letters(text, has_other_scripts ? split(fold(text)) : split_ascii(text));
  const std::uint64_t identity = hash_of(words);
  if (has_other_scripts) words = part_at_non_joiners(text, std::move(words));
  mark_hyphens(text, words);
  join_ordinal_endings(text, words);
  Tokens tokens{has_other_scripts ? cut_runs(text, std::move(words)) : std::move(words), {}, {}, identity};
  if (has_other_scripts) unmix_words(tokens, text);
  std::span<const std::uint32_t> known = memory.recall(tokens.words);
  mark_legal_forms(tokens, memory, known);
  for (Word& word : tokens.words)
    if (!word.is_legal_form) mark_number(word);
  if (has_other_scripts) {
    translate_arabic(tokens);
    romanize_words(tokens);
    known = memory.recall(tokens.words);
  }
  read_spelled_numbers(tokens, memory, known);
  return tokens;
}

Tokens tokenize(std::string_view text) {
  WordMemory memory;
  Tokens tokens = tokenize_without_phrases(text, memory);
  tokens.phrases = find_phrases(tokens.words, senses_of(tokens.words));
  return tokens;
}

}  // namespace lookup
