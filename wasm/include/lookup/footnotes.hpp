#pragma once

#include <string_view>
#include <vector>

namespace lookup {

/// The footnotes of Supplement No. 4 to 15 CFR Part 744 (1 to 5) whose marks hang on a published licence requirement,
/// ascending. A mark follows a paragraph of § 734.9 (`734.9(g),3`, `734.9(g), 3 §746.8`, `734.9(e)1`) or the last word
/// of the sentence (`EAR)4`, `EAR2`); a paragraph in brackets (`734.9(e)(2)`) and a number of more digits (`EAR99`) are
/// none. Only what is printed counts: `734.9(g)` without its mark gives nothing.
[[nodiscard]] std::vector<int> read_footnotes(std::string_view requirement);

}  // namespace lookup
