#include "lookup/script_words.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "../tables/script_tables.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/romanize.hpp"
#include "lookup/romanize_kana.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"
#include "numbered_words.hpp"

namespace lookup {
namespace {

constexpr std::size_t longest_word = 16;
constexpr std::size_t shortest_stem = 3;  // Letters that an Arabic word keeps without what is written together with it.

/// Costs of a way to cut a run: a character of a name weighs more than any saving of parts.
constexpr std::size_t cost_of_unknown = 16;
constexpr std::size_t cost_of_part = 1;
/// What a piece of a name costs that is too short to be one: in kana, a known word beside it is part of a longer word.
constexpr std::size_t cost_of_scrap = 48;
constexpr std::size_t shortest_name_in_kana = 3;

/// A way to cut a run from some place to its end.
struct Cut {
  std::size_t cost = 0;
  ScriptPart first{0, 0, ScriptPart::Kind::romanized, {}};  ///< A name, or a known word.
};

/// Frequent family names of Korea, of one syllable: how passports of the North and of the South spell them.
struct FamilyName {
  char32_t syllable;
  std::string_view spelling;
  std::string_view other = {};
};

constexpr std::array<FamilyName, 34> family_names{
    {{U'김', "kim"},          {U'이', "ri", "lee"},     {U'리', "ri", "lee"}, {U'박', "pak", "park"},
     {U'최', "choe", "choi"}, {U'정', "jong", "jung"},  {U'강', "kang"},      {U'조', "jo", "cho"},
     {U'윤', "yun", "yoon"},  {U'장', "jang", "chang"}, {U'임', "im", "lim"}, {U'림', "rim", "lim"},
     {U'한', "han"},          {U'오', "o", "oh"},       {U'서', "so", "seo"}, {U'신', "sin", "shin"},
     {U'권', "kwon"},         {U'황', "hwang"},         {U'안', "an", "ahn"}, {U'송', "song"},
     {U'전', "jon", "jeon"},  {U'홍', "hong"},          {U'유', "yu", "yoo"}, {U'고', "ko"},
     {U'문', "mun", "moon"},  {U'양', "yang"},          {U'손', "son"},       {U'배', "pae", "bae"},
     {U'백', "paek", "baek"}, {U'허', "ho", "huh"},     {U'남', "nam"},       {U'심', "sim", "shim"},
     {U'노', "no", "roh"},    {U'현', "hyon", "hyun"}}};

/// Takes the family name off a name of three syllables, as most persons have: "박진혁" is Pak Jin Hyok.
void part_family_name(std::u32string_view run, std::vector<ScriptPart>& parts) {
  if (run.size() != 3 || parts.size() != 1 || parts.front().kind != ScriptPart::Kind::romanized) return;
  const auto* const family = std::find_if(family_names.begin(), family_names.end(),
                                          [run](const FamilyName& name) { return name.syllable == run.front(); });
  if (family == family_names.end()) return;
  parts.front() = {1, 2, ScriptPart::Kind::romanized, {}};
  parts.insert(parts.begin(), {0, 1, ScriptPart::Kind::translated, std::string{family->spelling}});
  if (!family->other.empty()) parts.front().alternatives.push_back({0, 1, std::string{family->other}});
}

/// A Korean name in the spelling of the North and of older passports, made of the romanisation of the South:
/// "pyongchol" for "byeongcheol" (McCune and Reischauer 1939, without its marks).
std::string northern_spelling(std::string name) {
  for (const std::string_view vowel : {"eo", "eu"})
    for (std::size_t at = name.find(vowel); at != std::string::npos; at = name.find(vowel, at)) name.erase(at, 1);
  constexpr std::string_view voiced = "bdg";
  constexpr std::string_view plain = "ptk";
  if (const std::size_t at = voiced.find(name.front()); at != std::string_view::npos) name.front() = plain[at];
  return name;
}

/// Puts a name in Latin letters.
void romanize_part(std::u32string_view run, ScriptPart& part) {
  const std::u32string_view native = run.substr(part.first, part.count);
  part.latin = to_utf8(romanize(native));
  if (is_kana(native.front()) || part.latin.empty()) return;
  std::string northern = northern_spelling(part.latin);
  if (northern != part.latin) part.alternatives.push_back({0, 1, std::move(northern)});
}

/// The known word that `text` is, as a part; a count of 0 where it is none.
ScriptPart known_part(std::u32string_view text) {
  std::string word = to_utf8(text);
  if (find_legal_form(word).has_value()) return {0, text.size(), ScriptPart::Kind::legal_form, std::move(word)};
  const std::string_view latin = find_script_word(word);
  if (latin.empty()) return {0, 0, ScriptPart::Kind::romanized, {}};
  return {0, text.size(), ScriptPart::Kind::translated, std::string{latin}};
}

std::size_t cost_of_name(std::size_t count, bool is_in_kana) {
  return cost_of_unknown * count + (is_in_kana && count < shortest_name_in_kana ? cost_of_scrap : 0);
}

/// The best cut at each place of the run, from its end to its beginning.
std::vector<Cut> best_cuts(std::u32string_view run) {
  const bool is_in_kana = !run.empty() && is_kana(run.front());
  std::vector<Cut> cuts(run.size() + 1);
  for (std::size_t place = run.size(); place-- > 0;) {
    Cut& best = cuts[place];
    best.cost = std::numeric_limits<std::size_t>::max();
    for (std::size_t count = 1; count <= run.size() - place; ++count) {
      const std::size_t cost = cost_of_name(count, is_in_kana) + cuts[place + count].cost;
      if (cost < best.cost) best = {cost, {0, count, ScriptPart::Kind::romanized, {}}};
    }
    const std::size_t shortest = run.size() == 1 ? 1 : 2;
    // Of two cuts of one cost, the one with the longer word first.
    for (std::size_t count = std::min(run.size() - place, longest_word); count >= shortest; --count) {
      const std::size_t cost = cost_of_part + cuts[place + count].cost;
      if (cost >= best.cost) continue;
      ScriptPart part = known_part(run.substr(place, count));
      if (part.count > 0) best = {cost, std::move(part)};
    }
  }
  return cuts;
}

}  // namespace

std::string_view find_script_word(std::string_view folded_word) {
  static const NumberedWords words{tables::script_words};
  static const std::vector<std::string_view> renderings = lines_of(tables::script_renderings);
  const std::size_t number = words.find(folded_word);
  return number < words.size() ? renderings[number] : std::string_view{};
}

std::string_view find_arabic_word(std::u32string_view folded_word) {
  static constexpr std::array<std::u32string_view, 9> beginnings{U"",   U"ال", U"و",   U"وال", U"بال",
                                                                 U"لل", U"ل",  U"كال", U"ب"};
  static constexpr std::array<std::u32string_view, 5> endings{U"", U"هاي", U"ها", U"ي", U"ان"};
  for (const std::u32string_view ending : endings) {
    for (const std::u32string_view beginning : beginnings) {
      const std::size_t taken = beginning.size() + ending.size();
      if (!folded_word.starts_with(beginning) || !folded_word.ends_with(ending)) continue;
      if (taken > 0 && folded_word.size() < taken + shortest_stem) continue;
      const std::u32string_view stem = folded_word.substr(beginning.size(), folded_word.size() - taken);
      if (const std::string_view latin = find_script_word(to_utf8(stem)); !latin.empty()) return latin;
    }
  }
  return {};
}

std::vector<ScriptPart> split_script(std::u32string_view run) {
  std::vector<Cut> cuts = best_cuts(run);
  std::vector<ScriptPart> parts;
  for (std::size_t place = 0; place < run.size();) {
    ScriptPart part = std::move(cuts[place].first);
    part.first = place;
    place += part.count;
    const bool is_name = part.kind == ScriptPart::Kind::romanized;
    if (is_name && !parts.empty() && parts.back().kind == ScriptPart::Kind::romanized) {
      parts.back().count += part.count;
    } else {
      parts.push_back(std::move(part));
    }
  }
  part_family_name(run, parts);
  for (ScriptPart& part : parts)
    if (part.kind == ScriptPart::Kind::romanized) romanize_part(run, part);
  return parts;
}

}  // namespace lookup
