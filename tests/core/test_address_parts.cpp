#include <catch2/catch.hpp>
#include <string>

#include "lookup/address_parts.hpp"

using lookup::address_begin;
using lookup::address_parts;
using lookup::AddressPart;
using lookup::AddressPartKind;

namespace {

/// The texts of all parts of a kind, parted by a blank.
std::string of_kind(const std::string& address, AddressPartKind kind) {
  std::string texts;
  for (const AddressPart& part : address_parts(address))
    if (part.kind == kind) texts.append(texts.empty() ? "" : " ").append(part.text);
  return texts;
}

}  // namespace

TEST_CASE("numbers say what they count, however it is written") {
  struct Row {
    const char* address;
    AddressPartKind kind;
    const char* value;
  };
  // Spellings of published addresses, and of addresses in Chinese and Russian.
  static constexpr Row rows[] = {
      {"16/F One Capital Place", AddressPartKind::floor, "16"},
      {"16F, One Capital Place", AddressPartKind::floor, "16"},
      {"16th Floor, One Capital Place", AddressPartKind::floor, "16"},
      {"Sixth Floor", AddressPartKind::floor, "6"},
      {"Level 6, Tower 2", AddressPartKind::floor, "6"},
      {"好景商业中心16樓", AddressPartKind::floor, "16"},
      {"三层301室", AddressPartKind::floor, "3"},
      {"этаж 4, оф. 310", AddressPartKind::floor, "4"},
      {"Rm 1005", AddressPartKind::room, "1005"},
      {"RM1005", AddressPartKind::room, "1005"},
      {"Flat/RM 2309, 23/F", AddressPartKind::room, "2309"},
      {"Office No. 11, First Floor", AddressPartKind::room, "11"},
      {"Unit D, 16/F", AddressPartKind::room, "d"},
      {"Rm. 1605A", AddressPartKind::room, "1605a"},
      {"Room 1318-19, 13F", AddressPartKind::room, "1318-19"},
      {"Unit 04, 7/F", AddressPartKind::room, "4"},
      {"16樓D室", AddressPartKind::room, "d"},
      {"ул. Голосова, 30, кв. 59", AddressPartKind::room, "59"},
      {"Ленинский проспект, 139, оф. 310", AddressPartKind::room, "310"},
      {"1/1000 of a share", AddressPartKind::room, ""},
      {"2-16 Fa Yuen Street", AddressPartKind::house, "2-16"},
      {"No. 33 Mong Kok Road", AddressPartKind::house, "33"},
      {"No: 52 Hasat Sk.", AddressPartKind::house, "52"},
      {"Leninsky Prospect 139, Office 310", AddressPartKind::house, "139"},
      {"Georgievskiy Prospekt, 5, Floor 3", AddressPartKind::house, "5"},
      {"301-307, Lockhart Rd.", AddressPartKind::house, "301-307"},
      {"永定路52号", AddressPartKind::house, "52"},
      {"ул. Ленина, д. 30", AddressPartKind::house, "30"},
      {"Lippo Centre Tower 1", AddressPartKind::building, "1"},
      {"Building B2, Poly Metropolis", AddressPartKind::building, "b2"},
      {"碧波路690号8号楼", AddressPartKind::building, "8"},
      {"ul. Lenina, 1, bld. 3", AddressPartKind::building, "3"},
      {"P.O. Box 115904, Dubai", AddressPartKind::box, "115904"},
      {"Moscow, 123308", AddressPartKind::postal, "123308"},
      {"Wuxing 4th Road", AddressPartKind::house, ""},
  };
  for (const Row& row : rows) {
    INFO(row.address);
    CHECK(of_kind(row.address, row.kind) == row.value);
  }
}

TEST_CASE("streets have their names, with numbers and directions that are part of them") {
  struct Row {
    const char* address;
    const char* street;
  };
  static constexpr Row rows[] = {
      {"18 Luard Rd, Wan Chai", "luard"},
      {"2-16 Fa Yuen, Street, Mongkok", "fa yuen"},
      {"No. 130, Wuxing 4th Road, Wuhou District", "wuxing 4"},
      {"Chuangye 1st Road", "chuangye 1"},
      {"Chatham Road South, Tsim Sha Tsui", "chatham south"},
      {"Jiuxianqiao Bei Lu 10", "jiuxianqiao north"},
      {"10 Jiuxianqiao Beilu", "jiuxianqiao north"},
      {"北京市朝阳区酒仙桥北路10号", "jiuxianqiao north"},
      {"ul. Golosova, 30", "golosova"},
      {"ул.Голосова, 30", "golosova"},
      {"53 prospekt Vernadskogo, Moscow", "vernadskogo"},
      {"Kowloon Nathan Road 610", "nathan"},
      {"Leninsky Prospect 139, St. Petersburg", "leninsky"},
      {"香港灣仔盧押道18號", "luard"},
      {"P.O. Box 115904, Dubai", ""},
  };
  for (const Row& row : rows) {
    INFO(row.address);
    CHECK(of_kind(row.address, AddressPartKind::street) == row.street);
  }
}

TEST_CASE("parts keep the bytes that they came from") {
  const std::string text = "北京市海淀区永定路52号, Rm. 1605A";
  for (const AddressPart& part : address_parts(text)) {
    REQUIRE(part.begin < part.end);
    REQUIRE(part.end <= text.size());
    if (part.text == "yongding") CHECK(text.substr(part.begin, part.end - part.begin) == "永定");
    if (part.text == "52") CHECK(text.substr(part.begin, part.end - part.begin) == "52");
    if (part.text == "1605a") CHECK(text.substr(part.begin, part.end - part.begin) == "1605A");
  }
}

TEST_CASE("a text looks like an address where it has a number and a street, a room or the like") {
  for (const char* text : {"18 Luard Road", "Room 1005, 10/F, Ho King Commercial Centre", "永定路52号",
                           "ул. Голосова, 30", "P.O. Box 115904, Dubai", "14C, Hung Shui Kiu Main Street"})
    CHECK(look_like_address(address_parts(text)));
  for (const char* text : {"", "Hikvision", "Wall Street Trading", "54th Research Institute",
                           "Tower Semiconductor Ltd.", "Beijing Road Technology Co., Ltd.", "...", "PLA Unit 61398",
                           "No. 28 Institute", "Public J0int St0ck Company", "上海电气集团", "Moscow, 123308"})
    CHECK_FALSE(look_like_address(address_parts(text)));
}

TEST_CASE("an address begins behind the name before it") {
  struct Row {
    const char* text;
    const char* before;
  };
  static constexpr Row rows[] = {
      {"Orbita Ltd, Room 1005, 10/F, Ho King Commercial Center", "Orbita Ltd, "},
      {"Orbita Ltd Room 1005 10/F Ho King Commercial Center", "Orbita Ltd "},
      {"Orbita Ltd, 18 Luard Road", "Orbita Ltd, "},
      {"Room 1005, 10/F", ""},
      {"14C, Hung Shui Kiu Main Street", ""},
      {"P.O. Box 115904, Dubai", ""},
      {"г. Москва, Ленинский проспект, 139", ""},
      {"Beijing, 52 Yongding Road", ""},
      {"Orbita Ltd", ""},
      {"Research Institute No. 5, Building 2", "Research Institute No. 5, "},
      {"Orbita Ltd No. 5, Dalen Street, Kowloon", "Orbita Ltd "},
      {"Orbita Ltd No. 5 Dalen Street, Kowloon", "Orbita Ltd "},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(std::string{row.text}.substr(0, address_begin(address_parts(row.text))) == row.before);
  }
}

TEST_CASE("any text can be taken apart") {
  for (const char* text :
       {"",     " ",   "-",   "/",   "1-",  "-1",    "1/",  "//1-2-3/4", "室",  "号楼", "十",     "路",
        "N.T.", "St.", "ul.", "No.", "Rm/", "16/F/", "カ1", "가나 3층",  "№ 5", "P.O.", "٣ شارع", "第"})
    for (const AddressPart& part : address_parts(text)) CHECK_FALSE(part.text.empty());
}
