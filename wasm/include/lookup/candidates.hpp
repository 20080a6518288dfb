#pragma once

#include <cstdint>
#include <vector>

#include "lookup/name_index.hpp"
#include "lookup/prepared_query.hpp"

namespace lookup {

/// Words that are paired by likeness alone add at most this much of what the others agree in: they cannot make a match.
inline constexpr double leftover_share = 1.09;
/// Bits that must agree before words left over are worth a closer look.
inline constexpr double least_agreeing = 6.05;
/// How far an initial agrees with a word: "M." for "Mikhail".
inline constexpr double initial_similarity = 0.66;
/// How far an abbreviation agrees with a phrase: "NPO" for "Research and Production Association".
inline constexpr double phrase_similarity = 0.73;
/// What a name goes on with after its first words, which are all of the query, counts this much as left over: names are
/// often shortened so.
inline constexpr double short_form_doubt = 0.5;
/// What a name goes on with where the query was cut off counts this much as left over.
inline constexpr double cut_off_doubt = 0.0835;

/// What an alignment of a query and a name can come to at the best.
struct WeightBounds {
  double agreeing;      ///< No smaller than the agreeing weight.
  double query_left;    ///< No larger than the weight of the query's words left over.
  double name_left;     ///< No larger than the weight of the name's words left over.
  double replaced = 0;  ///< No larger than `Alignment::replaced`.
};

/// A name worth comparing.
struct Candidate {
  std::uint32_t name;
  WeightBounds bounds;
};

/// The names that share a word with the query, in order of name. A word that is only part of a legal form makes no
/// candidate, unless the query holds nothing else; nor does a single letter that could be an initial.
[[nodiscard]] std::vector<Candidate> find_candidates(const NameIndex& index, const PreparedQuery& query);

}  // namespace lookup
