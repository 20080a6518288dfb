#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

/// Letters as a set: a bit for each letter a to z.
using LetterSet = std::uint32_t;

/// The letters of a word, or nothing where it holds anything but a to z.
[[nodiscard]] std::optional<LetterSet> letters_of(std::u32string_view word);

/// The letters that acronyms of a name are made of.
struct InitialLetters {
  LetterSet all = 0;    ///< All that they can hold: initials, and letters where parts of a long word meet.
  LetterSet first = 0;  ///< What they can begin with.
};

/// What acronyms of a name are made of.
struct Initials {
  InitialLetters letters;
  std::vector<bool> is_optional;  ///< For each word: an acronym may pass it over.
};

/// What one word, whatever stands beside it, gives to the acronyms of its name.
struct WordInitials {
  InitialLetters letters;
  bool is_optional;  ///< By what it means.
};

[[nodiscard]] WordInitials initials_of(std::u32string_view word, const WordSense& sense);

/// `of_words` has one for each word.
[[nodiscard]] Initials initials_of(const Tokens& tokens, std::span<const WordInitials> of_words);
/// `senses` has one for each word; see `senses_of`.
[[nodiscard]] Initials initials_of(const Tokens& tokens, std::span<const WordSense> senses);

/// False where the acronym can be none of the name, by its letters alone. Rules out nearly every name at once.
[[nodiscard]] inline bool may_have_acronym(const InitialLetters& initials, LetterSet first_letter, LetterSet letters) {
  return (first_letter & initials.first) != 0 && (letters & ~initials.all) == 0;
}

/// The set of one letter a to z.
[[nodiscard]] inline LetterSet set_of(char32_t letter) { return LetterSet{1} << (letter - U'a'); }

/// True for 3 to 10 letters that are no word in common use, so that they may be initials.
[[nodiscard]] bool may_be_acronym(const Word& word);
/// The same of a word that is neither a number nor part of a legal form.
[[nodiscard]] bool may_be_acronym(std::u32string_view word, const WordSense& sense);

/// Words that an acronym is made of.
struct AcronymRun {
  std::uint16_t first_word;
  std::uint16_t word_count;
};

/// The words at the beginning of a name whose initials the acronym is: "CPMIEC" of "China National Precision Machinery
/// Import & Export Corporation". An initial may be a sound of several letters ("Ts", "Shch") and a long word may give
/// two ("Sudo-Remontny"). Filler words, numbers, legal forms and words such as "National" and "Group" give one or none;
/// every other word gives one. Three letters must stand for the whole name. Legal forms before the name are passed
/// over.
[[nodiscard]] std::optional<AcronymRun> find_acronym(std::u32string_view acronym, const Tokens& tokens,
                                                     const Initials& initials);

/// How far an acronym can be believed: in (0, 0.8], less the shorter it is; 0 for fewer than three
/// letters.
[[nodiscard]] double acronym_similarity(std::u32string_view acronym);

}  // namespace lookup
