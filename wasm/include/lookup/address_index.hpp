#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lookup/address_match.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// One listed address that an asked one agrees with.
struct AddressHit {
  std::uint32_t entry;    ///< Index into `List::entries`.
  std::string_view text;  ///< The address as published. Lives as long as the list.
  AddressAgreement agreement;
  std::size_t first_asked = 0;  ///< Which parts of the asked text were compared: from this one …
  std::size_t end_asked = 0;    ///< … up to before this one.
};

/// Of each entry the best hit, in order of entry.
void keep_best(std::vector<AddressHit>& hits);

/// The addresses of a list's entries. Holds views into the list, which must outlive it and not move. Making it takes
/// some 35 ms and 2 MB for 5,370 addresses (natively), so it is made when an address is first asked for.
class AddressIndex {
 public:
  explicit AddressIndex(const List& list);

  /// The parts with their weights: how unlikely two unrelated addresses share each. `begin` is where the address
  /// begins in the text.
  [[nodiscard]] WeighedAddress weigh(std::vector<AddressPart> parts, std::size_t begin) const;

  /// Whether any address of the entry tells a place in a town (`tell_place`).
  [[nodiscard]] bool tells_place(std::uint32_t entry) const { return tells_place_[entry]; }

  /// The entries with an address of the same building at least, each by its best one, in order of entry.
  [[nodiscard]] std::vector<AddressHit> find(const WeighedAddress& asked) const;

 private:
  struct Posting {
    std::uint32_t key;
    std::uint32_t text;
  };

  [[nodiscard]] std::pair<const Posting*, const Posting*> postings(std::uint32_t key) const;
  [[nodiscard]] double bits_of(std::uint32_t key) const;

  std::vector<std::string_view> texts_;                         // Each once.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> users_;  // Text and entry, sorted.
  std::vector<Posting> postings_;                               // Sorted.
  std::vector<bool> tells_place_;                               // For each entry.
};

/// The index of a list's addresses, made when it is first asked for. Safe from several threads.
class LateAddressIndex {
 public:
  /// `list` must outlive it and not move.
  explicit LateAddressIndex(const List& list) : state_(std::make_unique<State>()) { state_->list = &list; }

  [[nodiscard]] const AddressIndex& get() const;

 private:
  struct State {
    const List* list = nullptr;
    std::once_flag made;
    std::optional<AddressIndex> index;
  };

  std::unique_ptr<State> state_;
};

}  // namespace lookup
