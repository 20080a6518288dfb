#include <algorithm>

#include "json_text.hpp"
#include "lookup/sha256.hpp"
#include "lookup/snapshot.hpp"

namespace lookup {
namespace {

std::string json_string(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
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

  void add_object(std::string_view name, const LineObject& object) {
    if (object.text_.size() > 1) add_raw(name, object.text());
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

std::string write_identifier(const Identifier& identifier) {
  LineObject line;
  line.add("kind", identifier.kind);
  line.add("number", identifier.number);
  line.add("country", identifier.country);
  line.add_array("dates", identifier.dates, json_string);
  return line.text();
}

LineObject write_person(const PersonFacts& person) {
  LineObject line;
  line.add_array("dates_of_birth", person.dates_of_birth, json_string);
  line.add_array("places_of_birth", person.places_of_birth, json_string);
  line.add_array("nationalities", person.nationalities, json_string);
  line.add_array("citizenships", person.citizenships, json_string);
  return line;
}

LineObject write_vessel(const VesselFacts& vessel) {
  LineObject line;
  line.add("call_sign", vessel.call_sign);
  line.add("type", vessel.type);
  line.add("gross_tonnage", vessel.gross_tonnage);
  line.add("gross_registered_tonnage", vessel.gross_registered_tonnage);
  line.add("flag", vessel.flag);
  line.add("owner", vessel.owner);
  return line;
}

std::string write_entry(const Entry& entry) {
  const EntryDetails& details = entry.details.get();
  LineObject line;
  line.add("id", entry.id);
  line.add("list", entry.list);
  line.add("kind", name_of(entry.kind));
  line.add("published_name", entry.published_name);
  if (entry.name != usual_name(entry.kind, entry.published_name)) line.add("name", entry.name);
  line.add("parent", entry.parent);
  line.add_array("aliases", entry.aliases, json_string);
  line.add_array("acronyms", entry.acronyms, json_string);
  line.add_array("countries", entry.countries, json_string);
  line.add_array("addresses", entry.addresses, write_address);
  line.add_array("programmes", entry.programmes, json_string);
  line.add("title", details.title);
  line.add("remarks", details.remarks);
  line.add_array("citations", entry.citations, json_string);
  line.add("start_date", entry.start_date);
  line.add("end_date", details.end_date);
  line.add("standard_order", details.standard_order);
  line.add("requirement", entry.requirement);
  line.add("policy", entry.policy);
  line.add_array("footnotes", entry.footnotes, [](int footnote) { return std::to_string(footnote); });
  line.add_array("ids", details.ids, write_identifier);
  line.add_object("person", write_person(entry.person.get()));
  line.add_object("vessel", write_vessel(entry.vessel.get()));
  line.add_array("source_urls", details.source_urls, json_string);
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
