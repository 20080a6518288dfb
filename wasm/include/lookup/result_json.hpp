#pragma once

#include <string>
#include <string_view>

#include "lookup/error.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// The question in the JSON `text`: `{"name": …, "country": …, "min_score": …, "max_matches": …}`, all but the name
/// optional, a null country meaning none. Errors: request_malformed with the field, name_not_utf8.
[[nodiscard]] Result<Query> parse_query(std::string_view text);

/// The whole answer as JSON on one line: the query, the lists it was asked of with their hash, and every match with its
/// entry. Marks are in UTF-16 code units.
[[nodiscard]] std::string to_json(const CheckResult& result, const List& list);

/// The short answer that `screen` prints: `{"query":…,"matches":[{"id":…,"name":…,"matched_name":…,"score":…}]}`, with
/// `foreign_words` between the two where there are any.
[[nodiscard]] std::string to_screening_json(const CheckResult& result);

/// A line that `screen` could not check: `{"query":…,"error":…}`. It has no matches, so it cannot pass for "no match".
[[nodiscard]] std::string to_screening_json(std::string_view query, const Error& error);

/// A failure as `{"code":…,"sentence":…,"detail":…,"record":…,"field":…}`, the last three where known.
[[nodiscard]] std::string to_json(const Error& error);

/// What is loaded: `{"lists":[…],"sha256":…}`.
[[nodiscard]] std::string describe_list(const List& list);

/// What this build is: version, limits, defaults, score bands, and every error code with its sentence.
[[nodiscard]] std::string describe_build();

}  // namespace lookup
