#include "lookup/query_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

Error malformed(std::string field) { return {ErrorCode::request_malformed, {}, {}, std::move(field)}; }

/// The text of the query that the JSON member `key` sets, or null.
std::string* text_of(Query& query, std::string_view key) {
  if (key == "name") return &query.name;
  if (key == "address") return &query.address;
  if (key == "country") return &query.country;
  if (key == "born") return &query.born;
  return key == "item" ? &query.item : nullptr;
}

/// Reads an array of texts; false for anything else.
bool read_texts(const Json& value, std::vector<std::string>& texts) {
  if (!value.is_array()) return false;
  for (const Json& element : value) {
    if (!element.is_string()) return false;
    texts.push_back(element.get<std::string>());
  }
  return true;
}

Result<std::vector<EntryKind>> read_kinds(const Json& value) {
  std::vector<std::string> names;
  if (!read_texts(value, names)) return malformed("kinds");
  std::vector<EntryKind> kinds;
  for (const std::string& name : names) {
    const std::optional<EntryKind> kind = entry_kind(name);
    if (!kind || *kind == EntryKind::unknown) return Error{ErrorCode::kind_unknown, name, {}, "kinds"};
    kinds.push_back(*kind);
  }
  return kinds;
}

/// Not a whole number that a count can hold: 0, for the screener to refuse.
std::size_t count_of(double count) {
  const bool is_count = count >= 1 && count <= static_cast<double>(maximum_matches) && count == std::floor(count);
  return is_count ? static_cast<std::size_t>(count) : 0;
}

}  // namespace

Result<Query> parse_query(std::string_view text) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object()) return malformed({});
  Query query;
  for (const auto& [key, value] : json.items()) {
    std::string* const own = text_of(query, key);
    if (own != nullptr && value.is_string()) {
      *own = value.get<std::string>();
    } else if (own != nullptr && own != &query.name && value.is_null()) {
      continue;
    } else if (key == "lists" && read_texts(value, query.lists)) {
      continue;
    } else if (key == "kinds") {
      Result<std::vector<EntryKind>> kinds = read_kinds(value);
      if (!kinds.ok()) return kinds.error();
      query.kinds = std::move(kinds).value();
    } else if (key == "min_score" && value.is_number()) {
      query.min_score = value.get<double>();
    } else if (key == "max_matches" && value.is_number()) {
      query.max_matches = count_of(value.get<double>());
    } else {
      return malformed(key);
    }
  }
  if (!json.contains("name")) return malformed("name");
  return query;
}

Json to_json(const Query& query) {
  Json json;
  json["name"] = query.name;
  set_filled(json, "address", query.address);
  json["country"] = query.country.empty() ? Json(nullptr) : Json(query.country);
  set_filled(json, "born", query.born);
  set_filled(json, "item", query.item);
  set_filled(json, "lists", query.lists);
  for (const EntryKind kind : query.kinds) json["kinds"].push_back(name_of(kind));
  json["min_score"] = query.min_score;
  json["max_matches"] = query.max_matches;
  return json;
}

}  // namespace lookup
