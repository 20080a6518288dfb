#include "lookup/han_reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "../tables/han_tables.hpp"
#include "lookup/unicode.hpp"

namespace lookup {
namespace {

constexpr std::size_t most_spellings = 8;
constexpr std::size_t longest_given_name = 2;

/// The frequent surnames of one character; together those of more than nine in ten Chinese.
constexpr std::u32string_view surnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    U"陆汪范金"
    U"石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪"
    U"庄聂章鲁"
    U"岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍喻祁蒲房滕屈饶解"
    U"牟艾尤阳"
    U"穆农司古缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞"
    U"敖巩明池"
    U"查麻苑迟邝";
constexpr std::array<std::u32string_view, 8> double_surnames{U"欧阳", U"上官", U"司马", U"诸葛",
                                                             U"司徒", U"尉迟", U"皇甫", U"夏侯"};

/// The readings of a character, the usual one first; none where it has none.
std::vector<std::string_view> readings_of(char32_t character) {
  std::vector<std::string_view> readings;
  const std::size_t place = character - tables::first_han;
  if (character < tables::first_han || place >= tables::han_readings.size() || tables::han_readings[place] == 0)
    return readings;
  readings.push_back(tables::syllables[tables::han_readings[place] - 1U]);
  for (const tables::OtherReading& other : tables::other_readings)
    if (other.character == character) readings.push_back(tables::syllables[other.reading - 1U]);
  return readings;
}

}  // namespace

std::vector<std::string> han_spellings(std::u32string_view name) {
  std::vector<std::string> spellings{{}};
  for (const char32_t character : name) {
    const std::vector<std::string_view> readings = readings_of(character);
    const std::size_t known = spellings.size();
    for (std::size_t r = 1; r < readings.size() && spellings.size() + known <= most_spellings; ++r)
      for (std::size_t i = 0; i < known; ++i) spellings.push_back(spellings[i] + std::string{readings[r]});
    for (std::size_t i = 0; i < known; ++i) {
      if (readings.empty()) {
        append_utf8(spellings[i], character);
      } else {
        spellings[i] += readings.front();
      }
    }
  }
  return spellings;
}

std::string surname_last(std::u32string_view name) {
  const bool is_double = std::any_of(double_surnames.begin(), double_surnames.end(),
                                     [name](std::u32string_view surname) { return name.starts_with(surname); });
  const std::size_t surname_length = is_double ? 2 : 1;
  if (name.size() <= surname_length || name.size() > surname_length + longest_given_name) return {};
  if (!is_double && surnames.find(name.front()) == std::u32string_view::npos) return {};
  return han_spellings(name.substr(surname_length)).front() + han_spellings(name.substr(0, surname_length)).front();
}

}  // namespace lookup
