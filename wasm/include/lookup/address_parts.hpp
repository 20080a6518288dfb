#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// What a part of an address is.
enum class AddressPartKind : std::uint8_t {
  word,      ///< Of a building's or party's name, or anything else.
  street,    ///< Of a street's name; an ordinal is its number alone ("4" of "4th Road").
  place,     ///< A city, district or country.
  generic,   ///< A word such as "road" or "room", in one spelling for all.
  house,     ///< A number in a street.
  building,  ///< A number or letter of a building.
  floor,
  room,
  box,      ///< A post box.
  section,  ///< A number of a phase, plot, kilometre.
  postal,   ///< A postal code, as far as it is digits only.
  number,   ///< A number that does not say what it counts.
};

/// True for kinds that are numbers.
[[nodiscard]] constexpr bool is_numbered(AddressPartKind kind) { return kind >= AddressPartKind::house; }

/// One part of an address.
struct AddressPart {
  AddressPartKind kind;
  std::string text;  ///< Folded, in Latin letters; numbers without leading zeros: "fayuen", "2-16", "19c".
  std::vector<std::string> others;  ///< Other readings of Chinese characters.
  std::uint32_t begin;              ///< First byte in the source text …
  std::uint32_t end;                ///< … and one past its last.
  std::uint16_t street = 0;         ///< Which of the address's streets it is part of, from 1; 0 for none.
  bool is_ordinal = false;          ///< "4th" in a street's name.
  bool is_direction = false;        ///< "North" in a street's name.
  bool follows_comma = false;       ///< A comma or the beginning of the text stands before it.
};

/// Takes an address apart, whatever its language and order: Cyrillic and Chinese become Latin words, numbers say what
/// they count where the address says it ("Rm 1005", "10/F", "10th Floor", "10楼", "No. 52", "52号"). `text` must be
/// well-formed UTF-8. Cost is linear but for Chinese runs (`split_han`).
[[nodiscard]] std::vector<AddressPart> address_parts(std::string_view text);

/// True where a text is likely to be or to hold an address: a street and a number, numbers that count two things of
/// house, building, floor and room, or a post box. One such number alone stands in names too ("No. 28 Institute", "Unit
/// 61398").
[[nodiscard]] bool look_like_address(const std::vector<AddressPart>& parts);

/// Whether a text could be an address for all that its words say: two numbers, such as those of house and post, among
/// four parts at least.
[[nodiscard]] bool may_be_address(const std::vector<AddressPart>& parts);

/// True where the parts tell a place in a town: a street, a house number or a post box.
[[nodiscard]] bool tell_place(const std::vector<AddressPart>& parts);

/// Where in a text that may begin with a name its address begins, in bytes: at the first part that only addresses have,
/// behind the last comma before it. 0 where no name stands before it.
[[nodiscard]] std::size_t address_begin(const std::vector<AddressPart>& parts);

}  // namespace lookup
