#pragma once

#include <string_view>
#include <vector>

namespace lookup {

/// What remains of a folded Latin word when a legal form is taken off its front or its back: "siemens" of "siemensag",
/// "argument" of "jscargument". Longer remainders of a short form are wanted, since short forms end many words. A
/// remainder means something only where it is a word that is known and the whole is not. Views into `word`.
[[nodiscard]] std::vector<std::u32string_view> without_glued_legal_form(std::u32string_view word);

}  // namespace lookup
