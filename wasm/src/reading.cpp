#include "lookup/reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "lookup/rarity.hpp"
#include "lookup/set_aside.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t most_readings = 7;
constexpr std::size_t fewest_words_after_comma = 2;   // "Smith, John" is one name, and so is "Acme, Ltd.".
constexpr std::ptrdiff_t fewest_borders_of_list = 2;  // "Smith, John" is none either, "Orbita, Zarya and Qyrova" is.

/// What stands before a word, from the weakest to the firmest.
enum class Border : std::uint8_t {
  none,
  conjunction,  ///< Inside many a name: "Johnson & Johnson".
  comma,        ///< Of a name, an address or a list.
  tight,        ///< A slash, plus or dash without blanks.
  dash,         ///< Between blanks.
  firm
};

using BorderSet = unsigned;
constexpr BorderSet set_of(Border border) { return 1U << static_cast<unsigned>(border); }
constexpr bool is_one_of(Border border, BorderSet set) { return (set_of(border) & set) != 0; }

/// Where names of several words end …
constexpr BorderSet soft_borders = set_of(Border::comma) | set_of(Border::dash) | set_of(Border::firm);
/// … and names that have a word of their own.
constexpr BorderSet list_borders =
    set_of(Border::conjunction) | set_of(Border::tight) | set_of(Border::dash) | set_of(Border::firm);

enum class Mark : std::uint8_t { opening, closing, border };

struct BorderMark {
  std::string_view text;
  Mark mark;
  Border border = Border::none;
};

/// What parts names, in ASCII and in the full width of East Asian text. The Chinese enumeration comma parts lists only
/// (GB/T 15834).
constexpr std::array<BorderMark, 28> border_marks{{
    {"(", Mark::opening},
    {")", Mark::closing},
    {"[", Mark::opening},
    {"]", Mark::closing},
    {"（", Mark::opening},
    {"）", Mark::closing},
    {"【", Mark::opening},
    {"】", Mark::closing},
    {",", Mark::border, Border::comma},
    {"，", Mark::border, Border::comma},
    {"،", Mark::border, Border::comma},
    {"、", Mark::border, Border::dash},
    {" - ", Mark::border, Border::dash},
    {" – ", Mark::border, Border::dash},
    {" — ", Mark::border, Border::dash},
    {"–", Mark::border, Border::tight},
    {"—", Mark::border, Border::tight},
    {";", Mark::border, Border::firm},
    {"；", Mark::border, Border::firm},
    {" / ", Mark::border, Border::firm},
    {"/", Mark::border, Border::tight},
    {"／", Mark::border, Border::tight},
    {"+", Mark::border, Border::tight},
    {"＋", Mark::border, Border::tight},
    {"&", Mark::border, Border::conjunction},
    {"＆", Mark::border, Border::conjunction},
    {"|", Mark::border, Border::firm},
    {"·", Mark::border, Border::firm},
}};

/// Words between a party and another name of it, or another party, in address lines and customs papers. Single letters
/// among them are parted by slashes.
constexpr std::array<std::u32string_view, 24> go_betweens{U"a k a",         U"aka",
                                                          U"also known as", U"attention",
                                                          U"attn",          U"c o",
                                                          U"care of",       U"d b a",
                                                          U"dba",           U"doing business as",
                                                          U"f k a",         U"fka",
                                                          U"formerly",      U"formerly known as",
                                                          U"n k a",         U"nka",
                                                          U"now known as",  U"o b o",
                                                          U"obo",           U"on behalf of",
                                                          U"t a",           U"trading as",
                                                          U"via",           U"z hd"};

bool is_latin(const Word& word) {
  return word.rewriting == Rewriting::none &&
         std::all_of(word.text.begin(), word.text.end(), [](char32_t letter) { return letter < 0x80; });
}

/// Whether a slash alone stands between two words.
bool are_slashed(std::string_view text, const Word& a, const Word& b) {
  return b.begin == a.end + 1 && text[a.end] == '/';
}

/// Number of words from `first` on that are the words of `phrase`; 0 where they are not.
std::size_t words_of_phrase(std::string_view text, const std::vector<Word>& words, std::size_t first,
                            std::u32string_view phrase) {
  for (std::size_t i = first; i < words.size(); ++i) {
    const std::u32string_view word = phrase.substr(0, phrase.find(U' '));
    if (words[i].text != word) return 0;
    if (i > first && word.size() == 1 && !are_slashed(text, words[i - 1], words[i])) return 0;
    if (word.size() == phrase.size()) return i + 1 - first;
    phrase.remove_prefix(word.size() + 1);
  }
  return 0;
}

/// Number of words of the longest go-between that begins at word `first`. A name may begin with such a word itself.
std::size_t words_of_go_between(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  std::size_t longest = 0;
  if (first == 0) return longest;
  for (const std::u32string_view phrase : go_betweens)
    longest = std::max(longest, words_of_phrase(text, words, first, phrase));
  return longest;
}

bool can_tell(const Word& word) { return !word.is_legal_form && !word.is_number && !is_initial(word); }

/// Number of words that can tell a name.
std::size_t telling_words(const std::vector<Word>& words, const std::vector<bool>& keep) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (keep[i] && can_tell(words[i])) ++count;
  return count;
}

/// True where some word is not common: "Hong Kong" in brackets is no name.
bool has_own_word(const std::vector<Word>& words, const std::vector<bool>& keep) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (keep[i] && can_tell(words[i]) && common_word_level(to_utf8(words[i].text)) == 0) return true;
  return false;
}

/// Where each word stands.
struct Place {
  std::size_t bracket = 0;       ///< 0 outside, else the bracket's number.
  Border border = Border::none;  ///< Before it; none within brackets.
  bool is_go_between = false;
  bool is_conjunction = false;  ///< "And" itself.
};

/// Reads brackets and borders from left to right.
class PlaceReader {
 public:
  PlaceReader(std::string_view text, const std::vector<Word>& words) : text_(text), words_(words) {}

  std::vector<Place> read() {
    std::size_t done = 0;
    std::size_t end_of_go_between = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].begin > done) cross(done, words_[i].begin);
      done = std::max<std::size_t>(done, words_[i].end);
      if (i >= end_of_go_between) end_of_go_between = i + words_of_go_between(text_, words_, i);
      places_.push_back(place_of(i, i < end_of_go_between));
    }
    return std::move(places_);
  }

 private:
  /// Reads what stands between two words.
  void cross(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::string_view rest = text_.substr(begin);
      const auto* const mark = std::find_if(border_marks.begin(), border_marks.end(),
                                            [rest](const BorderMark& each) { return rest.starts_with(each.text); });
      if (mark != border_marks.end()) cross(*mark);
      begin += mark == border_marks.end() ? 1 : mark->text.size();
    }
  }

  void cross(const BorderMark& mark) {
    if (mark.mark == Mark::opening && ++depth_ == 1) ++bracket_;
    if (mark.mark == Mark::closing && depth_ > 0) --depth_;
    if (depth_ == 0) border_ = std::max(border_, mark.border);
  }

  Place place_of(std::size_t i, bool is_go_between) {
    Place place{depth_ > 0 ? bracket_ : 0, Border::none, is_go_between, false};
    if (depth_ > 0) return place;
    place.is_conjunction = words_[i].text == U"and" && i > 0;
    if (is_go_between)
      place.border = places_.back().is_go_between ? Border::none : Border::firm;
    else if (may_part(i) && !place.is_conjunction)
      place.border = border_;
    border_ = place.is_conjunction ? std::max(border_, Border::conjunction) : Border::none;
    return place;
  }

  /// "A/S", "AT&T" and "R and D" are no lists, nor is "Co., Ltd.".
  [[nodiscard]] bool may_part(std::size_t i) const {
    if (border_ == Border::comma && words_[i].is_legal_form) return false;
    return border_ > Border::tight || border_ == Border::comma ||
           (i > 0 && words_[i].text.size() > 1 && words_[i - 1].text.size() > 1);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<Place> places_;
  Border border_ = Border::none;  ///< Crossed since the last word outside brackets.
  std::size_t depth_ = 0;
  std::size_t bracket_ = 0;
};

/// The parts of a text by its brackets and borders.
class Parts {
 public:
  Parts(std::string_view text, const std::vector<Word>& words)
      : words_(words), places_(PlaceReader{text, words}.read()) {
    find_list_borders();
    drop_inner_conjunctions();
    find_list_borders();
  }

  [[nodiscard]] std::size_t brackets() const {
    std::size_t most = 0;
    for (const Place& place : places_) most = std::max(most, place.bracket);
    return most;
  }

  /// What stands in a bracket; 0 for what stands outside of all.
  [[nodiscard]] std::vector<bool> in_bracket(std::size_t number) const {
    std::vector<bool> kept;
    for (const Place& place : places_) kept.push_back(!place.is_go_between && place.bracket == number);
    return kept;
  }

  /// The parts between the borders of some kinds, without the conjunctions there.
  [[nodiscard]] std::vector<std::vector<bool>> between(BorderSet borders) const {
    std::vector<std::vector<bool>> parts{std::vector<bool>(places_.size())};
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (is_one_of(places_[i].border, borders)) parts.emplace_back(places_.size());
      const bool joins =
          places_[i].is_conjunction && i + 1 < places_.size() && is_one_of(places_[i + 1].border, borders);
      parts.back()[i] = places_[i].bracket == 0 && !places_[i].is_go_between && !joins;
    }
    return parts;
  }

  /// Two words of one stretch have no border between them.
  [[nodiscard]] std::vector<std::uint16_t> stretches() const {
    std::vector<std::uint16_t> numbers;
    std::size_t borders = brackets();
    for (const Place& place : places_) {
      if (place.border != Border::none) ++borders;
      numbers.push_back(static_cast<std::uint16_t>(place.bracket > 0 ? place.bracket - 1 : borders));
    }
    return numbers;
  }

  /// What a list counts up.
  [[nodiscard]] std::vector<std::vector<bool>> listed() const { return between(list_borders_); }

 private:
  /// A single comma makes no list.
  void find_list_borders() {
    const auto borders =
        std::count_if(places_.begin(), places_.end(), [](const Place& place) { return place.border != Border::none; });
    list_borders_ = borders >= fewest_borders_of_list ? list_borders | set_of(Border::comma) : list_borders;
  }

  /// Whether "and" parts names there: each side has a word of its own, and the second begins like a name. "Orbita
  /// Research and Production Association" is one.
  [[nodiscard]] bool parts_names(std::size_t first, const std::vector<bool>& before,
                                 const std::vector<bool>& after) const {
    const int level = word_level(words_[first].text);
    return level != filler_level && level != generic_level && has_own_word(words_, before) &&
           has_own_word(words_, after);
  }

  void drop_inner_conjunctions() {
    const std::vector<std::vector<bool>> parts = between(list_borders_);
    std::size_t part = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (!is_one_of(places_[i].border, list_borders_)) continue;
      ++part;
      if (places_[i].border == Border::conjunction && !parts_names(i, parts[part - 1], parts[part]))
        places_[i].border = Border::none;
    }
  }

  const std::vector<Word>& words_;
  std::vector<Place> places_;
  BorderSet list_borders_ = list_borders;
};

/// Gathers readings, each once.
class ReadingSet {
 public:
  explicit ReadingSet(const std::vector<Word>& words) : words_(words) {}

  void add(std::vector<bool> keep, std::size_t fewest_words = 1) {
    const bool is_whole = std::find(keep.begin(), keep.end(), false) == keep.end();
    if (is_whole || found_.size() >= most_readings || telling_words(words_, keep) < fewest_words) return;
    if (std::find(found_.begin(), found_.end(), keep) == found_.end()) found_.push_back(std::move(keep));
  }

  void add_all(std::vector<std::vector<bool>> parts, std::size_t fewest_words) {
    for (std::vector<bool>& part : parts) add(std::move(part), fewest_words);
  }

  /// Adds what has a word of its own.
  void add_own(std::vector<bool> keep) {
    if (has_own_word(words_, keep)) add(std::move(keep));
  }

  [[nodiscard]] std::vector<std::vector<bool>> take() { return std::move(found_); }

 private:
  const std::vector<Word>& words_;
  std::vector<std::vector<bool>> found_;
};

}  // namespace

std::vector<std::vector<bool>> readings(std::string_view text, const Tokens& tokens) {
  const std::vector<Word>& words = tokens.words;
  ReadingSet found{words};
  std::vector<bool> latin;
  latin.reserve(words.size());
  std::vector<bool> others;
  others.reserve(words.size());
  for (const Word& word : words) {
    latin.push_back(is_latin(word));
    others.push_back(!latin.back() || word.is_number);  // A number belongs to both: "中国电科54所".
  }
  found.add(latin);
  found.add(others);

  if (auto kept = without_numbers_aside(words)) found.add_own(*std::move(kept));
  if (auto kept = site_name(text, words)) found.add(*std::move(kept));

  const Parts parts{text, words};
  if (parts.brackets() > 0) found.add(parts.in_bracket(0));
  for (std::size_t number = 1; number <= parts.brackets(); ++number) found.add_own(parts.in_bracket(number));
  found.add_all(parts.between(set_of(Border::firm)), 1);
  found.add_all(parts.between(soft_borders), fewest_words_after_comma);
  for (std::vector<bool>& part : parts.listed()) found.add_own(std::move(part));
  return found.take();
}

std::vector<std::uint16_t> stretches(std::string_view text, const Tokens& tokens) {
  return Parts{text, tokens.words}.stretches();
}

}  // namespace lookup
