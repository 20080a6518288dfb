#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/provisions.hpp"

namespace lookup {

/// How an application for a licence is reviewed, as the Entity List and the sections that it cites have it
/// (15 CFR 744.16(c)).
enum class PolicyKind {
  denial,                   ///< Policy of denial.
  presumption_of_denial,    ///< Presumption of denial.
  case_by_case,             ///< Case-by-case review.
  presumption_of_approval,  ///< Presumption of approval.
  per_section,              ///< The section cited says.
};

/// The name of a kind as JSON has it: `presumption_of_denial`.
[[nodiscard]] std::string_view name_of(PolicyKind kind);

/// One part of a review policy.
struct PolicyPart {
  PolicyKind kind;
  std::string published;  ///< The whole part, as published.
  std::string items;      ///< The items that it is for, as published; empty where it names none, so for all others.
  std::string exception;  ///< The items that it leaves to another part, as published; empty for most.
};

/// A review policy, read. What could not be read stands in `unknown`, as published.
struct LicencePolicy {
  std::string text;                   ///< As published.
  std::vector<PolicyPart> parts;      ///< In the order published.
  std::vector<Provision> provisions;  ///< The sections cited.
  std::vector<std::string> unknown;
};

/// Reads the column License Review Policy of Supplement No. 4 or 7 to 15 CFR Part 744. An empty text gives no parts.
[[nodiscard]] LicencePolicy read_licence_policy(std::string_view text);

}  // namespace lookup
