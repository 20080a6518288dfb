#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

/// The weight of a single letter, such as an initial; no letter weighs more.
inline constexpr double initial_weight = 1.08;
/// The weight of each word of a legal form.
inline constexpr double legal_form_weight = 0.721;

/// What pairing needs of a word of a name, small enough that a query can look at those of thousands of names.
struct WeighedWord {
  double shared = 0;   ///< In bits: what another name says that has it too …
  double lacking = 0;  ///< … and what one says that has not; 0 for a word that stands in the name before.
  char32_t first_letter = 0;
  bool is_legal_form = false;
  bool is_number = false;
  bool is_initial = false;
  bool is_own = false;                ///< No common word, or the name of a person.
  bool is_spelled = false;            ///< `Word::is_spelled`.
  std::uint8_t legal_form = 0;        ///< Class of the legal form that begins here …
  std::uint8_t legal_form_words = 0;  ///< … and the number of its words; 0 where none begins.
};

/// What bounds on a name's score need of it, in bits.
struct NameSums {
  double all_lacking = 0;      ///< Sum of `WeighedWord::lacking` …
  double unhit_lacking = 0;    ///< … over the words that `pairs_without_hit` …
  double most_agreeing = 0;    ///< Sum of the larger of `shared` and `lacking`: all that can agree or be left over.
  std::uint64_t identity = 0;  ///< `Tokens::identity`.
  double most_lacking = 0;     ///< The largest `WeighedWord::lacking`.
  std::uint32_t initial_letters = 0;  ///< A bit for each `first_letter` modulo 32 of words that are a single letter …
  std::uint32_t other_letters = 0;    ///< … and of all other words.
  std::uint16_t initials = 0;         ///< Number of words that are a single letter …
  std::uint16_t legal_forms = 0;      ///< … and of words of legal forms.
  bool has_phrases = false;
};

/// What is known of a word beside its letters.
struct WordFacts {
  std::size_t listed_names;  ///< Number of listed names that hold it; 0 for a word that is on no list.
  int level;                 ///< `word_level`.
  bool is_place = false;     ///< `lookup::is_place`.
};

/// The level of a word by the tables; that of its meaning where the word itself is in no table. A translation is as
/// common as what it means, whatever its ending.
[[nodiscard]] int word_level(const WordSense& sense);
[[nodiscard]] int word_level(std::u32string_view folded_word);

/// True for a place, and for a word of that level that no table gives a meaning.
[[nodiscard]] bool is_place(const WordSense& sense);

/// What sharing some words says.
[[nodiscard]] inline double shared_weight(std::span<const WeighedWord> words, std::size_t first, std::size_t count) {
  double sum = 0;
  for (const WeighedWord& word : words.subspan(first, count)) sum += word.shared;
  return sum;
}

/// What lacking some words says.
[[nodiscard]] inline double lacking_weight(std::span<const WeighedWord> words, std::size_t first, std::size_t count) {
  double sum = 0;
  for (const WeighedWord& word : words.subspan(first, count)) sum += word.lacking;
  return sum;
}

/// Weighs the words of a name. A word that half the world's companies carry ("technology") weighs little, a made-up
/// brand much. Bounded by how short the word is, since short words collide by chance, and lowered slightly by the
/// number of listed names that share it. Generic words that stand together weigh less than their sum, and so do places:
/// "scientific production association" is one kind of organisation, not three facts, and "Hong Kong" is one place.
/// Common words and numbers are often left out of a name, so that lacking one says less than sharing it.
[[nodiscard]] std::vector<WeighedWord> weigh_words(const Tokens& tokens, const std::vector<WordFacts>& facts);
/// The same into `weighed`, of as many words.
void weigh_words(const Tokens& tokens, std::span<const WordFacts> facts, std::span<WeighedWord> weighed);

/// Makes the words for which `lowers` is true weigh no more than `most`.
void lower_weights(std::span<WeighedWord> words, const std::vector<bool>& lowers, double most);

[[nodiscard]] NameSums sum_up(const Tokens& tokens, std::span<const WeighedWord> words);

}  // namespace lookup
