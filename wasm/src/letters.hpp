#pragma once

namespace lookup {

/// Whether a folded letter is of the Latin alphabet, a to z.
[[nodiscard]] constexpr bool is_latin(char32_t letter) { return letter >= U'a' && letter <= U'z'; }

/// Whether a letter is of the Greek block (U+0370).
[[nodiscard]] constexpr bool is_greek(char32_t letter) { return letter >= 0x0370 && letter <= 0x03FF; }

/// Whether a letter is of the Cyrillic blocks (U+0400 and its supplement).
[[nodiscard]] constexpr bool is_cyrillic(char32_t letter) { return letter >= 0x0400 && letter <= 0x052F; }

/// Whether a letter is of the Arabic block (U+0600), which Persian and Urdu share.
[[nodiscard]] constexpr bool is_arabic(char32_t letter) { return letter >= 0x0600 && letter <= 0x06FF; }

/// The CJK radicals: no script that is written without blanks, Han among them, stands before them.
inline constexpr char32_t first_east_asian = 0x2E80;

/// Syllables of Hangul, composed, stand from here on …
inline constexpr char32_t first_syllable = 0xAC00;
/// … to here.
inline constexpr char32_t last_syllable = 0xD7A3;

[[nodiscard]] constexpr bool is_hangul(char32_t letter) { return letter >= first_syllable && letter <= last_syllable; }

}  // namespace lookup
