#pragma once

#include <string>
#include <string_view>

namespace lookup {

/// Makes a word of one script that mixes letters of two, where every letter of the one has a twin of the same shape in
/// the other: a Cyrillic "а" in a Latin word, or a Latin "o" in a Cyrillic one. Latin is preferred. False, and nothing
/// changed, where the word is of one script or a letter has no twin. `written` is the UTF-8 that the folded word came
/// from, which tells Ν from ν; ν is v where it is not given. Source: the confusables of UTS #39, restricted to
/// Cyrillic, Greek and Latin.
bool unmix_scripts(std::u32string& word, std::string_view written = {});

/// The Latin word that a word in Cyrillic or Greek capitals looks like: "ket" for КЕТ. Empty where a capital has no
/// Latin twin, where a letter is small, and for words under three letters. `written` is the UTF-8 that the folded word
/// came from.
[[nodiscard]] std::u32string latin_look_alike(std::u32string_view word, std::string_view written);

/// What is left of a Latin word when letters and digits that a scanner takes for each other are made one (0 and o; 1, i
/// and l; 5 and s; 6, 8 and b; 9 and g; c and e; rn and m; vv and w; cl and d): two words of one key look alike. Empty
/// for words of other letters, for numbers and for words under three letters.
[[nodiscard]] std::u32string shape_key(std::u32string_view word);

}  // namespace lookup
