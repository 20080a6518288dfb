#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// One identifier or mark of a party as published: a passport, a tax number, `IMO 6421660`, but also `Male, Gender`.
struct Identifier {
  std::string kind;                ///< For example "Passport".
  std::string number;              ///< What stands before the kind; empty where that is a country alone.
  std::string country;             ///< ISO 3166-1 alpha-2, or empty where none is published.
  std::vector<std::string> dates;  ///< ISO 8601: expiry before issue; one alone may be either.

  bool operator==(const Identifier&) const = default;
};

/// The identifiers in a published cell, parted by `;`, each once. `MX, 2018-11-02, 2008-11-02, 0801009914, Passport`
/// gives country, dates, number and kind; `Korea, North, Nationality of Registration` a number `Korea, North`.
[[nodiscard]] std::vector<Identifier> read_identifiers(std::string_view cell);

}  // namespace lookup
