#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// Another Latin word for some of the words of a rendering.
struct ScriptAlternative {
  std::size_t first_word;  ///< Place in the rendering of the first word that it stands for …
  std::size_t word_count;  ///< … and how many there are, from 1.
  std::string latin;       ///< One word.
};

/// A stretch of a run that is written without spaces, and what it is in Latin letters.
struct ScriptPart {
  enum class Kind { translated, romanized, legal_form };
  std::size_t first;  ///< Place of its first character in the run …
  std::size_t count;  ///< … and how many there are.
  Kind kind;
  /// Words parted by spaces; empty or a hyphen for what English leaves out (第, 市); for a legal form the characters.
  std::string latin;
  std::vector<ScriptAlternative> alternatives{};  ///< Other readings and renderings.
};

/// What stands in Latin letters for a folded word of Arabic, Persian, Korean or Japanese organisation names, words
/// parted by spaces; empty for a word in no row. Source: tables/arabic_words.tsv, korean_words.tsv, kana_words.tsv.
[[nodiscard]] std::string_view find_script_word(std::string_view folded_word);

/// The same for a word in Arabic letters, with or without what is written together with it: the article, "and", "for",
/// "in", and the Persian endings of plural and genitive.
[[nodiscard]] std::string_view find_arabic_word(std::u32string_view folded_word);

/// Cuts a folded run of Hangul or of kana into known words and legal forms and the names between them, so that as few
/// characters as possible are left for names, and as few parts as possible. A word of one syllable is only known where
/// it is the whole run: inside a run it is more often part of a name. The parts cover the run; `latin` of a name is its
/// romanisation. Cost grows with the square of the run's length.
[[nodiscard]] std::vector<ScriptPart> split_script(std::u32string_view run);

}  // namespace lookup
