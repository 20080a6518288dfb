#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// A pair of brackets in a text with everything between them.
struct Bracket {
  std::size_t begin;        ///< Of the opening bracket.
  std::size_t end;          ///< One past the closing bracket.
  std::string_view inside;  ///< Lives as long as the text.
};

/// The outermost pairs of round brackets, in order. A bracket that is never closed opens none.
[[nodiscard]] std::vector<Bracket> find_brackets(std::string_view text);

/// What the brackets in a name say about the party.
struct ShortNames {
  std::vector<std::string> acronyms;     ///< `(NUDT)`, `(GkNIPAS)`, `(CETC 13)`, `(JSC NICEVT)` as `NICEVT`.
  std::vector<std::string> other_names;  ///< A name spelled out in brackets, and the short one before it.
};

/// The short names that brackets give to the party called `name`: not legal forms, places or remarks, and not an
/// acronym of something else, be it a parent that the name goes on from (`… (CASIC) 3rd Academy`) or one that it ends
/// with (`20th Research Institute of China Electronic Technology Group Corp (CETC)`).
[[nodiscard]] ShortNames read_short_names(std::string_view name);

}  // namespace lookup
