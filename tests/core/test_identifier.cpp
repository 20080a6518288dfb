#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/identifier.hpp"

using lookup::Identifier;
using lookup::read_identifiers;

TEST_CASE("Identifiers part into country, dates, number and kind") {
  struct Row {
    std::string cell;
    std::vector<Identifier> ids;
  };
  // From the Consolidated Screening List of 2022-05-06, save the last five.
  const Row rows[] = {
      {"MX, 2018-11-02, 2008-11-02, 0801009914, Passport",
       {{"Passport", "0801009914", "MX", {"2018-11-02", "2008-11-02"}}}},
      {"2009-02-24, 2004-04-18, F 137998, Passport", {{"Passport", "F 137998", "", {"2009-02-24", "2004-04-18"}}}},
      {"RU, 910406732278, Tax ID No.; Male, Gender",
       {{"Tax ID No.", "910406732278", "RU", {}}, {"Gender", "Male", "", {}}}},
      {"PA, 1794418-1-704269, RUC #", {{"RUC #", "1794418-1-704269", "PA", {}}}},
      {"IMO 6421660, Vessel Registration Identification",
       {{"Vessel Registration Identification", "IMO 6421660", "", {}}}},
      {"Korea, North, Nationality of Registration", {{"Nationality of Registration", "Korea, North", "", {}}}},
      {"North Korea Sanctions Regulations, sections 510.201 and 510.210, Secondary sanctions risk:",
       {{"Secondary sanctions risk:", "North Korea Sanctions Regulations, sections 510.201 and 510.210", "", {}}}},
      {"Male, Gender; Male, Gender;", {{"Gender", "Male", "", {}}}},
      {"IR, Registration Country", {{"Registration Country", "", "IR", {}}}},
      {"2018-13-02, 7, Passport", {{"Passport", "2018-13-02, 7", "", {}}}},
      {"Unnamed", {{"Unnamed", "", "", {}}}},
      {" ; ,; ", {}},
  };
  for (const Row& row : rows) {
    INFO(row.cell);
    CHECK((read_identifiers(row.cell) == row.ids));
  }
}
