#include <catch2/catch.hpp>
#include <string>

#include "bundled.hpp"
#include "lookup/set_aside.hpp"
#include "small_list.hpp"

namespace {

/// The words of a text that are kept, joined by blanks; "-" where there is no such reading.
std::string kept_of(const std::string& text, const lookup::Tokens& tokens,
                    const std::optional<std::vector<bool>>& keep) {
  if (!keep) return "-";
  std::string words;
  for (const lookup::Word& word : lookup::select(tokens, *keep).words)
    words += (words.empty() ? "" : " ") + text.substr(word.begin, word.end - word.begin);
  return words;
}

std::string without_numbers(const std::string& text) {
  const lookup::Tokens tokens = lookup::tokenize(text);
  return kept_of(text, tokens, lookup::without_numbers_aside(tokens.words));
}

std::string site_of(const std::string& text) {
  const lookup::Tokens tokens = lookup::tokenize(text);
  return kept_of(text, tokens, lookup::site_name(text, tokens.words));
}

}  // namespace

TEST_CASE("dates and what announces them are set aside") {
  CHECK(without_numbers("Ivan Orbitov DOB 1984-01-08") == "Ivan Orbitov");
  CHECK(without_numbers("Ivan Orbitov, born 08 Jan 1984") == "Ivan Orbitov");
  CHECK(without_numbers("Ivan Orbitov date of birth 8 September 1984") == "Ivan Orbitov");
  CHECK(without_numbers("Ivan Orbitov 23/11/1962") == "Ivan Orbitov");
  CHECK(without_numbers("geb. 07.10.1952 Ivan Orbitov") == "Ivan Orbitov");
}

TEST_CASE("numbers of persons, companies and accounts are set aside with what announces them") {
  CHECK(without_numbers("Orbita LLC INN 7706107510") == "Orbita LLC");
  CHECK(without_numbers("АО «Орбита» ИНН 7735007358 КПП 773501001") == "АО Орбита");
  CHECK(without_numbers("Orbita VAT DE123456789") == "Orbita");
  CHECK(without_numbers("Orbita Reg. No. 330000000012345") == "Orbita");
  CHECK(without_numbers("Orbita BIC SABRRUMM") == "Orbita");
  CHECK(without_numbers("Orbita 8898831") == "Orbita");
}

TEST_CASE("a number in parts is one, and months are whole names or cut to three or four letters") {
  CHECK(without_numbers("Orbita 12-345-678") == "Orbita");
  CHECK(without_numbers("Orbita 770 708 3893") == "Orbita");
  CHECK(without_numbers("Orbita 12 345") == "-");
  CHECK(without_numbers("31 Marine 2019") == "-");
  CHECK(without_numbers("Orbita 31 Sept 2019") == "Orbita");
  CHECK(without_numbers("Orbita 31 September 2019") == "Orbita");
}

TEST_CASE("where the numbers stand") {
  const std::string text = "Orbita 8 Jan 1984, VAT DE123456789, 12-345-678";
  std::vector<std::string> numbers;
  for (const lookup::Mark& mark : lookup::numbers_aside(lookup::tokenize(text).words))
    numbers.push_back(text.substr(mark.begin, mark.end - mark.begin));
  CHECK(numbers == std::vector<std::string>{"DE123456789", "12-345-678"});
}

TEST_CASE("numbers that may belong to the name stay") {
  for (const char* const name : {"Plant No. 13", "Research Institute 2014", "Factory 1234", "January Orbita",
                                 "Orbita 3 May", "Swift Trading", "Passport Orbita", "Orbita Registration Services"}) {
    INFO(name);
    CHECK(without_numbers(name) == "-");
  }
}

TEST_CASE("the name in the address of a site or mailbox is read") {
  CHECK(site_of("https://www.orbita.com/en/index?x=1") == "orbita");
  CHECK(site_of("www.orbita.ru") == "orbita");
  CHECK(site_of("sales@orbita-signal.com.hk") == "orbita signal");
  CHECK(site_of("Ivan <ivan@orbita.co.uk>") == "orbita");
  CHECK(site_of("Orbita Signal") == "-");
  CHECK(site_of("Orbita @ Signal") == "-");
  CHECK(site_of("orbita@localhost") == "-");
}

TEST_CASE(
    "a listed party is found with numbers beside its name, lower than alone, and as itself where a number is its "
    "name") {
  const lookup::Screener screener{small_list({"Qorbita Signal", "Military Unit 12345"})};
  const auto score_of = [&screener](const char* asked) {
    const lookup::CheckResult result = answer(screener, asked);
    return result.matches.empty() ? 0 : result.matches.front().score;
  };
  CHECK(score_of("Qorbita Signal, VAT DE123456789") > 85);
  CHECK(score_of("Qorbita Signal, VAT DE123456789") < 100);
  CHECK(score_of("Military Unit 12345") == 100);
  CHECK(score_of("Military Unit 99999") < 70);
}
