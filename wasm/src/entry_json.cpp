#include "entry_json.hpp"

#include <nlohmann/json.hpp>

#include "lookup/citations.hpp"
#include "lookup/licence_policy.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/rule_json.hpp"
#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

Json addresses_json(const std::vector<Address>& addresses) {
  Json array = Json::array();
  for (const Address& address : addresses) {
    Json json;
    json["text"] = address.text;
    set_filled(json, "country", address.country);
    array.push_back(std::move(json));
  }
  return array;
}

Json ids_json(const std::vector<Identifier>& ids) {
  Json array = Json::array();
  for (const Identifier& id : ids) {
    Json json;
    json["kind"] = id.kind;
    set_filled(json, "number", id.number);
    set_filled(json, "country", id.country);
    set_filled(json, "dates", id.dates);
    array.push_back(std::move(json));
  }
  return array;
}

void add_details(Json& json, const EntryDetails& details) {
  set_filled(json, "title", details.title);
  set_filled(json, "remarks", details.remarks);
  set_filled(json, "end_date", details.end_date);
  set_filled(json, "standard_order", details.standard_order);
  set_filled(json, "ids", ids_json(details.ids));
  set_filled(json, "source_urls", details.source_urls);
}

void add_person(Json& json, const PersonFacts& person) {
  set_filled(json, "dates_of_birth", person.dates_of_birth);
  set_filled(json, "places_of_birth", person.places_of_birth);
  set_filled(json, "nationalities", person.nationalities);
  set_filled(json, "citizenships", person.citizenships);
}

void add_vessel(Json& json, const VesselFacts& vessel) {
  set_filled(json, "call_sign", vessel.call_sign);
  set_filled(json, "vessel_type", vessel.type);
  set_filled(json, "gross_tonnage", vessel.gross_tonnage);
  set_filled(json, "gross_registered_tonnage", vessel.gross_registered_tonnage);
  set_filled(json, "flag", vessel.flag);
  set_filled(json, "owner", vessel.owner);
}

}  // namespace

/// A citation that stands alone is the notice that listed the party: one of another year is a slip of the publisher's,
/// and its page another notice's.
Json citations_json(const Entry& entry) {
  Json array = Json::array();
  const bool links = entry.citations.size() != 1 || may_have_listed(entry.citations.front(), entry.start_date);
  for (const std::string& citation : entry.citations) {
    Json json;
    json["text"] = citation;
    if (links) set_filled(json, "link", citation_link(citation));
    array.push_back(std::move(json));
  }
  return array;
}

void add_entry(Json& json, const Entry& entry, const List& list) {
  json["id"] = entry.id;
  json["list"] = entry.list;
  set_filled(json, "kind", name_of(entry.kind));
  json["name"] = entry.name;
  json["published_name"] = entry.published_name;
  set_filled(json, "parent", entry.parent);
  set_filled(json, "aliases", entry.aliases);
  json["countries"] = entry.countries;
  json["addresses"] = addresses_json(entry.addresses);
  json["citations"] = citations_json(entry);
  set_filled(json, "start_date", entry.start_date);
  if (!entry.requirement.empty())
    json["requirement"] = to_json(read_licence_requirement(shared_text(list.requirements, entry.requirement)));
  if (!entry.policy.empty()) json["policy"] = to_json(read_licence_policy(shared_text(list.policies, entry.policy)));
  set_filled(json, "programmes", entry.programmes);
  add_details(json, entry.details.get());
  add_person(json, entry.person.get());
  add_vessel(json, entry.vessel.get());
}

}  // namespace lookup
