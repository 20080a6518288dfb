#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// A name of Chinese characters in pinyin, one word without tones: by the usual reading of each character first, then
/// by its other readings (长 chang, zhang), eight at most. Characters without a reading stay as they are. Source:
/// kMandarin of Unihan (UAX #38) and tables/han_readings.tsv.
[[nodiscard]] std::vector<std::string> han_spellings(std::u32string_view name);

/// For a name that is written like a person's, surname first: the given name before the surname, in pinyin. Empty where
/// the first characters are no frequent surname or the rest is longer than two.
[[nodiscard]] std::string surname_last(std::u32string_view name);

}  // namespace lookup
