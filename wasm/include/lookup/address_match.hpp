#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "lookup/address_parts.hpp"

namespace lookup {

/// How near two addresses are.
enum class AddressLevel : std::uint8_t {
  same_building,  ///< The street and the house agree, the room or floor differs or only one of the two tells it.
  same            ///< All that decides agrees.
};

/// The parts of an address and what each weighs.
struct WeighedAddress {
  std::vector<AddressPart> parts;
  std::vector<double> weights;  ///< In bits, one for each part.
  std::vector<bool> is_known;   ///< For each part: some listed address has the same word.
  std::size_t begin = 0;        ///< First byte of the address in the text: what stands before is not asked for.
};

/// Parts that agree, by their places in the two addresses.
struct AddressPair {
  std::uint16_t asked;
  std::uint16_t listed;
};

/// What two addresses agree in.
struct AddressAgreement {
  AddressLevel level;
  double score;  ///< In hundredths, by how much of both is covered: 75 to 99 for `same`, 60 to 84 for `same_building`,
                 ///< 2 less where a number is one of a range. A better cover may outdo the level.
  std::vector<AddressPair> pairs;  ///< A part may stand in several: "Fayuen" agrees with "Fa" and "Yuen".
  bool rooms_differ = false;       ///< Both tell a room, and another one …
  bool floors_differ = false;      ///< … or a floor.
};

/// Compares an asked with a listed address, in any order of parts. Nothing where they are not of one building: the
/// street and the house number must agree as far as both tell them, and so must numbered buildings, post boxes and one
/// of their places; where one of the two lacks street or number, the building's name must agree. Cost is the product of
/// their parts. Only additions, multiplications and divisions: the same digits on every machine.
[[nodiscard]] std::optional<AddressAgreement> compare(const WeighedAddress& asked, const WeighedAddress& listed);

/// True where two numbers of one kind agree: the same, or one a range that holds the other ("45-51" and "47").
[[nodiscard]] bool numbers_agree(const AddressPart& a, const AddressPart& b);

}  // namespace lookup
