#include "lookup/candidates.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>

#include "lookup/abbreviations.hpp"
#include "lookup/rarity.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

/// What a query's hits add up to in each name. Names that are not touched cost a bit each, and the sums of the others
/// stand together: a query touches a small part of the names of a long list.
class TouchedNames {
 public:
  /// A word of the query begins one pair at most, so of the hits at one place no more than the largest counts.
  struct Sums {
    WeightBounds all;
    WeightBounds here;  ///< Of the place that is looked at.
    std::size_t place;

    void add(std::size_t at, const WeightBounds& hit) {
      if (place != at) here = {0, 0, 0};
      place = at;
      raise(all.agreeing, here.agreeing, hit.agreeing);
      raise(all.query_left, here.query_left, hit.query_left);
      raise(all.name_left, here.name_left, hit.name_left);
    }

   private:
    static void raise(double& sum, double& largest, double value) {
      if (value <= largest) return;
      sum += value - largest;
      largest = value;
    }
  };

  // NOLINTNEXTLINE(modernize-avoid-c-arrays): a vector would write to all of it first.
  explicit TouchedNames(std::size_t names) : is_touched_(names / bits + 1), places_(new std::uint32_t[names]) {}

  /// The sums of a name, from 0.
  Sums& at(std::uint32_t name) {
    const std::uint64_t bit = std::uint64_t{1} << (name % bits);
    if ((is_touched_[name / bits] & bit) == 0) {
      is_touched_[name / bits] |= bit;
      places_[name] = static_cast<std::uint32_t>(sums_.size());
      sums_.push_back({{0, 0, 0}, {0, 0, 0}, 0});
    }
    return sums_[places_[name]];
  }

  /// Calls `use` with every touched name, in order.
  template <class Use>
  void for_each(const Use& use) const {
    for (std::size_t i = 0; i < is_touched_.size(); ++i)
      for (std::uint64_t left = is_touched_[i]; left != 0; left &= left - 1) {
        const auto name = static_cast<std::uint32_t>(i * bits) + static_cast<std::uint32_t>(std::countr_zero(left));
        use(name, sums_[places_[name]]);
      }
  }

 private:
  static constexpr std::size_t bits = 64;

  std::vector<std::uint64_t> is_touched_;
  std::unique_ptr<std::uint32_t[]> places_;  // NOLINT(modernize-avoid-c-arrays): in `sums_`, of the touched names.
  std::vector<Sums> sums_;
};

bool have_agreeing_phrases(const Tokens& query, const Tokens& name) {
  for (const PhraseUse& own : query.phrases)
    for (const PhraseUse& other : name.phrases)
      if (agree_as_phrases(own, other)) return true;
  return false;
}

/// In order of their first word, so that those at one place come together.
std::vector<const WordHit*> by_place(const std::vector<WordHit>& hits) {
  std::vector<const WordHit*> ordered;
  ordered.reserve(hits.size());
  for (const WordHit& hit : hits) ordered.push_back(&hit);
  sort_stably(ordered, [](const WordHit* a, const WordHit* b) { return a->first_word < b->first_word; });
  return ordered;
}

}  // namespace

std::vector<Candidate> find_candidates(const NameIndex& index, const PreparedQuery& query) {
  const std::vector<Word>& words = query.tokens.words;
  const bool only_legal_forms =
      std::all_of(words.begin(), words.end(), [](const Word& word) { return word.is_legal_form; });
  // What the alignment may find without a hit: legal forms of one class, and initials. Of a word and an initial that
  // pair, one is the query's and one the name's.
  double unhit_agreeing = 0;
  double unhit_agreeing_initials = 0;  // The same where the name has initials.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double form = words[i].is_legal_form ? query.weighed[i].shared : 0;
    unhit_agreeing += is_initial(words[i]) ? initial_weight : form;
    unhit_agreeing_initials += words[i].is_legal_form ? form : initial_weight;
  }
  const double phrases_shared = phrase_weight(query.tokens, query.weighed, &WeighedWord::shared);

  TouchedNames touched{index.names().size()};
  for (const WordHit* const each : by_place(query.hits)) {
    const WordHit& hit = *each;
    const bool is_legal_form = hit.word_count == 1 && words[hit.first_word].is_legal_form;
    const double shared = shared_weight(query.weighed, hit.first_word, hit.word_count);
    const double lacking = lacking_weight(query.weighed, hit.first_word, hit.word_count);
    for (const Posting& posting : index.postings(hit.word)) {
      // Half of all names end in "Ltd": a legal form on both sides makes no candidate.
      if (is_legal_form && !only_legal_forms && posting.is_legal_form) continue;
      touched.at(posting.name)
          .add(hit.first_word, {std::min(shared, posting.shared) * hit.similarity, lacking, posting.lacking});
    }
  }
  // As if at places of their own, past the words.
  for (const AcronymHit& hit : query.acronyms) {
    const std::span<const WeighedWord> name = index.names()[hit.name].weighed;
    touched.at(hit.name).add(
        words.size() + hit.query_word,
        {shared_weight(name, hit.run.first_word, hit.run.word_count) * acronym_similarity(words[hit.query_word].text),
         query.weighed[hit.query_word].lacking, lacking_weight(name, hit.run.first_word, hit.run.word_count)});
  }

  std::vector<Candidate> candidates;
  touched.for_each([&](std::uint32_t number, const TouchedNames::Sums& sums) {
    const NameSums& name = index.sums()[number];
    // Phrases agree without a hit too.
    const bool phrases_agree =
        query.sums.has_phrases && name.has_phrases && have_agreeing_phrases(query.tokens, index.names()[number].tokens);
    const auto left = [phrases_agree](const NameSums& own, const NameSums& other, double hit) {
      if (other.has_initial) return 0.0;
      return std::max(0.0, own.all_lacking - hit - own.unhit_lacking - (phrases_agree ? own.phrases_lacking : 0));
    };
    const double agreeing = sums.all.agreeing + (name.has_initial ? unhit_agreeing_initials : unhit_agreeing) +
                            (phrases_agree ? phrases_shared : 0);
    const double least_query_left = left(query.sums, name, sums.all.query_left);
    const double least_name_left = left(name, query.sums, sums.all.name_left);
    // What words that no hit links can add, taken off what is left over on both sides. Where none are looked at, what
    // is left over on both sides stands in place of each other.
    const bool pairs_leftovers = agreeing >= least_agreeing;
    const double more =
        pairs_leftovers
            ? std::min({leftover_share * agreeing, query.sums.all_lacking + query.beside_weight, name.all_lacking})
            : 0;
    const double replaced = pairs_leftovers ? 0 : std::min(least_query_left, least_name_left);
    const double query_left = std::max(0.0, least_query_left - more) + query.beside_weight;
    const double doubt = query.may_be_cut ? cut_off_doubt : short_form_doubt;
    const double name_left = std::max(0.0, least_name_left * doubt - more);
    const double most = std::min(query.sums.most_agreeing + query.beside_weight, name.most_agreeing);
    candidates.push_back({number, {std::min(agreeing + more, most), query_left, name_left, replaced}});
  });
  return candidates;
}

}  // namespace lookup
