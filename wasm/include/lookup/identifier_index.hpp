#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lookup/explain.hpp"
#include "lookup/list.hpp"

namespace lookup {

/// An identifier of an entry that stands in a query.
struct IdentifierHit {
  std::uint32_t entry;      ///< Index into `List::entries`.
  std::string_view number;  ///< As published, "IMO 6421660". Lives as long as the list.
  std::string_view kind;    ///< "Vessel Registration Identification". Lives as long as the list.
  Mark query_mark;          ///< In bytes of the query.
  bool is_whole;            ///< The query says nothing else, but for what kind of identifier it is.
};

/// The identifiers of a list's entries: registration, tax, passport and IMO numbers, call signs, tail numbers, bank
/// codes, addresses of the net. Found only as a whole, whatever blanks and marks part them, in four words of the query
/// at most, and with or without "IMO" or the place behind them ("22839 (Jalisco)", "002389 CN"). An identifier has 4 to
/// 64 letters and digits, of them 3 digits unless its kind needs none, and three words at most; the rest are remarks.
class IdentifierIndex {
 public:
  /// Holds views into `list`, which must outlive it and not move.
  explicit IdentifierIndex(const List& list);

  /// The entries whose identifiers stand in `text`, in order of entry, each once. One of at most `longest_ambiguous`
  /// letters and digits must be all that the query says: a house or a post box may have its number too.
  [[nodiscard]] std::vector<IdentifierHit> find(std::string_view text) const;

  /// Whether an entry on one of these lists has an identifier; of none given, on any.
  [[nodiscard]] bool covers(const std::vector<std::string>& codes) const;

  static constexpr std::size_t longest_ambiguous = 6;

 private:
  struct Use {
    std::uint32_t entry;
    std::string_view number;
    std::string_view kind;
  };

  [[nodiscard]] bool has_code(std::string_view code) const;

  /// Adds `sought`, which is `number` or a part of it.
  void add(std::uint32_t entry, std::string_view sought, std::string_view number, std::string_view kind);

  std::unordered_map<std::string, std::vector<Use>> uses_;
  std::vector<std::string_view> codes_;  // Of the lists whose entries have identifiers.
};

/// That the query holds the party's identifier.
[[nodiscard]] Explanation explain(std::string_view query_text, const IdentifierHit& hit);

}  // namespace lookup
