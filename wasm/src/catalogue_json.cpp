#include "lookup/catalogue_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "entry_json.hpp"
#include "json_text.hpp"
#include "request_reader.hpp"
#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

/// The member that the JSON member `name` sets, or null.
std::string* text_of(CatalogueFilter& filter, std::string_view name) {
  if (name == "from") return &filter.from;
  if (name == "to") return &filter.to;
  if (name == "notice") return &filter.notice;
  return name == "text" ? &filter.text : nullptr;
}

std::size_t* number_of(CatalogueFilter& filter, std::string_view name) {
  if (name == "offset") return &filter.offset;
  return name == "count" ? &filter.count : nullptr;
}

constexpr std::array<std::string_view, 10> member_names{"lists",  "countries", "from",  "to",     "notice",
                                                        "policy", "text",      "order", "offset", "count"};

/// Sets what `member` says of the filter; otherwise the error.
std::optional<Error> set(CatalogueFilter& filter, RequestMember member) {
  constexpr double most = 1e9;
  const bool is_known = std::find(member_names.begin(), member_names.end(), member.name) != member_names.end();
  if (is_known && member.shape == RequestShape::null) return std::nullopt;
  const bool is_text = member.shape == RequestShape::text;
  const bool has_texts = is_text || member.shape == RequestShape::texts;
  if (is_text && !member.text.empty()) member.texts.push_back(member.text);
  if (std::string* const text = text_of(filter, member.name); text != nullptr && is_text) {
    *text = std::move(member.text);
  } else if (member.name == "lists" && has_texts) {
    filter.lists = std::move(member.texts);
  } else if (member.name == "countries" && has_texts) {
    filter.countries = std::move(member.texts);
  } else if (member.name == "policy" && has_texts) {
    for (const std::string& name : member.texts) {
      const std::optional<ListedPolicy> policy = listed_policy(name);
      if (!policy) return malformed_request("policy");
      filter.policies.push_back(*policy);
    }
  } else if (const auto order = catalogue_order(member.text); member.name == "order" && is_text && order) {
    filter.order = *order;
  } else if (std::size_t* const number = number_of(filter, member.name);
             number != nullptr && member.shape == RequestShape::number) {
    if (!(member.number >= 0 && member.number <= most && member.number == std::floor(member.number)))
      return Error{ErrorCode::count_out_of_range, {}, {}, std::move(member.name)};
    *number = static_cast<std::size_t>(member.number);
  } else {
    return malformed_request(std::move(member.name));
  }
  return std::nullopt;
}

Json entry_json(const Entry& entry) {
  Json json;
  json["id"] = entry.id;
  json["list"] = entry.list;
  set_filled(json, "kind", name_of(entry.kind));
  json["name"] = entry.name;
  json["countries"] = entry.countries;
  set_filled(json, "start_date", entry.start_date);
  json["citations"] = citations_json(entry);
  json["alias_count"] = entry.aliases.size();
  return json;
}

Json counts_json(const std::vector<Counted<std::string_view>>& counts) {
  Json array = Json::array();
  for (const auto& [code, count] : counts) {
    Json json;
    json["code"] = code;
    json["count"] = count;
    array.push_back(std::move(json));
  }
  return array;
}

Json dates_json(const std::vector<DateCount>& dates) {
  Json array = Json::array();
  for (const DateCount& date : dates) {
    Json json;
    json["date"] = date.date;
    json["notices"] = date.notices;
    json["count"] = date.count;
    array.push_back(std::move(json));
  }
  return array;
}

}  // namespace

Result<CatalogueFilter> parse_filter(std::string_view text) {
  auto members = read_request(text);
  if (!members.ok()) return members.error();
  CatalogueFilter filter;
  for (RequestMember& member : std::move(members).value())
    if (auto error = set(filter, std::move(member))) return *std::move(error);
  return filter;
}

Result<EntryRequest> parse_entry_request(std::string_view text) {
  auto members = read_request(text);
  if (!members.ok()) return members.error();
  EntryRequest request;
  for (RequestMember& member : std::move(members).value()) {
    std::string* const target = member.name == "list" ? &request.list : member.name == "id" ? &request.id : nullptr;
    if (target == nullptr || member.shape != RequestShape::text) return malformed_request(std::move(member.name));
    *target = std::move(member.text);
  }
  if (request.list.empty()) return malformed_request("list");
  if (request.id.empty()) return malformed_request("id");
  return request;
}

std::string to_json(const CataloguePage& page) {
  Json json;
  json["total"] = page.total;
  json["entries"] = Json::array();
  for (const Entry* const entry : page.entries) json["entries"].push_back(entry_json(*entry));
  Json& counts = json["counts"];
  counts["lists"] = counts_json(page.lists);
  counts["countries"] = counts_json(page.countries);
  counts["without_country"] = page.without_country;
  counts["dates"] = dates_json(page.dates);
  counts["undated"] = page.undated;
  counts["policies"] = Json::array();
  for (const auto& [policy, count] : page.policies) {
    Json one;
    one["kind"] = name_of(policy);
    one["count"] = count;
    counts["policies"].push_back(std::move(one));
  }
  return json_text(json);
}

}  // namespace lookup
