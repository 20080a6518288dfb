#include "lookup/chinese_spelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "../tables/han_tables.hpp"
#include "letters.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_syllable = 2;
constexpr std::size_t shortest_word = 5;  // Of several syllables; short ones read alike in many languages.
constexpr std::size_t longest_word = 24;
constexpr std::size_t most_spellings = 32;

struct Pair {
  std::string_view from;
  std::string_view to;
};

/// Initials of pinyin and, without apostrophes, of Wade-Giles; the longer ones first.
constexpr std::array<Pair, 20> initials{{{"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"b", "p"},  {"p", "p"},
                                         {"d", "t"},   {"t", "t"},   {"g", "k"},   {"k", "k"},  {"j", "ch"},
                                         {"q", "ch"},  {"x", "hs"},  {"z", "ts"},  {"c", "ts"}, {"r", "j"},
                                         {"m", "m"},   {"f", "f"},   {"n", "n"},   {"l", "l"},  {"h", "h"}}};
/// Syllables and finals that differ otherwise.
constexpr std::array<Pair, 21> whole_syllables{
    {{"zhi", "chih"},  {"chi", "chih"},  {"shi", "shih"}, {"ri", "jih"},   {"zi", "tzu"},  {"ci", "tzu"},
     {"si", "ssu"},    {"ge", "ko"},     {"ke", "ko"},    {"he", "ho"},    {"guo", "kuo"}, {"kuo", "kuo"},
     {"huo", "huo"},   {"shuo", "shuo"}, {"gui", "kuei"}, {"kui", "kuei"}, {"ye", "yeh"},  {"yan", "yen"},
     {"yong", "yung"}, {"er", "erh"},    {"you", "yu"}}};
constexpr std::array<Pair, 7> finals{
    {{"ian", "ien"}, {"iong", "iung"}, {"ong", "ung"}, {"uo", "o"}, {"ie", "ieh"}, {"ue", "ueh"}, {"yue", "yueh"}}};

/// Syllables of names of persons and companies as Hong Kong spells them, by Cantonese (the Government's romanization of
/// names, and habits beside it: Lee, Koo, Woo), and in pinyin.
constexpr std::array<Pair, 149> hong_kong{
    {{"au", "ou"},        {"chan", "chen"},    {"chau", "zhou"},    {"cheng", "zheng"},  {"cheong", "chang"},
     {"cheong", "zhang"}, {"cheuk", "zhuo"},   {"cheung", "xiang"}, {"cheung", "zhang"}, {"chi", "zhi"},
     {"chim", "zhan"},    {"chin", "qian"},    {"ching", "cheng"},  {"ching", "zheng"},  {"chiu", "zhao"},
     {"choi", "cai"},     {"chong", "zhuang"}, {"chow", "zhou"},    {"choy", "cai"},     {"chu", "zhu"},
     {"chui", "xu"},      {"chun", "jun"},     {"chung", "zhong"},  {"fok", "huo"},      {"fong", "fang"},
     {"fook", "fu"},      {"fuk", "fu"},       {"fung", "feng"},    {"ha", "xia"},       {"hang", "heng"},
     {"hau", "hou"},      {"heung", "xiang"},  {"hing", "xing"},    {"ho", "he"},        {"hoi", "hai"},
     {"hon", "han"},      {"hop", "he"},       {"hsu", "xu"},       {"hui", "xu"},       {"hung", "hong"},
     {"ip", "ye"},        {"kam", "gan"},      {"kam", "jin"},      {"kan", "jian"},     {"kee", "ji"},
     {"kei", "ji"},       {"keung", "qiang"},  {"kin", "jian"},     {"kit", "jie"},      {"kiu", "qiao"},
     {"ko", "gao"},       {"kong", "jiang"},   {"koo", "gu"},       {"ku", "gu"},        {"kwai", "gui"},
     {"kwan", "guan"},    {"kwan", "jun"},     {"kwok", "guo"},     {"kwong", "guang"},  {"kwong", "kuang"},
     {"lai", "li"},       {"lam", "lin"},      {"lau", "liu"},      {"law", "luo"},      {"lee", "li"},
     {"leong", "liang"},  {"leung", "liang"},  {"lik", "li"},       {"liu", "liao"},     {"lo", "lu"},
     {"lo", "luo"},       {"lok", "le"},       {"loong", "long"},   {"lui", "lei"},      {"lui", "lu"},
     {"luk", "lu"},       {"lung", "long"},    {"mak", "mai"},      {"man", "wen"},      {"mo", "mao"},
     {"mok", "mo"},       {"mui", "mei"},      {"nam", "nan"},      {"ng", "wu"},        {"ngai", "wei"},
     {"ngan", "yan"},     {"oi", "ai"},        {"on", "an"},        {"pak", "bai"},      {"pang", "peng"},
     {"pau", "bao"},      {"po", "bao"},       {"poon", "pan"},     {"pun", "pan"},      {"sang", "sheng"},
     {"sau", "xiu"},      {"shek", "shi"},     {"shing", "cheng"},  {"shing", "sheng"},  {"shiu", "shao"},
     {"shum", "shen"},    {"sik", "xi"},       {"sin", "xian"},     {"sit", "xue"},      {"siu", "xiao"},
     {"so", "su"},        {"suen", "sun"},     {"sun", "xin"},      {"sze", "shi"},      {"szeto", "situ"},
     {"tai", "da"},       {"tai", "dai"},      {"tak", "de"},       {"tam", "tan"},      {"tang", "deng"},
     {"tat", "da"},       {"tin", "tian"},     {"ting", "ding"},    {"to", "du"},        {"tong", "tang"},
     {"tsang", "zeng"},   {"tse", "xie"},      {"tso", "cao"},      {"tso", "zuo"},      {"tsoi", "cai"},
     {"tsui", "xu"},      {"tung", "dong"},    {"wah", "hua"},      {"wai", "wei"},      {"wan", "wen"},
     {"wat", "qu"},       {"wing", "yong"},    {"wo", "he"},        {"wong", "huang"},   {"wong", "wang"},
     {"woo", "hu"},       {"wu", "hu"},        {"yau", "qiu"},      {"yee", "yi"},       {"yeung", "yang"},
     {"yick", "yi"},      {"yik", "yi"},       {"yim", "yan"},      {"yip", "ye"},       {"yiu", "yao"},
     {"yuen", "ruan"},    {"yuen", "yuan"},    {"yuk", "yu"},       {"yung", "rong"}}};

template <typename Pairs>
const Pair* find_pair(const Pairs& pairs, std::string_view from) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [from](const Pair& pair) { return pair.from == from; });
  return found == pairs.end() ? nullptr : &*found;
}

std::string wade_giles(std::string_view pinyin) {
  if (const Pair* const whole = find_pair(whole_syllables, pinyin)) return std::string{whole->to};
  const auto initial = std::find_if(initials.begin(), initials.end(),
                                    [pinyin](const Pair& pair) { return pinyin.starts_with(pair.from); });
  const std::string_view ending = initial == initials.end() ? pinyin : pinyin.substr(initial->from.size());
  const Pair* const other = find_pair(finals, ending);
  return std::string{initial == initials.end() ? "" : initial->to} + std::string{other != nullptr ? other->to : ending};
}

/// Of the readings of characters, those in pinyin: each has a vowel and ends in one, in n, ng or r. Others are
/// interjections ("hm") and Korean ("park").
bool is_pinyin_syllable(std::string_view reading) {
  constexpr std::string_view vowels = "aeiou";
  return reading.find_first_of(vowels) != std::string_view::npos &&
         (vowels.find(reading.back()) != std::string_view::npos || reading.ends_with('n') || reading.ends_with("ng") ||
          reading == "er");
}

/// Each syllable of pinyin and its spelling by Wade-Giles, or the other way round; sorted by the first.
using Syllables = std::vector<std::pair<std::string, std::string>>;

Syllables make_syllables(bool from_pinyin) {
  Syllables syllables;
  for (const std::string_view pinyin : tables::syllables) {
    if (!is_pinyin_syllable(pinyin)) continue;
    std::pair<std::string, std::string> both{pinyin, wade_giles(pinyin)};
    if (!from_pinyin) std::swap(both.first, both.second);
    syllables.push_back(std::move(both));
  }
  sort_stably(syllables);
  return syllables;
}

constexpr std::size_t longest_syllable = 6;

const Syllables& syllables_from_pinyin() {
  static const Syllables syllables = make_syllables(true);
  return syllables;
}

bool is_all_latin(std::u32string_view word) { return std::all_of(word.begin(), word.end(), is_latin); }

/// The first row of a syllable, or of the one that stands where it would.
Syllables::const_iterator find_syllable(const Syllables& syllables, std::string_view wanted) {
  return std::lower_bound(syllables.begin(), syllables.end(), wanted,
                          [](const auto& row, std::string_view text) { return row.first < text; });
}

/// A word spelt otherwise, and its number of syllables.
struct Spelling {
  std::string text;
  std::size_t syllable_count = 0;
};

/// Whether a word of fewer than 64 letters wholly consists of syllables.
bool consists_of(const Syllables& syllables, std::string_view word) {
  std::uint64_t can_end = 1;  // A bit for each place up to which it does.
  for (std::size_t first = 0; first < word.size(); ++first) {
    if ((can_end >> first & 1) == 0) continue;
    for (std::size_t length = 1; length <= std::min(longest_syllable, word.size() - first); ++length) {
      const std::string_view wanted = word.substr(first, length);
      const auto found = find_syllable(syllables, wanted);
      if (found != syllables.end() && found->first == wanted) can_end |= std::uint64_t{1} << (first + length);
    }
  }
  return (can_end >> word.size() & 1) != 0;
}

/// The spellings of a word that wholly consists of syllables; none for another word.
std::vector<Spelling> spell(const Syllables& syllables, std::string_view word) {
  if (!consists_of(syllables, word)) return {};
  std::vector<std::vector<Spelling>> up_to(word.size() + 1);
  up_to.front().emplace_back();
  for (std::size_t first = 0; first < word.size(); ++first) {
    if (up_to[first].empty()) continue;
    for (std::size_t length = 1; length <= std::min(longest_syllable, word.size() - first); ++length) {
      const std::string_view wanted = word.substr(first, length);
      auto found = find_syllable(syllables, wanted);
      std::vector<Spelling>& longer = up_to[first + length];
      for (; found != syllables.end() && found->first == wanted; ++found)
        for (const Spelling& before : up_to[first])
          if (longer.size() < most_spellings)
            longer.push_back({before.text + found->second, before.syllable_count + 1});
    }
  }
  return std::move(up_to.back());
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Habits of the post and of passports, and the system's spelling.
constexpr std::array<Pair, 6> habits{
    {{"kw", "ku"}, {"hw", "hu"}, {"szu", "ssu"}, {"sze", "ssu"}, {"tze", "tzu"}, {"tsi", "chi"}}};

/// A word spelt by habits brought back to the system.
std::string regular(std::string word) {
  for (const Pair& habit : habits) replace_all(word, habit.from, habit.to);
  return word;
}

/// How a word in Wade-Giles is spelt by each habit that it gives room for.
std::vector<std::string> habitual(const std::string& word) {
  std::vector<std::string> spellings;
  for (const Pair& habit : habits) {
    std::string spelling = word;
    replace_all(spelling, habit.to, habit.from);
    if (spelling != word && regular(spelling) == word) spellings.push_back(std::move(spelling));
  }
  return spellings;
}

}  // namespace

std::vector<ChineseSpelling> other_chinese_spellings(std::u32string_view word) {
  static const Syllables to_pinyin = make_syllables(false);
  const Syllables& from_pinyin = syllables_from_pinyin();
  if (word.size() < shortest_syllable || word.size() > longest_word || !is_all_latin(word)) return {};
  std::string text;
  for (const char32_t letter : word) text += static_cast<char>(letter);

  std::vector<ChineseSpelling> others;
  const auto add = [&](std::string_view other, bool is_single) {
    if (other != text && (is_single || std::min(text.size(), other.size()) >= shortest_word))
      others.push_back({{other.begin(), other.end()}, is_single});
  };
  for (const Pair& pair : hong_kong) {
    if (pair.from == text) add(pair.to, true);
    if (pair.to == text) add(pair.from, true);
  }
  const std::vector<Spelling> in_wade_giles = spell(from_pinyin, text);
  const std::vector<Spelling> in_pinyin =
      in_wade_giles.empty() ? spell(to_pinyin, regular(text)) : std::vector<Spelling>{};
  const auto add_unless_pinyin = [&](std::string_view other, bool is_single) {
    if (!consists_of(from_pinyin, other)) add(other, is_single);
  };
  for (const Spelling& other : in_wade_giles) {
    add_unless_pinyin(other.text, other.syllable_count == 1);
    for (const std::string& habit : habitual(other.text)) add_unless_pinyin(habit, other.syllable_count == 1);
  }
  for (const Spelling& other : in_pinyin) add(other.text, other.syllable_count == 1);
  return others;
}

bool is_pinyin(std::u32string_view word) {
  if (word.empty() || word.size() > longest_word || !is_all_latin(word)) return false;
  return consists_of(syllables_from_pinyin(), std::string{word.begin(), word.end()});
}

}  // namespace lookup
