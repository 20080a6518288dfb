#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/address_words.hpp"

namespace lookup {

/// What stands between a word of an address and the one before it, the strongest of several.
enum class AddressGap : std::uint8_t { none, blank, hyphen, slash, comma };

/// A word or number of an address before it is known what it counts.
struct AddressLexeme {
  std::string text;
  std::vector<std::string> others{};
  std::uint32_t begin;
  std::uint32_t end;
  AddressGap gap;              ///< Before it; `comma` for the first.
  bool is_number = false;      ///< Holds a digit.
  bool is_ordinal = false;     ///< "4th"; the text is the number alone.
  AddressWord meaning{};       ///< Of a word.
  bool counts_before = false;  ///< Chinese: the number that it counts stands before it.
};

/// The words and numbers of an address: "16F" is a number and "f", ranges ("2-16", "16/2") are one number, Chinese is
/// cut at the words that addresses have.
[[nodiscard]] std::vector<AddressLexeme> address_lexemes(std::string_view text);

}  // namespace lookup
