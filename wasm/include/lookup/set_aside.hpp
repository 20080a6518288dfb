#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// Which words of a query are left when what people copy along with a name is set aside: numbers of at least five
/// digits, in parts ("12-345-678") of seven, which number persons, companies and accounts rather than being part of a
/// name; dates ("1984-01-08", "8 Jan 1984"); and what announces them ("DOB", "VAT", "ИНН", "IBAN"), which may stand on
/// both sides. Nothing where there is none of these. Linear in the words.
[[nodiscard]] std::optional<std::vector<bool>> without_numbers_aside(const std::vector<Word>& words);

/// Where those numbers stand, in bytes of what `words` were made of.
[[nodiscard]] std::vector<Mark> numbers_aside(const std::vector<Word>& words);

/// The words of the name in the address of a site or of a mailbox: "huawei" of "https://www.huawei.com/en" and of
/// "sales@huawei.com.hk". `text` is what `words` were made of. Nothing where the text holds no such address; of several
/// the first.
[[nodiscard]] std::optional<std::vector<bool>> site_name(std::string_view text, const std::vector<Word>& words);

}  // namespace lookup
