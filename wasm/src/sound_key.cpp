#include "lookup/sound_key.hpp"

#include <algorithm>
#include <array>

#include "letters.hpp"
#include "rules_by_letter.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_word = 4;

/// Spellings and what stands for them in a key; capitals are single sounds. The first that fits is taken, so longer
/// ones stand before their beginnings.
struct Rule {
  std::u32string_view spelling;
  std::u32string_view key;
};

constexpr std::array<Rule, 39> rules{{
    {U"shch", U"C"}, {U"schtsch", U"C"}, {U"tsch", U"C"}, {U"dsch", U"J"}, {U"dzh", U"J"}, {U"dj", U"J"},
    {U"dh", U"d"},   {U"tch", U"C"},     {U"sch", U"C"},  {U"ch", U"C"},   {U"sh", U"S"},  {U"zh", U"Z"},
    {U"kh", U"h"},   {U"ph", U"f"},      {U"th", U"t"},   {U"gh", U"g"},   {U"ck", U"k"},  {U"ts", U"c"},
    {U"tz", U"c"},   {U"ce", U"se"},     {U"ci", U"si"},  {U"cy", U"si"},  {U"c", U"k"},   {U"qu", U"kv"},
    {U"q", U"k"},    {U"x", U"ks"},      {U"w", U"v"},    {U"ye", U"e"},   {U"ie", U"e"},  {U"je", U"e"},
    {U"ju", U"iu"},  {U"ja", U"ia"},     {U"jo", U"io"},  {U"ij", U"i"},   {U"y", U"i"},   {U"oo", U"u"},
    {U"ou", U"u"},   {U"ai", U"ei"},     {U"ay", U"ei"},
}};

constexpr RulesByLetter rules_by_letter{rules};

}  // namespace

std::u32string sound_key(std::u32string_view word) {
  if (word.size() < shortest_word || !std::all_of(word.begin(), word.end(), is_latin)) return {};
  std::u32string key;
  key.reserve(word.size() + shortest_word);  // Few rules make more letters of fewer.
  for (std::size_t i = 0; i < word.size();) {
    const std::u32string_view rest = word.substr(i);
    const Rule* const rule = rules_by_letter.first_for(rest);
    const std::u32string_view sound = rule == nullptr ? rest.substr(0, 1) : rule->key;
    // A doubled sound is one: "ss", "ii" of "skii".
    for (const char32_t letter : sound)
      if (key.empty() || key.back() != letter) key += letter;
    i += rule == nullptr ? 1 : rule->spelling.size();
  }
  if (key.ends_with(U"of") && word.ends_with(U"off")) key.back() = U'v';
  return key;
}

}  // namespace lookup
