#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace lookup {

/// Many times the longest published text (2,926 bytes in July 2026); it bounds the work on a damaged one.
inline constexpr std::size_t longest_text_bytes = 50'000;

/// Whether there is a control character other than those that count as white space: a sign of binary data or another
/// encoding.
[[nodiscard]] bool has_control_character(std::string_view text);

/// What no published text has: more than `longest_text_bytes`, or a control character other than those that count as
/// white space. Nothing for a text that has neither.
[[nodiscard]] std::optional<std::string_view> flaw_of(std::string_view text);

/// Whether well-formed `text` has anything that a query can be compared with. Cost is linear.
[[nodiscard]] bool has_letter_or_digit(std::string_view text);

}  // namespace lookup
