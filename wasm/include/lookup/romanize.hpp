#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lookup {

/// What the Cyrillic letters that languages share stand for.
enum class CyrillicReading : std::uint8_t {
  russian,    ///< And Kazakh, Serbian and Macedonian.
  ukrainian,  ///< And Belarusian: г is h, и is y.
  bulgarian   ///< щ is sht, ъ is a.
};

/// The reading of a folded name or word, by what Russian lacks: Ukrainian where it has і, ї, є or ў and none of the
/// letters that Kazakh has beside them, Bulgarian where a consonant follows a hard sign.
[[nodiscard]] CyrillicReading cyrillic_reading(std::u32string_view text);

/// The reading that the same name is published in most often beside its own.
[[nodiscard]] constexpr CyrillicReading other_reading(CyrillicReading reading) {
  return reading == CyrillicReading::russian ? CyrillicReading::ukrainian : CyrillicReading::russian;
}

/// A folded word in Latin letters. Cyrillic after the English-based systems of BGN/PCGN (Russian 1947, Ukrainian 1965,
/// Belarusian and Kazakh 1979, Bulgarian 2013) as far as folding leaves its letters apart: ё is е and ґ is
/// г; ї is i, ў is u, signs are silent. What only Serbian and Macedonian have is as in their Latin alphabets, without
/// marks. Greek after ISO 843 (ELOT 743) with its digraphs, without marks. Hangul syllable by syllable after the
/// Revised Romanization of Korean (2000), kana after Hepburn. Arabic and Persian give their consonants and long vowels
/// only, since short ones are not written. Letters of other scripts stay as they are. Cost is linear.
[[nodiscard]] std::u32string romanize(std::u32string_view word, CyrillicReading reading);

/// The same in the reading that the word itself asks for.
[[nodiscard]] std::u32string romanize(std::u32string_view word);

}  // namespace lookup
