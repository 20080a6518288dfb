#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lookup {

/// What a word of an address says of what stands beside it.
enum class AddressSense : std::uint8_t {
  none,       ///< Part of a name.
  street,     ///< "Road", "ul.", 路.
  room,       ///< "Room", "Rm", "Flat", 室.
  floor,      ///< "Floor", "16/F", 楼.
  building,   ///< "Tower", "Block", 栋.
  house,      ///< "No.", "dom", 号.
  box,        ///< "P.O. Box".
  section,    ///< "Phase", "Plot", "km": numbers that decide nothing by themselves.
  place,      ///< "District", "Oblast", 市: the name beside it is a place.
  direction,  ///< "North", "bei", 北: part of a street's name.
  ordinal,    ///< "First": a number in words.
  plain,      ///< "Centre", "Ctr": a word of names with several spellings.
};

/// A word that addresses share, whatever its spelling.
struct AddressWord {
  AddressSense sense = AddressSense::none;
  std::string_view word;  ///< Its one spelling for all: "road", "street", "north", "1". Lives as long as the program.
  bool leads = false;     ///< A street's word that its name follows: "ul. Golosova", "rue Murat".
};

/// The word that a folded spelling in Latin letters is; `sense` is `none` for any other. Costs one binary search.
[[nodiscard]] AddressWord find_address_word(std::string_view folded);

/// A word at the beginning of folded Chinese text.
struct HanAddressWord {
  std::size_t count = 0;  ///< Characters that it takes; 0 where there is none.
  AddressWord meaning;
  std::string_view latin;  ///< For a street or building of established name, its words; then `meaning` is empty.
};

/// The longest word that `rest` begins with. A street or building of Hong Kong has a name of its own in English;
/// source: the street index and the gazetteer of the Government of the Hong Kong SAR.
[[nodiscard]] HanAddressWord find_han_address_word(std::u32string_view rest);

}  // namespace lookup
