#pragma once

#include <string>
#include <string_view>

namespace lookup {

/// A folded word in Latin letters: Russian, Ukrainian, Belarusian and Bulgarian Cyrillic letter by letter after the
/// English-based system of BGN/PCGN (1947, 1965, 1979), Greek after ISO 843 without marks, Hangul syllable by syllable
/// after the Revised Romanization of Korean (2000), kana after Hepburn. Arabic and Persian give their consonants and
/// long vowels only, since short ones are not written. Letters of other scripts stay as they are. Cost is linear.
[[nodiscard]] std::u32string romanize(std::u32string_view word);

}  // namespace lookup
