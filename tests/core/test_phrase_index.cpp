#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "../../wasm/src/phrase_index.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/word_tables.hpp"

using lookup::LegalFormSpelling;
using lookup::PhraseIndex;

namespace {

/// The slow twin of `find_legal_form`.
const LegalFormSpelling* slow_find(const std::string& spelling) {
  for (const LegalFormSpelling& row : lookup::legal_form_spellings())
    if (row.spelling == spelling) return &row;
  return nullptr;
}

}  // namespace

TEST_CASE("a phrase is found word by word") {
  static const std::vector<LegalFormSpelling> rows{{"open joint stock company", 1, false}, {"open", 2, false}};
  PhraseIndex index{1};  // Grows.
  for (const LegalFormSpelling& row : rows) index.add(row.spelling, row);
  static const LegalFormSpelling later{"open", 3, false};
  index.add(later.spelling, later);

  REQUIRE(index.find("open") != nullptr);
  CHECK(index.find("open")->whole == &rows[1]);
  REQUIRE(index.find("open joint") != nullptr);
  CHECK(index.find("open joint")->words == "open joint");
  CHECK(index.find("open joint")->whole == nullptr);
  REQUIRE(index.find("open joint stock company") != nullptr);
  CHECK(index.find("open joint stock company")->whole == rows.data());
  for (const char* text : {"", "ope", "open ", "open join", "joint", "open joint stock company ltd"}) {
    INFO(text);
    CHECK(index.find(text) == nullptr);
  }
}

TEST_CASE("every legal form is found, and nothing that is only near one") {
  const auto spellings = lookup::legal_form_spellings();
  for (std::size_t i = 0; i < spellings.size(); i += 97) {
    const std::string spelling{spellings[i].spelling};
    INFO(spelling);
    CHECK(lookup::find_legal_form(spelling) == &spellings[i]);
    const std::string cut = spelling.substr(0, spelling.size() - 1);
    CHECK(lookup::find_legal_form(cut) == slow_find(cut));
    CHECK(lookup::find_legal_form(spelling + "x") == slow_find(spelling + "x"));
  }
  CHECK(lookup::find_legal_form("") == nullptr);
}
