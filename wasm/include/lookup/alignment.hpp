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
  bool identical = false;       ///< The same words in the same order.
  bool numbers_differ = false;  ///< Both sides are left with a number that the other lacks.
};

/// Pairs words greedily, the pair that says most first; order counts only for `identical`. Cost grows with the number
/// of agreeing words, not with the product of the lengths.
[[nodiscard]] Alignment align(const PreparedQuery& query, const IndexedName& name);

}  // namespace lookup
