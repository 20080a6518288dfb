#include "lookup/legal_forms.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "legal_form_graph.hpp"
#include "letters.hpp"
#include "lookup/romanize.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"
#include "numbered_words.hpp"
#include "rules_by_letter.hpp"
#include "word_memory.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_keyed = 8;   // Letters and blanks of a form that may be romanised in other ways.
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

constexpr std::size_t longest_sound = 2;  // Letters that a letter of a word stands for at most.

/// Adds a letter to a key of `size` letters; its new size. A doubled sound is one, and e after i says no more than e:
/// "predpriyatiye".
std::size_t append_sound(std::string& key, std::size_t size, char letter) {
  if (size > 0 && key[size - 1] == letter) return size;
  if (letter == 'e' && size > 0 && key[size - 1] == 'i') --size;
  if (size > 0 && key[size - 1] == letter) return size;
  key[size] = letter;
  return size + 1;
}

/// A word of the table in Latin letters.
std::u32string latin_letters(std::string_view folded_word) {
  const bool is_ascii = std::all_of(folded_word.begin(), folded_word.end(), [](char c) { return (c & '\x80') == 0; });
  if (is_ascii) return {folded_word.begin(), folded_word.end()};
  std::u32string text;
  for (const FoldedCharacter& character : fold(folded_word)) text += character.code_point;
  return romanize(text);
}

/// The words of the graph that may be romanised, by key.
class SoundedWords {
 public:
  explicit SoundedWords(const NumberedWords& words) : keys_{words.size()} {
    for (std::size_t number = 0; number < words.size(); ++number) {
      const std::u32string latin = latin_letters(words[number]);
      const std::string key = legal_form_key(latin);
      if (key.empty()) continue;
      const std::size_t place = keys_.find(key);
      if (place == known_.size()) {
        keys_.add(key);
        known_.emplace_back();
      }
      known_[place].push_back({static_cast<std::uint16_t>(number), static_cast<std::uint16_t>(latin.size())});
    }
  }

  /// The words with a key, in their order.
  [[nodiscard]] std::span<const KnownWord> find(std::string_view key) const {
    const std::size_t place = keys_.find(key);
    return place == known_.size() ? std::span<const KnownWord>{} : known_[place];
  }

 private:
  NumberedWords keys_;
  std::vector<std::vector<KnownWord>> known_;
};

const SoundedWords& sounded_words() {
  static const SoundedWords sounded{LegalFormGraph::instance().words()};
  return sounded;
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
std::vector<std::string> other_readings(std::u32string_view text, bool at_edge) {
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

/// The ways through the graph that fit the words so far, in the order of the spellings.
class Ways {
 public:
  /// Goes on with each of the words; false when no form does.
  bool extend(std::span<const KnownWord> words) {
    if (words.empty()) {
      is_empty_ = false;
      ways_.clear();
      return false;
    }
    std::vector<Way> longer;
    if (is_empty_)
      add(longer, {LegalFormGraph::beginning, 0}, words);
    else
      for (const Way& way : ways_) add(longer, {way.place, way.letters + 1}, words);
    is_empty_ = false;
    ways_ = std::move(longer);
    return !ways_.empty();
  }

  /// Whether some form may go on.
  [[nodiscard]] bool may_go_on() const { return is_empty_ || !ways_.empty(); }

  /// The first form that ends here.
  [[nodiscard]] std::optional<LegalForm> spelled() const {
    for (const Way& way : ways_)
      if (const auto form = graph_.form_at(way.place)) return form;
    return std::nullopt;
  }

  /// The first that is long enough to be known by its sound.
  [[nodiscard]] std::optional<LegalForm> sounded() const {
    for (const Way& way : ways_)
      if (const auto form = graph_.form_at(way.place); form && !form->at_end && way.letters >= shortest_keyed)
        return form;
    return std::nullopt;
  }

 private:
  struct Way {
    LegalFormGraph::Place place;
    std::size_t letters;  // As romanised, with the blanks; more than enough counts as enough.

    friend bool operator==(const Way&, const Way&) = default;
  };

  void add(std::vector<Way>& longer, const Way& way, std::span<const KnownWord> words) const {
    for (const KnownWord& word : words) {
      const auto next = graph_.after(way.place, word.number);
      if (!next) continue;
      const Way reached{*next, std::min(way.letters + word.letters, shortest_keyed)};
      if (std::find(longer.begin(), longer.end(), reached) == longer.end()) longer.push_back(reached);
    }
  }

  const LegalFormGraph& graph_ = LegalFormGraph::instance();
  std::vector<Way> ways_;
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
    const auto form = find_legal_form(to_utf8(letters));
    if (!form || form->at_end) continue;
    longest.form = form->form;
    longest.word_count = static_cast<std::uint16_t>(i - first + 1);
  }
  return longest;
}

}  // namespace

std::optional<LegalForm> find_legal_form(std::string_view spelling) {
  const LegalFormGraph& graph = LegalFormGraph::instance();
  LegalFormGraph::Place place = LegalFormGraph::beginning;
  for (;;) {
    const std::size_t end = std::min(spelling.find(' '), spelling.size());
    const std::size_t word = graph.words().find(spelling.substr(0, end));
    const auto next = word == graph.words().size() ? std::nullopt : graph.after(place, word);
    if (!next) return std::nullopt;
    place = *next;
    if (end == spelling.size()) return graph.form_at(place);
    spelling.remove_prefix(end + 1);
  }
}

std::string legal_form_key(std::u32string_view word) {
  std::string key(word.size() * longest_sound, '\0');
  std::size_t size = 0;
  while (!word.empty()) {
    if (!is_latin(word.front())) return {};
    const Rule* const rule = rules_by_letter.first_for(word);
    for (const char32_t letter : rule == nullptr ? word.substr(0, 1) : rule->key)
      size = append_sound(key, size, static_cast<char>(letter));
    word.remove_prefix(rule == nullptr ? 1 : rule->spelling.size());
  }
  key.resize(size);
  return key;
}

std::vector<KnownWord> spelled_legal_words(std::u32string_view word, bool at_edge) {
  const NumberedWords& known = LegalFormGraph::instance().words();
  std::vector<KnownWord> found;
  const auto add = [&](std::string_view spelling) {
    if (const std::size_t number = known.find(spelling); number < known.size())
      found.push_back({static_cast<std::uint16_t>(number), 0});
  };
  add(to_utf8(word));
  for (const std::string& other : other_readings(word, at_edge)) add(other);
  return found;
}

std::span<const KnownWord> sounded_legal_words(std::u32string_view word) {
  return sounded_words().find(legal_form_key(word));
}

bool may_begin_legal_form(std::span<const KnownWord> words) {
  const LegalFormGraph& graph = LegalFormGraph::instance();
  return std::any_of(words.begin(), words.end(), [&graph](const KnownWord& word) {
    return graph.after(LegalFormGraph::beginning, word.number).has_value();
  });
}

LegalFormUse longest_legal_form(const std::vector<Word>& words, const WordMemory& memory,
                                std::span<const std::uint32_t> known, std::size_t first) {
  LegalFormUse longest = spelled_apart(words, first);
  if (!memory[known[first]].may_begin_form) return longest;
  Ways spelled;
  Ways sounded;
  for (std::size_t count = 1; first + count <= words.size(); ++count) {
    const RememberedWord& word = memory[known[first + count - 1]];
    const std::size_t next = first + count;
    const bool at_edge = first == 0 || next == words.size();
    const bool may_be_spelled = spelled.may_go_on() && spelled.extend(at_edge ? word.spelled_at_edge : word.spelled);
    const bool may_be_sounded = sounded.may_go_on() && sounded.extend(word.sounded);
    if (!may_be_spelled && !may_be_sounded) break;
    const auto as_spelled = spelled.spelled();
    const auto form = as_spelled ? as_spelled : sounded.sounded();
    if (!form || count < longest.word_count) continue;
    if (form->at_end && next < words.size() && longest_legal_form(words, memory, known, next).word_count == 0) continue;
    longest.form = form->form;
    longest.word_count = static_cast<std::uint16_t>(count);
  }
  return longest;
}

}  // namespace lookup
