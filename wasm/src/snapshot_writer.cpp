#include <nlohmann/json.hpp>

#include "lookup/sha256.hpp"
#include "lookup/snapshot.hpp"

namespace lookup {
namespace {

using nlohmann::json;

std::string json_string(std::string_view text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Writes one object on one line, leaving out what is empty.
class LineObject {
 public:
  void add_raw(std::string_view name, std::string_view value) {
    text_.append(text_.size() > 1 ? "," : "").append(json_string(name)).append(":").append(value);
  }

  void add(std::string_view name, std::string_view value) {
    if (!value.empty()) add_raw(name, json_string(value));
  }

  /// Adds an array of what `write` makes of each item.
  template <typename Items, typename Write>
  void add_array(std::string_view name, const Items& items, Write write) {
    if (items.empty()) return;
    std::string array = "[";
    for (const auto& item : items) array.append(array.size() > 1 ? "," : "").append(write(item));
    add_raw(name, array + "]");
  }

  [[nodiscard]] std::string text() const { return text_ + "}"; }

 private:
  std::string text_ = "{";
};

std::string write_info(const ListInfo& info) {
  LineObject source;
  source.add("title", info.source_title);
  source.add("url", info.source_url);
  LineObject line;
  line.add("code", info.code);
  line.add("title", info.title);
  line.add("authority", info.authority);
  line.add("legal_basis", info.legal_basis);
  line.add("consequence", info.consequence);
  line.add("as_of", info.as_of);
  line.add_raw("source", source.text());
  line.add_raw("entry_count", std::to_string(info.entry_count));
  line.add_raw("name_count", std::to_string(info.name_count));
  return line.text();
}

std::string write_address(const Address& address) {
  LineObject line;
  line.add("text", address.text);
  line.add("country", address.country);
  return line.text();
}

std::string write_entry(const Entry& entry) {
  LineObject line;
  line.add("id", entry.id);
  line.add("list", entry.list);
  line.add("published_name", entry.published_name);
  if (entry.name != entry.published_name) line.add("name", entry.name);
  line.add("parent", entry.parent);
  line.add_array("aliases", entry.aliases, json_string);
  line.add_array("acronyms", entry.acronyms, json_string);
  line.add_array("countries", entry.countries, json_string);
  line.add_array("addresses", entry.addresses, write_address);
  line.add_array("citations", entry.citations, json_string);
  line.add("start_date", entry.start_date);
  line.add("requirement", entry.requirement);
  line.add("policy", entry.policy);
  line.add_array("footnotes", entry.footnotes, [](int footnote) { return std::to_string(footnote); });
  return line.text();
}

/// `"name": ` and the items between brackets, each on a line of its own.
template <typename Items, typename Write>
std::string block(std::string_view name, char open, char close, const Items& items, Write write) {
  std::string text = json_string(name) + ": " + open;
  for (std::size_t i = 0; i < items.size(); ++i) text.append(i > 0 ? ",\n" : "\n").append(write(items[i]));
  return text + "\n" + close;
}

std::string write_text(const SharedText& shared) { return json_string(shared.key) + ": " + json_string(shared.text); }

}  // namespace

std::string write_snapshot(const List& list) {
  std::string text = "{\n\"schema_version\": " + std::to_string(snapshot_schema_version) + ",\n\"sha256\": \"";
  const std::size_t digits_begin = text.size();
  text.append(64, '0').append("\",\n");
  text.append(block("lists", '[', ']', list.lists, write_info)).append(",\n");
  text.append(block("requirements", '{', '}', list.requirements, write_text)).append(",\n");
  text.append(block("policies", '{', '}', list.policies, write_text)).append(",\n");
  text.append(block("entries", '[', ']', list.entries, write_entry)).append("\n}\n");
  return text.replace(digits_begin, 64, sha256_hex(text));
}

}  // namespace lookup
