#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// A place in the Code of Federal Regulations.
struct Provision {
  std::string citation;  ///< `15 CFR 744.2(d)`, `Supplement No. 7 to 15 CFR Part 746`, `31 CFR chapter V`.
  std::string link;      ///< Its page in the electronic Code, https://www.ecfr.gov.
};

/// The places that a published text cites, each once, in its order. Signs, brackets, footnote marks and slips of the
/// pen go: `§§ 734.9(g),3 746.8(a)(3)`, `744.2 (d)`, `744.21(d) and (e)`, `744.2l(b)`, `744.21e`. A number without a
/// title before it is a section of the Export Administration Regulations (15 CFR Parts 730 to 774).
[[nodiscard]] std::vector<Provision> read_provisions(std::string_view text);

/// Adds those of `more` that `provisions` lacks.
void add_unique(std::vector<Provision>& provisions, std::vector<Provision> more);

/// True for the number of a section, `744.11`, in lower case, with the slips that `read_provisions` knows.
[[nodiscard]] bool is_section_number(std::string_view word);

}  // namespace lookup
