#pragma once

#include <span>
#include <string_view>

namespace lookup {

/// The facts of one list of the Consolidated Screening List that its file does not carry.
struct KnownList {
  std::string_view code;            ///< As the product and its users write it: "EL".
  std::string_view published_code;  ///< As the file's `source` column has it in brackets.
  std::string_view title;
  std::string_view authority;
  std::string_view legal_basis;
  std::string_view consequence;  ///< In one plain line; the regulation, not this line, decides.
  std::string_view page_url;     ///< The agency's own page of the list, as the file of 2026-07-31 names it.
};

/// Every list that can be imported: all of the files of 2022 and 2026. The Entity List comes first.
[[nodiscard]] std::span<const KnownList> known_lists();

/// The list with that code, or null.
[[nodiscard]] const KnownList* find_known_list(std::string_view code);

/// The list that files call `code`, or null.
[[nodiscard]] const KnownList* find_published_list(std::string_view code);

/// The code that a `source` such as `Entity List (EL) - Bureau of Industry and Security` has in brackets, or empty. The
/// view lives as long as `source`.
[[nodiscard]] std::string_view published_code(std::string_view source);

}  // namespace lookup
