#pragma once

#include <string>
#include <string_view>

namespace lookup {

/// A number that a word spells.
struct SpelledNumber {
  int value = 0;            ///< 0 where the word spells none.
  bool is_ordinal = false;  ///< "Thirteenth", not "XIII".
  bool is_foreign = false;  ///< Russian, as romanised.
};

/// The number that a folded word in Latin letters spells: an English ordinal up to the twentieth, a Russian one up to
/// the twentieth, one of the tens up to the ninetieth, the hundredth, or a Roman numeral from II to XCIX that is no
/// Chinese syllable or given name. Other words are no numbers here: "one" and "five" stand in names of their own.
[[nodiscard]] SpelledNumber spelled_number(std::u32string_view word);

/// True for a word that may stand before another in such an ordinal: "twenty", "dvadtsat".
[[nodiscard]] bool may_be_ten(std::u32string_view word);

/// The ordinal that two such words spell together: "Twenty-Third", "dvadtsat tretiy".
[[nodiscard]] SpelledNumber spelled_number(std::u32string_view ten, std::u32string_view unit);

/// The English words for an ordinal that `spelled_number` knows, written together, or the Roman numeral for a number
/// that is none; empty for any other.
[[nodiscard]] std::u32string number_word(int value, bool is_ordinal);

}  // namespace lookup
