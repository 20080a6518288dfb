#pragma once

#include <nlohmann/json_fwd.hpp>

#include "lookup/list.hpp"

namespace lookup {

/// Adds all that is published of an entry to a JSON object: `id`, `list`, `name`, `published_name`, `countries`,
/// `addresses` (`text`, `country`), `citations` (`text`, and `link` where it could be read and is not of
/// another year than the listing), and what there is of
/// `kind`, `parent`, `aliases`, `start_date`, `requirement` and `policy` (rule_json.hpp), `programmes`, and the members
/// of `EntryDetails`, `PersonFacts` and `VesselFacts`. `list` is the snapshot that the entry is of.
void add_entry(nlohmann::ordered_json& json, const Entry& entry, const List& list);

/// The citations of an entry as `add_entry` has them.
[[nodiscard]] nlohmann::ordered_json citations_json(const Entry& entry);

}  // namespace lookup
