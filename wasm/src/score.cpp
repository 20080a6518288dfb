#include "lookup/score.hpp"

#include <algorithm>
#include <cmath>

namespace lookup {
namespace {

constexpr double identical_score = 100;
constexpr double query_share = 0.533;      // How much the query's own words count against the name's.
constexpr double half_sure_weight = 4.87;  // Agreement of this many bits halves the score: it could be chance.
constexpr double whole_name_bonus = 0.99;  // How much of that doubt agreement of the two whole names takes away.
// Below this, more than one in a hundred names of unlisted companies would alert (tests/bench/quality).
constexpr double default_alert_score = 53.15;
constexpr double replaced_cost = 0.882;  // Words in place of others tell names apart more than words left out.
constexpr double numbers_differ_factor = 0.862;

/// How little chance explains an agreement of so many bits: 0 to 1.
double confidence(double agreeing) {
  return agreeing * agreeing / (agreeing * agreeing + half_sure_weight * half_sure_weight);
}

/// The score of covering these shares of query and name, 0 to 100, before calibration. A weighted harmonic mean: much
/// of one side cannot make up for little of the other. Common words that agree are likely chance, but less so where
/// they are the whole of both names. Grows with each argument.
double combine(double query_covered, double name_covered, double agreeing) {
  const double whole = query_covered * name_covered;
  const double sure = confidence(agreeing);
  const double surer = sure + (1 - sure) * whole_name_bonus * whole * whole * whole * whole;
  return 100 * surer / (query_share / query_covered + (1 - query_share) / name_covered);
}

/// Spreads the scores so that the default threshold stands where `default_alert_score` stands before. Strictly growing.
double calibrate(double value) {
  const double spread = value <= default_alert_score
                            ? value * default_min_score / default_alert_score
                            : default_min_score + (value - default_alert_score) *
                                                      (highest_other_score - default_min_score) /
                                                      (100 - default_alert_score);
  return std::min(highest_other_score, in_hundredths(spread));
}

}  // namespace

double in_hundredths(double score) { return std::floor(score * 100 + 0.5) / 100; }

const std::array<Band, 4>& score_bands() {
  static constexpr std::array<Band, 4> bands{
      {{"exact", 100}, {"strong", 85}, {"possible", default_min_score}, {"weak", 0}}};
  return bands;
}

std::string_view band_of(double score) {
  return std::find_if(score_bands().begin(), score_bands().end(),
                      [score](const Band& band) { return score >= band.from; })
      ->name;
}

double score(const Alignment& alignment) {
  if (alignment.identical) return identical_score;
  if (alignment.agreeing <= 0) return 0;
  const double replaced = replaced_cost * alignment.replaced;
  const double query_covered = alignment.agreeing / (alignment.paired + alignment.query_left + replaced);
  const double name_covered = alignment.agreeing / (alignment.paired + alignment.name_left + replaced);
  const double factor = alignment.numbers_differ ? numbers_differ_factor : 1;
  return calibrate(combine(query_covered, name_covered, alignment.agreeing) * factor);
}

double score_bound(const WeightBounds& bounds) {
  // Nothing lost within the pairs, as little left over as can be.
  const double replaced = replaced_cost * bounds.replaced;
  const double query_covered = bounds.agreeing / (bounds.agreeing + bounds.query_left + replaced);
  const double name_covered = bounds.agreeing / (bounds.agreeing + bounds.name_left + replaced);
  return calibrate(combine(query_covered, name_covered, bounds.agreeing));
}

}  // namespace lookup
