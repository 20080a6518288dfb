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
      {"Київ", "kyiv", "BGN/PCGN 1965, Ukrainian"},
      {"Григорій", "hryhoriy", "BGN/PCGN 1965, Ukrainian"},
      {"підприємство", "pidpryyemstvo", "BGN/PCGN 1965, Ukrainian"},
      {"Ґалаґан", "galagan", "nothing tells that it is Ukrainian once ґ is folded"},
      {"Магілёў", "mahileu", "BGN/PCGN 1979, Belarusian; ё folded"},
      {"Кәсіпорын қағаз", "kasiporyn qaghaz", "BGN/PCGN 1979, Kazakh; і does not make г an h"},
      {"Търговище", "targovishte", "BGN/PCGN 2013, Bulgarian"},
      {"Объект", "obekt", "a Russian hard sign"},
      {"Њушић", "njushic", "Serbian letters"},
      {"Θεσσαλονίκη", "thessaloniki", "ISO 843, Greek"},
      {"Ουρανός", "ouranos", "ELOT 743: ου"},
      {"Ευάγγελος", "evangelos", "ELOT 743: ευ before a vowel, γγ"},
      {"Ναύπακτος", "nafpaktos", "ELOT 743: αυ before a voiceless consonant"},
      {"Μπούμπουλη", "boumpouli", "ELOT 743: μπ at the beginning and inside"},
      {"Σφίγξ", "sfinx", "ELOT 743: γξ"},
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

TEST_CASE("a whole name tells how its Cyrillic is read") {
  using lookup::CyrillicReading;
  CHECK(lookup::cyrillic_reading(U"завод") == CyrillicReading::russian);
  CHECK(lookup::cyrillic_reading(U"григоріи богданович") == CyrillicReading::ukrainian);
  CHECK(lookup::cyrillic_reading(U"україна") == CyrillicReading::ukrainian);
  CHECK(lookup::cyrillic_reading(U"дзяржаўны") == CyrillicReading::ukrainian);
  CHECK(lookup::cyrillic_reading(U"кәсіпорын") == CyrillicReading::russian);
  CHECK(lookup::cyrillic_reading(U"българия щит") == CyrillicReading::bulgarian);
  CHECK(lookup::cyrillic_reading(U"объединение") == CyrillicReading::russian);
  CHECK(lookup::cyrillic_reading(U"совъ банк") == CyrillicReading::russian);
  CHECK(readable(romanize(U"богданович", CyrillicReading::ukrainian)) == "bohdanovych");
  CHECK(readable(romanize(U"щит", CyrillicReading::bulgarian)) == "shtit");
  CHECK(lookup::other_reading(CyrillicReading::russian) == CyrillicReading::ukrainian);
  CHECK(lookup::other_reading(CyrillicReading::ukrainian) == CyrillicReading::russian);
}
