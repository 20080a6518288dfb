#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lookup/explain.hpp"
#include "lookup/list.hpp"
#include "lookup/name_index.hpp"
#include "lookup/prepared_query.hpp"
#include "lookup/query.hpp"

namespace lookup {

/// A snapshot with the index of its names.
class IndexedSnapshot {
 public:
  explicit IndexedSnapshot(List list) : list_(std::make_unique<const List>(std::move(list))), index_(*list_) {}

  [[nodiscard]] const List& list() const { return *list_; }
  [[nodiscard]] const NameIndex& index() const { return index_; }

 private:
  std::unique_ptr<const List> list_;  // The index holds views into it, so it must not move.
  NameIndex index_;
};

/// The best name of one entry.
struct ScoredName {
  std::uint32_t name;     ///< `IndexedName::number`.
  std::uint32_t entry;    ///< Index into `List::entries`.
  std::uint32_t reading;  ///< In which it was found; 0 for the whole query.
  double score;           ///< 0 to 100 in hundredths.
};

/// One name looked up in one snapshot.
class NameSearch {
 public:
  /// `text` must be valid as `Query::name`, `tokens` be its own; all three must outlive the search.
  NameSearch(const IndexedSnapshot& snapshot, std::string_view text, const Tokens& tokens);

  /// The entries at or above `min_score`, each by its best name, in no order. 0 gives all that agree in anything.
  [[nodiscard]] std::vector<ScoredName> run(double min_score) const;

  /// Why a name that `run` gave has its score: what agrees and what is left over, what speaks against its kind, and
  /// what of the query its reading left out. Marks are in bytes of the query's text and of the listed name. Cost: one
  /// alignment.
  [[nodiscard]] Explanation explain(const ScoredName& scored) const;

  /// For each word of the query, whether no listed name is written in its letters, so that it could match nothing.
  [[nodiscard]] std::vector<bool> foreign_words() const;

 private:
  const IndexedSnapshot& snapshot_;
  std::string_view text_;
  const Tokens& tokens_;
  std::vector<PreparedQuery> readings_;   // The whole comes first.
  std::vector<std::uint16_t> stretches_;  // Of the whole; see reading.hpp.
};

}  // namespace lookup
