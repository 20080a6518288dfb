#include "lookup/query_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "request_reader.hpp"
#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

/// The text of the query that the JSON member `key` sets, or null.
std::string* text_of(Query& query, std::string_view key) {
  if (key == "name") return &query.name;
  if (key == "address") return &query.address;
  if (key == "country") return &query.country;
  if (key == "born") return &query.born;
  return key == "item" ? &query.item : nullptr;
}

Result<std::vector<EntryKind>> read_kinds(const std::vector<std::string>& names) {
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
  auto members = read_request(text);
  if (!members.ok()) return members.error();
  Query query;
  bool has_name = false;
  for (RequestMember& member : std::move(members).value()) {
    std::string* const own = text_of(query, member.name);
    if (own != nullptr && member.shape == RequestShape::text) {
      *own = std::move(member.text);
      has_name = has_name || own == &query.name;
    } else if (own != nullptr && own != &query.name && member.shape == RequestShape::null) {
      continue;
    } else if (member.name == "lists" && member.shape == RequestShape::texts) {
      query.lists = std::move(member.texts);
    } else if (member.name == "kinds" && member.shape == RequestShape::texts) {
      Result<std::vector<EntryKind>> kinds = read_kinds(member.texts);
      if (!kinds.ok()) return kinds.error();
      query.kinds = std::move(kinds).value();
    } else if (member.name == "min_score" && member.shape == RequestShape::number) {
      query.min_score = member.number;
    } else if (member.name == "max_matches" && member.shape == RequestShape::number) {
      query.max_matches = count_of(member.number);
    } else {
      return malformed_request(std::move(member.name));
    }
  }
  if (!has_name) return malformed_request("name");
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
