#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lookup/error.hpp"

namespace lookup {

/// The facts of one list of the Consolidated Screening List that its file does not carry.
struct KnownList {
  std::string_view code;            ///< As the product and its users write it: "EL".
  std::string_view published_code;  ///< As the file's `source` column has it in brackets.
  int rank;                         ///< Its place among equal matches, 0 the first; see `rank_of`.
  std::string_view title;           ///< As the agency's own page has it.
  std::string_view authority;       ///< The agency that keeps it, with its department.
  std::string_view legal_basis;     ///< The sections, orders or statutes that a listing rests on.
  std::string_view
      consequence;            ///< What `legal_basis` says, in one plain line; the regulation, not this line, decides.
  std::string_view page_url;  ///< The agency's own page of the list, as the file of 2026-07-31 names it.
};

/// Every list that can be imported: all of the files of 2022 and 2026. The Entity List comes first.
[[nodiscard]] std::span<const KnownList> known_lists();

/// The list with that code, or null.
[[nodiscard]] const KnownList* find_known_list(std::string_view code);

/// Why the list `code`, which the member `field` of a question names, cannot be asked although lists are open:
/// `list_not_open`, or `list_unknown` where there is none of that code.
[[nodiscard]] Error list_not_there(std::string_view code, std::string field);

/// Where a list's entries stand among those of equal score, which decides what heads a party on several lists: 0 the
/// Entity List, for which this program is made; 1 the SDN List, which forbids all dealings and blocks property; 2 lists
/// that forbid dealings without blocking (denial orders, FSE); 3 those that forbid or restrict exports, or what a
/// notice says (MEU, DTC, ISN); 4 those that forbid some dealings (NS-MBS, CAPTA, SSI, CMIC); 5 those that only warn or
/// let banks refuse (UVL, PLC). 6 for a list that is not known.
[[nodiscard]] int rank_of(std::string_view code);

/// The list that files call `code`, or null.
[[nodiscard]] const KnownList* find_published_list(std::string_view code);

/// The code that a `source` such as `Entity List (EL) - Bureau of Industry and Security` has in brackets, or empty. The
/// view lives as long as `source`.
[[nodiscard]] std::string_view published_code(std::string_view source);

}  // namespace lookup
