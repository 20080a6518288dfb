#pragma once

#include <cstdint>
#include <vector>

#include "lookup/candidates.hpp"
#include "lookup/name_index.hpp"

namespace lookup {

/// Words of the query paired with words of a name.
struct WordPair {
  std::uint16_t query_first;
  std::uint16_t query_count;
  std::uint16_t name_first;
  std::uint16_t name_count;
  Agreement agreement;
  double similarity;  ///< In (0, 1].
  double weight;      ///< In bits; what agreeing here says.
};

/// Which words of a query stand for which words of a name, and what is left over.
struct Alignment {
  std::vector<WordPair> pairs;  ///< In order of the query; no word is in two pairs.
  double agreeing = 0;          ///< Sum of weight × similarity over the pairs.
  double query_left = 0;        ///< Weight of the query's words in no pair.
  double name_left = 0;         ///< Weight of the name's words in no pair.
  double paired = 0;            ///< Sum of the pairs' weights.
  double replaced = 0;          ///< What the words left over on both sides say against each other, in bits.
  bool identical = false;       ///< The same words in the same order.
  bool numbers_differ = false;  ///< Both sides are left with a number that the other lacks.
  bool cut_off = false;         ///< The query is how the name begins, and long enough to have been cut off there.
};

/// Words of a name that stand together, written together.
struct NameSpan {
  std::uint16_t first_word;
  std::uint16_t word_count;
  std::size_t length;  ///< In letters.
  std::uint32_t letter_set;
};

/// Room for aligning a query with one name after the other, so that none of them needs memory of its own. It holds
/// nothing that lasts.
struct AlignmentRoom {
  std::vector<char> query_used;  ///< For each word, 1 where it is in a pair.
  std::vector<char> name_used;
  std::vector<NameSpan> name_spans;
  std::vector<WordPair> possible;
  std::vector<WordPair> acronyms;
  Alignment firm;
};

/// Pairs the words that hits link, legal forms and initials: greedily, the pair that says most first; order counts only
/// for `identical`. Cost grows with the number of agreeing words, not with the product of the lengths.
void align(const PreparedQuery& query, const IndexedName& name, AlignmentRoom& room, Alignment& alignment);
/// The same for a single name.
[[nodiscard]] Alignment align(const PreparedQuery& query, const IndexedName& name);

/// Pairs words that `align` has left over on both sides and that are nearly the same letters, misspelt or parted
/// elsewhere: "Corporatio nMiG". They add at most `leftover_share` of what agrees already. Cost grows with the product
/// of the numbers of words left over.
void pair_leftovers(const PreparedQuery& query, const IndexedName& name, AlignmentRoom& room, Alignment& alignment);
/// The same for a single name.
void pair_leftovers(const PreparedQuery& query, const IndexedName& name, Alignment& alignment);

/// The most that `pair_leftovers` is let make of an alignment: words paired by likeness alone give no more certainty
/// than as much agreement among words that were found.
[[nodiscard]] WeightBounds bounds_with_leftovers(const Alignment& alignment);

}  // namespace lookup
