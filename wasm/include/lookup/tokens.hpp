#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/rare.hpp"

namespace lookup {

/// A marked stretch of text, in bytes: [begin, end).
struct Mark {
  std::size_t begin;
  std::size_t end;
};

class WordMemory;

/// How a word's letters came to be Latin.
enum class Rewriting : std::uint8_t { none, romanized, look_alike, translated };

/// Another word that some of a name's words may stand for.
struct OtherWord {
  std::u32string text;       ///< Folded; never empty.
  std::uint16_t word_count;  ///< How many words it stands for, counted from the one that holds it.
};

/// What only a word of another script has.
struct ForeignWord {
  std::vector<OtherWord> others;  ///< Other readings and renderings.
  std::u32string native;          ///< What was put into Latin letters, but for Chinese; or empty.
};

/// One word of a name, folded, with the place it came from.
struct Word {
  std::u32string text;         ///< Folded; never empty.
  std::uint32_t begin;         ///< First byte in the source text …
  std::uint32_t end;           ///< … and one past its last.
  bool is_number = false;      ///< Digits only, an ordinal's ending taken off: "13" for "13th".
  bool is_ordinal = false;     ///< Such an ending was taken off.
  bool is_spelled = false;     ///< A number written in words or Roman numerals: "Thirteenth", "XIII".
  bool is_legal_form = false;  ///< Part of a legal form such as "Co., Ltd.".
  bool is_hyphenated = false;  ///< Nothing but a hyphen stands between it and the next word.
  Rewriting rewriting = Rewriting::none;
  bool is_han = false;  ///< Read or translated from Chinese characters, so it is not misspelt.
  Rare<ForeignWord> foreign{};
};

/// True for a single letter, which may stand for any word that begins with it.
[[nodiscard]] inline bool is_initial(const Word& word) { return word.text.size() == 1 && !word.is_number; }

/// True for a word that may be paired though the other side has no word like it: an initial with a whole word, a legal
/// form with another spelling of its class.
[[nodiscard]] inline bool pairs_without_hit(const Word& word) { return word.is_legal_form || is_initial(word); }

/// A legal form that stands in a name.
struct LegalFormUse {
  std::uint8_t form;  ///< Its class; see `legal_form_name`.
  std::uint16_t first_word;
  std::uint16_t word_count;
};

/// A phrase of organisation words that stands in a name, short or spelled out; see `find_phrases`.
struct PhraseUse {
  std::uint16_t phrase;
  std::uint16_t first_word;
  std::uint16_t word_count;
  bool is_short;  ///< An abbreviation.
};

/// True for two uses of one phrase of which one says more than its words do: a short form, or other words.
[[nodiscard]] inline bool agree_as_phrases(const PhraseUse& a, const PhraseUse& b) {
  return a.phrase == b.phrase && (a.is_short || b.is_short || a.word_count != b.word_count);
}

/// A name taken apart.
struct Tokens {
  std::vector<Word> words;
  std::vector<LegalFormUse> legal_forms;  ///< In order; they do not overlap.
  std::vector<PhraseUse> phrases;         ///< In order; they may overlap.
  std::uint64_t identity = 0;             ///< The same for texts that fold to the same words, in any script.
};

/// Two words written together, a number in words as it was written: "SecondAcademy".
[[nodiscard]] std::u32string written_together(const Word& first, const Word& second);

/// The words for which `keep` is true, and the legal forms that are whole among them.
[[nodiscard]] Tokens select(const Tokens& tokens, const std::vector<bool>& keep);

/// Takes a name apart: folds it, splits it where neither letter, digit nor apostrophe stands, makes words of letters
/// that stand apart ("L.L.C.") and initials of others ("D.A."), cuts Chinese into words, takes look-alike letters of
/// another script for what they look like, puts other scripts into Latin letters, and marks its legal forms by the
/// longest spelling at each place. `text` must be well-formed UTF-8. Cost is linear in its length.
[[nodiscard]] Tokens tokenize(std::string_view text);

/// `tokenize` without the phrases, for many names that share words: see `find_phrases`. `memory` is what they share.
[[nodiscard]] Tokens tokenize_without_phrases(std::string_view text, WordMemory& memory);

}  // namespace lookup
