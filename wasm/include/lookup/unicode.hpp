#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// True when `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Number of UTF-16 code units that the first `bytes` bytes of well-formed `text` take; the unit of JavaScript strings.
[[nodiscard]] std::size_t utf16_length(std::string_view text, std::size_t bytes);

/// What a folded character is to a name.
enum class CharacterClass : std::uint8_t { letter, digit, han, kana, hangul, joiner, separator };

/// One character after folding, with the place it came from.
struct FoldedCharacter {
  char32_t code_point;   ///< Lower case, no diacritics, half width, simplified Han.
  CharacterClass kind;
  std::uint32_t begin;   ///< First byte in the source text …
  std::uint32_t end;     ///< … and one past its last.
};

/// Folds text to what two spellings of a name share: NFKD (UAX #15) without marks, full case folding (CaseFolding.txt
/// C+F), letters that Unicode does not decompose (ø, ł, đ, ı, æ, œ, þ …) to their Latin base, traditional Han to
/// simplified (Unihan kSimplifiedVariant), digits of every script to ASCII. Zero-width, bidi and other default-ignorable
/// characters vanish. Apostrophes of every kind become `'` (joiner), dots `.` (joiner); everything else that is neither
/// letter nor digit becomes a space (separator). One source character may give several folded ones; all carry its bytes.
/// `text` must be well-formed UTF-8; cost is linear.
[[nodiscard]] std::vector<FoldedCharacter> fold(std::string_view text);

/// The code points of `folded` as UTF-8.
[[nodiscard]] std::string to_utf8(const std::vector<FoldedCharacter>& folded);

/// Appends one code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace lookup
