#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "alternatives.hpp"
#include "lookup/glued_legal_form.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"
#include "words.hpp"

namespace {

/// The class of a text that is one legal form from end to end, else nothing.
std::string form_of(std::string_view text) {
  const lookup::Tokens tokens = lookup::tokenize(text);
  if (tokens.legal_forms.size() != 1 || tokens.legal_forms[0].word_count != tokens.words.size()) return {};
  return std::string{lookup::legal_form_name(tokens.legal_forms[0].form)};
}

std::size_t legal_words(std::string_view text) {
  const lookup::Tokens tokens = lookup::tokenize(text);
  return static_cast<std::size_t>(
      std::count_if(tokens.words.begin(), tokens.words.end(), [](const auto& word) { return word.is_legal_form; }));
}

}  // namespace

TEST_CASE("a legal form is known however it is romanised") {
  for (const char* text :
       {"obshchestvo s ogranichennoy otvetstvennostyu", "Obschestvo s ogranichennoi otvetstvennostiu",
        "obshestvo s ogranichennoj otvetstvennostju", "obščestvo s ograničennoj otvetstvennostʹju"}) {
    INFO(text);
    CHECK(form_of(text) == "llc");
  }
  for (const char* text : {"aktsionernoye obshchestvo", "akcionernoe obschestvo", "aksionernoe obshestvo"}) {
    INFO(text);
    CHECK(form_of(text) == "joint_stock");
  }
}

TEST_CASE("a legal form is known with its letters apart") {
  CHECK(form_of("P L C") == "public_joint_stock");
  CHECK(form_of("Sh. p. k.") == "llc");
  CHECK(legal_words("Li Mi Ted") == 0);
}

TEST_CASE("a legal form is known as a scanner misreads it") {
  for (const char* text : {"Qqzzx 1LC", "Qqzzx L1C", "Qqzzx 0OO", "0OO Qqzzx", "000 Qqzzx", "Qqzzx A0",
                           "Qqzzx Lirnited", "Qqzzx Cornpany"}) {
    INFO(text);
    CHECK(legal_words(text) == 1);
  }
  // A number, products and a model stay what they are.
  for (const char* text : {"Qqzzx 100", "A5 Qqzzx", "Qqzzx 5A", "Qqzzx A0 Qqzzy", "Qqzzx C919"}) {
    INFO(text);
    CHECK(legal_words(text) == 0);
  }
}

TEST_CASE("a form that is an everyday word counts only at the end of a name") {
  CHECK(legal_words("Qqzzx Sha") == 1);
  CHECK(legal_words("Qqzzx Sha Ltd") == 2);
  CHECK(legal_words("Sha Qqzzx") == 0);
}

TEST_CASE("words of names are no legal forms") {
  for (const char* text :
       {"group", "holding", "society", "union", "корпорация", "предприятие", "federal service", "fund"}) {
    INFO(text);
    CHECK(form_of(text).empty());
  }
}

TEST_CASE("a pattern stands for every way through its alternatives") {
  using Phrases = std::vector<std::string>;
  CHECK(lookup::alternatives("plain words") == Phrases{"plain words"});
  CHECK(lookup::alternatives("{open|closed} {joint stock|} company") ==
        Phrases{"open joint stock company", "open company", "closed joint stock company", "closed company"});
  CHECK(lookup::alternatives("a{| b{ c| d}}") == Phrases{"a", "a b c", "a b d"});
  // Twenty groups inside one add up; multiplied by one another they would be a million.
  std::string nested = "{x";
  for (int i = 0; i < 20; ++i) nested += "|a {b|c}";
  CHECK(lookup::alternatives(nested + "}").size() == 41);
}

TEST_CASE("a glued legal form is taken off a word") {
  const auto remains = [](const char* word) {
    std::vector<std::string> remainders;
    const std::u32string text = lookup::tokenize(word).words[0].text;
    for (const std::u32string_view remainder : lookup::without_glued_legal_form(text))
      remainders.push_back(readable(std::u32string{remainder}));
    return remainders;
  };
  CHECK(remains("SIEMENSAG") == std::vector<std::string>{"siemens"});
  CHECK(remains("JSCARGUMENT") == std::vector<std::string>{"argument"});
  CHECK(remains("muellerGmbH") == std::vector<std::string>{"muellerg", "mueller"});
  CHECK(remains("visa").empty());
  CHECK(remains("pandas").empty());
}
