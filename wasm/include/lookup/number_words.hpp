#pragma once

#include <string_view>

namespace lookup {

/// A number that a word spells.
struct SpelledNumber {
  int value = 0;            ///< 0 where the word spells none.
  bool is_ordinal = false;  ///< "Thirteenth", not "XIII".
  bool is_foreign = false;  ///< Russian, as romanised.
};

/// The number that a folded word in Latin letters spells: an English or Russian ordinal up to the thirtieth, a ten up
/// to the hundredth, or a Roman numeral from II to XXX of letters that are no common word or Chinese syllable. Other
/// words are no numbers here: "one" and "five" stand in names of their own.
[[nodiscard]] SpelledNumber spelled_number(std::u32string_view word);

/// The English word for an ordinal that `spelled_number` knows, or the Roman numeral for a number that is none; empty
/// for any other. Lives as long as the program.
[[nodiscard]] std::u32string_view number_word(int value, bool is_ordinal);

}  // namespace lookup
