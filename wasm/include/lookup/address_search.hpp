#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lookup/address_index.hpp"
#include "lookup/explain.hpp"
#include "lookup/hints.hpp"
#include "lookup/query.hpp"

namespace lookup {

/// What an address found in a list says: that of a party with a name stands for less than the name, and an address that
/// is itself listed for as much.
enum class AddressUse : std::uint8_t {
  listed,  ///< The entry is nothing but the address.
  shared,  ///< Another party's, found by the address alone.
  beside   ///< Of a party that was found by its name.
};

/// The address that a question holds.
class AddressQuestion {
 public:
  /// `Query::address`, or else the name where it is or ends with an address (`look_like_address`) or may be one
  /// (`may_be_address`); nothing where the question has none. The query must outlive it.
  [[nodiscard]] static std::optional<AddressQuestion> of(const Query& query);

  /// What stands in the name before its address, or an empty view: a name of its own.
  [[nodiscard]] std::string_view name_before() const { return name_before_; }
  /// The address as typed.
  [[nodiscard]] std::string_view text() const { return text_.substr(begin_); }
  /// Whether a number, in bytes of `Query::name`, is of an address there: a short one is where the name only may be an
  /// address.
  [[nodiscard]] bool holds(const Mark& number) const {
    if (is_apart_) return false;
    return is_unsure_ ? number.end - number.begin <= longest_postal_code : number.begin >= begin_;
  }
  /// True for `Query::address`, false for one read out of the name.
  [[nodiscard]] bool is_apart() const { return is_apart_; }

  /// The entries with an address of the same building at least, or with the same number in the same place where the
  /// name only may be an address, in order of entry. Several addresses that semicolons
  /// part are asked together and each by itself; the best hit of an entry counts.
  [[nodiscard]] std::vector<AddressHit> find(const AddressIndex& index) const;

  /// How the addresses of an entry that has no hit stand to the asked one; `index` is of the entry's list. An address
  /// that was not asked apart is `not_asked` rather than `differs`: the name may only look like one.
  [[nodiscard]] HintAgreement agreement(const LateAddressIndex& index, std::uint32_t entry) const;

  /// Why the hit's address agrees: how near the two are, and what is left over. Marks are in bytes of the field that
  /// holds the address, `Query::address` or `Query::name`, and of the hit's text.
  [[nodiscard]] Explanation explain(const AddressHit& hit, AddressUse use) const;

 private:
  static constexpr std::size_t longest_postal_code = 6;

  /// Whether the hit shows that the name is an address: the same one, by a number that is no postal code.
  [[nodiscard]] bool is_sure(const AddressHit& hit) const;

  std::string_view text_;  // The whole field.
  std::string_view name_before_;
  std::vector<AddressPart> parts_;
  std::size_t begin_ = 0;
  bool is_apart_ = false;
  bool is_unsure_ = false;  // The name may be an address, though nothing in it says so.
};

}  // namespace lookup
