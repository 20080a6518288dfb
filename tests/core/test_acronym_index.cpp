#include <catch2/catch.hpp>
#include <string>

#include "lookup/abbreviations.hpp"
#include "lookup/acronym_index.hpp"
#include "lookup/alignment.hpp"
#include "lookup/tokens.hpp"
#include "small_list.hpp"
#include "words.hpp"

namespace {

std::optional<lookup::AcronymRun> run_of(const char* acronym, const char* name) {
  const lookup::Tokens tokens = lookup::tokenize(name);
  const lookup::Initials initials = lookup::initials_of(tokens, lookup::senses_of(tokens.words));
  const std::u32string text = letters(acronym);
  const auto run = lookup::find_acronym(text, tokens, initials);
  // The quick test never rules out what the slow one finds.
  if (run) CHECK(lookup::may_have_acronym(initials.letters, lookup::set_of(text[0]), *lookup::letters_of(text)));
  return run;
}

/// The agreement of the pair that holds the first word of the query.
std::optional<lookup::Agreement> first_agreement(const char* query_text, const char* name) {
  const lookup::List list = small_list({name});
  const lookup::NameIndex index{list};
  const lookup::PreparedQuery query = lookup::prepare(index, lookup::tokenize(query_text));
  const lookup::Alignment alignment = lookup::align(query, index.names()[0]);
  if (alignment.pairs.empty()) return std::nullopt;
  return alignment.pairs[0].agreement;
}

}  // namespace

TEST_CASE("an acronym is read along the words of a name") {
  struct Row {
    const char* acronym;
    const char* name;
    const char* reason;
  };
  static constexpr Row rows[] = {
      {"nudt", "National University of Defense Technology", "a filler word gives no letter"},
      {"cpmiec", "China National Precision Machinery Import & Export Corporation", "nor need National"},
      {"cetc", "China Electronics Technology Group Corporation", "nor Group, but Corporation may"},
      {"uac", "Public Joint Stock Company United Aircraft Corporation", "a legal form in front is passed over"},
      {"zntts", "Zelenogradskiy Nano Tekhnologicheskiy Tsentr", "an initial may be a sound of several letters"},
      {"nsrz", "Novorossiyskiy Sudoremontnyy Zavod", "a long word may give two letters"},
      {"cetc", "China Electronics Technology Corporation 13th Research Institute", "four letters may begin a name"},
  };
  for (const Row& row : rows) {
    INFO(row.acronym << ": " << row.reason);
    CHECK(run_of(row.acronym, row.name));
  }
}

TEST_CASE("an acronym stands for nothing less") {
  struct Row {
    const char* acronym;
    const char* name;
    const char* reason;
  };
  static constexpr Row rows[] = {
      {"ndt", "University of Defense Technology", "another first letter"},
      {"udx", "University of Defense Technology", "another last letter"},
      {"utd", "University of Defense Technology", "another order"},
      {"ut", "University Technology", "two words prove nothing"},
      {"udt", "University of Defense Technology Orbita", "three letters are the whole name"},
      {"ut", "University of Defense Technology", "a word that must give a letter"},
  };
  for (const Row& row : rows) {
    INFO(row.acronym << ": " << row.reason);
    CHECK_FALSE(run_of(row.acronym, row.name));
  }
}

TEST_CASE("a short acronym proves less than a long one") {
  CHECK(lookup::acronym_similarity(U"ab") == 0);
  CHECK(lookup::acronym_similarity(U"bcd") < lookup::acronym_similarity(U"bcdf"));
  CHECK(lookup::acronym_similarity(U"bcdf") < lookup::acronym_similarity(U"bcdfgh"));
  CHECK(lookup::acronym_similarity(U"bcdfgh") <= 0.8);
}

TEST_CASE("words in common use are no acronyms") {
  const auto may_be = [](const char* text) { return lookup::may_be_acronym(lookup::tokenize(text).words.at(0)); };
  CHECK(may_be("CPMIEC"));
  CHECK_FALSE(may_be("trading"));
  CHECK_FALSE(may_be("zavod"));
  CHECK_FALSE(may_be("AB"));
  CHECK_FALSE(may_be("C919"));
  CHECK_FALSE(may_be("LLC"));
}

TEST_CASE("a query and a name agree by initials either way round") {
  CHECK(first_agreement("CPMIEC", "China Precision Machinery Import Export Corporation") == lookup::Agreement::acronym);
  CHECK(first_agreement("China Precision Machinery Import Export Corporation", "CPMIEC") == lookup::Agreement::acronym);
  CHECK(first_agreement("Orbita", "China Precision Machinery Import Export Corporation") == std::nullopt);
}

TEST_CASE("words that agree by themselves do not give way to their initials") {
  const char* name = "China Precision Machinery Import Export Corporation";
  const std::string query = std::string{"CPMIEC "} + name;
  CHECK(first_agreement(query.c_str(), name) == lookup::Agreement::same);
}
