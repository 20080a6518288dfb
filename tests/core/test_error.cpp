#include <catch2/catch.hpp>
#include <set>

#include "lookup/error.hpp"

using lookup::ErrorCode;

TEST_CASE("every error has a name and a sentence of its own") {
  std::set<std::string_view> names;
  std::set<std::string_view> sentences;
  int previous = 0;
  for (const lookup::ErrorPhrase& phrase : lookup::error_phrases()) {
    CHECK(static_cast<int>(phrase.code) > previous);
    previous = static_cast<int>(phrase.code);
    CHECK(names.insert(phrase.name).second);
    CHECK(sentences.insert(phrase.sentence).second);
    CHECK(phrase.sentence.ends_with('.'));
    CHECK(&lookup::phrase_of(phrase.code) == &phrase);
  }
}

TEST_CASE("an error is described with its place") {
  CHECK(lookup::describe({ErrorCode::csv_value_invalid, "31 February", 12, "start_date"})
            .ends_with("(record 12, start_date: 31 February)"));
  CHECK(lookup::describe({ErrorCode::name_missing, {}, {}, {}}) == lookup::phrase_of(ErrorCode::name_missing).sentence);
  CHECK(lookup::describe({ErrorCode::file_unreadable, "x.csv", {}, {}}).ends_with("(x.csv)"));
}
