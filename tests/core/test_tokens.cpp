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
      {"Acme S.A.", "acme|(sa)", "two dotted letters at the end too"},
      {"M.V. Frunze Plant", "m|v|frunze|plant", "two in front are initials"},
      {"13th Research Institute", "#13|research|institute", "an ordinal is a number"},
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

TEST_CASE("every word points at the bytes that it came from") {
  const std::string text = "Ｘi’an (Ünïted) 13th";
  const Tokens tokens = tokenize(text);
  std::vector<std::string> sources;
  for (const lookup::Word& word : tokens.words) sources.push_back(text.substr(word.begin, word.end - word.begin));
  CHECK(sources == std::vector<std::string>{"Ｘi’an", "Ünïted", "13th"});
}
