#include "query_options.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace lookup {

Result<Query> query_from_options(const Arguments& arguments) {
  Query query;
  query.address = arguments.value("--address");
  query.country = arguments.value("--country");
  query.born = arguments.value("--born");
  query.item = arguments.value("--item");
  if (arguments.has("--only")) {
    const std::vector<std::string_view>& codes = arguments.options.at("--only");
    query.lists.assign(codes.begin(), codes.end());
  }
  if (arguments.has("--kind")) {
    for (const std::string_view name : arguments.options.at("--kind")) {
      const std::optional<EntryKind> kind = entry_kind(name);
      if (!kind || *kind == EntryKind::unknown) return Error{ErrorCode::kind_unknown, std::string{name}, {}, {}};
      query.kinds.push_back(*kind);
    }
  }
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
