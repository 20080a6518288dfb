#include <catch2/catch.hpp>

#include "lookup/look_alike.hpp"
#include "lookup/tokens.hpp"
#include "words.hpp"

using lookup::shape_key;
using lookup::tokenize;

TEST_CASE("a word that mixes scripts by letters of one shape becomes a word of one script") {
  struct Row {
    const char* mixed;
    const char* made;
  };
  static constexpr Row rows[] = {
      {"Huаwei", "huawei"},   // Cyrillic а.
      {"Αlmaz", "almaz"},     // Greek Α.
      {"AО", "ao"},           // Cyrillic О after a Latin A.
      {"Pоссия", "rossiya"},  // Latin P before Cyrillic letters without twins.
  };
  for (const Row& row : rows) {
    INFO(row.mixed);
    const lookup::Word word = tokenize(row.mixed).words.at(0);
    CHECK(readable(word.text) == row.made);
    CHECK(word.rewriting == lookup::Rewriting::look_alike);
  }
}

TEST_CASE("Greek letters of a Latin word are read as what the written capital or small letter looks like") {
  struct Row {
    std::u32string mixed;
    const char* written;
    const char* made;
  };
  const Row rows[] = {
      {U"ηuawei", "Ηuawei", "huawei"},       {U"τechnologies", "Τechnologies", "technologies"},
      {U"μegvii", "Μegvii", "megvii"},       {U"ζhejiang", "Ζhejiang", "zhejiang"},
      {U"νational", "Νational", "national"}, {U"hikνisioν", "hikνisioΝ", "hikvision"},
      {U"hikνision", "", "hikvision"},
  };
  for (const Row& row : rows) {
    INFO(row.made);
    std::u32string word = row.mixed;
    CHECK(lookup::unmix_scripts(word, row.written));
    CHECK(readable(word) == row.made);
  }
}

TEST_CASE("a word of Cyrillic or Greek capitals that are Latin ones too is a Latin word in look-alike letters") {
  CHECK(readable(lookup::latin_look_alike(U"кет", "КЕТ")) == "ket");
  CHECK(readable(lookup::latin_look_alike(U"асе", "АСЕ")) == "ace");
  CHECK(readable(lookup::latin_look_alike(U"νιι", "ΝΙΙ")) == "nii");
  CHECK(lookup::latin_look_alike(U"кет", "кет").empty());
  CHECK(lookup::latin_look_alike(U"кет", "Кет").empty());
  CHECK(lookup::latin_look_alike(U"ао", "АО").empty());
  CHECK(lookup::latin_look_alike(U"нпо", "НПО").empty());
  CHECK(lookup::latin_look_alike(U"ket", "KET").empty());
}

TEST_CASE("small capitals are Latin letters") {
  CHECK(readable(tokenize("ʜᴜᴀᴡᴇɪ").words.at(0).text) == "huawei");
  CHECK(readable(tokenize("ʙᴄᴅꜰɢᴊᴋʟᴍɴᴏᴘʀꜱᴛᴠʏᴢ").words.at(0).text) == "bcdfgjklmnoprstvyz");
}

TEST_CASE("words of one script, and mixtures without twins, stay as they are") {
  for (const char32_t* text : {U"huawei", U"ао", U"wяg"}) {
    std::u32string word = text;
    CHECK_FALSE(lookup::unmix_scripts(word));
    CHECK(word == text);
  }
}

TEST_CASE("what a scanner takes for each other has one key") {
  struct Row {
    const char* read;
    const char* printed;
  };
  static constexpr Row rows[] = {{"1zumrud", "izumrud"}, {"lzumrud", "izumrud"},       {"supp1y", "supply"},
                                 {"5ource", "source"},   {"a6ris", "abris"},           {"cornpany", "company"},
                                 {"9hasir", "ghasir"},   {"regionsna6", "regionsnab"}, {"andrecv", "andreev"},
                                 {"vvagner", "wagner"},  {"clelta", "delta"}};
  for (const Row& row : rows) {
    INFO(row.read);
    CHECK(shape_key(letters(row.read)) == shape_key(letters(row.printed)));
  }
  CHECK(shape_key(U"almaz") != shape_key(U"elmas"));
}

TEST_CASE("numbers, short words and other scripts have no shape key") {
  CHECK(shape_key(U"2010").empty());
  CHECK(shape_key(U"ao").empty());
  CHECK(shape_key(U"алмаз").empty());
}
