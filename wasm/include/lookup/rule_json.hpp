#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "lookup/item_answer.hpp"
#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/provisions.hpp"

namespace lookup {

/// `[{"citation": "15 CFR 744.11", "link": …}]`.
[[nodiscard]] nlohmann::ordered_json to_json(const std::vector<Provision>& provisions);

/// A requirement as the page reads it: `text` as published, `scope`, `plain` (sentences), `phrases` (each sentence's
/// phrases: `key`, and what there is of `quotes` and `values`, passages by their place), and what there is of `items`,
/// `exceptions`, `condition`, `provisions`, `footnotes`, `licence_exceptions` (`name`, `provisions`, `condition`),
/// `worldwide`, `review` (as a policy's `parts`) and `unknown`.
[[nodiscard]] nlohmann::ordered_json to_json(const LicenceRequirement& requirement);

/// A policy: `text`, `plain`, `phrases`, `parts` (`kind`, `published`, and what there is of `items` and `exception`),
/// and what there is of `provisions` and `unknown`.
[[nodiscard]] nlohmann::ordered_json to_json(const LicencePolicy& policy);

/// What an entry says of an item: `item`, `coverage`, `published` (parts of the requirement), `plain`, `phrases`, and
/// what there is of `exceptions`, `condition` and `review` (`kind`, `fit`, `published`).
[[nodiscard]] nlohmann::ordered_json to_json(const ItemAnswer& answer);

}  // namespace lookup
