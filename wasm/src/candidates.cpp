#include "lookup/candidates.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <utility>

#include "lookup/abbreviations.hpp"
#include "lookup/rarity.hpp"
#include "tier.hpp"

namespace lookup {
namespace {

/// What a query's hits add up to in each name. Names that are not touched cost a bit each, and the sums of the others
/// stand together: a query touches a small part of the names of a long list.
class TouchedNames {
 public:
  /// A word of the query begins one pair at most, so of the hits at one place no more than the largest counts.
  /// So does a word of the name.
  struct Sums {
    double agreeing;  ///< Sum of the largest at each place of the query …
    double of_name;   ///< … and of the largest of each word of the name.
    double query_lacking;
    double name_lacking;
    double name_lacking_of_name;
    double largest_agreeing;  ///< At the place that is looked at.
    double largest_query_lacking;
    double largest_name_lacking;
    std::size_t place;

    void add(std::size_t at, double agrees, double query_lacks, double name_lacks) {
      if (place != at) largest_agreeing = largest_query_lacking = largest_name_lacking = 0;
      place = at;
      raise(agreeing, largest_agreeing, agrees);
      raise(query_lacking, largest_query_lacking, query_lacks);
      raise(name_lacking, largest_name_lacking, name_lacks);
    }

    void add_of_name(double most_agreeing, double name_lacks) {
      of_name += most_agreeing;
      name_lacking_of_name += name_lacks;
    }

   private:
    static void raise(double& sum, double& largest, double value) {
      if (value <= largest) return;
      sum += value - largest;
      largest = value;
    }
  };

  // NOLINTNEXTLINE(modernize-avoid-c-arrays): a vector would write to all of it first.
  TouchedNames(std::size_t names, std::size_t most) : is_touched_(names / bits + 1), places_(new std::uint32_t[names]) {
    sums_.reserve(std::min(names, most));
  }

  [[nodiscard]] std::size_t size() const { return sums_.size(); }

  /// The sums of a name, from 0.
  Sums& at(std::uint32_t name) {
    const std::uint64_t bit = std::uint64_t{1} << (name % bits);
    if ((is_touched_[name / bits] & bit) == 0) {
      is_touched_[name / bits] |= bit;
      places_[name] = static_cast<std::uint32_t>(sums_.size());
      sums_.push_back({});
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

/// What words of one side may agree by as phrases, in bits: of sharing them and of lacking them.
struct PhraseWeights {
  double shared = 0;
  double lacking = 0;
};

/// Of the words of those phrases that agree with one of the other side, each counted once.
LOOKUP_OWN_FUNCTION PhraseWeights weigh_phrases(const Tokens& own, std::span<const WeighedWord> weighed,
                                                const Tokens& other) {
  PhraseWeights weights;
  std::size_t counted = 0;
  for (const PhraseUse& use : own.phrases) {
    const bool agrees = std::any_of(other.phrases.begin(), other.phrases.end(),
                                    [&use](const PhraseUse& each) { return agree_as_phrases(use, each); });
    if (!agrees) continue;
    const std::size_t end = std::size_t{use.first_word} + use.word_count;
    for (std::size_t i = std::max<std::size_t>(counted, use.first_word); i < end; ++i) {
      weights.shared += weighed[i].shared;
      weights.lacking += weighed[i].lacking;
    }
    counted = std::max(counted, end);
  }
  return weights;
}

/// A hit with what its words say.
struct WeighedHit {
  const WordHit* hit;
  double shared;
  double lacking;
  bool is_legal_form;
  // Of all hits of the vocabulary word, where this one speaks for them; else 0.
  double most_agreeing = 0;
  double most_similar = 0;
  std::size_t next_here = 0;  ///< One more than the number of the next hit that begins at the same place; 0 for none.

  [[nodiscard]] double agreeing(const Posting& posting) const {
    return std::min(shared, posting.shared) * hit->similarity;
  }
  /// No smaller than `agreeing` of any hit of the word.
  [[nodiscard]] double most_agreeing_at(const Posting& posting) const {
    return std::min(most_agreeing, posting.shared * most_similar);
  }
};

/// One hit of each vocabulary word speaks for it; one that may be skipped only if all may.
std::vector<WeighedHit> weigh_hits(const PreparedQuery& query) {
  std::vector<WeighedHit> weighed;
  weighed.reserve(query.hits.size());
  WeighedHit* speaker = nullptr;
  for (const WordHit& hit : query.hits) {
    const double shared = shared_weight(query.weighed, hit.first_word, hit.word_count);
    WeighedHit own{&hit,
                   shared,
                   lacking_weight(query.weighed, hit.first_word, hit.word_count),
                   hit.word_count == 1 && query.tokens.words[hit.first_word].is_legal_form,
                   shared * hit.similarity,
                   hit.similarity};
    if (speaker != nullptr && speaker->hit->word == hit.word) {
      WeighedHit& other = speaker->is_legal_form ? own : *speaker;
      other.most_agreeing = std::max(speaker->most_agreeing, own.most_agreeing);
      other.most_similar = std::max(speaker->most_similar, own.most_similar);
      WeighedHit& silent = speaker->is_legal_form ? *speaker : own;
      silent.most_agreeing = silent.most_similar = 0;
    }
    weighed.push_back(own);
    if (own.most_similar > 0) speaker = &weighed.back();
  }
  return weighed;
}

/// How many initials of one side may stand for a word of the other, by their letters.
int pairable_initials(const NameSums& own, const NameSums& other) {
  if (own.initials == 0) return 0;
  return own.initials - std::popcount(own.initial_letters & ~other.other_letters);
}

}  // namespace

std::vector<Candidate> find_candidates(const NameIndex& index, const PreparedQuery& query) {
  const std::vector<Word>& words = query.tokens.words;
  const bool only_legal_forms =
      std::all_of(words.begin(), words.end(), [](const Word& word) { return word.is_legal_form; });

  std::vector<WeighedHit> hits = weigh_hits(query);
  std::size_t most_touched = query.acronyms.size();
  std::vector<std::size_t> first_here(words.size());
  for (std::size_t i = hits.size(); i > 0; --i) {
    WeighedHit& hit = hits[i - 1];
    if (hit.most_similar > 0) most_touched += index.postings(hit.hit->word).size();
    hit.next_here = std::exchange(first_here[hit.hit->first_word], i);
  }
  TouchedNames touched{index.names().size(), most_touched};
  for (std::size_t place = 0; place < words.size(); ++place)
    for (std::size_t next = first_here[place]; next > 0; next = hits[next - 1].next_here) {
      const WeighedHit* const hit = &hits[next - 1];
      for (const Posting& posting : index.postings(hit->hit->word)) {
        // Half of all names end in "Ltd": a legal form on both sides makes no candidate.
        if (hit->is_legal_form && !only_legal_forms && posting.is_legal_form) continue;
        TouchedNames::Sums& sums = touched.at(posting.name);
        sums.add(place, hit->agreeing(posting), hit->lacking, posting.lacking);
        if (hit->most_similar > 0) sums.add_of_name(hit->most_agreeing_at(posting), posting.lacking);
      }
    }
  // As if at places of their own, past the words.
  for (const AcronymHit& hit : query.acronyms) {
    const std::span<const WeighedWord> name = index.names()[hit.name].weighed;
    const double agreeing =
        shared_weight(name, hit.run.first_word, hit.run.word_count) * acronym_similarity(words[hit.query_word].text);
    const double name_lacking = lacking_weight(name, hit.run.first_word, hit.run.word_count);
    TouchedNames::Sums& sums = touched.at(hit.name);
    sums.add(words.size() + hit.query_word, agreeing, query.weighed[hit.query_word].lacking, name_lacking);
    sums.add_of_name(agreeing, name_lacking);
  }

  std::vector<Candidate> candidates;
  candidates.reserve(touched.size());
  touched.for_each([&](std::uint32_t number, const TouchedNames::Sums& sums) {
    const NameSums& name = index.sums()[number];
    PhraseWeights query_phrases;
    PhraseWeights name_phrases;
    if (query.sums.has_phrases && name.has_phrases) {
      const IndexedName& whole = index.names()[number];
      query_phrases = weigh_phrases(query.tokens, query.weighed, whole.tokens);
      if (query_phrases.shared > 0) name_phrases = weigh_phrases(whole.tokens, whole.weighed, query.tokens);
    }
    // Legal forms, initials and phrases agree without a hit. Each word is in one pair at most, and all words of legal
    // forms weigh the same.
    const int query_initials = pairable_initials(query.sums, name);
    const int name_initials = pairable_initials(name, query.sums);
    const double agreeing = std::min(sums.agreeing, sums.of_name) +
                            legal_form_weight * std::min(query.sums.legal_forms, name.legal_forms) +
                            initial_weight * initial_similarity * (query_initials + name_initials) +
                            phrase_similarity * std::min(query_phrases.shared, name_phrases.shared);
    const auto left = [](const NameSums& own, double hit, double phrases, int initials) {
      return std::max(0.0, own.all_lacking - hit - own.unhit_lacking - initials * own.most_lacking - phrases);
    };
    const double least_query_left = left(query.sums, sums.query_lacking, query_phrases.lacking, name_initials);
    const double least_name_left =
        left(name, std::min(sums.name_lacking, sums.name_lacking_of_name), name_phrases.lacking, query_initials);
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
