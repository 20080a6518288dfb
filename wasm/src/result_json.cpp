#include "lookup/result_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "entry_json.hpp"
#include "json_text.hpp"
#include "lookup/list_register.hpp"
#include "lookup/query_json.hpp"
#include "lookup/rule_json.hpp"
#include "lookup/score.hpp"
#include "lookup/snapshot.hpp"
#include "lookup/unicode.hpp"
#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

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
    set_filled(json, "query", reason.query);
    set_filled(json, "name", reason.name);
    json["text"] = text_of(reason.phrase);
    if (reason.phrase.key != reason.kind) json["phrase"] = reason.phrase.key;
    for (const PhraseValue& value : reason.phrase.values)
      if (!value.is_quoted) json["values"][std::string{value.place}] = value.passages;
    array.push_back(std::move(json));
  }
  return array;
}

Json match_json(const CheckResult& result, const Match& match) {
  Json json;
  add_entry(json, *match.entry, *match.list);
  json["matched_name"] = match.matched_name;
  json["matched_kind"] = name_of(match.matched_kind);
  json["score"] = match.score;
  json["band"] = band_of(match.score);
  json["query_marks"] = marks_json(result.query.name, match.why.query_marks);
  json["name_marks"] = marks_json(match.matched_name, match.why.name_marks);
  json["reasons"] = reasons_json(match.why.reasons);
  set_filled(json, "country", name_of(match.country));
  set_filled(json, "born", name_of(match.born));
  set_filled(json, "address", name_of(match.address));
  set_filled(json, "listed_address", match.listed_address);
  if (!match.address_marks.empty()) json["address_marks"] = marks_json(result.query.address, match.address_marks);
  if (match.item) json["item"] = to_json(*match.item);
  for (const Match& other : match.also) json["also"].push_back(match_json(result, other));
  return json;
}

Json screening_match_json(const Match& match) {
  Json json;
  json["list"] = match.entry->list;
  json["id"] = match.entry->id;
  json["name"] = match.entry->name;
  json["matched_name"] = match.matched_name;
  json["score"] = match.score;
  return json;
}

Json screening_address_json(const Match& match) {
  Json json;
  json["list"] = match.entry->list;
  json["id"] = match.entry->id;
  json["name"] = match.entry->name;
  json["address"] = match.listed_address;
  json["score"] = match.score;
  return json;
}

/// What a list means for what its entries name.
void add_meaning(Json& json, const ListInfo& info) {
  json["legal_basis"] = info.legal_basis;
  json["consequence"] = info.consequence;
  if (const KnownList* const known = find_known_list(info.code)) json["page_url"] = known->page_url;
}

Json searched_list_json(const SearchedList& list) {
  Json json;
  json["code"] = list.info->code;
  json["title"] = list.info->title;
  json["as_of"] = list.info->as_of;
  json["entry_count"] = list.info->entry_count;
  add_meaning(json, *list.info);
  json["sha256"] = list.sha256;
  return json;
}

Json error_json(const Error& error) {
  Json json;
  json["code"] = phrase_of(error.code).name;
  json["sentence"] = phrase_of(error.code).sentence;
  set_filled(json, "detail", error.detail);
  if (error.record) json["record"] = *error.record;
  set_filled(json, "field", error.field);
  return json;
}

}  // namespace

std::string to_json(const CheckResult& result) {
  Json json;
  json["query"] = to_json(result.query);
  json["lists"] = Json::array();
  for (const SearchedList& list : result.lists) json["lists"].push_back(searched_list_json(list));
  set_filled(json, "foreign_words", result.foreign_words);
  set_filled(json, "unsearched_numbers", result.unsearched_numbers);
  if (!result.searched) json["searched"] = false;
  json["total"] = result.total;
  json["matches"] = Json::array();
  for (const Match& match : result.matches) json["matches"].push_back(match_json(result, match));
  if (!result.at_address.empty()) {
    for (const Match& match : result.at_address) json["at_address"].push_back(match_json(result, match));
    json["at_address_total"] = result.at_address_total;
  }
  json["took_ms"] = std::round(result.took_ms * 1000) / 1000;
  return json_text(json);
}

std::string to_json(const FoundEntry& found) {
  Json json;
  json["lists"].push_back(searched_list_json(found.list));
  add_entry(json["entry"], *found.entry, *found.snapshot);
  return json_text(json);
}

std::string to_screening_json(const CheckResult& result) {
  Json json;
  json["query"] = result.query.name;
  set_filled(json, "foreign_words", result.foreign_words);
  set_filled(json, "unsearched_numbers", result.unsearched_numbers);
  if (!result.searched) json["searched"] = false;
  json["total"] = result.total;
  json["matches"] = Json::array();
  for (const Match& match : result.matches) {
    json["matches"].push_back(screening_match_json(match));
    for (const Match& other : match.also) json["matches"].push_back(screening_match_json(other));
  }
  for (const Match& match : result.at_address) json["at_address"].push_back(screening_address_json(match));
  if (!result.at_address.empty()) json["at_address_total"] = result.at_address_total;
  return json_text(json);
}

std::string to_screening_json(std::string_view query, const Error& error) {
  Json json;
  json["query"] = query;
  json["error"] = error_json(error);
  return json_text(json);
}

std::string to_json(const Error& error) { return json_text(error_json(error)); }

std::string describe_list(const List& list) {
  Json json;
  json["lists"] = Json::array();
  for (const ListInfo& info : list.lists) {
    Json entry;
    entry["code"] = info.code;
    entry["title"] = info.title;
    entry["authority"] = info.authority;
    add_meaning(entry, info);
    entry["as_of"] = info.as_of;
    entry["source"]["title"] = info.source_title;
    entry["source"]["url"] = info.source_url;
    entry["entry_count"] = info.entry_count;
    entry["name_count"] = info.name_count;
    json["lists"].push_back(std::move(entry));
  }
  json["sha256"] = list.sha256;
  return json_text(json);
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
  json["phrases"] = Json::array();
  for (const PhraseWording& wording : phrase_wordings()) {
    Json entry;
    entry["key"] = wording.key;
    entry["text"] = wording.text;
    json["phrases"].push_back(std::move(entry));
  }
  return json_text(json);
}

}  // namespace lookup
