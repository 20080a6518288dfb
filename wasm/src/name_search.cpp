#include "lookup/name_search.hpp"

#include <algorithm>
#include <unordered_map>

#include "lookup/alignment.hpp"
#include "lookup/candidates.hpp"
#include "lookup/kind_doubt.hpp"
#include "lookup/reading.hpp"
#include "lookup/score.hpp"

namespace lookup {
namespace {

/// What the query holds beside a reading of it counts this much as left over.
constexpr double beside_doubt = 0.136;

/// The readings of the query, looked up; the whole comes first.
std::vector<PreparedQuery> prepare_readings(const NameIndex& index, std::string_view text, const Tokens& tokens) {
  NearWords near_words{index.vocabulary()};
  std::vector<PreparedQuery> prepared{prepare(index, tokens, near_words)};
  const std::vector<WeighedWord> weighed = prepared.front().weighed;
  for (const std::vector<bool>& keep : readings(text, tokens)) {
    double beside = 0;
    for (std::size_t i = 0; i < keep.size(); ++i)
      if (!keep[i]) beside += weighed[i].lacking;
    prepared.push_back(prepare(index, select(tokens, keep), near_words));
    prepared.back().is_part = true;
    prepared.back().beside_weight = beside_doubt * beside;
  }
  return prepared;
}

/// The best name of each entry, over all readings of a query.
class BestNames {
 public:
  BestNames(const IndexedSnapshot& snapshot, const Tokens& whole, const std::vector<std::uint16_t>& stretches,
            double min_score)
      : list_(snapshot.list()), index_(snapshot.index()), whole_(whole), stretches_(stretches), min_score_(min_score) {}

  /// Scores every name that can reach the minimum score in this reading.
  void add(const PreparedQuery& reading, std::size_t number) {
    for (const Candidate& candidate : find_candidates(index_, reading)) {
      // Identity is not bound by weight.
      const bool is_identical = !reading.is_part && index_.sums()[candidate.name].identity == reading.sums.identity;
      if (!is_identical && score_bound(candidate.bounds) < min_score_) continue;
      const IndexedName& name = index_.names()[candidate.name];
      align(reading, name, room_, alignment_);
      const double ceiling = alignment_.identical ? 100 : score_bound(bounds_with_leftovers(alignment_));
      if (ceiling < min_score_) continue;
      pair_leftovers(reading, name, room_, alignment_);
      const double value = score_of_kind(reading, name, std::min(ceiling, score(alignment_)));
      if (value > 0 && value >= min_score_) keep_best(name, number, value);
    }
  }

  [[nodiscard]] std::vector<ScoredName> take() { return std::move(names_); }

 private:
  [[nodiscard]] double score_of_kind(const PreparedQuery& reading, const IndexedName& name, double value) const {
    const EntryKind kind = list_.entries[name.entry].kind;
    if (is_another_mark(kind, name, alignment_)) return 0;
    const auto doubt = doubt_kind(kind, whole_, stretches_, reading, name, alignment_);
    return doubt ? in_hundredths(value * doubt->factor) : value;
  }

  void keep_best(const IndexedName& name, std::size_t reading, double value) {
    const ScoredName scored{name.number, name.entry, static_cast<std::uint32_t>(reading), value};
    const auto [place, is_new] = place_of_entry_.try_emplace(name.entry, names_.size());
    if (is_new) names_.push_back(scored);
    // Names of an entry come in order of preference, and readings too: an equal score does not displace an earlier one.
    else if (value > names_[place->second].score)
      names_[place->second] = scored;
  }

  const List& list_;
  const NameIndex& index_;
  const Tokens& whole_;
  const std::vector<std::uint16_t>& stretches_;
  double min_score_;
  std::unordered_map<std::uint32_t, std::size_t> place_of_entry_;
  std::vector<ScoredName> names_;
  AlignmentRoom room_;
  Alignment alignment_;
};

}  // namespace

NameSearch::NameSearch(const IndexedSnapshot& snapshot, std::string_view text, const Tokens& tokens)
    : snapshot_(snapshot),
      text_(text),
      tokens_(tokens),
      readings_(prepare_readings(snapshot.index(), text, tokens)),
      stretches_(stretches(text, tokens)) {}

std::vector<ScoredName> NameSearch::run(double min_score) const {
  BestNames best{snapshot_, tokens_, stretches_, min_score};
  for (std::size_t i = 0; i < readings_.size(); ++i) best.add(readings_[i], i);
  return best.take();
}

Explanation NameSearch::explain(const ScoredName& scored) const {
  const IndexedName& name = snapshot_.index().names()[scored.name];
  const PreparedQuery& reading = readings_[scored.reading];
  Alignment alignment = align(reading, name);
  pair_leftovers(reading, name, alignment);
  Explanation explanation{query_marks(reading, alignment), name_marks(name, alignment),
                          lookup::explain(text_, reading, name, alignment)};
  const EntryKind kind = snapshot_.list().entries[name.entry].kind;
  if (const auto doubt = doubt_kind(kind, tokens_, stretches_, reading, name, alignment))
    explanation.reasons.push_back(lookup::explain(text_, kind, *doubt));
  if (scored.reading > 0) explanation.reasons.push_back(explain_beside(text_, tokens_, reading.tokens));
  return explanation;
}

std::vector<bool> NameSearch::foreign_words() const {
  std::vector<bool> foreign;
  // A legal form is known by its class, whatever its letters.
  for (const Word& word : tokens_.words)
    foreign.push_back(!word.is_legal_form && !word.is_number &&
                      !snapshot_.index().vocabulary().knows_letters_of(word.text));
  return foreign;
}

}  // namespace lookup
