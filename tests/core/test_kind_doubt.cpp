#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>

#include "lookup/screener.hpp"
#include "small_list.hpp"

using lookup::EntryKind;

namespace {

/// The best match of `query` with a listed name of that kind, at any score.
lookup::Match match_of(const char* listed, EntryKind kind, const char* query) {
  // The screener owns what a match points to.
  static std::deque<lookup::Screener> kept;
  lookup::List list = small_list({listed, "Zarya Works"});
  list.entries[0].kind = kind;
  kept.emplace_back(std::move(list));
  lookup::Query asked;
  asked.name = query;
  asked.min_score = 0;
  return kept.back().check(asked).value().matches.at(0);
}

/// What the kind takes off: the score as that kind by the score as an organisation.
double factor(const char* listed, EntryKind kind, const char* query) {
  return match_of(listed, kind, query).score / match_of(listed, EntryKind::entity, query).score;
}

}  // namespace

TEST_CASE("a vessel has no legal form and no other words in its name") {
  CHECK(factor("DOVER", EntryKind::vessel, "Dover Corporation") == Approx(0.7).margin(0.001));
  CHECK(factor("DOVER", EntryKind::vessel, "Dover Castle") == Approx(0.75).margin(0.001));
  CHECK(factor("EP-GOL", EntryKind::aircraft, "EP-GOL Ltd") == Approx(0.7).margin(0.001));
  CHECK(factor("DOVER", EntryKind::vessel, "MV Dover") == 1);
  CHECK(factor("DOVER", EntryKind::vessel, "vessel Dover") == 1);
  CHECK(factor("ARK III", EntryKind::vessel, "Ark") == 1);
}

TEST_CASE("a person has no legal form, and a nickname no words beside it") {
  CHECK(factor("Ivan KERIMOV", EntryKind::individual, "Kerimov LLC") == Approx(0.8).margin(0.001));
  CHECK(factor("PRADA", EntryKind::individual, "Prada Fashion") == Approx(0.8).margin(0.001));
  CHECK(factor("Ivan KERIMOV", EntryKind::individual, "Kerimov Ivan Petrovich") == 1);
}

TEST_CASE("identity stays 100, and an entry of unknown kind is doubted by nothing") {
  CHECK(match_of("DOVER LTD", EntryKind::vessel, "Dover Ltd.").score == 100);
  CHECK(factor("DOVER", EntryKind::unknown, "Dover Corporation") == 1);
}

TEST_CASE("the reasons say what speaks against the kind") {
  const lookup::Match match = match_of("DOVER", EntryKind::vessel, "Dover Corporation");
  const bool said = std::any_of(match.why.reasons.begin(), match.why.reasons.end(), [](const lookup::Reason& reason) {
    return reason.kind == "kind_differs" &&
           text_of(reason.phrase) ==
               "This listing is of a vessel, which has no legal form: “Corporation” speaks against it.";
  });
  CHECK(said);
}

TEST_CASE("the legal form of another party in the query says nothing of a person or vessel") {
  CHECK(factor("ADRIAN DARYA 1", EntryKind::vessel, "Adrian Darya 1, Acme Shipping Ltd") == 1);
  CHECK(factor("MOLLY", EntryKind::vessel, "MV MOLLY, Acme Shipping Co Ltd") == 1);
  CHECK(factor("Ali KHAMENEI", EntryKind::individual, "Acme Ltd; Ali Khamenei") == 1);
  CHECK(factor("Ali KHAMENEI", EntryKind::individual, "Acme Ltd and Ali Khamenei") == 1);
  CHECK(factor("Ali KHAMENEI", EntryKind::individual, "Ali Khamenei (Acme Ltd)") == 1);
}

TEST_CASE("a legal form counts wherever it stands in the stretch that agrees") {
  CHECK(factor("Ivan KERIMOV", EntryKind::individual, "Acme; Kerimov LLC") == Approx(0.8).margin(0.001));
  CHECK(factor("DOVER", EntryKind::vessel, "Dover (Hong Kong) Ltd") == Approx(0.7).margin(0.001));
}

TEST_CASE("an aircraft's mark agrees as a whole or not at all") {
  lookup::List list = small_list({"EP-GOL", "EP-GOM", "YV2726"});
  for (lookup::Entry& entry : list.entries) entry.kind = EntryKind::aircraft;
  const lookup::Screener screener{std::move(list)};
  const auto found = [&screener](const char* name) {
    lookup::Query query;
    query.name = name;
    query.min_score = 0;
    const lookup::CheckResult result = screener.check(query).value();
    std::vector<std::string> names;
    for (const lookup::Match& match : result.matches) names.push_back(match.entry->name);
    return names;
  };
  CHECK(found("EPGOL") == std::vector<std::string>{"EP-GOL"});
  CHECK(found("ep gom") == std::vector<std::string>{"EP-GOM"});
  CHECK(found("Flight of EP-GOM") == std::vector<std::string>{"EP-GOM"});
  CHECK(found("YV2726") == std::vector<std::string>{"YV2726"});
  CHECK(found("YV2762").empty());
  CHECK(found("EP-GON").empty());
}
