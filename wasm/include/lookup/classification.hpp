#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"

namespace lookup {

/// What an item is classified as under the Export Administration Regulations: an Export Control Classification Number
/// (ECCN) of the Commerce Control List, 15 CFR Part 774, Supplement No. 1, or EAR99 for what that list does not name.
struct Classification {
  std::string number;                   ///< `3B001`, or `EAR99`.
  std::vector<std::string> paragraphs;  ///< `a`, `4` of `3B001.a.4`; empty for the whole number.

  friend bool operator==(const Classification&, const Classification&) = default;
};

/// The classification that someone typed, in any case, with or without `ECCN` before it. An ECCN is a category from 0
/// to 9, a product group from A to E and three digits (15 CFR 738.2), with paragraphs behind dots. Whether such a
/// number exists is not checked. Errors: `classification_invalid`.
[[nodiscard]] Result<Classification> parse_classification(std::string_view typed);

/// `3B001.a.4`.
[[nodiscard]] std::string to_text(const Classification& classification);

[[nodiscard]] bool is_ear99(const Classification& classification);

/// Whether all that `inner` classifies is also in `outer`: `3B001.a.4` is within `3B001`.
[[nodiscard]] bool is_within(const Classification& inner, const Classification& outer);

/// The paragraphs of `a.4` or `.a.4`, in lower case; empty where `text` is none: a letter or two, or up to three
/// digits, between dots, a letter first.
[[nodiscard]] std::vector<std::string> read_paragraphs(std::string_view text);

}  // namespace lookup
