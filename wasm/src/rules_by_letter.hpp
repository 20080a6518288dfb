#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lookup {

/// A list of rules, each with a `spelling` that begins with an ASCII letter or digit, by that first character: most
/// letters begin few rules or none, which makes the first rule that fits quick to find. Refers to the list.
template <class Rule, std::size_t count>
class RulesByLetter {
 public:
  constexpr explicit RulesByLetter(const std::array<Rule, count>& rules) : rules_(rules) {
    for (std::size_t i = 0; i < count; ++i) beginning_with_[rules[i].spelling.front()] |= std::uint64_t{1} << i;
  }

  /// The first rule of the list that `rest` begins with, or nullptr.
  [[nodiscard]] const Rule* first_for(std::u32string_view rest) const {
    if (rest.empty() || rest.front() >= beginning_with_.size()) return nullptr;
    for (std::uint64_t left = beginning_with_[rest.front()]; left != 0; left &= left - 1) {
      const Rule& rule = rules_[static_cast<std::size_t>(std::countr_zero(left))];
      if (begins_with(rest, rule.spelling)) return &rule;
    }
    return nullptr;
  }

 private:
  static_assert(count <= 64, "a bit for each rule");

  /// The first character is known to agree.
  static bool begins_with(std::u32string_view rest, std::u32string_view spelling) {
    if (spelling.size() > rest.size()) return false;
    for (std::size_t i = 1; i < spelling.size(); ++i)
      if (rest[i] != spelling[i]) return false;
    return true;
  }

  const std::array<Rule, count>& rules_;
  std::array<std::uint64_t, 128> beginning_with_{};  // For each ASCII character, a bit for each rule.
};

}  // namespace lookup
