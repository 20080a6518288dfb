#include "lookup/reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t most_readings = 7;
constexpr std::size_t fewest_words_after_comma = 2;  // "Smith, John" is one name, and so is "Acme, Ltd.".

enum class Border : std::uint8_t { none, opening, closing, comma, other };

struct BorderMark {
  std::string_view text;
  Border border;
};

/// What parts names, in ASCII and in the full width of East Asian text.
constexpr std::array<BorderMark, 20> border_marks{{
    {"(", Border::opening},  {")", Border::closing},  {"[", Border::opening},  {"]", Border::closing},
    {"（", Border::opening}, {"）", Border::closing}, {"【", Border::opening}, {"】", Border::closing},
    {",", Border::comma},    {"，", Border::comma},   {"、", Border::comma},   {"،", Border::comma},
    {" - ", Border::comma},  {" – ", Border::comma},  {" — ", Border::comma},  {";", Border::other},
    {"；", Border::other},   {" / ", Border::other},  {"|", Border::other},    {"·", Border::other},
}};

/// Words before another party's name in an address line.
constexpr std::array<std::u32string_view, 4> go_betweens{U"attn", U"attention", U"via", U"obo"};

bool is_latin(const Word& word) {
  return word.rewriting == Rewriting::none &&
         std::all_of(word.text.begin(), word.text.end(), [](char32_t letter) { return letter < 0x80; });
}

/// True for "c/o" beginning at word `i`.
bool is_care_of(std::string_view text, const std::vector<Word>& words, std::size_t i) {
  return i + 1 < words.size() && words[i].text == U"c" && words[i + 1].text == U"o" &&
         words[i + 1].begin == words[i].end + 1 && text[words[i].end] == '/';
}

/// Where each word stands: how deep in brackets, in which bracket, and in which part outside of them.
struct Place {
  std::size_t bracket = 0;    ///< 0 outside, else the bracket's number.
  std::size_t part = 0;       ///< Counted from 0 over what commas part …
  std::size_t firm_part = 0;  ///< … and over what other borders part.
  bool is_go_between = false;
};

class Parts {
 public:
  Parts(std::string_view text, const std::vector<Word>& words) : text_(text), words_(words), places_(words.size()) {
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].begin > done) cross(done, words[i].begin);
      done = std::max<std::size_t>(done, words[i].end);
      mark_go_between(i);
      places_[i].bracket = depth_ > 0 ? bracket_ : 0;
      places_[i].part = part_;
      places_[i].firm_part = firm_part_;
    }
  }

  /// The words for which `wanted` is true of their place.
  template <typename Wanted>
  [[nodiscard]] std::vector<bool> keep(Wanted wanted) const {
    std::vector<bool> kept;
    kept.reserve(places_.size());
    for (const Place& place : places_) kept.push_back(!place.is_go_between && wanted(place));
    return kept;
  }

  [[nodiscard]] std::size_t brackets() const { return bracket_; }
  [[nodiscard]] std::size_t parts() const { return part_ + 1; }
  [[nodiscard]] std::size_t firm_parts() const { return firm_part_ + 1; }

 private:
  /// Reads what stands between two words.
  void cross(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view rest = text_.substr(i);
      const auto* const mark = std::find_if(border_marks.begin(), border_marks.end(),
                                            [rest](const BorderMark& each) { return rest.starts_with(each.text); });
      if (mark != border_marks.end()) cross(mark->border);
    }
  }

  void cross(Border border) {
    if (border == Border::opening && ++depth_ == 1) ++bracket_;
    if (border == Border::closing && depth_ > 0) --depth_;
    if (border == Border::comma) ++part_;
    if (border == Border::other) begin_firm_part();
  }

  void begin_firm_part() {
    ++part_;
    ++firm_part_;
  }

  void mark_go_between(std::size_t i) {
    const bool names_another =
        std::find(go_betweens.begin(), go_betweens.end(), words_[i].text) != go_betweens.end() && i > 0;
    const bool care_of = is_care_of(text_, words_, i);
    if (care_of || names_another) {
      begin_firm_part();
      places_[i].is_go_between = true;
      if (care_of) places_[i + 1].is_go_between = true;
    }
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<Place> places_;
  std::size_t depth_ = 0;
  std::size_t bracket_ = 0;
  std::size_t part_ = 0;
  std::size_t firm_part_ = 0;
};

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

/// Gathers readings, each once.
class ReadingSet {
 public:
  explicit ReadingSet(const std::vector<Word>& words) : words_(words) {}

  void add(std::vector<bool> keep, std::size_t fewest_words = 1) {
    const bool is_whole = std::find(keep.begin(), keep.end(), false) == keep.end();
    if (is_whole || found_.size() >= most_readings || telling_words(words_, keep) < fewest_words) return;
    if (std::find(found_.begin(), found_.end(), keep) == found_.end()) found_.push_back(std::move(keep));
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
  for (const Word& word : words) latin.push_back(is_latin(word));
  std::vector<bool> others = latin;
  others.flip();
  found.add(latin);
  found.add(others);

  const Parts parts{text, words};
  if (parts.brackets() > 0) found.add(parts.keep([](const Place& place) { return place.bracket == 0; }));
  for (std::size_t number = 1; number <= parts.brackets(); ++number) {
    std::vector<bool> inside = parts.keep([number](const Place& place) { return place.bracket == number; });
    if (has_own_word(words, inside)) found.add(std::move(inside));
  }
  for (std::size_t number = 0; number < parts.firm_parts(); ++number)
    found.add(parts.keep([number](const Place& place) { return place.bracket == 0 && place.firm_part == number; }));
  for (std::size_t number = 0; number < parts.parts(); ++number)
    found.add(parts.keep([number](const Place& place) { return place.bracket == 0 && place.part == number; }),
              fewest_words_after_comma);
  return found.take();
}

}  // namespace lookup
