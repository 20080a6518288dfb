#pragma once

#include <string>
#include <string_view>

#include "lookup/catalogue.hpp"
#include "lookup/error.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// The whole answer as JSON on one line: the query, the lists it was asked of with what each means (`legal_basis`,
/// `consequence`, `page_url`) and the hash of their snapshot, and
/// every match with its entry (entry_json.hpp) and the listings of the same party on other lists in `also`. Marks are
/// in UTF-16 code units. `at_address` and `at_address_total` stand behind the matches where an address found entries
/// that no name found.
[[nodiscard]] std::string to_json(const CheckResult& result);

/// One entry as `{"lists":[…],"entry":{…}}`: its list as an answer has it, and what a match has of its entry.
[[nodiscard]] std::string to_json(const FoundEntry& found);

/// The short answer that `screen` prints:
/// `{"query":…,"matches":[{"list":…,"id":…,"name":…,"matched_name":…,"score":…}]}`, with `foreign_words` between the
/// two where there are any. Further listings of a party follow the best; `total` counts parties. Entries found by
/// an address alone follow in `at_address`, as `{"list":…,"id":…,"name":…,"address":…,"score":…}`, with their number.
[[nodiscard]] std::string to_screening_json(const CheckResult& result);

/// A line that `screen` could not check: `{"query":…,"error":…}`. It has no matches, so it cannot pass for "no match".
[[nodiscard]] std::string to_screening_json(std::string_view query, const Error& error);

/// A failure as `{"code":…,"sentence":…,"detail":…,"record":…,"field":…}`, the last three where known.
[[nodiscard]] std::string to_json(const Error& error);

/// What is loaded: `{"lists":[…],"sha256":…}`.
[[nodiscard]] std::string describe_list(const List& list);

/// What this build is: version, limits, defaults, score bands, every error code with its sentence, and every phrase
/// with its wording in English.
[[nodiscard]] std::string describe_build();

}  // namespace lookup
