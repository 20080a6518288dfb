#include "lookup/legal_forms.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <span>

#include "letters.hpp"
#include "lookup/romanize.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"
#include "phrase_index.hpp"
#include "rules_by_letter.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_keyed = 8;   // Letters of a form that may be romanised in other ways.
constexpr std::size_t shortest_apart = 3;   // Letters of a form that may be written letter by letter …
constexpr std::size_t longest_part = 2;     // … or nearly so, as in "Sh. p. k.".
constexpr std::size_t shortest_rn = 6;      // Letters of a word in which "rn" may be a misread "m".
constexpr char32_t first_cyrillic = 0x400;  // Of the block; Greek and Latin stand before it.

/// Spellings of sounds and what stands for them. The first that fits is taken.
struct Rule {
  std::u32string_view spelling;
  std::u32string_view key;
};

constexpr std::array<Rule, 28> rules{{
    {U"shch", U"s"}, {U"sch", U"s"}, {U"tch", U"s"}, {U"ch", U"s"}, {U"sh", U"s"}, {U"ts", U"s"}, {U"tz", U"s"},
    {U"zh", U"z"},   {U"kh", U"h"},  {U"ph", U"f"},  {U"th", U"t"}, {U"dh", U"d"}, {U"gh", U"g"}, {U"ck", U"k"},
    {U"ce", U"se"},  {U"ci", U"si"}, {U"cy", U"si"}, {U"c", U"k"},  {U"qu", U"k"}, {U"q", U"k"},  {U"x", U"ks"},
    {U"w", U"v"},    {U"ye", U"ie"}, {U"je", U"ie"}, {U"y", U"i"},  {U"j", U"i"},  {U"oo", U"u"}, {U"ou", U"u"},
}};

constexpr RulesByLetter rules_by_letter{rules};

bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

/// Adds a letter of a key. A doubled sound is one, and e after i says no more than e: "predpriyatiye".
void append_sound(std::string& key, char letter) {
  if (!key.empty() && key.back() == letter) return;
  if (letter == 'e' && !key.empty() && key.back() == 'i') key.pop_back();
  if (key.empty() || key.back() != letter) key += letter;
}

/// A spelling of the table in Latin letters.
std::u32string latin_letters(std::string_view folded_text) {
  const bool is_ascii = std::all_of(folded_text.begin(), folded_text.end(), [](char c) { return (c & '\x80') == 0; });
  if (is_ascii) return {folded_text.begin(), folded_text.end()};
  std::u32string text;
  for (const FoldedCharacter& character : fold(folded_text)) text += character.code_point;
  return romanize(text);
}

/// Every form as the table writes it.
const PhraseIndex& spelled_forms() {
  static const PhraseIndex index = [] {
    PhraseIndex built{legal_form_spellings().size()};
    for (const LegalFormSpelling& row : legal_form_spellings()) built.add(row.spelling, row);
    return built;
  }();
  return index;
}

/// Every form that may be romanised in several ways, by key.
const PhraseIndex& sounded_forms() {
  struct Sounded {
    std::deque<std::string> keys;  // A deque moves none of its strings.
    PhraseIndex index{legal_form_spellings().size()};
  };
  static const Sounded sounded = [] {
    Sounded built;
    for (const LegalFormSpelling& row : legal_form_spellings()) {
      if (row.at_end) continue;
      const std::u32string phrase = latin_letters(row.spelling);
      if (phrase.size() < shortest_keyed) continue;
      std::string key = legal_form_key(phrase);
      if (key.empty()) continue;
      built.keys.push_back(std::move(key));
      built.index.add(built.keys.back(), row);
    }
    return built;
  }();
  return sounded.index;
}

/// A word with the letters that a scanner may have taken for its digits.
std::u32string with_letters(std::u32string_view word, char32_t one) {
  const bool is_cyrillic =
      std::any_of(word.begin(), word.end(), [](char32_t letter) { return letter >= first_cyrillic; });
  std::u32string letters{word};
  for (char32_t& letter : letters) {
    if (letter == U'0') letter = is_cyrillic ? U'о' : U'o';
    if (letter == U'1') letter = one;
    if (letter == U'5') letter = U's';
  }
  return letters;
}

/// What the word may be a misreading of. Two characters are read otherwise only at the edge of a name and for a nought:
/// "A0" is a legal form there, "A5" and "1P" are products.
std::vector<std::string> other_readings(const Word& word, bool at_edge) {
  const std::u32string_view text = word.text;
  std::vector<std::string> found;
  if (const auto rn = text.find(U"rn"); rn != text.npos && text.size() >= shortest_rn)
    found.push_back(to_utf8(text.substr(0, rn)) + "m" + to_utf8(text.substr(rn + 2)));
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  const bool is_mixed = digits > 0 && digits < text.size();
  const bool is_pair = text.size() == 2 && at_edge && text.find_first_of(U"15") == text.npos;
  if (!(is_mixed && (text.size() > 2 || is_pair)) && !(at_edge && text == U"000")) return found;
  found.push_back(to_utf8(with_letters(text, U'l')));
  if (text.find(U'1') != text.npos) found.push_back(to_utf8(with_letters(text, U'i')));
  return found;
}

/// Phrases that some forms begin with, growing word by word.
class Phrases {
 public:
  explicit Phrases(const PhraseIndex& index) : index_(index) {}

  /// Adds a word, itself or in one of its other readings; false when no form goes on with any.
  bool extend(std::string_view word, std::span<const std::string> others = {}) {
    std::vector<const PhraseIndex::Beginning*> longer;
    if (is_empty_) {
      add(longer, word);
      for (const std::string& other : others) add(longer, other);
    }
    for (const PhraseIndex::Beginning* const phrase : phrases_) {
      const std::string before = std::string{phrase->words}.append(" ");
      add(longer, std::string{before}.append(word));
      for (const std::string& other : others) add(longer, before + other);
    }
    is_empty_ = false;
    phrases_ = std::move(longer);
    return !phrases_.empty();
  }

  /// Whether some form may go on.
  [[nodiscard]] bool may_go_on() const { return is_empty_ || !phrases_.empty(); }

  [[nodiscard]] const LegalFormSpelling* whole() const {
    for (const PhraseIndex::Beginning* const phrase : phrases_)
      if (phrase->whole != nullptr) return phrase->whole;
    return nullptr;
  }

 private:
  void add(std::vector<const PhraseIndex::Beginning*>& longer, std::string_view phrase) const {
    if (const PhraseIndex::Beginning* const found = index_.find(phrase); found != nullptr) longer.push_back(found);
  }

  const PhraseIndex& index_;
  std::vector<const PhraseIndex::Beginning*> phrases_;
  bool is_empty_ = true;  // No word was added yet.
};

/// The legal form whose letters stand apart from word `first` on, or no words.
LegalFormUse spelled_apart(const std::vector<Word>& words, std::size_t first) {
  LegalFormUse longest{0, static_cast<std::uint16_t>(first), 0};
  std::u32string letters;
  bool has_single = false;
  for (std::size_t i = first; i < words.size() && words[i].text.size() <= longest_part; ++i) {
    letters += words[i].text;
    has_single = has_single || words[i].text.size() == 1;
    if (i == first || !has_single || letters.size() < shortest_apart) continue;
    const LegalFormSpelling* const row = find_legal_form(to_utf8(letters));
    if (row == nullptr || row->at_end) continue;
    longest.form = row->form;
    longest.word_count = static_cast<std::uint16_t>(i - first + 1);
  }
  return longest;
}

}  // namespace

const LegalFormSpelling* find_legal_form(std::string_view spelling) {
  const PhraseIndex::Beginning* const found = spelled_forms().find(spelling);
  return found == nullptr ? nullptr : found->whole;
}

std::string legal_form_key(std::u32string_view phrase) {
  std::string key;
  for (std::size_t i = 0; i < phrase.size();) {
    const std::u32string_view rest = phrase.substr(i);
    if (rest.front() == U' ') {
      key += ' ';
      ++i;
      continue;
    }
    if (!is_latin(rest.front())) return {};
    const Rule* const rule = rules_by_letter.first_for(rest);
    for (const char32_t letter : rule == nullptr ? rest.substr(0, 1) : rule->key)
      append_sound(key, static_cast<char>(letter));
    i += rule == nullptr ? 1 : rule->spelling.size();
  }
  return key;
}

LegalFormUse longest_legal_form(const std::vector<Word>& words, std::size_t first) {
  LegalFormUse longest = spelled_apart(words, first);
  Phrases spelled{spelled_forms()};
  Phrases sounded{sounded_forms()};
  for (std::size_t count = 1; first + count <= words.size(); ++count) {
    const Word& word = words[first + count - 1];
    const std::size_t next = first + count;
    const bool may_be_spelled =
        spelled.may_go_on() &&
        spelled.extend(to_utf8(word.text), other_readings(word, first == 0 || next == words.size()));
    const bool may_be_sounded = sounded.may_go_on() && sounded.extend(legal_form_key(word.text));
    if (!may_be_spelled && !may_be_sounded) break;
    const LegalFormSpelling* const row = spelled.whole() != nullptr ? spelled.whole() : sounded.whole();
    if (row == nullptr || count < longest.word_count) continue;
    if (row->at_end && next < words.size() && longest_legal_form(words, next).word_count == 0) continue;
    longest.form = row->form;
    longest.word_count = static_cast<std::uint16_t>(count);
  }
  return longest;
}

}  // namespace lookup
