#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// What is left of a Latin word when its vowels are dropped and spellings of one consonant are made one: `parvaz` is
/// "prVz", `ghods` and `qods` are "Kds" and "qds", `hikvision` is "hKVjn". Capitals are single sounds; A stands for a
/// vowel at the beginning. Neighbours of one sound are one. Empty for a word with anything but Latin letters. Cost is
/// linear.
[[nodiscard]] std::string consonant_key(std::u32string_view latin);

/// What a key may hold, sound by sound: for each the alternatives, parted by spaces, the usual one first, and "-" for
/// none.
using ConsonantPattern = std::vector<std::string_view>;

/// The keys that the Latin spellings of a folded word in Arabic, Cyrillic or Greek letters, kana or Hangul may have.
/// Arabic does not write short vowels; Korean and Japanese have one letter for several foreign consonants and put
/// vowels between those that they cannot join; Cyrillic and Greek write foreign names by their sound. Empty for a word
/// in any other script. The views live as long as the program.
[[nodiscard]] ConsonantPattern consonant_pattern(std::u32string_view native);

/// How far the vowels of such a word agree with those of a Latin word, 0 to 1: what both have in the same order, as a
/// share. Of a word in Arabic letters, of the vowels that it writes; its first letter writes none, since alef and ayn
/// there may be any vowel and yeh is a consonant. Of Hangul and kana, of the Latin word's vowels, since they hold more
/// than were there. Of Cyrillic and Greek, which write all, of the mean of both. 1 where there is none. Cost is the
/// product of the lengths.
[[nodiscard]] double vowel_agreement(std::u32string_view native, std::u32string_view latin);

/// True for Arabic letters: such a word lacks its vowels, so that a spelling without them says nothing letter by
/// letter.
[[nodiscard]] bool lacks_vowels(std::u32string_view native);

}  // namespace lookup
