#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../../wasm/src/numbered_words.hpp"
#include "../../wasm/src/spelling_range.hpp"
#include "../../wasm/tables/word_tables.hpp"
#include "lookup/word_tables.hpp"
#include "words.hpp"

namespace {

struct Row {
  std::string_view spelling;
  int meaning;
};

/// The rows of meanings.
const std::vector<Row>& meaning_rows() {
  static const lookup::NumberedWords words{lookup::tables::meaning_words};
  static const std::vector<Row> rows = [] {
    std::vector<Row> all;
    for (std::size_t i = 0; i < words.size(); ++i) all.push_back({words[i], lookup::tables::meanings[i]});
    return all;
  }();
  return rows;
}

/// The meaning of a word by looking at every row of the table: the slow twin of `word_meaning`.
int slow_word_meaning(const std::string& word) {
  int meaning = 0;
  std::size_t longest = 2;  // A stem has three letters at least.
  for (const Row& row : meaning_rows()) {
    if (row.spelling == word) return row.meaning;
    const std::string_view stem = row.spelling.substr(0, row.spelling.size() - 1);
    if (!row.spelling.ends_with('*') || !word.starts_with(stem) || stem.size() <= longest) continue;
    longest = stem.size();
    meaning = row.meaning;
  }
  return meaning;
}

/// Holds a word's meaning by the rows to the slow twin's. A word of no row may have a meaning as an adjective of a
/// place.
void check_meaning(const std::string& word) {
  INFO(word);
  const int meaning = lookup::word_meaning(word);
  const int by_rows = slow_word_meaning(word);
  if (by_rows == 0 && word.find("sk") != std::string::npos) return;
  CHECK((lookup::is_table_meaning(meaning) ? meaning : 0) == by_rows);
}

}  // namespace

TEST_CASE("a word has the meaning that looking at every row finds") {
  for (const Row& row : meaning_rows()) {
    const std::string spelling{row.spelling.substr(0, row.spelling.find('*'))};
    for (const char* ending : {"", "a", "s", "skiy", "'", "*"}) check_meaning(spelling + ending);
    check_meaning(spelling.substr(0, spelling.size() - 1));
  }
  CHECK(lookup::word_meaning("") == 0);
}

TEST_CASE("a range of spellings holds a text where some row begins with it, and knows the row that is the text") {
  const std::vector<Row>& spellings = meaning_rows();
  const auto check = [&](const std::string& text) {
    INFO(text);
    lookup::SpellingRange<Row> range{spellings};
    const bool any =
        std::any_of(spellings.begin(), spellings.end(), [&](const Row& row) { return row.spelling.starts_with(text); });
    REQUIRE(range.read(text) == any);
    if (!any) return;
    const auto whole =
        std::find_if(spellings.begin(), spellings.end(), [&](const Row& row) { return row.spelling == text; });
    CHECK(range.whole() == (whole == spellings.end() ? nullptr : &*whole));
  };
  for (std::size_t i = 0; i < spellings.size(); i += 7) {
    const std::string spelling{spellings[i].spelling};
    check(spelling);
    check(spelling + "x");
    check(spelling.substr(0, spelling.size() / 2));
  }
}
