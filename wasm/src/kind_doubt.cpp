#include "lookup/kind_doubt.hpp"

#include <algorithm>
#include <array>

namespace lookup {
namespace {

constexpr double craft_with_legal_form = 0.7;    // "Dover Corporation" for the vessel DOVER.
constexpr double craft_with_other_words = 0.75;  // "Sara Goodwin" for the vessel GOODWIN.
constexpr double person_with_legal_form = 0.8;   // A company may carry its listed owner's name.
constexpr double nickname_with_other_words = 0.8;

/// Words that say that a vessel follows: motor vessel, motor tanker, steamship.
bool announces_vessel(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 8> words{U"vessel", U"ship", U"tanker", U"mv",
                                                            U"mt",     U"ss",   U"motor",  U"imo"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

Mark place_of(const Word& word) { return {word.begin, word.end}; }

/// The first word of the reading that no word of the name agrees with and that is neither a legal form, an initial, a
/// number nor the announcement of a vessel.
std::optional<std::size_t> other_word(const PreparedQuery& reading, const Alignment& alignment) {
  const std::vector<Word>& words = reading.tokens.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].is_legal_form || words[i].is_number || is_initial(words[i]) || announces_vessel(words[i].text))
      continue;
    const bool is_paired = std::any_of(alignment.pairs.begin(), alignment.pairs.end(), [i](const WordPair& pair) {
      return i >= pair.query_first && i < std::size_t{pair.query_first} + pair.query_count;
    });
    if (!is_paired) return i;
  }
  return std::nullopt;
}

/// The first legal form of the query that stands in one stretch with words that agree.
const LegalFormUse* form_beside(const Tokens& whole, std::span<const std::uint16_t> stretches,
                                const PreparedQuery& reading, const Alignment& alignment) {
  for (const LegalFormUse& form : whole.legal_forms)
    for (const WordPair& pair : alignment.pairs)
      for (std::size_t i = 0; i < whole.words.size(); ++i)
        if (whole.words[i].begin == reading.tokens.words[pair.query_first].begin &&
            stretches[i] == stretches[form.first_word])
          return &form;
  return nullptr;
}

}  // namespace

std::optional<KindDoubt> doubt_kind(EntryKind kind, const Tokens& whole, std::span<const std::uint16_t> stretches,
                                    const PreparedQuery& reading, const IndexedName& name, const Alignment& alignment) {
  const bool is_craft = kind == EntryKind::vessel || kind == EntryKind::aircraft;
  if ((!is_craft && kind != EntryKind::individual) || alignment.identical) return std::nullopt;
  if (const LegalFormUse* form = form_beside(whole, stretches, reading, alignment))
    return KindDoubt{is_craft ? craft_with_legal_form : person_with_legal_form, place_of(whole.words[form->first_word]),
                     true};
  if (!is_craft && name.tokens.words.size() > 1) return std::nullopt;
  if (const std::optional<std::size_t> other = other_word(reading, alignment))
    return KindDoubt{is_craft ? craft_with_other_words : nickname_with_other_words,
                     place_of(reading.tokens.words[*other]), false};
  return std::nullopt;
}

bool is_another_mark(EntryKind kind, const IndexedName& name, const Alignment& alignment) {
  if (kind != EntryKind::aircraft || alignment.identical) return false;
  std::size_t agreeing = 0;
  for (const WordPair& pair : alignment.pairs) {
    const bool is_whole = pair.agreement == Agreement::same || pair.agreement == Agreement::joined ||
                          pair.agreement == Agreement::torn || pair.agreement == Agreement::look_alike;
    if (is_whole) agreeing += pair.name_count;
  }
  return agreeing < name.tokens.words.size();
}

Reason explain(std::string_view query_text, EntryKind kind, const KindDoubt& doubt) {
  std::string word{query_text.substr(doubt.query_word.begin, doubt.query_word.end - doubt.query_word.begin)};
  const bool is_form = doubt.is_legal_form;
  const std::string_view key = kind == EntryKind::individual ? is_form ? "person_without_form" : "person_of_fewer_words"
                               : kind == EntryKind::vessel   ? is_form ? "vessel_without_form" : "vessel_of_fewer_words"
                               : is_form                     ? "aircraft_without_form"
                                                             : "aircraft_of_fewer_words";
  return reason("kind_differs", key, std::move(word), {});
}

}  // namespace lookup
