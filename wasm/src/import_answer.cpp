#include "lookup/import_answer.hpp"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "json_text.hpp"
#include "lookup/difference.hpp"
#include "lookup/difference_json.hpp"
#include "lookup/import_checks.hpp"
#include "lookup/list_parts.hpp"
#include "lookup/snapshot.hpp"
#include "request_reader.hpp"
#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

std::size_t part_of(std::string_view code) { return code == entity_list_code ? 0 : 1; }

/// Which of the snapshots the list has something of.
std::array<bool, 2> parts_in(const List& list) {
  std::array<bool, 2> parts{};
  for (const ListInfo& info : list.lists) parts[part_of(info.code)] = true;
  return parts;
}

Json lists_json(const List& list) {
  Json array = Json::array();
  for (const ListInfo& info : list.lists) {
    Json json;
    json["code"] = info.code;
    json["title"] = info.title;
    json["part"] = snapshot_parts[part_of(info.code)];
    json["as_of"] = info.as_of;
    json["entries"] = info.entry_count;
    json["names"] = info.name_count;
    array.push_back(std::move(json));
  }
  return array;
}

Json stays_json(const std::array<bool, 2>& parts) {
  Json array = Json::array();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i]) array.push_back(snapshot_parts[i]);
  }
  return array;
}

Json summary_json(const ListInfo& info) {
  Json json;
  json["as_of"] = info.as_of;
  json["entries"] = info.entry_count;
  return json;
}

Json findings_json(const List& before, const List& after) {
  Json array = Json::array();
  for (const Finding& finding : find_oddities(before.lists, after)) {
    Json json;
    json["kind"] = name_of(finding.kind);
    json["list"] = finding.before.code;
    set_filled(json, "newest_start", finding.newest_start);
    json["before"] = summary_json(finding.before);
    json["after"] = summary_json(finding.after);
    array.push_back(std::move(json));
  }
  return array;
}

std::string answer_json(FileFormat format, const List& before, const List& after) {
  std::string json = "{\"format\":";
  json.append(json_text(Json(name_of(format)))).append(",\"lists\":").append(json_text(lists_json(after)));
  json.append(",\"stays\":").append(json_text(stays_json(parts_in(after))));
  json.append(",\"findings\":").append(json_text(findings_json(before, after)));
  json.append(",\"difference\":").append(to_json(compare(before, after))).append("}");
  return json;
}

/// `before` without the snapshots that `after` has nothing of.
std::string compared_json(FileFormat format, const List& before, const List& after) {
  const std::array<bool, 2> fresh = parts_in(after);
  const std::array<bool, 2> old = parts_in(before);
  if ((fresh[0] || !old[0]) && (fresh[1] || !old[1])) return answer_json(format, before, after);
  std::vector<std::string> codes;
  for (const ListInfo& info : before.lists) {
    if (fresh[part_of(info.code)]) codes.push_back(info.code);
  }
  return answer_json(format, take_lists(before, codes), after);
}

}  // namespace

Result<ImportOptions> parse_import_options(std::string_view text) {
  auto members = read_request(text);
  if (!members.ok()) return members.error();
  ImportOptions options;
  options.list_codes = all_list_codes();
  options.all_known = true;
  for (RequestMember& member : std::move(members).value()) {
    std::string* const target = member.name == "as_of"          ? &options.as_of
                                : member.name == "source_title" ? &options.source_title
                                : member.name == "source_url"   ? &options.source_url
                                                                : nullptr;
    if (target == nullptr || member.shape != RequestShape::text) return malformed_request(std::move(member.name));
    *target = std::move(member.text);
  }
  return options;
}

Result<ImportAnswer> answer_import(std::string_view file, const ImportOptions& options, const List& before) {
  auto imported = import_file(file, options);
  if (!imported.ok()) return imported.error();
  List list = std::move(imported).value();
  ImportAnswer answer;
  answer.json = compared_json(format_of(file), before, list);
  auto [entity_list, others] = split_lists(std::move(list), {std::string{entity_list_code}});
  std::size_t part = 0;
  for (const List* const kept : {&entity_list, &others}) {
    std::string& bytes = answer.snapshots[part++];
    if (kept->entries.empty()) continue;
    bytes = write_snapshot(*kept);
    const auto loaded = load_snapshot(bytes);
    if (!loaded.ok()) return loaded.error();
  }
  return answer;
}

}  // namespace lookup
