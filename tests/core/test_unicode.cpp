#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/unicode.hpp"

namespace {

using lookup::CharacterClass;
using lookup::FoldedCharacter;

std::string folded(std::string_view text) { return lookup::to_utf8(lookup::fold(text)); }

struct Row {
  std::string_view source;
  std::string_view text;
  std::string_view folded;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.source << ": " << row.text);
    CHECK(folded(row.text) == row.folded);
  }
}

/// Slow twin of `is_utf8`: decodes by the bit patterns of RFC 3629 section 3 and then judges the number.
bool is_utf8_slowly(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::string bits;
    for (std::size_t i = at; i < std::min(at + 4, text.size()); ++i) {
      for (int bit = 7; bit >= 0; --bit) bits += ((static_cast<unsigned char>(text[i]) >> bit) & 1) != 0 ? '1' : '0';
    }
    bool found = false;
    for (std::string_view pattern :
         {std::string_view{"0xxxxxxx"}, std::string_view{"110xxxxx10xxxxxx"},
          std::string_view{"1110xxxx10xxxxxx10xxxxxx"}, std::string_view{"11110xxx10xxxxxx10xxxxxx10xxxxxx"}}) {
      if (bits.size() < pattern.size()) continue;
      bool fits = true;
      std::uint32_t value = 0;
      for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == 'x') {
          value = value * 2 + (bits[i] == '1' ? 1 : 0);
        } else if (pattern[i] != bits[i]) {
          fits = false;
        }
      }
      const std::size_t length = pattern.size() / 8;
      const std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
      if (!fits || value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) continue;
      at += length;
      found = true;
      break;
    }
    if (!found) return false;
  }
  return true;
}

/// A random scalar value: each script that the fold treats in its own way comes often enough.
char32_t random_code_point(std::mt19937& random) {
  static constexpr char32_t ranges[][2] = {
      {0x20, 0x7E},     {0xA0, 0x24F},    {0x250, 0x36F},     {0x370, 0x52F},     {0x590, 0x6FF},   {0x900, 0x97F},
      {0xE00, 0xE7F},   {0x1100, 0x11FF}, {0x1E00, 0x206F},   {0x2070, 0x2BFF},   {0x2E80, 0x33FF}, {0x4E00, 0x9FFF},
      {0xAC00, 0xD7A3}, {0xF900, 0xFFFD}, {0x1D400, 0x1D7FF}, {0x20000, 0x2FA1F}, {0, 0xD7FF},      {0xE000, 0x10FFFF}};
  const auto& range = ranges[random() % std::size(ranges)];
  return range[0] + static_cast<char32_t>(random()) % (range[1] - range[0] + 1);
}

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t left = random() % 24; left > 0; --left) lookup::append_utf8(text, random_code_point(random));
  return text;
}

void check_ranges(std::string_view text) {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  for (const FoldedCharacter& character : lookup::fold(text)) {
    REQUIRE(character.begin < character.end);
    REQUIRE(character.end <= text.size());
    REQUIRE(character.begin >= begin);
    REQUIRE(character.end >= end);
    REQUIRE((character.begin == begin || character.begin >= end));
    REQUIRE(lookup::is_utf8(text.substr(character.begin, character.end - character.begin)));
    begin = character.begin;
    end = character.end;
  }
}

}  // namespace

TEST_CASE("UTF-8 is told from what only looks like it") {
  struct Utf8Row {
    std::string_view source;
    std::string_view bytes;
    bool is_utf8;
  };
  const std::vector<Utf8Row> rows = {
      {"empty", "", true},
      {"RFC 3629 section 7, not-identical-to and alpha", "\x41\xE2\x89\xA2\xCE\x91\x2E", true},
      {"RFC 3629 section 7, hangugeo", "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4", true},
      {"RFC 3629 section 7, CJK extension B", "\xEF\xBB\xBF\xF0\xA3\x8E\xB4", true},
      {"RFC 3629 section 3, overlong NUL", "\xC0\x80", false},
      {"RFC 3629 section 10, overlong slash", "\x2F\xC0\xAE\x2E\x2F", false},
      {"RFC 3629 section 4, overlong of three", "\xE0\x9F\xBF", false},
      {"RFC 3629 section 4, first of three", "\xE0\xA0\x80", true},
      {"RFC 3629 section 4, overlong of four", "\xF0\x8F\xBF\xBF", false},
      {"RFC 3629 section 3, last before surrogates", "\xED\x9F\xBF", true},
      {"RFC 3629 section 3, surrogate", "\xED\xA0\x80", false},
      {"RFC 3629 section 3, U+10FFFF", "\xF4\x8F\xBF\xBF", true},
      {"RFC 3629 section 3, above U+10FFFF", "\xF4\x90\x80\x80", false},
      {"RFC 3629 section 3, never a byte", "\xFF", false},
      {"lone continuation", "a\x80", false},
      {"cut after one", "\xC3", false},
      {"cut after two", "\xE2\x89", false},
      {"cut after three", "\xF0\xA3\x8E", false},
      {"Latin-1", "Caf\xE9 GmbH", false},
  };
  for (const Utf8Row& row : rows) {
    INFO(row.source);
    CHECK(lookup::is_utf8(row.bytes) == row.is_utf8);
    CHECK(is_utf8_slowly(row.bytes) == row.is_utf8);
  }
}

TEST_CASE("UTF-8 check equals its slow twin on random bytes") {
  std::mt19937 random{3629};
  const std::string_view likely = "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5";
  std::size_t valid = 0;
  for (int round = 0; round < 40000; ++round) {
    std::string bytes;
    for (std::size_t left = 1 + random() % 5; left > 0; --left) {
      bytes += random() % 8 == 0 ? static_cast<char>(random() & 0xFF) : likely[random() % likely.size()];
    }
    const bool expected = is_utf8_slowly(bytes);
    valid += expected ? 1 : 0;
    REQUIRE(lookup::is_utf8(bytes) == expected);
  }
  CHECK(valid > 1000);
}

TEST_CASE("lengths equal their slow twins") {
  std::mt19937 random{16};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    std::size_t units = 0;
    const std::size_t count = random() % 30;
    for (std::size_t i = 0; i < count; ++i) {
      REQUIRE(lookup::utf16_length(text, text.size()) == units);
      const char32_t code_point = random_code_point(random);
      units += code_point > 0xFFFF ? 2 : 1;
      lookup::append_utf8(text, code_point);
      REQUIRE(lookup::count_code_points(text) == i + 1);
    }
    REQUIRE(lookup::is_utf8(text));
  }
  CHECK(lookup::utf16_length("a\xF0\xA3\x8E\xB4z", 1) == 1);
  CHECK(lookup::utf16_length("a\xF0\xA3\x8E\xB4z", 5) == 3);
  CHECK(lookup::utf16_length("a\xF0\xA3\x8E\xB4z", 99) == 4);
}

TEST_CASE("case, marks and width fold away") {
  check({
      {"CaseFolding.txt C", "HUAWEI Technologies", "huawei technologies"},
      {"CaseFolding.txt F, U+00DF and U+1E9E", "Straße STRAẞE", "strasse strasse"},
      {"CaseFolding.txt C, U+03C2", "ΟΔΟΣ ὁδός", "οδοσ οδοσ"},
      {"CaseFolding.txt F, U+0587", "Եւ և", "եւ եւ"},
      {"CaseFolding.txt C, U+13A0 and U+AB70", "Ꭰ ꭰ", "Ꭰ Ꭰ"},
      {"UAX #15, canonical decomposition", "Türkiye Šiška Việt Nam Čech", "turkiye siska viet nam cech"},
      {"UAX #15 figure 3, angstrom and ohm signs", "Å Ω", "a ω"},
      {"UAX #15 figure 6, ligature, superscript, long s", "ﬁ 2⁵ ẛ̣", "fi 25 s"},
      {"UAX #15, iota subscript drops in both forms", "ᾳ ᾼ α\u0345", "α α α"},
      {"UAX #15, Cyrillic diaeresis; й and ї are letters of their own", "Й й Ё ї", "й й е ї"},
      {"UAX #15, wide forms", "ＡＢＣ　Ｃｏ．，Ｌｔｄ１２", "abc co. ltd12"},
      {"UAX #15, mathematical letters", "𝐇𝐮𝐚𝐰𝐞𝐢 ℌ 𝔘", "huawei h u"},
      {"UAX #15, compatibility ideograph", "\uF9D8", "律"},
      {"EquivalentUnifiedIdeograph.txt, radical", "⻓", "长"},
  });
}

TEST_CASE("Turkish and other undecomposed Latin letters fold to their base") {
  check({
      {"SpecialCasing.txt, dotted and dotless i", "İSTANBUL ISPARTA ıspanak i\u0307", "istanbul isparta ispanak i"},
      {"ICAO Doc 9303-3 section 6", "Łódź Øresund Đurić Ærø Œuvre Þór Ħal Əliyev",
       "lodz oresund duric aero oeuvre thor hal eliyev"},
      {"ICAO Doc 9303-3 section 6, lower case", "ł ø đ ð æ œ þ ħ ŋ ŧ ĸ ə", "l o d d ae oe th h n t k e"},
      {"letters.tsv, hooks and strokes", "Ɓaƙa Ɗan Ƴan ƶ ɨ", "baka dan yan z i"},
      {"Unicode names, Dutch and Croatian digraphs", "ĳ ǆ ǅ ǉ", "ij dz dz lj"},
  });
}

TEST_CASE("digits of every script and in every ring become ASCII") {
  check({
      {"UnicodeData.txt field 6, Arabic and Persian", "٤٥ ۴۵", "45 45"},
      {"UnicodeData.txt field 6, Devanagari and Thai", "१३ ๑๓", "13 13"},
      {"UAX #15, superscript and subscript", "CO₂ m²", "co2 m2"},
      {"UAX #15, Roman numeral characters", "Ⅷ ⅻ", "viii xii"},
      {"UAX #15, circled and in brackets", "① ⑳ ㊿ ⑵", "1 20 50  2 "},
      {"UnicodeData.txt fields 7 and 8, negative circled", "❶ ❿ ⓫", "1 10 11"},
      {"UAX #15, fraction", "½", "1 2"},
  });
}

TEST_CASE("Han folds to simplified") {
  check({
      {"Unihan kSimplifiedVariant", "技術發展股份有限公司", "技术发展股份有限公司"},
      {"Unihan kSimplifiedVariant", "華為技術 龍芯 電子 國際 貿易 實驗室 臺灣",
       "华为技术 龙芯 电子 国际 贸易 实验室 台湾"},
      {"Unihan, of two variants the one in GB 2312", "復旦 鐘錶 餘姚 開發區", "复旦 钟表 余姚 开发区"},
      {"GB 2312 keeps them", "乾坤 著名 覆蓋", "乾坤 著名 覆盖"},
      {"General List of Simplified Characters 1986", "後 於 夥", "后 于 伙"},
      {"Joyo Kanji 2010", "発電 鉄鋼 応用 経済 広島 総合 図書", "发电 铁钢 应用 经济 广岛 总合 图书"},
      {"Unihan, simplified stays", "中国航空航天工业发展股份", "中国航空航天工业发展股份"},
      {"UAX #15, squared company forms", "㈱ ㍿", " 株  株式会社"},
  });
}

TEST_CASE("Hangul and kana stay whole") {
  check({
      {"The Unicode Standard 3.12", "삼성전자 주식회사", "삼성전자 주식회사"},
      {"The Unicode Standard 3.12, conjoining jamo", "\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국"},
      {"UAX #15, compatibility and half-width jamo", "ㅎㅏ ﾡￂ", "하 가"},
      {"UAX #15, half-width katakana", "ｶﾞｽ ﾊﾟﾅｿﾆｯｸ ｿﾆｰ", "ガス パナソニック ソニー"},
      {"UAX #15, combining sound marks", "か\u3099 は\u309A ウ\u3099", "が ぱ ヴ"},
      {"UAX #15, a sound mark without a kana", "a\u3099 ｱﾞ", "a ア"},
      {"UAX #15, squared katakana", "㌕", "キログラム"},
  });
  for (const FoldedCharacter& character : lookup::fold("삼성")) CHECK(character.kind == CharacterClass::hangul);
  for (const FoldedCharacter& character : lookup::fold("ソニーが々"))
    CHECK(character.kind == (character.code_point == U'々' ? CharacterClass::han : CharacterClass::kana));
}

TEST_CASE("Arabic and Hebrew lose points, and their letter variants agree") {
  check({
      {"UAX #15, alef with madda and hamza", "آأإا ٱ", "اااا ا"},
      {"Persian and Arabic keyboards", "شرکت ایران كيش", "شركت ايران كيش"},
      {"teh marbuta, alef maksura, heh forms", "شركة مصطفى ۀ ہ", "شركه مصطفي ه ه"},
      {"harakat and tatweel", "مُحَمَّد شــركة", "محمد شركه"},
      {"presentation forms", "ﺷﺮﻛﺔ ﷲ ﻻ", "شركه الله لا"},
      {"zero-width non-joiner", "می\u200Cشود", "ميشود"},
      {"Hebrew points", "שָׁלוֹם", "שלום"},
      {"Hebrew gershayim", "בע״מ", "בע'מ"},
  });
}

TEST_CASE("vowel signs that are letters stay") {
  check({
      {"UnicodeData.txt, Devanagari vowel signs", "हिन्दुस्तान", "हिन्दुस्तान"},
      {"UnicodeData.txt, nukta is ccc 7", "\u095B ज\u093C", "ज ज"},
      {"UnicodeData.txt, Thai vowels and tones", "บริษัท น้ำ", "บริษัท น้ํา"},
  });
}

TEST_CASE("what cannot be seen vanishes") {
  check({
      {"DerivedCoreProperties.txt, zero width", "Hua\u200Bwei \u2060ZTE\uFEFF", "huawei zte"},
      {"DerivedCoreProperties.txt, bidi controls", "\u202Eabc\u202C \u2066x\u2069\u200F", "abc x"},
      {"DerivedCoreProperties.txt, soft hyphen and joiner", "tech\u00ADnology a\u034Fb", "technology ab"},
      {"DerivedCoreProperties.txt, variation selectors", "葛\U000E0100城 a\uFE0F", "葛城 a"},
      {"DerivedCoreProperties.txt, tags and fillers", "a\U000E0041b\u3164c", "abc"},
      {"UnicodeData.txt Cf, interlinear annotation", "a\uFFF9b", "ab"},
      {"marks alone", "\u0301\u200B", ""},
  });
}

TEST_CASE("apostrophes and full stops join, all else separates") {
  check({
      {"apostrophes", "O'Neil O’Neil O‘Neil O`Neil O´Neil OʼNeil O＇Neil O′Neil",
       "o'neil o'neil o'neil o'neil o'neil o'neil o'neil o'neil"},
      {"ALA-LC soft sign, ayin, hamza; okina", "Rusʹ ʿAli ʾal Hawaiʻi", "rus' 'ali 'al hawai'i"},
      {"full stops", "L.L.C. Ｌ．Ｌ．Ｃ ․", "l.l.c. l.l.c ."},
      {"ampersand, hyphens, dashes", "A&B-C–D—E‐F‑G−H", "a b c d e f g h"},
      {"quotation marks and brackets", "“A” «B» (C) [D] 「E」 \"F\"", " a   b   c   d   e   f "},
      {"CJK punctuation", "甲、乙。丙・丁", "甲 乙 丙 丁"},
      {"marks of trade are no letters", "A™ B® C© D℠…", "a  b  c  d  "},
      {"controls and private use", "a\tb\nc\uE000d", "a b c d"},
      {"symbols and emoji", "a+b=c € 🚀", "a b c    "},
      {"UAX #15, spacing diaeresis is a space and a mark", "a¨b", "a b"},
  });
  const auto classes = lookup::fold("a1é中カ한.’ -");
  REQUIRE(classes.size() == 10);
  const CharacterClass expected[] = {CharacterClass::letter,   CharacterClass::digit,  CharacterClass::letter,
                                     CharacterClass::han,      CharacterClass::kana,   CharacterClass::hangul,
                                     CharacterClass::joiner,   CharacterClass::joiner, CharacterClass::separator,
                                     CharacterClass::separator};
  for (std::size_t i = 0; i < classes.size(); ++i) CHECK(classes[i].kind == expected[i]);
}

TEST_CASE("precomposed letters and combining sequences fold alike") {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"é", "e\u0301"}, {"ṩ", "s\u0323\u0307"}, {"ṩ", "s\u0307\u0323"}, {"й", "и\u0306"},
      {"ό", "ο\u0301"}, {"가", "\u1100\u1161"}, {"각", "가\u11A8"},     {"が", "か\u3099"},
      {"أ", "ا\u0654"}, {"\u0958", "क\u093C"},  {"ệ", "e\u0302\u0323"}, {"ơ", "o\u031B"},
      {"Å", "A\u030A"}, {"ো", "\u09C7\u09BE"},
  };
  for (const auto& [composed, sequence] : pairs) {
    INFO(composed);
    CHECK(folded(composed) == folded(sequence));
    CHECK(composed != sequence);
    CHECK_FALSE(folded(composed).empty());
  }
}

TEST_CASE("every folded character knows its bytes") {
  struct RangeRow {
    std::string_view text;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  };
  const std::vector<RangeRow> rows = {
      {"ab", {{0, 1}, {1, 2}}},
      {"ßa", {{0, 2}, {0, 2}, {2, 3}}},
      {"e\u0301a", {{0, 3}, {3, 4}}},
      {"ﬁ\u0301x", {{0, 5}, {0, 5}, {5, 6}}},
      {"\u200Ba\u200Bb", {{3, 7}, {7, 8}}},
      {"ｶﾞｱ", {{0, 6}, {6, 9}}},
      {"\u1100\u1161\u11A8", {{0, 9}}},
      {"中\U000E0100国", {{0, 7}, {7, 10}}},
  };
  for (const RangeRow& row : rows) {
    INFO(row.text);
    const auto characters = lookup::fold(row.text);
    REQUIRE(characters.size() == row.ranges.size());
    for (std::size_t i = 0; i < characters.size(); ++i) {
      CHECK(characters[i].begin == row.ranges[i].first);
      CHECK(characters[i].end == row.ranges[i].second);
    }
  }
}

TEST_CASE("folding twice is folding once, for every code point") {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    lookup::append_utf8(text, code_point);
    const auto once = lookup::fold(text);
    const std::string first = lookup::to_utf8(once);
    const auto twice = lookup::fold(first);
    if (lookup::to_utf8(twice) != first) FAIL_CHECK("U+" << std::hex << static_cast<std::uint32_t>(code_point));
    for (std::size_t i = 0; i < std::min(once.size(), twice.size()); ++i) {
      if (once[i].kind != twice[i].kind)
        FAIL_CHECK("class of U+" << std::hex << static_cast<std::uint32_t>(code_point));
    }
    for (const FoldedCharacter& character : once) {
      if (character.begin != 0 || character.end != text.size()) FAIL_CHECK("range of " << text);
    }
  }
}

TEST_CASE("random text folds to valid UTF-8, keeps its ranges and is at rest") {
  std::mt19937 random{15};
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    const std::string once = folded(text);
    REQUIRE(lookup::is_utf8(once));
    REQUIRE(folded(once) == once);
    check_ranges(text);
  }
}

TEST_CASE("ASCII folds to itself in lower case, and to one character for each") {
  std::string text;
  for (char c = 0; c < 127; ++c) text += c;
  const auto characters = lookup::fold(text);
  REQUIRE(characters.size() == text.size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char c = text[i];
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '.';
    const char expected = is_upper ? static_cast<char>(c + 32) : is_kept ? c : c == '`' ? '\'' : ' ';
    CHECK(characters[i].code_point == static_cast<char32_t>(expected));
  }
}
