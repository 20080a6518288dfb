#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "bundled.hpp"
#include "lookup/abbreviations.hpp"
#include "lookup/alignment.hpp"
#include "lookup/score.hpp"
#include "lookup/tokens.hpp"
#include "small_list.hpp"

namespace {

/// Whether both texts hold one phrase.
bool say_the_same(const char* a, const char* b) {
  for (const lookup::PhraseUse& own : lookup::tokenize(a).phrases)
    for (const lookup::PhraseUse& other : lookup::tokenize(b).phrases)
      if (own.phrase == other.phrase) return true;
  return false;
}

double score_of(const char* query, const char* name) {
  const lookup::List list = small_list({name});
  const lookup::NameIndex index{list};
  return lookup::score(lookup::align(lookup::prepare(index, lookup::tokenize(query)), index.names()[0]));
}

}  // namespace

TEST_CASE("an abbreviation says what its words say, in every language and romanisation") {
  struct Row {
    const char* brief;
    const char* full;
  };
  static constexpr Row rows[] = {
      {"NPO", "Research and Production Association"},
      {"NPO", "Scientific-Production Association"},
      {"NPO", "Scientific Research and Production Association"},
      {"НПО", "Nauchno-Proizvodstvennoe Obedinenie"},
      {"RPA", "Научно-производственное объединение"},
      {"NPO", "SPA"},
      {"NVO", "NPO"},
      {"NII", "Research Institute"},
      {"NII", "Nauchno-Issledovatelskiy Institut"},
      {"VNII", "All-Russian Scientific Research Institute"},
      {"TsNII", "Central Research Institute"},
      {"CNII", "ЦНИИ"},
      {"FNPTs", "Federal Research & Production Center"},
      {"OKB", "Experimental Design Bureau"},
      {"TsKB", "Central Design Bureau"},
      {"KhimMash", "Chemical Engineering"},
      {"ODK", "UEC"},
      {"R&D", "Research and Development"},
      {"TyazhMash", "Heavy Engineering"},
      {"IC", "Integrated Circuit"},
  };
  for (const Row& row : rows) {
    INFO(row.brief << " / " << row.full);
    CHECK(say_the_same(row.brief, row.full));
    CHECK(say_the_same(row.full, row.brief));
  }
}

TEST_CASE("an abbreviation says nothing else") {
  CHECK_FALSE(say_the_same("NPO", "Research and Production Enterprise"));
  CHECK_FALSE(say_the_same("NII", "Institute of Research"));
  CHECK_FALSE(say_the_same("NPO", "Production Association"));
  CHECK_FALSE(say_the_same("MIPT", "NIIRK"));
}

TEST_CASE("a phrase knows its words") {
  const lookup::Tokens brief = lookup::tokenize("AO NPO Mars");
  REQUIRE(brief.phrases.size() == 1);
  CHECK(brief.phrases[0].first_word == 1);
  CHECK(brief.phrases[0].word_count == 1);
  CHECK(brief.phrases[0].is_short);

  bool spelled_out = false;
  for (const lookup::PhraseUse& use : lookup::tokenize("Research and Production Association Mars").phrases) {
    CHECK_FALSE(use.is_short);
    spelled_out = spelled_out || (use.first_word == 0 && use.word_count == 4);
  }
  CHECK(spelled_out);
}

TEST_CASE("names agree by their abbreviations, and are not identical for it") {
  const double brief = score_of("NPO Orbita", "Research and Production Association Orbita");
  CHECK(brief > score_of("Xqz Orbita", "Research and Production Association Orbita"));
  CHECK(brief < 100);
  CHECK(score_of("NPO Orbita", "RPA Orbita") < 100);
  CHECK(score_of("NPO Orbita", "NPO Orbita") == 100);
  CHECK(score_of("Research and Production Association Orbita", "Research and Production Association Orbita") == 100);
}

TEST_CASE("a name that says its phrase both ways agrees by the words") {
  const lookup::List list = small_list({"Research and Production Association Orbita"});
  const lookup::NameIndex index{list};
  const auto query = lookup::prepare(index, lookup::tokenize("NPO Research and Production Association Orbita"));
  for (const lookup::WordPair& pair : lookup::align(query, index.names()[0]).pairs)
    CHECK(pair.agreement == lookup::Agreement::same);
}

TEST_CASE("choosing words keeps the phrases that stay whole") {
  const lookup::Tokens tokens = lookup::tokenize("Orbita Research Institute");
  REQUIRE(tokens.phrases.size() == 1);
  const lookup::Tokens kept = lookup::select(tokens, {false, true, true});
  REQUIRE(kept.phrases.size() == 1);
  CHECK(kept.phrases[0].first_word == 0);
  CHECK(lookup::select(tokens, {true, true, false}).phrases.empty());
}

TEST_CASE("no phrase begins with a word that may begin none") {
  const lookup::List list = bundled_list();
  for (const lookup::Entry& entry : list.entries) {
    const lookup::Tokens tokens = lookup::tokenize(entry.published_name);
    const auto senses = lookup::senses_of(tokens.words);
    INFO(entry.published_name);
    for (const lookup::PhraseUse& use : tokens.phrases)
      CHECK(lookup::may_begin_phrase(tokens.words[use.first_word].text, senses[use.first_word]));
  }
  CHECK(lookup::may_begin_phrase(U"npo", lookup::word_sense("npo")));
  CHECK_FALSE(lookup::may_begin_phrase(U"orbita", lookup::word_sense("orbita")));
}
