#include "lookup/rule_json.hpp"

#include <nlohmann/json.hpp>

#include "lookup/plain_words.hpp"
#include "set_filled.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

Json parts_json(const std::vector<PolicyPart>& parts) {
  Json array = Json::array();
  for (const PolicyPart& part : parts) {
    Json json;
    json["kind"] = name_of(part.kind);
    json["published"] = part.published;
    set_filled(json, "items", part.items);
    set_filled(json, "exception", part.exception);
    array.push_back(std::move(json));
  }
  return array;
}

Json exceptions_json(const std::vector<LicenceException>& exceptions) {
  Json array = Json::array();
  for (const LicenceException& exception : exceptions) {
    Json json;
    json["name"] = exception.name;
    json["provisions"] = to_json(exception.provisions);
    set_filled(json, "condition", exception.condition);
    array.push_back(std::move(json));
  }
  return array;
}

Json review_json(const std::vector<ItemReview>& review) {
  Json array = Json::array();
  for (const ItemReview& one : review) {
    Json json;
    json["kind"] = name_of(one.part.kind);
    json["fit"] = name_of(one.fit);
    json["published"] = one.part.published;
    array.push_back(std::move(json));
  }
  return array;
}

Json sentence_json(const Sentence& sentence) {
  Json array = Json::array();
  for (const Phrase& phrase : sentence) {
    Json json;
    json["key"] = phrase.key;
    for (const PhraseValue& value : phrase.values)
      json[value.is_quoted ? "quotes" : "values"][std::string{value.place}] = value.passages;
    array.push_back(std::move(json));
  }
  return array;
}

/// Plain sentences: `plain` has them in English, `phrases` each one's phrases for whoever says them in another
/// language.
void add_plain(Json& json, const std::vector<Sentence>& sentences) {
  json["plain"] = texts_of(sentences);
  json["phrases"] = Json::array();
  for (const Sentence& sentence : sentences) json["phrases"].push_back(sentence_json(sentence));
}

}  // namespace

Json to_json(const std::vector<Provision>& provisions) {
  Json array = Json::array();
  for (const Provision& provision : provisions) {
    Json json;
    json["citation"] = provision.citation;
    json["link"] = provision.link;
    array.push_back(std::move(json));
  }
  return array;
}

Json to_json(const LicenceRequirement& requirement) {
  Json json;
  json["text"] = requirement.text;
  json["scope"] = name_of(requirement.scope);
  add_plain(json, plain_words(requirement));
  set_filled(json, "items", requirement.items);
  set_filled(json, "exceptions", requirement.exceptions);
  set_filled(json, "condition", requirement.condition);
  set_filled(json, "provisions", to_json(requirement.provisions));
  set_filled(json, "footnotes", requirement.footnotes);
  set_filled(json, "licence_exceptions", exceptions_json(requirement.licence_exceptions));
  if (requirement.worldwide) json["worldwide"] = true;
  set_filled(json, "review", parts_json(requirement.review));
  set_filled(json, "unknown", requirement.unknown);
  return json;
}

Json to_json(const LicencePolicy& policy) {
  Json json;
  json["text"] = policy.text;
  add_plain(json, plain_words(policy));
  json["parts"] = parts_json(policy.parts);
  set_filled(json, "provisions", to_json(policy.provisions));
  set_filled(json, "unknown", policy.unknown);
  return json;
}

Json to_json(const ItemAnswer& answer) {
  Json json;
  json["item"] = to_text(answer.item);
  json["coverage"] = name_of(answer.coverage);
  json["published"] = answer.published;
  add_plain(json, plain_words(answer));
  set_filled(json, "exceptions", answer.exceptions);
  set_filled(json, "condition", answer.condition);
  set_filled(json, "review", review_json(answer.review));
  return json;
}

}  // namespace lookup
