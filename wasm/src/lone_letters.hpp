#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// Makes one word of single letters that stand for one, and initials of letters that stand for two names. `words` are
/// what `text` was split into, folded and in their own script.
/// - Three and more letters parted by dots alone or by blanks alone are one word: "L.L.C.", "N U D T".
/// - Two letters parted by a dot stay apart as initials ("M.V. Frunze", "Kravchenko D.A."), but for a legal form at the
///   end ("Acme S.A."). Russian forms have no dots, and what stands after a Russian family name may be initials:
///   "Иванов А.О.", "Kuznetsov A.G.".
/// - Two letters beside a Russian family name and nothing else are initials unless they are a legal form: "Kuznetsov
///   AL".
[[nodiscard]] std::vector<Word> gather_lone_letters(std::string_view text, std::vector<Word> words);

/// Makes one word of the words from `first` to before `end`.
void join_words(std::vector<Word>& words, std::size_t first, std::size_t end);

}  // namespace lookup
