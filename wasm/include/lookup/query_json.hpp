#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "lookup/error.hpp"
#include "lookup/query.hpp"

namespace lookup {

/// The question in the JSON `text`: `{"name": …, "address": …, "country": …, "born": …, "item": …, "lists": […],
/// "kinds": […], "min_score": …, "max_matches": …}`, all but the name optional; null is as good as left out for a text.
/// Errors: request_malformed with the field, kind_unknown.
[[nodiscard]] Result<Query> parse_query(std::string_view text);

/// The question as an answer repeats it: `name`, `country` (or null), `min_score`, `max_matches`, and `address`,
/// `born`, `item`, `lists` and `kinds` where they were asked.
[[nodiscard]] nlohmann::ordered_json to_json(const Query& query);

}  // namespace lookup
