#include "lookup/legal_forms.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <span>

#include "lookup/romanize.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_keyed = 8;   // Letters of a form that may be romanised in other ways.
constexpr std::size_t shortest_apart = 3;   // Letters of a form that may be written letter by letter …
constexpr std::size_t longest_part = 2;     // … or nearly so, as in "Sh. p. k.".
constexpr std::size_t shortest_rn = 6;      // Letters of a word in which "rn" may be a misread "m".
constexpr char32_t first_cyrillic = 0x400;  // Of the block; Greek and Latin stand before it.

using Table = std::span<const LegalFormSpelling>;

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

bool is_latin(char32_t letter) { return letter >= U'a' && letter <= U'z'; }
bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

/// Adds a letter of a key. A doubled sound is one, and e after i says no more than e: "predpriyatiye".
void append_sound(std::string& key, char letter) {
  if (!key.empty() && key.back() == letter) return;
  if (letter == 'e' && !key.empty() && key.back() == 'i') key.pop_back();
  if (key.empty() || key.back() != letter) key += letter;
}

std::u32string code_points(std::string_view folded_text) {
  std::u32string text;
  for (const FoldedCharacter& character : fold(folded_text)) text += character.code_point;
  return text;
}

/// Every form that may be romanised in several ways, by key.
Table keyed_spellings() {
  struct Keyed {
    std::deque<std::string> keys;
    std::vector<LegalFormSpelling> rows;
  };
  static const Keyed keyed = [] {
    Keyed built;
    for (const LegalFormSpelling& row : legal_form_spellings()) {
      const std::u32string phrase = romanize(code_points(row.spelling));
      if (row.at_end || phrase.size() < shortest_keyed) continue;
      std::string key = legal_form_key(phrase);
      if (key.empty()) continue;
      built.keys.push_back(std::move(key));
      built.rows.push_back({built.keys.back(), row.form, false});
    }
    std::stable_sort(built.rows.begin(), built.rows.end(),
                     [](const LegalFormSpelling& a, const LegalFormSpelling& b) { return a.spelling < b.spelling; });
    return built;
  }();
  return keyed.rows;
}

/// The first row that is not before `phrase`, or nullptr where no row begins with it.
const LegalFormSpelling* find_beginning(Table table, std::string_view phrase) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), phrase,
                       [](const LegalFormSpelling& row, std::string_view wanted) { return row.spelling < wanted; });
  return found != table.end() && found->spelling.starts_with(phrase) ? &*found : nullptr;
}

/// The row that `phrase` is, or nullptr.
const LegalFormSpelling* find_whole(Table table, std::string_view phrase) {
  const LegalFormSpelling* const row = find_beginning(table, phrase);
  return row != nullptr && row->spelling == phrase ? row : nullptr;
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

/// The word and what it may be a misreading of. Two characters are read otherwise only at the edge of a name and for a
/// nought: "A0" is a legal form there, "A5" and "1P" are products.
std::vector<std::string> readings(const Word& word, bool at_edge) {
  const std::u32string_view text = word.text;
  std::vector<std::string> found{to_utf8(text)};
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

/// Phrases that some rows of a table begin with, growing word by word.
class Phrases {
 public:
  explicit Phrases(Table table) : table_(table) {}

  /// Adds a word in one of its readings; false when no row goes on with any.
  bool extend(const std::vector<std::string>& words) {
    std::vector<std::string> longer;
    for (const std::string& phrase : phrases_) {
      for (const std::string& word : words) {
        std::string next = phrase;
        if (!next.empty()) next += ' ';
        next += word;
        if (!word.empty() && find_beginning(table_, next) != nullptr) longer.push_back(std::move(next));
      }
    }
    phrases_ = std::move(longer);
    return !phrases_.empty();
  }

  [[nodiscard]] const LegalFormSpelling* whole() const {
    for (const std::string& phrase : phrases_)
      if (const LegalFormSpelling* const row = find_whole(table_, phrase); row != nullptr) return row;
    return nullptr;
  }

 private:
  Table table_;
  std::vector<std::string> phrases_{""};
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
    const LegalFormSpelling* const row = find_whole(legal_form_spellings(), to_utf8(letters));
    if (row == nullptr || row->at_end) continue;
    longest.form = row->form;
    longest.word_count = static_cast<std::uint16_t>(i - first + 1);
  }
  return longest;
}

}  // namespace

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
    const auto* const rule =
        std::find_if(rules.begin(), rules.end(), [rest](const Rule& each) { return rest.starts_with(each.spelling); });
    for (const char32_t letter : rule == rules.end() ? rest.substr(0, 1) : rule->key)
      append_sound(key, static_cast<char>(letter));
    i += rule == rules.end() ? 1 : rule->spelling.size();
  }
  return key;
}

LegalFormUse longest_legal_form(const std::vector<Word>& words, std::size_t first) {
  LegalFormUse longest = spelled_apart(words, first);
  Phrases spelled{legal_form_spellings()};
  Phrases sounded{keyed_spellings()};
  for (std::size_t count = 1; first + count <= words.size(); ++count) {
    const Word& word = words[first + count - 1];
    const std::size_t next = first + count;
    const bool may_be_spelled = spelled.extend(readings(word, first == 0 || next == words.size()));
    const bool may_be_sounded = sounded.extend({legal_form_key(word.text)});
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
