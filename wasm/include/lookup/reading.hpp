#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// The parts of a query that may each be a name of their own, as the words of `tokens` that they keep:
/// - the words of one script where a name is written in two;
/// - what is left without numbers, dates and what announces them, and the name in the address of a site (`set_aside`);
/// - what stands outside brackets and what within;
/// - what a semicolon, a slash between blanks or a go-between such as "c/o", "aka" or "d/b/a" parts;
/// - of two words at least, what a comma or a dash between blanks parts too;
/// - where it has a word that is not common, what any slash, plus or dash parts, "and" between two such names, and the
///   commas of a list.
///
/// Never the whole, nor parts of legal forms, numbers and single letters only; no two are the same, and there are seven
/// at most. `text` is what `tokens` was made of. Cost grows with words times parts.
[[nodiscard]] std::vector<std::vector<bool>> readings(std::string_view text, const Tokens& tokens);

/// For each word, the number of the stretch of the query that it stands in: two words of one stretch have no mark or
/// word between them that may part names (the above, a comma even before a single word). What a bracket holds is a
/// stretch of its own, and what stands before and behind it are one.
[[nodiscard]] std::vector<std::uint16_t> stretches(std::string_view text, const Tokens& tokens);

}  // namespace lookup
