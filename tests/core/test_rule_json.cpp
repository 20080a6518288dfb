#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lookup/plain_words.hpp"
#include "lookup/rule_json.hpp"

using namespace lookup;
using Json = nlohmann::ordered_json;

TEST_CASE("a requirement as JSON leaves out what is empty") {
  const auto requirement = read_licence_requirement("For all items subject to the EAR. (See §744.11 of the EAR)");
  Json expected;
  expected["text"] = requirement.text;
  expected["scope"] = "all_items";
  expected["plain"] = texts_of(plain_words(requirement));
  expected["phrases"] = Json::parse(R"([[{"key":"scope_all_items"}]])");
  expected["items"] = {"all items subject to the EAR"};
  expected["provisions"] =
      Json::parse(R"([{"citation":"15 CFR 744.11","link":"https://www.ecfr.gov/current/title-15/section-744.11"}])");
  CHECK(to_json(requirement) == expected);
}

TEST_CASE("a requirement as JSON has all that there is") {
  const Json json = to_json(read_licence_requirement(
      "All items subject to the EAR except for food. (See §§ 734.9(g),3 and 744.21(b) of the EAR). This license "
      "requirement may be overcome by License Exception GOV under § 740.11(b) when used by the Survey. The license "
      "requirements under this entry also extend to any export, reexport and transfer (in-country) to the entity "
      "wherever located worldwide. More stands in the order."));
  CHECK(json["scope"] == "all_but_excepted");
  CHECK(json["exceptions"] == Json::array({"food"}));
  CHECK(json["footnotes"] == Json::array({3}));
  CHECK(json["licence_exceptions"][0]["name"] == "GOV");
  CHECK(json["licence_exceptions"][0]["provisions"][0]["citation"] == "15 CFR 740.11(b)");
  CHECK(json["licence_exceptions"][0]["condition"] == "when used by the Survey");
  CHECK(json["worldwide"] == true);
  CHECK(json["unknown"] == Json::array({"More stands in the order"}));
}

TEST_CASE("a policy as JSON") {
  const auto policy = read_licence_policy("Policy of denial for all items apart from food. See § 746.8(b)");
  const Json json = to_json(policy);
  CHECK(json["text"] == policy.text);
  CHECK(json["plain"] == Json(texts_of(plain_words(policy))));
  CHECK(json["parts"] == Json::parse(R"([{"kind":"denial","published":"Policy of denial for all items apart from food",
                         "items":"all items","exception":"food"}])"));
  CHECK(json["provisions"][0]["citation"] == "15 CFR 746.8(b)");
  CHECK_FALSE(json.contains("unknown"));
}

TEST_CASE("an answer for an item as JSON") {
  const auto answer =
      answer_for_item({"EAR99", {}}, read_licence_requirement("All items subject to the EAR except for EAR99 food"),
                      read_licence_policy("Case-by-case for EAR99 items"));
  Json expected;
  expected["item"] = "EAR99";
  expected["coverage"] = "partly_excepted";
  expected["published"] = {"All items subject to the EAR"};
  expected["plain"] = texts_of(plain_words(answer));
  expected["phrases"] = Json::parse(R"([
      [{"key":"item_partly_excepted","values":{"item":["EAR99"]},
        "quotes":{"words":["All items subject to the EAR"],"exceptions":["EAR99 food"]}}],
      [{"key":"case_by_case"}],
      [{"key":"other_parts"}]])");
  expected["exceptions"] = {"EAR99 food"};
  expected["review"] =
      Json::parse(R"([{"kind":"case_by_case","fit":"precisely","published":"Case-by-case for EAR99 items"}])");
  CHECK(to_json(answer) == expected);
}
