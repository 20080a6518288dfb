#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/alignment.hpp"
#include "lookup/phrase.hpp"

namespace lookup {

/// One sentence of why a name matches, or what speaks against it.
struct Reason {
  /// For programs: identical, same, joined, torn, romanized, look_alike, sound, typo, translated, abbreviation,
  /// acronym, cut, legal_form, initial, cut_off, numbers_differ, query_left, name_left, query_beside, kind_differs,
  /// identifier, same_address, same_building or address_differs.
  std::string_view kind;
  std::string query;  ///< The query's words concerned, as typed; may be empty.
  std::string name;   ///< The name's words concerned, as published; may be empty.
  Phrase phrase;      ///< For people: one sentence around these words.
};

/// A reason that is said by the phrase `key`, by default that of its kind, around the words of query and name.
[[nodiscard]] Reason reason(std::string_view kind, std::string query, std::string name);
[[nodiscard]] Reason reason(std::string_view kind, std::string_view key, std::string query, std::string name);

/// Why a listing matches.
struct Explanation {
  std::vector<Mark> query_marks;  ///< In bytes of the query's name.
  std::vector<Mark> name_marks;   ///< In bytes of the listed name or identifier.
  std::vector<Reason> reasons;
};

/// Why the alignment is what it is, in the order of reading: each pair of words, or of phrases where the same words
/// follow each other on both sides; then what is left over.
[[nodiscard]] std::vector<Reason> explain(std::string_view query_text, const PreparedQuery& query,
                                          const IndexedName& name, const Alignment& alignment);

/// What the whole query holds beside the reading of it that matched: the same name in another script or another name.
[[nodiscard]] Reason explain_beside(std::string_view query_text, const Tokens& whole, const Tokens& reading);

/// The stretches of the query's text that agree, in order, touching ones merged.
[[nodiscard]] std::vector<Mark> query_marks(const PreparedQuery& query, const Alignment& alignment);

/// The stretches of the name's text that agree, in order, touching ones merged.
[[nodiscard]] std::vector<Mark> name_marks(const IndexedName& name, const Alignment& alignment);

}  // namespace lookup
