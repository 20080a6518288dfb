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
/// codes, addresses of the net. Found only as a whole, whatever blanks and marks part them.
class IdentifierIndex {
 public:
  /// Holds views into `list`, which must outlive it and not move.
  explicit IdentifierIndex(const List& list);

  /// The entries whose identifiers stand in `text`, in order of entry, each once. One of less than
  /// `longest_ambiguous + 1` letters and digits must be all that the query says: a house or a post box may have its
  /// number too.
  [[nodiscard]] std::vector<IdentifierHit> find(std::string_view text) const;

  static constexpr std::size_t longest_ambiguous = 6;

 private:
  struct Use {
    std::uint32_t entry;
    std::string_view number;
    std::string_view kind;
  };

  void add(std::uint32_t entry, std::string_view number, std::string_view kind);

  std::unordered_map<std::string, std::vector<Use>> uses_;
};

/// That the query holds the party's identifier.
[[nodiscard]] Explanation explain(std::string_view query_text, const IdentifierHit& hit);

}  // namespace lookup
