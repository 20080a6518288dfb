#pragma once

#include <cstdint>
#include <string_view>

#include "lookup/list.hpp"

namespace lookup {

/// What something asked beside the name has to say about an entry.
enum class HintAgreement : std::uint8_t { not_asked, agrees, differs, unknown };

/// How JSON calls it: "agrees", "differs", "unknown"; empty for `not_asked`.
[[nodiscard]] std::string_view name_of(HintAgreement agreement);

// The shifts below are this project's own, set by hand, and no source gives any: small beside the 25 points between a
// name that is hardly like and one that is the same, so that they order matches that are about as good and no others.

/// Points that the asked country moves a match up or down the order …
inline constexpr double country_shift = 3;
/// … and the asked date of birth: a person of another age is more likely another person than one of another country.
inline constexpr double birth_shift = 10;
/// Points that the asked address moves a match: an address says more than its country, but a party may have several.
inline constexpr double address_shift = 5;

/// Whether the entry has the country among its addresses, nationalities or citizenships; `unknown` where it has none.
/// An empty `asked` is not asked.
[[nodiscard]] HintAgreement compare_country(std::string_view asked, const Entry& entry);

/// True for `1956-09-13`, `1956-09` and `1956`.
[[nodiscard]] bool is_birth_date(std::string_view text);

/// Whether the entry's person may be born then: a day agrees with the same day, also with day and month exchanged, and
/// with a year or a span of years that holds it; "circa" allows two years either way. The same year with another day
/// or month (1956-09 and 1956-10-01) is `unknown`, as is an entry without a date. An empty `asked` is not asked.
[[nodiscard]] HintAgreement compare_birth(std::string_view asked, const Entry& entry);

}  // namespace lookup
