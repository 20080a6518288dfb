#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

class WordMemory;

/// The longest legal form that begins at word `first`: its class and its number of words, 0 for none. Words must be
/// folded and in their own script; `known` has what `memory` knows of each. A form is also found
/// - romanised in another way than the table writes it ("obschestvo s ogranicennoj otvetstvennostju"),
/// - with its letters apart ("P L C", "Sh. p. k."), and
/// - as a scanner misreads it ("L1C", "0OO", "Lirnited").
[[nodiscard]] LegalFormUse longest_legal_form(const std::vector<Word>& words, const WordMemory& memory,
                                              std::span<const std::uint32_t> known, std::size_t first);

/// The legal form that `spelling` is by tables/legal_forms.tsv: folded words separated by single spaces; a dotted run
/// of letters is one word ("llc").
[[nodiscard]] std::optional<LegalForm> find_legal_form(std::string_view spelling);

/// What the usual romanisations of a word of a legal form have in common. Coarser than `sound_key`, which tells names
/// apart: legal forms are few, so that "akcionernoe", "aktsionernoye" and "aksionernoe" may share a key that no other
/// form has. Empty where the word holds anything but Latin letters.
[[nodiscard]] std::string legal_form_key(std::u32string_view word);

}  // namespace lookup
