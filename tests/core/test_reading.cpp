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

TEST_CASE("slashes, pluses and dashes part names that have a word of their own, not the halves of a word") {
  for (const char* text : {"Bexlin/Zaryad", "Bexlin /Zaryad", "Bexlin／Zaryad", "Bexlin+Zaryad", "Bexlin + Zaryad",
                           "Bexlin＋Zaryad", "Bexlin - Zaryad", "Bexlin–Zaryad", "Bexlin — Zaryad", "Bexlin、Zaryad"}) {
    INFO(text);
    CHECK(readings_of(text) == Texts{"Bexlin", "Zaryad"});
  }
  CHECK(readings_of("Smith Trading/Zaryad") == Texts{"Zaryad"});
  CHECK(readings_of("Bexlin-Zaryad").empty());
  CHECK(readings_of("Bexlin A/S").empty());
  CHECK(readings_of("Bexlin - Hong Kong") == Texts{"Hong Kong", "Bexlin"});
  CHECK(readings_of("Orbita/Zaryad") == Texts{"Zaryad"});  // "Orbita" is a common word.
}

TEST_CASE("and parts two names that each have a word of their own, not the words of one name") {
  for (const char* text : {"Bexlin & Zaryad", "Bexlin&Zaryad", "Bexlin ＆ Zaryad", "Bexlin and Zaryad"}) {
    INFO(text);
    CHECK(readings_of(text) == Texts{"Bexlin", "Zaryad"});
  }
  CHECK(readings_of("Bexlin Trading and Hangzhou Zaryad") == Texts{"Bexlin Trading", "Hangzhou Zaryad"});
  CHECK(readings_of("Johnson & Johnson").empty());
  CHECK(readings_of("Research and Production Association Bexlin").empty());
  CHECK(readings_of("Bexlin Research and Production Zaryad").empty());
  CHECK(readings_of("Orbit&T").empty());
}

TEST_CASE("commas part names of one word where they make a list") {
  CHECK(readings_of("Bexlin, Zaryad, Qyrova") == Texts{"Bexlin", "Zaryad", "Qyrova"});
  CHECK(readings_of("Bexlin, Zaryad and Qyrova") == Texts{"Zaryad and Qyrova", "Bexlin", "Zaryad", "Qyrova"});
  CHECK(readings_of("Bexlin, Zaryad, and Qyrova") == Texts{"Bexlin", "Zaryad", "Qyrova"});
  CHECK(readings_of("Bexlin, Zaryad").empty());
  CHECK(readings_of("Bexlin, and Zaryad").empty());
  CHECK(readings_of("Smith, John, Ltd.").empty());
}

TEST_CASE("words that go between two names of a party, or two parties, part them") {
  for (const char* between : {"c/o",          "care of",  "attn",
                              "via",          "obo",      "o/b/o",
                              "on behalf of", "z.Hd.",    "aka",
                              "a.k.a.",       "a/k/a",    "also known as",
                              "dba",          "d/b/a",    "doing business as",
                              "trading as",   "t/a",      "fka",
                              "f/k/a",        "formerly", "formerly known as",
                              "nka",          "n/k/a",    "now known as"}) {
    INFO(between);
    CHECK(readings_of(std::string{"Orbita Works "} + between + " Zaryad") == Texts{"Orbita Works", "Zaryad"});
  }
  CHECK(readings_of("Aka Orbita").empty());
  CHECK(readings_of("Orbita T A Zaryad").empty());
  CHECK(readings_of("Orbita (formerly Zaryad)") == Texts{"Orbita", "Zaryad"});
}

TEST_CASE("a comma parts names of two words and more, not a surname or a legal form") {
  CHECK(readings_of("Orbita Signal, Zarya Works") == Texts{"Orbita Signal", "Zarya Works"});
  CHECK(readings_of("Smith, John").empty());
  CHECK(readings_of("Orbita, Ltd.").empty());
}

TEST_CASE("a comma within a legal form parts nothing") {
  CHECK(readings_of("Attn: Bexlin Zaryad Technology Co., Ltd., Karlov Street") ==
        Texts{"Attn Bexlin Zaryad Technology Co Ltd", "Karlov Street"});
}

TEST_CASE("a number belongs to a name in whichever script") { CHECK(readings_of("中国电科54所").empty()); }

TEST_CASE("a name beside its original in another script is read in each") {
  CHECK(readings_of("Orbita Орбита") == Texts{"Orbita", "Орбита"});
}

TEST_CASE("the number of readings is bounded") {
  std::string text = "Aaa Bbb";
  for (char letter = 'c'; letter <= 'z'; ++letter) text += std::string(", ") + letter + "aa " + letter + "bb";
  CHECK(readings_of(text).size() == 7);
}
