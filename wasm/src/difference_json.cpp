#include "lookup/difference_json.hpp"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>

#include "json_text.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

Json info_json(const std::optional<ListInfo>& info) {
  if (!info) return nullptr;
  Json json;
  json["as_of"] = info->as_of;
  json["entries"] = info->entry_count;
  json["names"] = info->name_count;
  return json;
}

Json list_json(const ListDifference& list) {
  Json json;
  json["code"] = list.code;
  json["title"] = (list.after ? *list.after : *list.before).title;
  json["before"] = info_json(list.before);
  json["after"] = info_json(list.after);
  json["unchanged"] = list.unchanged;
  for (std::size_t kind = 0; kind < change_kind_count; ++kind)
    json[std::string{name_of(static_cast<ChangeKind>(kind))}] = list.counts[kind];
  return json;
}

/// Gives each text a place, in the order in which they are first met.
class TextTable {
 public:
  /// `[before, after]`.
  Json places(std::string_view before, std::string_view after) { return Json::array({place(before), place(after)}); }

  [[nodiscard]] const Json& texts() const { return texts_; }

 private:
  Json place(std::string_view text) {
    if (text.empty()) return nullptr;
    const auto [known, is_new] = places_.emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return known->second;
  }

  std::unordered_map<std::string_view, std::size_t> places_;
  Json texts_ = Json::array();
};

Json change_json(const Change& change, TextTable& texts) {
  const Entry& entry = change.after == nullptr ? *change.before : *change.after;
  Json json;
  json["kind"] = name_of(change.kind);
  json["list"] = entry.list;
  json["id"] = entry.id;
  json["name"] = entry.published_name;
  if (!entry.countries.empty()) json["countries"] = entry.countries;
  if (change.before == nullptr || change.after == nullptr) return json;
  if (change.before->id != entry.id) json["before_id"] = change.before->id;
  if (change.before->published_name != entry.published_name) json["before_name"] = change.before->published_name;
  json["fields"] = change.fields;
  if (change.requirement_before != change.requirement_after)
    json["requirement"] = texts.places(change.requirement_before, change.requirement_after);
  if (change.policy_before != change.policy_after)
    json["policy"] = texts.places(change.policy_before, change.policy_after);
  return json;
}

/// Writes the items one by one: a document tree of all of them would take several times the memory.
template <typename Items, typename Write>
std::string array_of(const Items& items, Write write) {
  std::string text = "[";
  for (const auto& item : items) text.append(text.size() > 1 ? "," : "").append(json_text(write(item)));
  return text += ']';
}

}  // namespace

std::string to_json(const Difference& difference) {
  TextTable texts;
  const std::string changes =
      array_of(difference.changes, [&](const Change& change) { return change_json(change, texts); });
  std::string json = "{\"lists\":";
  json.append(array_of(difference.lists, list_json)).append(",\"texts\":").append(json_text(texts.texts()));
  json.append(",\"changes\":").append(changes).append("}");
  return json;
}

}  // namespace lookup
