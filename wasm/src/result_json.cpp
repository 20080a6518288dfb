#include "lookup/result_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "lookup/score.hpp"
#include "lookup/snapshot.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

/// Text that the core did not make itself may hold anything; the answer must not.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json marks_json(std::string_view text, const std::vector<Mark>& marks) {
  Json array = Json::array();
  for (const Mark& mark : marks) array.push_back({utf16_length(text, mark.begin), utf16_length(text, mark.end)});
  return array;
}

Json reasons_json(const std::vector<Reason>& reasons) {
  Json array = Json::array();
  for (const Reason& reason : reasons) {
    Json json;
    json["kind"] = reason.kind;
    if (!reason.query.empty()) json["query"] = reason.query;
    if (!reason.name.empty()) json["name"] = reason.name;
    json["text"] = reason.text;
    array.push_back(std::move(json));
  }
  return array;
}

Json addresses_json(const std::vector<Address>& addresses) {
  Json array = Json::array();
  for (const Address& address : addresses) {
    Json json;
    json["text"] = address.text;
    if (!address.country.empty()) json["country"] = address.country;
    array.push_back(std::move(json));
  }
  return array;
}

std::string_view name_of(CountryAgreement country) {
  switch (country) {
    case CountryAgreement::agrees:
      return "agrees";
    case CountryAgreement::differs:
      return "differs";
    default:
      return "unknown";
  }
}

Json match_json(const CheckResult& result, const Match& match, const List& list) {
  const Entry& entry = *match.entry;
  Json json;
  json["id"] = entry.id;
  json["list"] = entry.list;
  json["name"] = entry.name;
  json["published_name"] = entry.published_name;
  if (!entry.parent.empty()) json["parent"] = entry.parent;
  json["matched_name"] = match.matched_name;
  json["matched_kind"] = name_of(match.matched_kind);
  json["score"] = match.score;
  json["band"] = band_of(match.score);
  json["query_marks"] = marks_json(result.query.name, match.query_marks);
  json["name_marks"] = marks_json(match.matched_name, match.name_marks);
  json["reasons"] = reasons_json(match.reasons);
  if (match.country != CountryAgreement::not_asked) json["country"] = name_of(match.country);
  json["countries"] = entry.countries;
  json["addresses"] = addresses_json(entry.addresses);
  json["citations"] = entry.citations;
  json["start_date"] = entry.start_date;
  json["requirement"] = shared_text(list.requirements, entry.requirement);
  json["policy"] = shared_text(list.policies, entry.policy);
  json["footnotes"] = entry.footnotes;
  return json;
}

Json query_json(const Query& query) {
  Json json;
  json["name"] = query.name;
  json["country"] = query.country.empty() ? Json(nullptr) : Json(query.country);
  json["min_score"] = query.min_score;
  json["max_matches"] = query.max_matches;
  return json;
}

Json error_json(const Error& error) {
  Json json;
  json["code"] = phrase_of(error.code).name;
  json["sentence"] = phrase_of(error.code).sentence;
  if (!error.detail.empty()) json["detail"] = error.detail;
  if (error.record) json["record"] = *error.record;
  if (!error.field.empty()) json["field"] = error.field;
  return json;
}

Error malformed(std::string field) { return {ErrorCode::request_malformed, {}, {}, std::move(field)}; }

}  // namespace

Result<Query> parse_query(std::string_view text) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object()) return malformed({});
  Query query;
  for (const auto& [key, value] : json.items()) {
    if (key == "name" && value.is_string()) {
      query.name = value.get<std::string>();
    } else if (key == "country" && (value.is_string() || value.is_null())) {
      if (value.is_string()) query.country = value.get<std::string>();
    } else if (key == "min_score" && value.is_number()) {
      query.min_score = value.get<double>();
    } else if (key == "max_matches" && value.is_number()) {
      const double count = value.get<double>();
      // Not a whole number that a count can hold: left for the screener to refuse.
      query.max_matches = count >= 1 && count <= static_cast<double>(maximum_matches) && count == std::floor(count)
                              ? static_cast<std::size_t>(count)
                              : 0;
    } else {
      return malformed(key);
    }
  }
  if (!json.contains("name")) return malformed("name");
  return query;
}

std::string to_json(const CheckResult& result, const List& list) {
  Json json;
  json["query"] = query_json(result.query);
  json["lists"] = Json::array();
  for (const ListInfo& info : list.lists) {
    Json entry;
    entry["code"] = info.code;
    entry["title"] = info.title;
    entry["as_of"] = info.as_of;
    entry["entry_count"] = info.entry_count;
    json["lists"].push_back(std::move(entry));
  }
  json["sha256"] = list.sha256;
  if (!result.foreign_words.empty()) json["foreign_words"] = result.foreign_words;
  if (!result.searched) json["searched"] = false;
  json["total"] = result.total;
  json["matches"] = Json::array();
  for (const Match& match : result.matches) json["matches"].push_back(match_json(result, match, list));
  json["took_ms"] = std::round(result.took_ms * 1000) / 1000;
  return dump(json);
}

std::string to_screening_json(const CheckResult& result) {
  Json json;
  json["query"] = result.query.name;
  if (!result.foreign_words.empty()) json["foreign_words"] = result.foreign_words;
  if (!result.searched) json["searched"] = false;
  json["total"] = result.total;
  json["matches"] = Json::array();
  for (const Match& match : result.matches) {
    Json entry;
    entry["list"] = match.entry->list;
    entry["id"] = match.entry->id;
    entry["name"] = match.entry->name;
    entry["matched_name"] = match.matched_name;
    entry["score"] = match.score;
    json["matches"].push_back(std::move(entry));
  }
  return dump(json);
}

std::string to_screening_json(std::string_view query, const Error& error) {
  Json json;
  json["query"] = query;
  json["error"] = error_json(error);
  return dump(json);
}

std::string to_json(const Error& error) { return dump(error_json(error)); }

std::string describe_list(const List& list) {
  Json json;
  json["lists"] = Json::array();
  for (const ListInfo& info : list.lists) {
    Json entry;
    entry["code"] = info.code;
    entry["title"] = info.title;
    entry["authority"] = info.authority;
    entry["legal_basis"] = info.legal_basis;
    entry["consequence"] = info.consequence;
    entry["as_of"] = info.as_of;
    entry["source"]["title"] = info.source_title;
    entry["source"]["url"] = info.source_url;
    entry["entry_count"] = info.entry_count;
    entry["name_count"] = info.name_count;
    json["lists"].push_back(std::move(entry));
  }
  json["sha256"] = list.sha256;
  return dump(json);
}

std::string describe_build() {
  Json json;
  json["version"] = LOOKUP_VERSION;
  json["schema_version"] = snapshot_schema_version;
  json["limits"]["name_characters"] = maximum_name_characters;
  json["limits"]["matches"] = maximum_matches;
  json["defaults"]["min_score"] = default_min_score;
  json["defaults"]["max_matches"] = default_max_matches;
  json["bands"] = Json::array();
  for (const Band& band : score_bands()) {
    Json entry;
    entry["name"] = band.name;
    entry["from"] = band.from;
    json["bands"].push_back(std::move(entry));
  }
  json["errors"] = Json::array();
  for (const ErrorPhrase& phrase : error_phrases()) {
    Json entry;
    entry["code"] = phrase.name;
    entry["sentence"] = phrase.sentence;
    json["errors"].push_back(std::move(entry));
  }
  return dump(json);
}

}  // namespace lookup
