#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// What one published name or alias says, taken apart.
struct PublishedName {
  std::string name;                      ///< The party's own name, brackets with a short name left in place.
  std::string parent;                    ///< The parent it carries, in front or in a remark behind; empty for most.
  std::vector<std::string> other_names;  ///< Former and other names, from `f.k.a.`, `a.k.a.` and spelled-out brackets.
  std::vector<std::string> acronyms;     ///< Short names of the party in brackets, without a legal form.
};

/// Takes apart a name as the Entity List prints it:
///
/// - a stray comma at the end goes: `Leon Technology Co., Ltd.,`;
/// - a parent goes to `parent`: `Huawei Technologies Co., Ltd. (Huawei). Affiliated Entity: X`,
///   `… Second Academy. Subordinate Institution - X`, `… (PAEC), and subordinate entity X`, `Ilyushin … Branch: X`,
///   `X (a subsidiary of P)`, `X (Parent Organization: P)`, `X, branch of P`, `Tactical Missile Corporation, X`;
/// - other names go to `other_names`: `X (f.k.a. Y)`, `X, a.k.a. Y`, `AVS (Armored Vehicle Spares)`;
/// - acronyms are found and stay in the name: `National University of Defense Technology (NUDT)`. One that belongs to a
///   parent is not the party's: `China State Shipbuilding Corporation, Limited (CSSC) 12th Research Institute` has
///   none.
///
/// A parent whose institutes are named by nothing but their subject (`Chinese Academy of Sciences, Institute of
/// Physics`) stays in the name, which would name nobody without it.
[[nodiscard]] PublishedName read_published_name(std::string_view published);

/// Takes apart an alias in the same way, save that a parent stays in it. `name` is empty for a remark that stands among
/// the aliases, such as `(all of preceding located in …)`.
[[nodiscard]] PublishedName read_published_alias(std::string_view published);

/// The name of a person that Treasury's lists print as `SURNAME, Given`, in the order in which it is spoken: `ALVAREZ
/// ZEPEDA, Oscar` gives `Oscar ALVAREZ ZEPEDA`, and `KNOWLES, JR., Samuel` gives `Samuel KNOWLES, JR.`. Any other name
/// is given back with its spaces collapsed.
[[nodiscard]] std::string read_person_name(std::string_view published);

}  // namespace lookup
