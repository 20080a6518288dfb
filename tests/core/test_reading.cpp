#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lookup/reading.hpp"

namespace {

/// The readings of a text, each as its words joined by blanks.
std::vector<std::string> readings_of(const std::string& text) {
  const lookup::Tokens tokens = lookup::tokenize(text);
  std::vector<std::string> found;
  for (const std::vector<bool>& keep : lookup::readings(text, tokens)) {
    std::string words;
    for (const lookup::Word& word : lookup::select(tokens, keep).words)
      words += (words.empty() ? "" : " ") + text.substr(word.begin, word.end - word.begin);
    found.push_back(words);
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what stands in brackets and outside of them is read by itself") {
  CHECK(readings_of("Almaz Antey Concern (AA Concern)") == Texts{"Almaz Antey Concern", "AA Concern"});
  CHECK(readings_of("Научный Центр «Орбита» (НЦ «Орбита")  // Not closed.
        == Texts{"Научный Центр Орбита", "НЦ Орбита"});
  CHECK(readings_of("Orbita Signal (Hong Kong) Ltd") == Texts{"Orbita Signal Ltd"});
  CHECK(readings_of("Orbita【Qyrova】") == Texts{"Orbita", "Qyrova"});
}

TEST_CASE("names parted by semicolons, slashes and c/o are read one by one") {
  CHECK(readings_of("Orbita; Zarya") == Texts{"Orbita", "Zarya"});
  CHECK(readings_of("Orbita / Zarya") == Texts{"Orbita", "Zarya"});
  CHECK(readings_of("Orbita LLC c/o Fast Freight") == Texts{"Orbita LLC", "Fast Freight"});
  CHECK(readings_of("Orbita LLC attn Ivanov") == Texts{"Orbita LLC", "Ivanov"});
  CHECK(readings_of("Import/Export House").empty());
}

TEST_CASE("a comma parts names of two words and more, not a surname or a legal form") {
  CHECK(readings_of("Orbita Signal, Zarya Works") == Texts{"Orbita Signal", "Zarya Works"});
  CHECK(readings_of("Smith, John").empty());
  CHECK(readings_of("Orbita, Ltd.").empty());
}

TEST_CASE("a name beside its original in another script is read in each") {
  CHECK(readings_of("Orbita Орбита") == Texts{"Orbita", "Орбита"});
}

TEST_CASE("the number of readings is bounded") {
  std::string text = "Aaa Bbb";
  for (char letter = 'c'; letter <= 'z'; ++letter) text += std::string(", ") + letter + "aa " + letter + "bb";
  CHECK(readings_of(text).size() == 7);
}
