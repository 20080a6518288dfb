#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lookup/alignment.hpp"
#include "lookup/explain.hpp"
#include "lookup/list.hpp"
#include "lookup/prepared_query.hpp"

namespace lookup {

/// What in a query speaks against a listing of a kind.
struct KindDoubt {
  double factor;       ///< What the score is multiplied by, in (0, 1).
  Mark query_word;     ///< The word that says so, in bytes of the query.
  bool is_legal_form;  ///< What it is: a legal form, or a word beside the name.
};

/// A vessel or aircraft is called by its whole name, so other words in the query than "vessel" and the like name
/// something else; neither it nor a person has a legal form; and a person listed under a single word, such as a
/// nickname, has no other words beside it. Nothing for organisations, entries of unknown kind, and queries that say
/// nothing of the sort. `whole` is the query as asked, `stretches` those of it (reading.hpp), `reading` the reading of
/// it that `alignment` is of. A legal form counts wherever it stands in a stretch that has words that agree, whether or
/// not the reading took it: that of "Acme Ltd; Ali Orbita" says nothing of the person. The factors are this project's
/// own, set by hand: no source gives any.
[[nodiscard]] std::optional<KindDoubt> doubt_kind(EntryKind kind, const Tokens& whole,
                                                  std::span<const std::uint16_t> stretches,
                                                  const PreparedQuery& reading, const IndexedName& name,
                                                  const Alignment& alignment);

/// Whether nearly agreeing is agreeing with nothing: an aircraft is listed by its registration mark, in which each
/// letter and digit counts, so that the whole of it must agree, blanks, hyphens and shapes of letters aside.
[[nodiscard]] bool is_another_mark(EntryKind kind, const IndexedName& name, const Alignment& alignment);

/// Says what `doubt_kind` found.
[[nodiscard]] Reason explain(std::string_view query_text, EntryKind kind, const KindDoubt& doubt);

}  // namespace lookup
