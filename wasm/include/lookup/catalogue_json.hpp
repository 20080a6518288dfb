#pragma once

#include <string>
#include <string_view>

#include "lookup/catalogue.hpp"

namespace lookup {

/// The filter in a request: `{"lists": […], "countries": […], "from": …, "to": …, "notice": …, "policy": […], "text":
/// …, "order": "name", "newest" or "oldest", "offset": …, "count": …}`, all optional; null is as good as left out, and
/// a text in place of an array is its only value. Errors: request_malformed with the field, also for an order or policy
/// that there is not; count_out_of_range for what is no whole number.
[[nodiscard]] Result<CatalogueFilter> parse_filter(std::string_view text);

/// Which entry to show.
struct EntryRequest {
  std::string list;
  std::string id;
};

/// `{"list": …, "id": …}`. Errors: request_malformed with the field.
[[nodiscard]] Result<EntryRequest> parse_entry_request(std::string_view text);

/// The page on one line: `{"total":…,"entries":[{"id":…,"list":…,"kind":…,"name":…,"countries":[…],"start_date":…,
/// "citations":[{"text":…,"link":…}],"alias_count":…}],"counts":{"lists":[{"code":…,"count":…}],"countries":[…],
/// "without_country":…,"dates":[{"date":…,"notices":[…],"count":…}],"undated":…,"policies":[{"kind":…,"count":…}]}}`;
/// `kind`, `start_date` and `link` where there is one.
[[nodiscard]] std::string to_json(const CataloguePage& page);

}  // namespace lookup
