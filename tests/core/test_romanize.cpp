#include <catch2/catch.hpp>

#include "lookup/romanize.hpp"
#include "words.hpp"

using lookup::romanize;

namespace {

/// A folded word given in UTF-8.
std::string romanized(std::string_view text) {
  std::u32string word;
  for (const lookup::FoldedCharacter& character : lookup::fold(text)) word += character.code_point;
  return readable(romanize(word));
}

}  // namespace

TEST_CASE("words of other scripts are put into Latin letters") {
  struct Row {
    const char* word;
    const char* latin;
    const char* source;
  };
  static constexpr Row rows[] = {
      {"Щукин", "shchukin", "BGN/PCGN 1947, Russian"},
      {"Юрий", "yuriy", "BGN/PCGN 1947, Russian"},
      {"Объединение", "obedinenie", "BGN/PCGN 1947, Russian, without the signs"},
      {"Жуковский", "zhukovskiy", "BGN/PCGN 1947, Russian"},
      {"Київ", "kiiv", "BGN/PCGN 1965, Ukrainian; и and і alike"},
      {"Ґалаґан", "galagan", "BGN/PCGN 1965, Ukrainian"},
      {"Магілёў", "magileu", "BGN/PCGN 1979, Belarusian; г as in Russian, ё folded"},
      {"Θεσσαλονίκη", "thessaloniki", "ISO 843, Greek"},
      {"화웨이", "hwawei", "Revised Romanization 2000, Korean"},
      {"한국", "hanguk", "Revised Romanization 2000, Korean"},
      {"ファーウェイ", "fawei", "Hepburn, without long vowels"},
      {"ﾊｲｸﾋﾞｼﾞｮﾝ", "haikubijon", "Hepburn; half width folds"},
      {"チャレンジャー", "charenja", "Hepburn, small letters"},
      {"ロケット", "roketto", "Hepburn, doubled consonant"},
      {"ヴォルガ・ティー", "voruga ti", "newer combinations"},
      {"ウィ", "wi", "newer combinations"},
      {"とうきょう", "toukyou", "Hiragana as Katakana"},
      {"پرواز", "prvaz", "Persian: short vowels are not written"},
      {"أكاديميّة", "akadimih", "Arabic: hamza and shadda fold away"},
      {"گروپ چٹان", "grvp chtan", "Persian and Urdu letters"},
      {"Hikvision", "hikvision", "Latin letters stay"},
      {"北京", "北京", "what is in no table stays"},
      {"", "", "nothing gives nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(romanized(row.word) == row.latin);
  }
}
