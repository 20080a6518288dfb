#include "lookup/phrase.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <utility>

namespace lookup {
namespace {

constexpr auto wordings = std::to_array<PhraseWording>({
    // Why a name, a number or an address matches.
    {"identical", "The two names are the same but for case, accents and punctuation."},
    {"same", "{query} stands in the listed name."},
    {"joined", "{query} written together is {name}."},
    {"torn", "{query} is {name} written together."},
    {"romanized", "{query} in Latin letters may be {name}."},
    {"look_alike", "{query} looks like {name}, with letters or digits of nearly the same shape."},
    {"sound", "{query} and {name} are two ways to write one sound in Latin letters."},
    {"typo", "{query} is spelt nearly like {name}."},
    {"translated", "{query} and {name} mean the same or nearly the same."},
    {"abbreviation", "{query} and {name} say the same; one of them is the usual abbreviation."},
    {"acronym", "{query} and {name} agree as a name and its initials; other names may have these too."},
    {"cut", "{query} and {name} begin alike; one of them is cut short."},
    {"legal_form", "{query} and {name} are the same kind of legal form."},
    {"initial", "{query} and {name} begin with the same letter; one may be the other’s initial."},
    {"cut_off", "The listed name begins with your query, which may have been cut off there."},
    {"numbers_differ", "The numbers in the two names differ, which speaks against a match."},
    {"query_left", "Only in your query: {query}."},
    {"name_left", "Only in the listed name: {name}."},
    {"query_beside", "{query} was set aside: the rest of your query was compared as a name of its own."},
    {"address_beside", "{query} was taken for an address: what stands before it was compared as a name of its own."},
    {"person_without_form", "This listing is of a person, which has no legal form: {query} speaks against it."},
    {"vessel_without_form", "This listing is of a vessel, which has no legal form: {query} speaks against it."},
    {"aircraft_without_form", "This listing is of an aircraft, which has no legal form: {query} speaks against it."},
    {"person_of_fewer_words",
     "This listing is of a person, which is not called by more words: {query} speaks against it."},
    {"vessel_of_fewer_words",
     "This listing is of a vessel, which is not called by more words: {query} speaks against it."},
    {"aircraft_of_fewer_words",
     "This listing is of an aircraft, which is not called by more words: {query} speaks against it."},
    {"identifier", "{query} is published as an identifier of this party ({kind})."},
    {"address_listed", "This address is itself listed. Agreeing: {name}."},
    {"address_shared", "A listed party has this address, which is weaker evidence than a name. Agreeing: {name}."},
    {"address_beside_name", "The party also has this address. Agreeing: {name}."},
    {"building_listed", "An address in this building is itself listed. Agreeing: {name}."},
    {"building_shared", "A listed party is in this building, which is weaker evidence than a name. Agreeing: {name}."},
    {"building_beside_name", "The party is also in this building. Agreeing: {name}."},
    {"room_differs", "The room is another one: {query} is not {name}."},
    {"address_query_left", "Only in your address: {query}."},
    {"address_left", "Only in the listed address: {name}."},
    {"floor_differs", "The floor is another one: {query} is not {name}."},
    // What a rule means. The parts that a listed party may have in a transaction: 15 CFR 744.11(a), 748.5(c) to (f).
    {"scope_not_published", "The entry publishes no licence requirement of its own: go by what its list means."},
    {"scope_all_items",
     "A licence is needed to export, reexport or transfer (in-country) any item subject to the EAR where this party "
     "is purchaser, intermediate or ultimate consignee, or end user, EAR99 items (those that the Commerce Control "
     "List does not name) too."},
    {"scope_all_but_excepted",
     "A licence is needed to export, reexport or transfer (in-country) any item subject to the EAR where this party "
     "is purchaser, intermediate or ultimate consignee, or end user, except {exceptions}."},
    {"scope_under_a_section",
     "A licence is needed to export, reexport or transfer (in-country) any item subject to the EAR where this party "
     "is purchaser, intermediate or ultimate consignee, or end user, {condition}. Of other dealings with it the "
     "entry says nothing."},
    {"scope_named_items",
     "A licence is needed to export, reexport or transfer (in-country) these items where this party is purchaser, "
     "intermediate or ultimate consignee, or end user: {items}."},
    {"not_all_read",
     "Part of this text is worded in a way that this program does not read: go by the words as published."},
    {"other_parts",
     "Other parts of the EAR may still ask for a licence: for the item, where it goes, what it is for, or who else "
     "takes part."},
    {"footnote",
     "Footnote {footnote}: foreign-made items that {citations} describes count as subject to the EAR for this "
     "party."},
    {"footnote_without_section", "Footnote {footnote} applies too: read it in Supplement No. 4 to 15 CFR Part 744."},
    {"de_minimis",
     "The entry cites {citations}: some foreign-made items are subject to the EAR however small their U.S. content "
     "is."},
    {"foreign_made", "The entry cites {citations} (foreign-made items) without its footnote mark: read the entry."},
    {"licence_exception",
     "License Exception {name} may be used under {citations}, where all its own conditions are met."},
    {"licence_exception_if",
     "License Exception {name} may be used under {citations} {condition}, where all its own conditions are met."},
    {"worldwide", "The requirement holds wherever in the world the party is."},
    {"for_items", "For {items}: "},
    {"for_items_but", "For {items}, apart from {exceptions}: "},
    {"for_others", "For all other items: "},
    {"for_others_but", "For all other items, apart from {exceptions}: "},
    {"denial", "BIS’s policy is to deny a licence."},
    {"presumption_of_denial",
     "BIS presumes that it will deny a licence, unless the application gives it reason not to."},
    {"case_by_case", "BIS decides each application for a licence on its own facts."},
    {"presumption_of_approval", "BIS presumes that it will grant a licence; one must be applied for all the same."},
    {"reviewed_under", "BIS reviews an application under {citations}."},
    {"exceptions_to_read", "A licence exception may be open: read {citations}."},
    {"no_policy", "The entry publishes no licence review policy."},
    {"item_named", "The entry asks for a licence for {item} and names it: {words}."},
    {"item_covered", "The entry asks for a licence for {item}, since it covers {words}."},
    {"item_excepted", "The entry leaves {item} out of its own licence requirement: {exceptions}."},
    {"item_partly_excepted",
     "The entry asks for a licence for {item}, since it covers {words}, unless yours is among those that it leaves "
     "out: {exceptions}."},
    {"item_by_list", "The entry publishes no licence requirement by item: go by what its list means."},
    {"item_not_told",
     "Whether the entry asks for a licence for {item} does not show from the classification alone: {words}."},
    {"only_if", "It does so only {condition}."},
    {"if_covers", "If {items} covers yours: "},
    {"otherwise", "Otherwise: "},
    {"review_not_told", "What holds for it does not show from the review policy: {words}."},
    {"space", " "},
});

std::string said(const PhraseValue& value, const std::string& passage) {
  if (!value.is_quoted) return passage;
  if (passage.empty()) return "what the text as published describes";
  return "“" + passage + "”";
}

/// `a`, `a and b`, `a, b and c`.
std::string enumerated(const PhraseValue& value) {
  std::string text;
  const std::size_t count = value.passages.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 < count ? ", " : " and ";
    text += said(value, value.passages[i]);
  }
  return text;
}

std::string_view wording_of(std::string_view key) {
  const auto found =
      std::find_if(wordings.begin(), wordings.end(), [key](const PhraseWording& each) { return each.key == key; });
  assert(found != wordings.end());
  return found == wordings.end() ? key : found->text;
}

}  // namespace

std::string text_of(const Phrase& phrase) {
  std::string text;
  std::string_view rest = wording_of(phrase.key);
  for (std::size_t open = rest.find('{'); open != rest.npos; open = rest.find('{')) {
    const std::size_t close = rest.find('}', open);
    const std::string_view place = rest.substr(open + 1, close - open - 1);
    text += rest.substr(0, open);
    for (const PhraseValue& value : phrase.values)
      if (value.place == place) text += enumerated(value);
    rest.remove_prefix(close + 1);
  }
  return text.append(rest);
}

std::span<const PhraseWording> phrase_wordings() { return wordings; }

PhraseValue quote(std::string_view place, std::vector<std::string> passages) {
  return {place, std::move(passages), true};
}

PhraseValue state(std::string_view place, std::vector<std::string> passages) {
  return {place, std::move(passages), false};
}

std::string text_of(const Sentence& sentence) {
  std::string text;
  for (const Phrase& phrase : sentence) text += text_of(phrase);
  return text;
}

std::vector<std::string> texts_of(const std::vector<Sentence>& sentences) {
  std::vector<std::string> texts;
  texts.reserve(sentences.size());
  for (const Sentence& sentence : sentences) texts.push_back(text_of(sentence));
  return texts;
}

}  // namespace lookup
