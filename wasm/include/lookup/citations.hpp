#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// The Federal Register citations in a published cell, each as `84 FR 54002` and once, in the order published. Issue
/// numbers, dates and the many ways to part and space them go (`77 FR 61249 No. 195`, `81 FR 61595, 9/7/2016`,
/// `76 FR no. 242 pg. 78146`, `80FR 69852`). What lacks a volume or a page (`88 FR`) is kept as published, so that
/// nothing is lost.
[[nodiscard]] std::vector<std::string> read_citations(std::string_view cell);

/// True for a citation as `read_citations` writes it when it could read it: volume, `FR`, page.
[[nodiscard]] bool is_citation(std::string_view text);

/// The page of federalregister.gov for a citation that `is_citation` knows, whether it is the first page of a rule or
/// the page of one entry in it: the site finds the document that holds the page. Empty for what could not be read.
[[nodiscard]] std::string citation_link(std::string_view citation);

/// Whether the notice cited may be the one that listed a party on `start_date` (`2018-08-01`): each volume of the
/// Federal Register is a year, 1936 the first, and a notice of December may take effect in January. True where either
/// is not told.
[[nodiscard]] bool may_have_listed(std::string_view citation, std::string_view start_date);

}  // namespace lookup
