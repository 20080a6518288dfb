#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>

#include "lookup/consonant_index.hpp"
#include "lookup/consonant_key.hpp"
#include "words.hpp"

using lookup::consonant_key;

namespace {

std::u32string folded(std::string_view text) {
  std::u32string word;
  for (const lookup::FoldedCharacter& character : lookup::fold(text)) word += character.code_point;
  return word;
}

/// Whether the Latin word is found by the native one.
bool fits(std::string_view native, std::string_view latin) {
  lookup::ConsonantIndex index;
  index.add(letters(latin), 7, 1);
  index.add(letters("zzyzx"), 8, 1);
  index.sort();
  std::vector<lookup::ConsonantHit> found;
  index.find(lookup::consonant_pattern(folded(native)), found);
  return std::any_of(found.begin(), found.end(), [](const lookup::ConsonantHit& hit) { return hit.word == 7; });
}

}  // namespace

TEST_CASE("vowels and spellings of one consonant change nothing in a consonant key") {
  CHECK(consonant_key(letters("parvaz")) == "prVz");
  CHECK(consonant_key(letters("parwez")) == "prVz");
  CHECK(consonant_key(letters("hikvision")) == "hKVjn");
  CHECK(consonant_key(letters("hossein")) == consonant_key(letters("husayn")));
  CHECK(consonant_key(letters("ghods")) == consonant_key(letters("kuds")));
  CHECK(consonant_key(letters("shukur")) == consonant_key(letters("schukoor")));
  CHECK(consonant_key(letters("zhukov")) == consonant_key(letters("jukov")));
  CHECK(consonant_key(letters("muassasah")) == consonant_key(letters("moasase")));
  CHECK(consonant_key(letters("iran")) == consonant_key(letters("eeran")));
}

TEST_CASE("other consonants give another key") {
  CHECK(consonant_key(letters("parvaz")) != consonant_key(letters("parvar")));
  CHECK(consonant_key(letters("iran")) != consonant_key(letters("rain")));
  CHECK(consonant_key(letters("khan")) != consonant_key(letters("han")));
  CHECK(consonant_key(letters("huawei")) != consonant_key(letters("hui")));
}

TEST_CASE("words in other letters have no key, and Latin words no pattern") {
  CHECK(consonant_key(U"завод").empty());
  CHECK(consonant_key(letters("3divi")).empty());
  CHECK(consonant_key(U"").empty());
  CHECK(lookup::consonant_pattern(letters("parvaz")).empty());
  CHECK(lookup::consonant_pattern(U"заvод").empty());
  CHECK(lookup::consonant_pattern(U"").empty());
}

TEST_CASE("words in Arabic, Cyrillic and Greek letters, Hangul and kana find their Latin spellings") {
  struct Row {
    const char* native;
    const char* latin;
    const char* why;
  };
  static constexpr Row rows[] = {
      {"پرواز", "parvaz", "Persian"},
      {"قدس", "qods", "qaf"},
      {"قدس", "ghods", "qaf as Persian says it"},
      {"قدس", "quds", "qaf as Arabic says it"},
      {"شهید", "shahid", "yeh as a vowel"},
      {"نوید", "navid", "waw as a consonant"},
      {"نور", "noor", "waw as a vowel"},
      {"الرشيد", "rashid", "the article apart"},
      {"الرشيد", "alrashid", "the article glued"},
      {"칼라시니코프", "kalashnikov", "f and p for v, sh in s"},
      {"우랄바곤자보드", "uralvagonzavod", "j for z, b for v"},
      {"하이크비전", "hikvision", "j as vision is spoken"},
      {"푸순", "fushun", "p for f"},
      {"カラシニコフ", "kalashnikov", "r for l, fu for v"},
      {"ハイクビジョン", "hikvision", "b for v"},
      {"ウラルヴァゴンザヴォート", "uralvagonzavot", "v in kana"},
      {"Сенстайм", "sensetime", "a silent e"},
      {"Хиквижн", "hikvision", "Cyrillic kh for h, zh as vision is spoken"},
      {"Айфлайтек", "iflytek", "Cyrillic ay for i"},
      {"Нуктек", "nuctech", "Cyrillic k for the ch of tech"},
      {"Текнолоджиз", "technologies", "Cyrillic dzh for g, z for s"},
      {"Квантум", "quantum", "Cyrillic kv for qu"},
      {"Цзиньхуа", "jinhua", "Palladius: ts and z for j"},
      {"Сяоми", "xiaomi", "Palladius: s for x"},
      {"Чжун", "zhong", "Palladius: ch and zh for zh"},
      {"Головко", "holovko", "Ukrainian h"},
      {"Дзяржаўны", "dzyarzhawny", "Belarusian short u"},
      {"Максим", "maxim", "ks before i"},
      {"Юпитер", "jupiter", "Cyrillic yu for ju"},
      {"Χικβίζιον", "hikvizion", "Greek ch for h"},
      {"Χουάγουεϊ", "huawei", "Greek gou for w"},
      {"Νταχούα", "dahua", "Greek nt for d"},
      {"Μεγκβί", "megvii", "Greek gk for g"},
      {"Ουραλβαγκονζαβόντ", "uralvagonzavod", "Greek ou for u, nt for d"},
      {"Ευρασία", "evrasia", "Greek eu for ev"},
  };
  for (const Row& row : rows) {
    INFO(row.native << " / " << row.latin << ": " << row.why);
    CHECK(fits(row.native, row.latin));
  }
}

TEST_CASE("words with other consonants are not found") {
  CHECK_FALSE(fits("پرواز", "parkaz"));
  CHECK_FALSE(fits("پرواز", "barvaz"));
  CHECK_FALSE(fits("قدس", "qodsin"));
  CHECK_FALSE(fits("칼라시니코프", "kalashin"));
  CHECK_FALSE(fits("ハイクビジョン", "haibijon"));
  CHECK_FALSE(fits("Алмаз", "elmats"));
  CHECK_FALSE(fits("Сенстайм", "sentime"));
  CHECK_FALSE(fits("Χικβίζιον", "hikbin"));
}

TEST_CASE("vowels that are written tell words of one skeleton apart") {
  using lookup::vowel_agreement;
  CHECK(vowel_agreement(folded("ماهان"), letters("mahan")) == 1);
  CHECK(vowel_agreement(folded("ماهان"), letters("mohin")) == 0);
  CHECK(vowel_agreement(folded("قدس"), letters("qods")) == 1);
  CHECK(vowel_agreement(folded("하이크비전"), letters("hikvision")) >
        vowel_agreement(folded("하이크비전"), letters("hokvosun")));
  CHECK(vowel_agreement(folded("نور"), letters("noor")) == 1);
  CHECK(vowel_agreement(folded("Лунсон"), letters("loongson")) == 1);
}

TEST_CASE("vowels of Arabic say nothing in its first letter, and those of Cyrillic count on both sides") {
  using lookup::vowel_agreement;
  CHECK(vowel_agreement(folded("ابن"), letters("ibn")) == 1);
  CHECK(vowel_agreement(folded("ياسر"), letters("yaser")) == 1);
  CHECK(vowel_agreement(folded("Марина"), letters("marn")) == 0.5);
  CHECK(vowel_agreement(folded("Марн"), letters("marina")) == 0.5);
}

TEST_CASE("a thousand letters of a sound that may be left out end soon") {
  lookup::ConsonantIndex index;
  for (const char* word : {"vav", "wow", "oov", "viva", "bavi", "kavak", "wakawaka", "vovabova"})
    index.add(letters(word), 1, 1);
  index.sort();
  for (const char* sound : {"و", "ワ", "우", "уа", "ав", "ου", "وب", "ワカ", "ваб"}) {
    INFO(sound);
    const std::u32string once = folded(sound);
    std::u32string thousand;
    while (thousand.size() < 1000) thousand += once;
    std::vector<lookup::ConsonantHit> found;
    const auto start = std::chrono::steady_clock::now();
    index.find(lookup::consonant_pattern(thousand), found);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{1});
    CHECK(found.size() <= 8);
  }
}

TEST_CASE("a word is found once, by its most usual sounds") {
  lookup::ConsonantIndex index;
  index.add(letters("wow"), 1, 1);
  index.sort();
  std::vector<lookup::ConsonantHit> found;
  index.find(lookup::consonant_pattern(folded("ووو")), found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].consonants == 1);
  CHECK(found[0].unusual == 0);
}
