#pragma once

#include <span>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// Where a name says a known phrase of organisation words, be it short ("NPO", "RPA") or spelled out in any language
/// ("Research and Production Association", "Nauchno-Proizvodstvennoe Obedinenie"). `words` are in Latin letters. In
/// order of place; uses may overlap, and a short form that stands for several phrases gives one for each. Filler words
/// between are skipped, and words of one meaning that follow each other count once. Source:
/// tables/abbreviations.tsv.
[[nodiscard]] std::vector<PhraseUse> find_phrases(std::span<const Word> words);

}  // namespace lookup
