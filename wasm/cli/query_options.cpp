#include "query_options.hpp"

#include <cmath>

namespace lookup {

Result<Query> query_from_options(const Arguments& arguments) {
  Query query;
  query.country = arguments.value("--country");
  if (arguments.has("--min-score")) {
    const Result<double> score =
        parse_number(arguments.value("--min-score"), "--min-score", ErrorCode::score_out_of_range);
    if (!score.ok()) return score.error();
    query.min_score = score.value();
  }
  if (arguments.has("--max")) {
    const Result<double> count = parse_number(arguments.value("--max"), "--max", ErrorCode::count_out_of_range);
    if (!count.ok()) return count.error();
    const bool whole = count.value() >= 1 && count.value() <= static_cast<double>(maximum_matches) &&
                       count.value() == std::floor(count.value());
    query.max_matches = whole ? static_cast<std::size_t>(count.value()) : 0;
  }
  return query;
}

}  // namespace lookup
