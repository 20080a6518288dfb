#include <catch2/catch.hpp>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"
#include "words.hpp"

using lookup::tokenize;
using lookup::Tokens;

namespace {

/// The words of a name, parted by "|", legal forms in brackets and numbers behind "#".
std::string shape(std::string_view text) {
  std::string shown;
  for (const lookup::Word& word : tokenize(text).words) {
    shown += shown.empty() ? "" : "|";
    const std::string own = readable(word.text);
    shown += word.is_legal_form ? "(" + own + ")" : word.is_number ? "#" + own : own;
  }
  return shown;
}

}  // namespace

TEST_CASE("names are taken apart into folded words, legal forms and numbers") {
  struct Row {
    const char* text;
    const char* shape;
    const char* reason;
  };
  static constexpr Row rows[] = {
      {"Megvii Technology", "megvii|technology", "spaces part words"},
      {"Coca-Cola", "coca|cola", "a hyphen parts words"},
      {"Xi'an Huada", "xian|huada", "an apostrophe between letters does not"},
      {"Xi’an Huada", "xian|huada", "whatever its shape"},
      {"“UEC-STAR”", "uec|star", "quotation marks part words"},
      {"Leon Technology Co., Ltd.,", "leon|technology|(co)|(ltd)", "a stray comma is nothing"},
      {"Acme L.L.C.", "acme|(llc)", "a dotted run is one word"},
      {"Acme Ｌ．Ｌ．Ｃ．", "acme|(llc)", "of any width"},
      {"N U D T", "nudt", "three letters and more with blanks between are one word"},
      {"Orbita C.E.T.C.", "orbita|cetc", "as with dots"},
      {"n.a. A. I. Berg", "n|a|a|i|berg", "letters parted in two ways are not"},
      {"海 康 威", "hai|kang|wei", "nor are characters"},
      {"Acme S.A.", "acme|(sa)", "two dotted letters at the end are a legal form"},
      {"Acme Ｓ．Ａ．", "acme|(sa)", "of any width"},
      {"M.V. Frunze Plant", "m|v|frunze|plant", "two in front are initials"},
      {"Kravchenko D.A.", "kravchenko|d|a", "at the end too, where they are no legal form"},
      {"Mallabiu I.V.", "mallabiu|i|v", "they are no Roman number"},
      {"Kuznetsov S.A.", "kuznetsov|(s)|(a)", "after a Russian family name they may be initials as well"},
      {"Geneva S.A.", "geneva|(sa)", "a place is no family name"},
      {"Иванов А.О.", "ivanov|(a)|(o)", "and in Cyrillic, for Russian legal forms have no dots"},
      {"А.Л.Кузнецов", "a|l|kuznetsov", "blanks are not needed"},
      {"Kuznetsov AL", "kuznetsov|a|l", "nor dots, beside a Russian family name alone"},
      {"АЛ Кузнецов", "a|l|kuznetsov", "on either side"},
      {"Кузнецов АО", "kuznetsov|(ao)", "but for a legal form"},
      {"Zavod Kuznetsov AL", "zavod|kuznetsov|al", "and not in a longer name"},
      {"13th Research Institute", "#13|research|institute", "an ordinal is a number"},
      {"13-th, 13-й, 13 th", "#13|#13|#13", "its ending may stand apart"},
      {"10 St James", "#10|st|james", "but a street is none"},
      {"Fifty-Fifth Research Institute", "#55|research|institute", "in two words too"},
      {"АО Двадцать девятый завод", "(ao)|#29|zavod", "in Russian too"},
      {"206 Institute", "#206|institute", "digits are a number"},
      {"3DiVi", "3divi", "letters and digits together are a word"},
      {"（株）ＡＢＣ", "(株)|abc", "full width folds; scripts part words"},
      {"華為Huawei", "huawei|huawei", "scripts part words; traditional folds to simplified, Chinese is read in pinyin"},
      {"华为技术有限公司", "huawei|technology|(有限公司)", "Chinese is cut into words"},
      {"АО «Алмаз»", "(ao)|almaz", "Cyrillic is put into Latin letters"},
      {"중국전자과학기술그룹", "china|electronics|technology|group", "Hangul is cut into as few words as possible"},
      {"난징산업", "nanjing|industry", "places too"},
      {"산업", "industry", "a known word alone"},
      {"수빈 이", "subin|i", "a name is romanised"},
      {"설계 국", "design|bureau", "one syllable is a word only where it stands alone"},
      {"국민호", "gukminho", "and otherwise part of a name"},
      {"푸순유한공사", "fushun|(co)|(ltd)", "a legal form translated is a legal form"},
      {"삼성주식회사", "samsung|(jusikhoesa)", "and so is one in Hangul"},
      {"カラシニコフ・コンツェルン", "kalashnikov|concern", "kana too"},
      {"タナカシステムズ", "tanaka|systems", "a name in kana is romanised"},
      {"エアバス", "eabasu", "a name that begins like a known word stays whole"},
      {"شرکت صنایع هوایی", "(shrkt)|industries|aviation", "Persian is translated, its legal forms are known"},
      {"مركز الدراسات والبحوث", "center|studies|research", "with article and conjunction"},
      {"ذات مسؤولية محدودة الإلكترونيات", "(zat)|(msvvlih)|(mhdvdh)|electronics",
       "after a legal form of several words"},
      {"همت", "hmt", "an Arabic word in no row is read letter by letter"},
      {"'Quoted' name", "quoted|name", "an apostrophe at the edge of a word is nothing"},
      {"", "", "nothing gives nothing"},
      {" - . ' ", "", "punctuation gives nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(shape(row.text) == row.shape);
  }
}

TEST_CASE("the longest spelling of a legal form is taken") {
  const Tokens tokens = tokenize("Open Joint Stock Company Signal");
  REQUIRE(tokens.legal_forms.size() == 1);
  CHECK(tokens.legal_forms[0].word_count == 4);
  CHECK_FALSE(tokens.words[4].is_legal_form);
}

TEST_CASE("one legal form is of one class in every language") {
  const auto form_of = [](const char* text) {
    const Tokens tokens = tokenize(text);
    REQUIRE(tokens.legal_forms.size() == 1);
    return lookup::legal_form_name(tokens.legal_forms[0].form);
  };
  CHECK(form_of("Signal OOO") == form_of("Signal LLC"));
  CHECK(form_of("Signal OOO") == form_of("Signal Limited Liability Company"));
  CHECK(form_of("Signal GmbH") == form_of("Signal LLC"));
  CHECK(form_of("Signal GmbH") != form_of("Signal AG"));
}

TEST_CASE("a word knows the hyphen behind it") {
  const auto hyphens = [](const Tokens& tokens) {
    std::string marks;
    for (const lookup::Word& word : tokens.words) marks += word.is_hyphenated ? '-' : '.';
    return marks;
  };
  CHECK(hyphens(tokenize("Hua-wei Tech")) == "-..");
  CHECK(hyphens(tokenize("Hua‐wei‑Tech")) == "--.");
  CHECK(hyphens(tokenize("Hua - wei--Tech–Co")) == "....");
  CHECK(hyphens(tokenize("Twenty-Third-Orbita")) == "-.");
  CHECK(hyphens(lookup::select(tokenize("Hua-wei-Tech"), {true, true, false})) == "-.");
}

TEST_CASE("a number of two words leaves the legal forms in place") {
  const Tokens tokens = tokenize("Twenty-Third Orbita Ltd");
  REQUIRE(tokens.legal_forms.size() == 1);
  CHECK(tokens.legal_forms[0].first_word == 2);
  CHECK(tokens.words[0].begin == 0);
  CHECK(tokens.words[0].end == 12);
}

TEST_CASE("every word points at the bytes that it came from") {
  const std::string text = "Ｘi’an (Ünïted) 13th";
  const Tokens tokens = tokenize(text);
  std::vector<std::string> sources;
  for (const lookup::Word& word : tokens.words) sources.push_back(text.substr(word.begin, word.end - word.begin));
  CHECK(sources == std::vector<std::string>{"Ｘi’an", "Ünïted", "13th"});
  const Tokens person = tokenize("Ｋuznetsov ＡＬ");
  REQUIRE(person.words.size() == 3);
  CHECK(person.words[1].begin == 12);
  CHECK(person.words[1].end == 15);
  CHECK(person.words[2].end == 18);
}
