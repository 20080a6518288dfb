#pragma once

#include <string>
#include <string_view>

namespace lookup {

/// What the usual romanisations and spellings of one sound have in common: `shchukin` and `schukin`, `alexey` and
/// `aleksei`, `yuri` and `iurii` give one key. Words of different sound seldom do. Empty for words of fewer than four
/// letters or with anything but Latin letters. Cost is linear. Source: where the tables of BGN/PCGN, ALA-LC, ISO 9,
/// GOST 7.79, ICAO Doc 9303 and the German and French habits of writing Russian names differ.
[[nodiscard]] std::u32string sound_key(std::u32string_view word);

}  // namespace lookup
