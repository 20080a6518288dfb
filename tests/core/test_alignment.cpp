#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "lookup/alignment.hpp"
#include "lookup/score.hpp"
#include "small_list.hpp"

using lookup::Agreement;
using lookup::Alignment;

namespace {

/// One listed name and one query, aligned.
struct Case {
  Case(const char* query_text, const char* name_text)
      : list{small_list({name_text})},
        index{list},
        query{lookup::prepare(index, lookup::tokenize(query_text))},
        alignment{lookup::align(query, index.names()[0])} {}

  lookup::List list;
  lookup::NameIndex index;
  lookup::PreparedQuery query;
  Alignment alignment;
};

}  // namespace

TEST_CASE("each way in which words agree is recognised") {
  struct Row {
    const char* query;
    const char* name;
    Agreement agreement;
  };
  static constexpr Row rows[] = {
      {"Hikvision", "Hikvision Digital", Agreement::same},
      {"Hik Vision", "Hikvision Digital", Agreement::joined},
      {"SecondAcademy", "Second Academy", Agreement::torn},
      {"Hikvison", "Hikvision Digital", Agreement::typo},
      {"Hik Vison", "Hikvision Digital", Agreement::typo},
      {"Radioavion", "Radioavionika Almaz", Agreement::cut},
      {"Radioavionika", "Almaz Radioavion", Agreement::cut},
      {"Aleksei", "Alexey Orbita", Agreement::sound},
      {"Zavod", "Orbita Plant", Agreement::translated},
      {"NPO", "Production Orbita RPA", Agreement::abbreviation},
      {"Hikvi5ion", "Hikvision Digital", Agreement::look_alike},
      {"Ryazanskiy", "Orbita Ryazan", Agreement::translated},
      {"Thirteenth", "13th Orbita", Agreement::translated},
  };
  for (const Row& row : rows) {
    INFO(row.query << " / " << row.name);
    const Case aligned{row.query, row.name};
    REQUIRE(aligned.alignment.pairs.size() == 1);
    CHECK(aligned.alignment.pairs[0].agreement == row.agreement);
    CHECK(aligned.alignment.agreeing > 0);
  }
}

TEST_CASE("words left over on both sides pair when they are nearly the same letters") {
  struct Row {
    const char* query;
    const char* name;
  };
  static constexpr Row rows[] = {
      {"Kaizn Orbita Helicopters", "Kazan Orbita Helicopters"},
      {"Orbita iArcraft Corporatio nZap", "Orbita Aircraft Corporation Zap"},
      {"Orbita GIPROMOSTSAINTPETERSBURG", "Orbita Gipromost Saint Petersburg"},
  };
  for (const Row& row : rows) {
    INFO(row.query << " / " << row.name);
    Case aligned{row.query, row.name};
    const double before = aligned.alignment.agreeing;
    lookup::pair_leftovers(aligned.query, aligned.index.names()[0], aligned.alignment);
    CHECK(aligned.alignment.agreeing > before);
    CHECK(aligned.alignment.agreeing <= before * (1 + lookup::leftover_share) + 1e-9);
    CHECK(aligned.alignment.name_left == 0);
  }
  Case apart{"Orbita Zarya", "Orbita Signal"};
  lookup::pair_leftovers(apart.query, apart.index.names()[0], apart.alignment);
  CHECK(apart.alignment.pairs.size() == 1);
}

TEST_CASE("a long query that is how a name begins may have been cut off there") {
  const char* const name = "Joint Stock Company Scientific Production Association Orbita Zarya";
  const Case cut{"Joint Stock Company Scientific Prod", name};
  const Case other{"Joint Stock Company Technical Produ", name};
  const Case shorter{"Joint Stock Company", name};
  CHECK(cut.alignment.cut_off);
  CHECK_FALSE(other.alignment.cut_off);
  CHECK_FALSE(shorter.alignment.cut_off);
}

TEST_CASE("legal forms of one class and initials pair where nothing firmer does") {
  const Case forms{"Signal OOO", "Signal LLC"};
  REQUIRE(forms.alignment.pairs.size() == 2);
  CHECK(forms.alignment.pairs[1].agreement == Agreement::legal_form);
  CHECK(Case{"Signal AG", "Signal LLC"}.alignment.pairs.size() == 1);

  const Case initial{"Kapil R Arora", "Kapil Raj Arora"};
  REQUIRE(initial.alignment.pairs.size() == 3);
  CHECK(initial.alignment.pairs[1].agreement == Agreement::initial);
}

TEST_CASE("no word is in two pairs") {
  const Case aligned{"Huawei Huawei Hua Wei", "Huawei Huawei Technologies"};
  std::vector<int> query_uses(aligned.query.tokens.words.size());
  std::vector<int> name_uses(3);
  for (const lookup::WordPair& pair : aligned.alignment.pairs) {
    for (int i = 0; i < pair.query_count; ++i) ++query_uses[static_cast<std::size_t>(pair.query_first + i)];
    for (int i = 0; i < pair.name_count; ++i) ++name_uses[static_cast<std::size_t>(pair.name_first + i)];
  }
  for (const int uses : query_uses) CHECK(uses <= 1);
  for (const int uses : name_uses) CHECK(uses <= 1);
}

TEST_CASE("numbers decide") {
  CHECK(Case{"13th Institute Orbita", "14th Institute Orbita"}.alignment.numbers_differ);
  CHECK_FALSE(Case{"13th Institute Orbita", "13 Institute Orbita"}.alignment.numbers_differ);
  CHECK_FALSE(Case{"Institute Orbita", "14th Institute Orbita"}.alignment.numbers_differ);
}

TEST_CASE("only the same words in the same order are identical") {
  CHECK(Case{"HUAWEI (technologies)", "Huawei Technologies"}.alignment.identical);
  CHECK_FALSE(Case{"25 Research Institute", "25th Research Institute"}.alignment.identical);
  CHECK_FALSE(Case{"Technologies Huawei", "Huawei Technologies"}.alignment.identical);
  CHECK_FALSE(Case{"Huawei", "Huawei Technologies"}.alignment.identical);
}

TEST_CASE("the score is 100 for identity alone and falls as less agrees") {
  const auto score_of = [](const char* query, const char* name) { return lookup::score(Case{query, name}.alignment); };
  CHECK(score_of("orbita signal", "Orbita Signal") == 100);
  const double reordered = score_of("signal orbita", "Orbita Signal");
  const double extra = score_of("Orbita Signal Zarya", "Orbita Signal");
  const double half = score_of("Orbita Zarya", "Orbita Signal");
  CHECK(reordered < 100);
  CHECK(reordered > extra);
  CHECK(extra > half);
  CHECK(half > 0);
  CHECK(score_of("14th Institute Orbita", "13th Institute Orbita") <
        score_of("Institute Orbita", "13th Institute Orbita"));
}

TEST_CASE("the rest of a name counts less where the query is how it begins, unless in common words alone") {
  CHECK(Case("Qorbita", "Qorbita Signal").alignment.name_left < Case("Qorbita", "Signal Qorbita").alignment.name_left);
  CHECK(Case("Trading House", "Trading House Qorbita").alignment.name_left ==
        Case("Trading House", "Qorbita Trading House").alignment.name_left);
}

TEST_CASE("words in place of others cost more than words left out") {
  const Case replaced{"Qorbita Signal", "Qorbita Kvant"};
  const Case left_out{"Qorbita", "Kvant Qorbita"};
  CHECK(replaced.alignment.replaced > 0);
  CHECK(left_out.alignment.replaced == 0);
  CHECK(lookup::score(replaced.alignment) < lookup::score(left_out.alignment));
}

TEST_CASE("an initial leaves less unsaid where nothing else is left over") {
  const Case whole{"A. Qorbita", "Andrey Qorbita"};
  const Case part{"A. Qorbita", "Andrey Petrovich Qorbita"};
  CHECK(whole.alignment.name_left < part.alignment.name_left - part.index.names()[0].weighed[1].lacking);
}

TEST_CASE("typos in whole names of several telling words cost less than in one word, or where something is left over") {
  const auto lost = [](const Case& aligned) { return aligned.alignment.paired - aligned.alignment.agreeing; };
  const Case one{"Qorbta", "Qorbita"};
  const Case with_generic{"Qorbta Technology", "Qorbita Technology"};
  const Case whole{"Qorbta Zelmash", "Qorbita Zelmash"};
  const Case with_initial{"Z. Qorbta", "Z. Qorbita"};
  const Case part{"Qorbta Zelmash", "Qorbita Zelmash Kvant"};
  CHECK(lost(with_generic) == Approx(lost(one)));
  CHECK(lost(part) == Approx(lost(one)));
  CHECK(lost(whole) < 0.6 * lost(one));
  CHECK(lost(with_initial) == Approx(lost(whole)));
}

TEST_CASE("a score never passes its bound") {
  for (const char* name : {"Orbita Signal", "Signal", "Orbita Plant 13", "Technology Trading", "S. Orbita LLC"}) {
    for (const char* query :
         {"Orbita Signal", "Orbita", "Signal Plant 14", "S Orbita OOO", "Technology", "Orb Sig", "Sirius Orbita"}) {
      INFO(query << " / " << name);
      const Case aligned{query, name};
      for (const lookup::Candidate& candidate : lookup::find_candidates(aligned.index, aligned.query)) {
        CHECK(aligned.alignment.agreeing <= Approx(candidate.bounds.agreeing).margin(1e-9));
        CHECK(aligned.alignment.query_left >= Approx(candidate.bounds.query_left).margin(1e-9));
        CHECK(aligned.alignment.name_left >= Approx(candidate.bounds.name_left).margin(1e-9));
        if (!aligned.alignment.identical)
          CHECK(lookup::score(aligned.alignment) <= lookup::score_bound(candidate.bounds));
      }
    }
  }
}

TEST_CASE("bounds hold for names and queries made at random of words, initials, legal forms and numbers") {
  static const std::vector<std::string> words{"orbita",
                                              "orbit",
                                              "signal",
                                              "s",
                                              "o",
                                              "zarya",
                                              "technology",
                                              "ltd",
                                              "open",
                                              "joint stock company",
                                              "open joint stock company",
                                              "ao",
                                              "13",
                                              "14th",
                                              "the",
                                              "zaryaorbita",
                                              "co",
                                              "sig",
                                              "npo",
                                              "research",
                                              "production association",
                                              "research production association",
                                              "thirteenth",
                                              "ozsk",
                                              "kiev",
                                              "zad",
                                              "sha"};
  std::mt19937 random{4};
  std::uniform_int_distribution<std::size_t> length{1, 5};
  std::uniform_int_distribution<std::size_t> choice{0, words.size() - 1};
  const auto phrase = [&] {
    std::string text;
    for (std::size_t count = length(random); count > 0; --count) text += words[choice(random)] + " ";
    return text;
  };
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> names;
    for (int i = 0; i < 8; ++i) names.push_back(phrase());
    const lookup::List list = small_list(names);
    const lookup::NameIndex index{list};
    const std::string asked = phrase();
    const lookup::PreparedQuery query = lookup::prepare(index, lookup::tokenize(asked));
    for (const lookup::Candidate& candidate : lookup::find_candidates(index, query)) {
      const lookup::IndexedName& name = index.names()[candidate.name];
      const Alignment alignment = lookup::align(query, name);
      const lookup::WeightBounds later = lookup::bounds_with_leftovers(alignment);
      INFO(asked << "/ " << name.text);
      CHECK(alignment.agreeing <= later.agreeing + 1e-9);
      if (alignment.identical) continue;
      CHECK(lookup::score(alignment) <= lookup::score_bound(later));
      CHECK(lookup::score_bound(later) <= lookup::score_bound(candidate.bounds));
    }
  }
}

TEST_CASE("an alignment is the same in a room that others have used") {
  static const std::vector<std::string> words{"orbita", "signl", "signal", "s",   "zarya",
                                              "ltd",    "ao",    "13",     "npo", "ozsk"};
  const lookup::List list = small_list({"Orbita Signal Zarya Kosmos Ltd", "AO NPO Orbita S. Zaria", "OZSK 13 Signal",
                                        "Research and Production Association Signal Orbita"});
  const lookup::NameIndex index{list};
  std::mt19937 random{5};
  std::uniform_int_distribution<std::size_t> choice{0, words.size() - 1};
  lookup::AlignmentRoom room;
  Alignment reused;
  for (int round = 0; round < 200; ++round) {
    std::string asked;
    for (int count = 0; count < 4; ++count) asked += words[choice(random)] + " ";
    const lookup::PreparedQuery query = lookup::prepare(index, lookup::tokenize(asked));
    for (const lookup::IndexedName& name : index.names()) {
      INFO(asked << "/ " << name.text);
      Alignment fresh = lookup::align(query, name);
      lookup::align(query, name, room, reused);
      CHECK(lookup::score(reused) == lookup::score(fresh));
      lookup::pair_leftovers(query, name, fresh);
      lookup::pair_leftovers(query, name, room, reused);
      CHECK(reused.agreeing == fresh.agreeing);
      CHECK(reused.query_left == fresh.query_left);
      CHECK(reused.name_left == fresh.name_left);
      CHECK(reused.pairs.size() == fresh.pairs.size());
    }
  }
}

TEST_CASE("hits are found where their word has some, and nowhere else") {
  const lookup::List list = small_list({"Orbita Signal Zarya", "Orbit Signals Kosmos"});
  const lookup::NameIndex index{list};
  const lookup::PreparedQuery query = lookup::prepare(index, lookup::tokenize("Orbita Signal"));
  for (lookup::WordId word = 0; word < index.vocabulary().size(); ++word) {
    const auto has = [word](const lookup::WordHit& hit) { return hit.word == word; };
    const auto slow = std::count_if(query.hits.begin(), query.hits.end(), has);
    CHECK(static_cast<std::ptrdiff_t>(query.hits_of(word).size()) == slow);
    CHECK(std::all_of(query.hits_of(word).begin(), query.hits_of(word).end(), has));
  }
}

TEST_CASE("bands run from the highest to zero") {
  double previous = 101;
  for (const lookup::Band& band : lookup::score_bands()) {
    CHECK(band.from < previous);
    CHECK(lookup::band_of(band.from) == band.name);
    previous = band.from;
  }
  CHECK(previous == 0);
  CHECK(lookup::band_of(99.99) != "exact");
}
