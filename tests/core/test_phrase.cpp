#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "bundled.hpp"
#include "lookup/plain_words.hpp"

using namespace lookup;

namespace {

/// The names in braces of the wording `key`; fails where there is none.
std::set<std::string> places_of(std::string_view key) {
  for (const PhraseWording& wording : phrase_wordings()) {
    if (wording.key != key) continue;
    std::set<std::string> places;
    for (std::size_t open = wording.text.find('{'); open != wording.text.npos; open = wording.text.find('{', open + 1))
      places.emplace(wording.text.substr(open + 1, wording.text.find('}', open) - open - 1));
    return places;
  }
  FAIL("no wording for " << key);
  return {};
}

/// Whether each place of the phrase's wording has a value, and each value of a rule's phrase a place.
void check_places(const Phrase& phrase, bool may_have_more) {
  const std::set<std::string> places = places_of(phrase.key);
  std::set<std::string> given;
  for (const PhraseValue& value : phrase.values) {
    CHECK_FALSE(value.passages.empty());
    given.emplace(value.place);
  }
  for (const std::string& place : places) CHECK(given.count(place) == 1);
  if (!may_have_more) CHECK(given == places);
}

void check_sentences(const std::vector<Sentence>& sentences) {
  for (const Sentence& sentence : sentences)
    for (const Phrase& phrase : sentence) check_places(phrase, false);
}

}  // namespace

TEST_CASE("a phrase's wording has its values in their places") {
  CHECK(text_of(Phrase{"typo", {quote("query", {"Huawai"}), quote("name", {"Huawei"})}}) ==
        "“Huawai” is spelt nearly like “Huawei”.");
  CHECK(text_of(Phrase{"reviewed_under", {state("citations", {"a", "b", "c"})}}) ==
        "BIS reviews an application under a, b and c.");
  CHECK(text_of(Phrase{"only_if", {quote("condition", {""})}}) ==
        "It does so only what the text as published describes.");
}

TEST_CASE("each phrase has a key of its own") {
  std::set<std::string_view> keys;
  for (const PhraseWording& wording : phrase_wordings()) CHECK(keys.insert(wording.key).second);
}

TEST_CASE("what the rules of the bundled list say has a wording, and each of its places a value") {
  const List list = bundled_list();
  for (const SharedText& shared : list.requirements)
    check_sentences(plain_words(read_licence_requirement(shared.text)));
  for (const SharedText& shared : list.policies) check_sentences(plain_words(read_licence_policy(shared.text)));
  for (const char* item : {"EAR99", "3A090.a", "3B001"})
    for (const SharedText& shared : list.requirements)
      check_sentences(
          plain_words(answer_for_item(parse_classification(item).value(), read_licence_requirement(shared.text),
                                      read_licence_policy("Case-by-case for EAR99 items"))));
}

TEST_CASE("each reason has a wording, and each of its places a value") {
  Screener screener;
  screener.add(bundled_list());
  for (const char* name : {"Wuhan Raycus Fiber", "Хиквижн Технолоджи", "大华科技 Dahua", "555 Qianmo Road, Hangzhou",
                           "Beijing Institut of Tecnology 54", "Huawei HK Ltd", "N.I.I. Kvant"})
    for (const Match& match : answer(screener, name).matches)
      for (const Reason& reason : match.why.reasons) {
        check_places(reason.phrase, true);
        CHECK(text_of(reason.phrase).ends_with('.'));
      }
}
