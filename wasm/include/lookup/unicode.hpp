#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// True when `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Number of bytes of `text` before the first that makes it no well-formed UTF-8; all of them where it is.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Number of UTF-16 code units that the first `bytes` bytes of well-formed `text` take; the unit of JavaScript strings.
/// `bytes` must not split a character; past the end it means the whole text.
[[nodiscard]] std::size_t utf16_length(std::string_view text, std::size_t bytes);

/// What a folded character is to a name.
enum class CharacterClass : std::uint8_t { letter, digit, han, kana, hangul, joiner, separator };

/// One character after folding, with the place it came from.
struct FoldedCharacter {
  char32_t code_point;  ///< Lower case, no diacritics, half width, simplified Han.
  CharacterClass kind;
  std::uint32_t begin;  ///< First byte in the source text …
  std::uint32_t end;    ///< … and one past its last.
};

/// Folds text to what two spellings of a name share:
/// - NFKD (UAX #15) without marks, and full case folding (CaseFolding.txt C+F). Vowel signs of scripts that write
/// vowels as
///   marks (Indic, Thai …) stay, as letters; Hangul syllables and kana stay composed.
/// - Letters that Unicode does not decompose (ø, ł, đ, ı, æ, œ, þ …) to their Latin base, and the forms of alef, yeh,
/// kaf
///   and heh to one each (tables/letters.tsv).
/// - Traditional Han to simplified (Unihan kSimplifiedVariant); digits of every script to ASCII.
/// - Apostrophes of every kind become `'` (joiner), full stops `.` (joiner); everything else that is neither letter nor
///   digit becomes a space (separator), one for each source character.
/// - Zero-width, bidi and other default-ignorable characters vanish.
///
/// One source character may give several folded ones; all carry its bytes. A mark that is dropped or composed and a
/// character that vanishes extend the range of the character before them; at the start of the text they leave no trace.
/// Folding the UTF-8 of a fold changes nothing. Marks that stay are not put into canonical order. `text` must be
/// well-formed UTF-8 below 4 GiB; cost is linear.
[[nodiscard]] std::vector<FoldedCharacter> fold(std::string_view text);

/// The code points of `folded` as UTF-8.
[[nodiscard]] std::string to_utf8(const std::vector<FoldedCharacter>& folded);

/// Code points as UTF-8.
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);

/// Appends one code point (a Unicode scalar value) as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace lookup
