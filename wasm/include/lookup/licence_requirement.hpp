#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/licence_policy.hpp"
#include "lookup/provisions.hpp"

namespace lookup {

/// Which items an entry asks a licence for.
enum class RequirementScope {
  not_published,     ///< The entry has no requirement of its own.
  all_items,         ///< All items subject to the EAR, EAR99 too.
  all_but_excepted,  ///< All items subject to the EAR but those that the entry excepts.
  under_a_section,  ///< All items subject to the EAR where a section cited applies, such as projects that it specifies.
  named_items,      ///< Only items that the entry names, or that a supplement lists.
  unknown,          ///< Not read.
};

/// The name of a scope as JSON has it: `all_items`.
[[nodiscard]] std::string_view name_of(RequirementScope scope);

/// A licence exception (15 CFR Part 740) that an entry allows.
struct LicenceException {
  std::string name;                   ///< Its letters: `GOV`.
  std::vector<Provision> provisions;  ///< Where it stands.
  std::string condition;              ///< The entry's own condition, as published; empty for most.
};

/// A licence requirement, read. All texts in it are as published.
struct LicenceRequirement {
  std::string text;  ///< The whole.
  RequirementScope scope = RequirementScope::not_published;
  std::vector<std::string> items;       ///< The descriptions of items that it is for: `all items subject to the EAR`.
  std::vector<std::string> exceptions;  ///< Descriptions of items that it leaves out.
  std::string condition;                ///< `when used in projects specified in …`; empty for most.
  std::vector<Provision> provisions;    ///< The sections cited, without those of licence exceptions.
  std::vector<int> footnotes;           ///< As `read_footnotes` has them.
  std::vector<LicenceException> licence_exceptions;
  bool worldwide = false;            ///< It extends to the party wherever located.
  std::vector<PolicyPart> review;    ///< Review policies that stand among the requirements.
  std::vector<std::string> unknown;  ///< What could not be read.
};

/// Reads the column License Requirement of Supplement No. 4 or 7 to 15 CFR Part 744.
[[nodiscard]] LicenceRequirement read_licence_requirement(std::string_view text);

}  // namespace lookup
