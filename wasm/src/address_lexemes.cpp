#include "address_lexemes.hpp"

#include <algorithm>

#include "lookup/han.hpp"
#include "lookup/han_number.hpp"
#include "lookup/han_reading.hpp"
#include "lookup/romanize.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

AddressGap gap_of(std::string_view source) {
  if (source == "-" || source == "–" || source == "—" || source == "－" || source == "‐") return AddressGap::hyphen;
  if (source == "/" || source == "／") return AddressGap::slash;
  static constexpr std::string_view blanks = " \t\r\n.:#'’\"“”№";
  return blanks.find(source) != blanks.npos || source == "　" || source == "：" ? AddressGap::blank : AddressGap::comma;
}

/// A number as all write it: without leading zeros.
std::string plain_number(std::string text) {
  const std::size_t first = std::min(text.find_first_not_of('0'), text.size() - 1);
  return is_digit(static_cast<char32_t>(text[first])) ? text.substr(first) : text;
}

/// Builds the list from runs of folded characters.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text), folded_(fold(text)) {}

  std::vector<AddressLexeme> run() {
    for (std::size_t at = 0; at < folded_.size();) {
      const CharacterClass kind = folded_[at].kind;
      if (kind == CharacterClass::separator || kind == CharacterClass::joiner) {
        note_gap(at++);
        continue;
      }
      std::size_t end = at;
      while (end < folded_.size() && folded_[end].kind == kind) ++end;
      if (kind == CharacterClass::han) {
        add_han(at, end);
        at = end;
      } else if (kind == CharacterClass::digit) {
        at = add_number(at, end);
      } else {
        at = add_word(at);
      }
    }
    return join_numbers();
  }

 private:
  void note_gap(std::size_t at) {
    const FoldedCharacter& own = folded_[at];
    gap_ = std::max(gap_, gap_of(text_.substr(own.begin, own.end - own.begin)));
  }

  AddressLexeme& push(std::string text, std::size_t first, std::size_t last) {
    lexemes_.push_back({std::move(text), {}, folded_[first].begin, folded_[last - 1].end, gap_});
    gap_ = AddressGap::none;
    return lexemes_.back();
  }

  /// Folded letters in Latin ones.
  [[nodiscard]] std::string latin(std::size_t first, std::size_t last) const {
    std::u32string letters;
    for (std::size_t i = first; i < last; ++i)
      if (folded_[i].kind != CharacterClass::joiner) letters += folded_[i].code_point;
    return to_utf8(romanize(letters));
  }

  [[nodiscard]] std::size_t letters_end(std::size_t at) const {
    while (at < folded_.size() && folded_[at].kind == CharacterClass::letter) ++at;
    return at;
  }

  /// Digits, and the letters glued to them: an ordinal's ending, a floor's sign, or part of the number.
  std::size_t add_number(std::size_t at, std::size_t end) {
    AddressLexeme& number = push(plain_number(latin(at, end)), at, end);
    number.is_number = true;
    const std::size_t last = letters_end(end);
    if (last == end) return end;
    const std::string letters = latin(end, last);
    if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th") {
      number.is_ordinal = true;
      number.end = folded_[last - 1].end;
      return last;
    }
    const bool is_floor = find_address_word(letters).sense == AddressSense::floor;
    if (last - end > 1 || is_floor) return end;
    number.text += letters;
    number.end = folded_[last - 1].end;
    // What goes on after it makes a code of it all: "1A025".
    std::size_t more = last;
    while (more < folded_.size() && (folded_[more].kind == CharacterClass::digit)) ++more;
    number.text += latin(last, more);
    number.end = folded_[more - 1].end;
    return more;
  }

  /// Letters with the apostrophes in them ("Xi'an"), letters with dots as one ("N.T."), and digits glued to a letter
  /// ("B2", "A701").
  std::size_t add_word(std::size_t at) {
    std::size_t end = letters_end(at);
    const auto is_in_word = [this](std::size_t i) {
      return i + 1 < folded_.size() && folded_[i].kind == CharacterClass::joiner &&
             folded_[i + 1].kind == CharacterClass::letter;
    };
    const auto is_dot = [this](std::size_t i) { return folded_[i].code_point == U'.'; };
    if (end == at) end = at + 1;  // Other scripts: one character at a time would part them; they stay as they are.
    while (end < folded_.size() && folded_[end].kind != CharacterClass::letter &&
           (folded_[end].kind == CharacterClass::kana || folded_[end].kind == CharacterClass::hangul))
      ++end;
    while (is_in_word(end) && (!is_dot(end) || (end - at == 1 && letters_end(end + 1) == end + 2)))
      end = is_dot(end) ? end + 2 : letters_end(end + 1);
    while (end - at > 1 && is_in_word(end) && is_dot(end) && letters_end(end + 1) == end + 2 && is_dot(at + 1))
      end += 2;
    std::size_t digits = end;
    while (digits < folded_.size() && folded_[digits].kind == CharacterClass::digit) ++digits;
    std::string word = latin(at, end);
    // The Russian abbreviation of "office" is no English "of".
    if (word == "of" && folded_[at].code_point >= 0x80) word = "office";
    if (digits > end && word.size() <= 2 && find_address_word(word).sense == AddressSense::none) {
      push(word + latin(end, digits), at, digits).is_number = true;
      return digits;
    }
    // Letters beside a digit are no street: "St0ck" is a word misread.
    const bool is_glued = digits > end || (gap_ == AddressGap::none && !lexemes_.empty() && lexemes_.back().is_number);
    push_word(std::move(word), at, end);
    if (is_glued && lexemes_.back().meaning.sense == AddressSense::street) lexemes_.back().meaning = {};
    return end;
  }

  /// A word; the pinyin of a direction and a street written together is both: "beilu", "donglu".
  void push_word(std::string word, std::size_t at, std::size_t end) {
    for (const std::string_view street : {"lu", "dajie", "jie"}) {
      if (!word.ends_with(street) || word.size() == street.size()) continue;
      const AddressWord direction = find_address_word(std::string_view{word}.substr(0, word.size() - street.size()));
      if (direction.sense != AddressSense::direction) continue;
      push(std::string{direction.word}, at, end).meaning = direction;
      push(std::string{street}, at, end).meaning = find_address_word(street);
      return;
    }
    const AddressWord meaning = find_address_word(word);
    AddressLexeme& lexeme = push(std::move(word), at, end);
    lexeme.meaning = meaning;
    if (meaning.sense == AddressSense::plain || meaning.sense == AddressSense::direction) lexeme.text = meaning.word;
    if (meaning.sense == AddressSense::ordinal) {
      lexeme.text = meaning.word;
      lexeme.is_number = true;
      lexeme.is_ordinal = true;
    }
  }

  // Chinese.

  void add_han(std::size_t first, std::size_t end) {
    std::u32string run;
    for (std::size_t i = first; i < end; ++i) run += folded_[i].code_point;
    std::size_t name = 0;  // Where the name that is not yet added begins.
    for (std::size_t at = 0; at < run.size();) {
      const HanAddressWord word = find_han_address_word(std::u32string_view{run}.substr(at));
      if (word.count == 0 || !may_stand(word, run, name, at)) {
        ++at;
        continue;
      }
      add_han_name(run, name, at, first, word.meaning.sense);
      if (word.meaning.sense == AddressSense::none) {
        add_established(word.latin, first + at, first + at + word.count);
      } else {
        AddressLexeme& lexeme = push(std::string{word.meaning.word}, first + at, first + at + word.count);
        lexeme.meaning = word.meaning;
        lexeme.counts_before = word.meaning.sense != AddressSense::street && word.meaning.sense != AddressSense::place;
      }
      at += word.count;
      name = at;
    }
    add_han_name(run, name, run.size(), first, AddressSense::none);
  }

  /// A word of one character ends a name of two at least, or counts a number; elsewhere it is part of a name.
  [[nodiscard]] bool may_stand(const HanAddressWord& word, const std::u32string& run, std::size_t name,
                               std::size_t at) const {
    if (word.meaning.sense == AddressSense::none) return true;
    const bool after_number = at == 0 && gap_ == AddressGap::none && !lexemes_.empty() &&
                              (lexemes_.back().is_number || lexemes_.back().text.size() == 1);
    if (word.meaning.sense == AddressSense::street || word.meaning.sense == AddressSense::place)
      return at - name >= (word.count == 1 ? 2U : 1U);
    return after_number || !numeral_at_end(run, name, at).empty();
  }

  /// The Chinese number that the name ends with, in digits.
  static std::string numeral_at_end(const std::u32string& run, std::size_t name, std::size_t at) {
    static constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百";
    std::size_t first = at;
    while (first > name && numerals.find(run[first - 1]) != std::u32string_view::npos) --first;
    if (first == at) return {};
    std::u32string ordinal = U"第";
    return read_han_number(ordinal.append(run, first, at - first)).digits;
  }

  void add_established(std::string_view latin, std::size_t first, std::size_t end) {
    for (std::size_t at = 0; at < latin.size();) {
      const std::size_t last = std::min(latin.find(' ', at), latin.size());
      push_word(std::string{latin.substr(at, last - at)}, first, end);
      gap_ = AddressGap::blank;
      at = last + 1;
    }
    gap_ = AddressGap::none;
  }

  /// What stands before a word of an address: a number, a street's name in pinyin with its direction apart, or names as
  /// `split_han` cuts them.
  void add_han_name(const std::u32string& run, std::size_t name, std::size_t at, std::size_t first,
                    AddressSense before) {
    if (name == at) return;
    const bool counted =
        before != AddressSense::none && before != AddressSense::street && before != AddressSense::place;
    std::string number = counted ? numeral_at_end(run, name, at) : std::string{};
    if (!number.empty()) {
      static constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百第";
      std::size_t begin = at;
      while (begin > name && numerals.find(run[begin - 1]) != std::u32string_view::npos) --begin;
      add_han_name(run, name, begin, first, AddressSense::none);
      push(std::move(number), first + begin, first + at).is_number = true;
      return;
    }
    AddressWord direction;
    if (before == AddressSense::street && at - name >= 3) direction = han_direction(run[at - 1]);
    const std::size_t end = direction.sense == AddressSense::none ? at : at - 1;
    add_pieces(std::u32string_view{run}.substr(name, end - name), first + name, before == AddressSense::street);
    if (end < at) push(std::string{direction.word}, first + end, first + at).meaning = direction;
  }

  static AddressWord han_direction(char32_t character) {
    switch (character) {
      case U'东':
        return find_address_word("east");
      case U'西':
        return find_address_word("west");
      case U'南':
        return find_address_word("south");
      case U'北':
        return find_address_word("north");
      case U'中':
        return find_address_word("middle");
      default:
        return {};
    }
  }

  void add_pieces(std::u32string_view name, std::size_t first, bool is_street) {
    const std::vector<ScriptPart> pieces = split_han(name);
    std::size_t taken = 0;  // Places before a street's name.
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool is_place = common_word_level(pieces[i].latin.substr(0, pieces[i].latin.find(' '))) == place_level;
      if (is_street && !(is_place && i + 1 < pieces.size())) break;
      add_piece(pieces[i], first);
      taken = pieces[i].first + pieces[i].count;
    }
    if (!is_street || taken >= name.size()) return;
    std::vector<std::string> spellings = han_spellings(name.substr(taken));
    AddressLexeme& lexeme = push(std::move(spellings.front()), first + taken, first + name.size());
    spellings.erase(spellings.begin());
    lexeme.others = std::move(spellings);
    if (pieces.back().first == taken && pieces.back().latin.find(' ') == std::string::npos)
      lexeme.others.push_back(pieces.back().latin);
    gap_ = AddressGap::none;
  }

  void add_piece(const ScriptPart& piece, std::size_t first) {
    const std::string& latin = piece.latin;
    if (latin.empty() || latin == "-" || piece.kind == ScriptPart::Kind::legal_form) return;
    std::size_t number = 0;
    for (std::size_t at = 0; at < latin.size(); ++number) {
      const std::size_t last = std::min(latin.find(' ', at), latin.size());
      push_word(latin.substr(at, last - at), first + piece.first, first + piece.first + piece.count);
      AddressLexeme& lexeme = lexemes_.back();
      gap_ = AddressGap::blank;
      for (const ScriptAlternative& alternative : piece.alternatives)
        if (alternative.first_word == number && alternative.word_count == 1) lexeme.others.push_back(alternative.latin);
      at = last + 1;
    }
    gap_ = AddressGap::none;
  }

  /// Makes one number of those that a hyphen or a slash joins.
  std::vector<AddressLexeme> join_numbers() {
    std::vector<AddressLexeme> joined;
    for (AddressLexeme& lexeme : lexemes_) {
      const bool is_joined = lexeme.gap == AddressGap::hyphen || lexeme.gap == AddressGap::slash;
      const bool is_letter = lexeme.text.size() == 1 && lexeme.meaning.sense == AddressSense::none;
      if (is_joined && !joined.empty() && joined.back().is_number && !joined.back().is_ordinal &&
          (lexeme.is_number || is_letter) && !lexeme.is_ordinal) {
        joined.back().text.append(lexeme.gap == AddressGap::hyphen ? "-" : "/").append(lexeme.text);
        joined.back().end = lexeme.end;
      } else {
        joined.push_back(std::move(lexeme));
      }
    }
    return joined;
  }

  std::string_view text_;
  std::vector<FoldedCharacter> folded_;
  std::vector<AddressLexeme> lexemes_;
  AddressGap gap_ = AddressGap::comma;
};

}  // namespace

std::vector<AddressLexeme> address_lexemes(std::string_view text) { return Lexer{text}.run(); }

}  // namespace lookup
