#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "bundled.hpp"
#include "lookup/candidates.hpp"
#include "lookup/name_search.hpp"
#include "lookup/score.hpp"
#include "small_list.hpp"

namespace {

/// Words of listed names put together anew, with what agrees without a hit between them: the words that all names share
/// make the longest candidates.
class MixedQueries {
 public:
  explicit MixedQueries(const lookup::NameIndex& index) : index_(index) {}

  std::string next() {
    std::string text;
    for (int names = 0; names < 2; ++names) {
      const lookup::IndexedName& name = index_.names()[below(index_.names().size())];
      for (const lookup::Word& word : name.tokens.words)
        if (below(5) != 0) text.append(name.text.substr(word.begin, word.end - word.begin)).append(" ");
      if (below(2) == 0) text.append(between[below(between.size())]).append(" ");
    }
    return text + "Research";
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  static inline const std::vector<std::string> between{"A. B.",
                                                       "S.",
                                                       "OOO",
                                                       "Co., Ltd.",
                                                       "Joint Stock Company",
                                                       "NII",
                                                       "NPO",
                                                       "Research and Production Association",
                                                       "Scientific Research Institute",
                                                       "im. M. V.",
                                                       "13th",
                                                       "Technology Technologies",
                                                       "Институт",
                                                       "研究所"};

  const lookup::NameIndex& index_;
  std::mt19937 random_{11};
};

/// The only candidate that a query has in a list of one name.
struct Single {
  Single(const char* query, const char* name) {
    const lookup::List list = small_list({name});
    const lookup::NameIndex index{list};
    const lookup::PreparedQuery prepared = lookup::prepare(index, lookup::tokenize(query));
    agreeing = lookup::align(prepared, index.names()[0]).agreeing;
    bounds = lookup::find_candidates(index, prepared).at(0).bounds;
  }

  double agreeing;
  lookup::WeightBounds bounds{};
};

using Scored = std::tuple<std::uint32_t, std::uint32_t, double>;

std::vector<Scored> in_order(const std::vector<lookup::ScoredName>& names, double min_score) {
  std::vector<Scored> scored;
  for (const lookup::ScoredName& name : names)
    if (name.score >= min_score) scored.emplace_back(name.entry, name.name, name.score);
  std::sort(scored.begin(), scored.end());
  return scored;
}

}  // namespace

TEST_CASE("the bounds of a candidate hold for names mixed of listed ones") {
  const lookup::List list = bundled_list();
  const lookup::NameIndex index{list};
  MixedQueries queries{index};
  for (int round = 0; round < 60; ++round) {
    const std::string asked = queries.next();
    const lookup::PreparedQuery query = lookup::prepare(index, lookup::tokenize(asked));
    for (const lookup::Candidate& candidate : lookup::find_candidates(index, query)) {
      const lookup::IndexedName& name = index.names()[candidate.name];
      const lookup::Alignment firm = lookup::align(query, name);
      lookup::Alignment whole = firm;
      lookup::pair_leftovers(query, name, whole);
      if (firm.identical) continue;
      const double bound = lookup::score_bound(candidate.bounds);
      const bool holds =
          firm.agreeing <= candidate.bounds.agreeing + 1e-9 && whole.agreeing <= candidate.bounds.agreeing + 1e-9 &&
          lookup::score_bound(lookup::bounds_with_leftovers(firm)) <= bound && lookup::score(whole) <= bound;
      if (holds) continue;
      INFO(asked << " / " << name.text);
      CHECK(holds);
    }
  }
}

TEST_CASE("a minimum score leaves out what is below it and nothing else") {
  const lookup::IndexedSnapshot snapshot{bundled_list()};
  MixedQueries queries{snapshot.index()};
  for (int round = 0; round < 40; ++round) {
    const std::string asked = queries.next();
    INFO(asked);
    const lookup::Tokens tokens = lookup::tokenize(asked);
    const lookup::NameSearch search{snapshot, asked, tokens};
    const std::vector<lookup::ScoredName> all = search.run(0);
    for (const double least : {55.0, 70.0, 85.0}) CHECK(in_order(search.run(least), 0) == in_order(all, least));
  }
}

TEST_CASE("what nothing in the name can agree with adds nothing to a bound") {
  const auto is_tight = [](const char* query, const char* name) {
    const Single one{query, name};
    return one.bounds.agreeing == Approx(one.agreeing);
  };
  CHECK(is_tight("Technology J. K. L.", "Technology S. Plant"));
  CHECK(is_tight("Technology OOO", "Technology Plant"));
  CHECK(is_tight("Technology Joint Stock Company Ltd", "Technology Ltd"));
  // One word of the name is in one pair, whatever agrees with it.
  CHECK(is_tight("Technology Tekhnologii Technologies", "Technology"));
  // An initial that a word begins with may be that word.
  CHECK_FALSE(is_tight("Technology P. L.", "Technology S. Trading Plants"));
}

TEST_CASE("near words are the same however often they are asked for") {
  const lookup::List list = small_list({"Orbita Signal Zarya", "Orbit Signals", "Signol Zarja", "Technology"});
  const lookup::NameIndex index{list};
  lookup::NearWords near_words{index.vocabulary()};
  for (int round = 0; round < 2; ++round)
    for (const std::u32string_view word : {U"orbita", U"signal", U"unlike", U"ab", U"zarya", U"orbt", U"signal"}) {
      std::vector<lookup::NearWord> slow;
      index.vocabulary().find_near(word, lookup::typo_budget(word.size()), slow);
      const auto fast = near_words.of(word);
      CHECK(std::equal(fast.begin(), fast.end(), slow.begin(), slow.end(),
                       [](const lookup::NearWord& a, const lookup::NearWord& b) {
                         return a.word == b.word && a.distance == b.distance;
                       }));
    }
}
