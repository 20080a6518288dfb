#pragma once

#include <array>
#include <string_view>

#include "lookup/alignment.hpp"

namespace lookup {

/// The default of the lowest score to show: at it, at most 1 % of the names of companies that are not listed alert.
inline constexpr double default_min_score = 70;

/// The highest score short of identity.
inline constexpr double highest_other_score = 99;

/// A range of scores with a name.
struct Band {
  std::string_view name;
  double from;  ///< The lowest score of the band.
};

/// The bands from the highest to the lowest; the last begins at 0.
[[nodiscard]] const std::array<Band, 4>& score_bands();

/// The name of the band that holds `score`.
[[nodiscard]] std::string_view band_of(double score);

/// How surely the query names the listed party, 0 to 100 in hundredths. 100 is given for identity after folding and for
/// nothing else. Only additions, multiplications and divisions: the same digits on every machine.
[[nodiscard]] double score(const Alignment& alignment);

/// The most that an alignment within `bounds` can score, short of identity.
[[nodiscard]] double score_bound(const WeightBounds& bounds);

/// Rounded as every score is.
[[nodiscard]] double in_hundredths(double score);

}  // namespace lookup
