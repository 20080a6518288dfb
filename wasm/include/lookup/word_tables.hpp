#pragma once

#include <cstdint>
#include <string_view>

namespace lookup {

/// What a spelling of a company's legal form says. Spellings of one legal nature share a form: "ltd", "gmbh", "ooo" and
/// "有限公司" are all limited liability companies. Sources: ISO 20275 and national company law, as
/// tables/legal_forms.tsv says block by block.
struct LegalForm {
  std::uint8_t form;  ///< Number of the legal nature, for `legal_form_name`.
  bool at_end;        ///< An everyday word too: a legal form only where nothing but legal forms follows.

  friend bool operator==(const LegalForm&, const LegalForm&) = default;
};

/// The name of a legal nature as JSON and reasons show it, for example "llc"; empty for a number that no spelling has.
/// Lives as long as the program.
[[nodiscard]] std::string_view legal_form_name(std::uint8_t form);

/// The level of words that fit any organisation, of `common_word_level`.
inline constexpr int generic_level = 2;
/// The level of places and of words that carry some identity.
inline constexpr int place_level = 3;
/// The level of words that say next to nothing.
inline constexpr int filler_level = 1;

/// How common a folded word is in names of companies, institutes and persons: 1 nearly empty ("the", "de"), 2 generic
/// in names of organisations ("trading", "institut"), 3 common (places, numerals, "global"), 4 a frequent given name or
/// surname; 0 when the table does not know it. Costs a look at each letter. Source: tables/common_words.tsv.
[[nodiscard]] int common_word_level(std::string_view folded_word);

/// The number of the meaning that a folded Latin word has in names of organisations, whatever its language: "zavod",
/// "plant" and "fabrika" share one by tables/meanings.tsv, itself or by its longest stem. A common word of level 3 that
/// stands in no row, and a Russian adjective made from one ("Ryazan", "Ryazanskogo"), share a number past those of the
/// rows. 0 for any other word.
[[nodiscard]] int word_meaning(std::string_view folded_word);

/// What the tables know of a word.
struct WordSense {
  int level = 0;    ///< `common_word_level`.
  int meaning = 0;  ///< `word_meaning`.
};

[[nodiscard]] WordSense word_sense(std::string_view folded_word);

/// True for a meaning that is a row of tables/meanings.tsv.
[[nodiscard]] bool is_table_meaning(int meaning);

/// How common any word of a meaning is, by the level of its English word: 2 or 3.
[[nodiscard]] int meaning_level(int meaning);

}  // namespace lookup
