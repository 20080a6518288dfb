#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

/// The longest legal form that begins at word `first`: its class and its number of words, 0 for none. Words must be
/// folded and in their own script. A form is also found
/// - romanised in another way than the table writes it ("obschestvo s ogranicennoj otvetstvennostju"),
/// - with its letters apart ("P L C", "Sh. p. k."), and
/// - as a scanner misreads it ("L1C", "0OO", "Lirnited").
[[nodiscard]] LegalFormUse longest_legal_form(const std::vector<Word>& words, std::size_t first);

/// The legal form that is `spelling` as `legal_form_spellings` has it, or nullptr. Lives as long as the program. Costs
/// a look at each letter.
[[nodiscard]] const LegalFormSpelling* find_legal_form(std::string_view spelling);

/// What the usual romanisations of a legal form have in common. Coarser than `sound_key`, which tells names apart:
/// legal forms are few, so that "akcionernoe", "aktsionernoye" and "aksionernoe" may share a key that no other form
/// has. Works on a whole phrase. Empty where a word holds anything but Latin letters once it is romanised.
[[nodiscard]] std::string legal_form_key(std::u32string_view phrase);

}  // namespace lookup
