#include "lookup/consonant_key.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "letters.hpp"
#include "lookup/romanize.hpp"
#include "lookup/romanize_kana.hpp"
#include "rules_by_letter.hpp"

namespace lookup {
namespace {

/// A spelling and the sounds that it may stand for. The first that fits is taken, so longer ones stand before their
/// beginnings.
struct Rule {
  std::u32string_view spelling;
  std::string_view sounds;
};

/// Latin spellings; each has one sound. The s of "vision" is written as it is spoken in other scripts. "q" stays apart:
/// it is "k" in Arabic names, "ch" in Chinese ones.
constexpr std::array<Rule, 50> latin_rules{{
    {U"ision", "jn"}, {U"asion", "jn"}, {U"usion", "jn"}, {U"shch", "S"}, {U"tsch", "C"}, {U"dzh", "j"},
    {U"tch", "C"},    {U"sch", "S"},    {U"ch", "C"},     {U"sh", "S"},   {U"zh", "j"},   {U"dj", "j"},
    {U"kh", "X"},     {U"ph", "f"},     {U"th", "t"},     {U"dh", "d"},   {U"gh", "K"},   {U"ck", "K"},
    {U"ts", "c"},     {U"tz", "c"},     {U"ce", "s"},     {U"ci", "s"},   {U"cy", "s"},   {U"c", "K"},
    {U"b", "b"},      {U"d", "d"},      {U"f", "f"},      {U"g", "K"},    {U"h", "h"},    {U"j", "j"},
    {U"k", "K"},      {U"l", "l"},      {U"m", "m"},      {U"nga", "nK"}, {U"nge", "nK"}, {U"ngi", "nK"},
    {U"ngo", "nK"},   {U"ngu", "nK"},   {U"ng", "n"},     {U"n", "n"},    {U"p", "p"},    {U"q", "q"},
    {U"r", "r"},      {U"s", "s"},      {U"t", "t"},      {U"v", "V"},    {U"w", "V"},    {U"xi", "x"},
    {U"xu", "x"},     {U"z", "z"},
}};

constexpr RulesByLetter latin_by_letter{latin_rules};

/// Arabic, Persian and Urdu letters. Letters of Persian that Arabic lacks are written as their nearest there.
constexpr std::array<Rule, 39> arabic_rules{{
    {U"تس", "c ts"}, {U"كس", "Ks x"}, {U"نگ", "n nK"}, {U"نغ", "n nK"}, {U"نج", "n nj nK"}, {U"تش", "C tS"},
    {U"ب", "b p"},   {U"پ", "p"},     {U"ت", "t"},     {U"ث", "s t"},   {U"ج", "j K"},      {U"چ", "C"},
    {U"ح", "h"},     {U"خ", "X"},     {U"د", "d"},     {U"ذ", "z d"},   {U"ر", "r"},        {U"ز", "z"},
    {U"ژ", "j"},     {U"س", "s"},     {U"ش", "S"},     {U"ص", "s"},     {U"ض", "z d"},      {U"ط", "t"},
    {U"ظ", "z"},     {U"غ", "K q"},   {U"ف", "f V"},   {U"ڤ", "V"},     {U"ق", "q K"},      {U"ك", "K"},
    {U"گ", "K"},     {U"ل", "l"},     {U"م", "m"},     {U"ن", "n"},     {U"ه", "h"},        {U"و", "V -"},
    {U"ٹ", "t"},     {U"ڈ", "d"},     {U"ڑ", "r"},
}};

/// Cyrillic letters: in names that were Cyrillic, in Russian spellings of English ones, and of Chinese ones after
/// Palladius.
constexpr std::array<Rule, 52> cyrillic_rules{{
    {U"дж", "j K"},    {U"чж", "j"},    {U"цз", "j z"},  {U"тс", "c ts"}, {U"тек", "tK tC"}, {U"кси", "Ks x"},
    {U"кс", "Ks"},     {U"кв", "KV q"}, {U"ав", "V -"},  {U"ев", "V -"},  {U"эв", "V -"},    {U"уа", "- V"},
    {U"уе", "- V"},    {U"уи", "- V"},  {U"уо", "- V"},  {U"уэ", "- V"},  {U"се", "s x"},    {U"си", "s x"},
    {U"сю", "s x"},    {U"ся", "s x"},  {U"нг", "n nK"}, {U"б", "b"},     {U"в", "V"},       {U"г", "K h"},
    {U"д", "d"},       {U"ж", "j r"},   {U"з", "z s"},   {U"к", "K q"},   {U"л", "l"},       {U"м", "m"},
    {U"н", "n"},       {U"п", "p"},     {U"р", "r"},     {U"с", "s"},     {U"т", "t"},       {U"ф", "f"},
    {U"х", "h X K C"}, {U"ц", "c q s"}, {U"ч", "C q"},   {U"ш", "S"},     {U"щ", "S"},       {U"ў", "V -"},
    {U"ғ", "K"},       {U"қ", "q K"},   {U"ң", "n nK"},  {U"һ", "h"},     {U"ј", "j -"},     {U"љ", "l"},
    {U"њ", "n"},       {U"ђ", "d j"},   {U"ћ", "K C"},   {U"џ", "dz j"},
}};

/// Greek letters; those of foreign sounds stand together (ντ for d, τσ for ch).
constexpr std::array<Rule, 34> greek_rules{{
    {U"γγ", "n nK"},    {U"γκ", "K nK"},     {U"γχ", "nX nC"},    {U"γξ", "nKs nx"},   {U"μπ", "b mp mb"},
    {U"ντ", "d nt nd"}, {U"τζ", "c j"},      {U"τσ", "c C"},      {U"τεκ", "tK tC"},   {U"αυ", "V f -"},
    {U"ευ", "V f -"},   {U"γουα", "V KV K"}, {U"γουε", "V KV K"}, {U"γουι", "V KV K"}, {U"ουα", "- V"},
    {U"ουε", "- V"},    {U"ουι", "- V"},     {U"β", "V b"},       {U"γ", "K"},         {U"δ", "d"},
    {U"ζ", "z"},        {U"θ", "t"},         {U"κ", "K q"},       {U"λ", "l"},         {U"μ", "m"},
    {U"ν", "n"},        {U"ξ", "Ks x"},      {U"π", "p"},         {U"ρ", "r"},         {U"σ", "s S x j"},
    {U"τ", "t"},        {U"φ", "f"},         {U"χ", "h X K C"},   {U"ψ", "ps"},
}};

/// Hangul syllables in the Revised Romanization; "v", "f", "z", "sh" and "r" or "l" of other languages have no letters.
constexpr std::array<Rule, 23> hangul_rules{{
    {U"kk", "K q"}, {U"tt", "t d"},  {U"pp", "p b"},  {U"ss", "s c x"}, {U"jj", "j z"},  {U"ch", "C c q t"},
    {U"ng", "n"},   {U"g", "K"},     {U"k", "K q X"}, {U"n", "n"},      {U"d", "d"},     {U"t", "t d s"},
    {U"r", "r l"},  {U"l", "l r"},   {U"m", "m"},     {U"b", "b V"},    {U"p", "p f V"}, {U"s", "s S x"},
    {U"j", "j z"},  {U"h", "h X f"}, {U"wo", "V -"},  {U"w", "V -"},    {U"u", "- V"},
}};

/// Kana after Hepburn.
constexpr std::array<Rule, 18> kana_rules{{
    {U"sh", "S s x"},
    {U"ch", "C t q"},
    {U"ts", "c t"},
    {U"k", "K q X"},
    {U"g", "K"},
    {U"s", "s t x"},
    {U"z", "z j"},
    {U"j", "j z d"},
    {U"t", "t"},
    {U"d", "d"},
    {U"n", "n m"},
    {U"h", "h X"},
    {U"f", "f h V"},
    {U"b", "b V"},
    {U"p", "p"},
    {U"m", "m"},
    {U"r", "r l"},
    {U"v", "V"},
}};

bool is_in(char32_t letter, std::u32string_view letters) { return letters.find(letter) != letters.npos; }

bool is_vowel(char32_t letter) { return is_in(letter, U"aeiouy"); }

const Rule* rule_for(std::span<const Rule> rules, std::u32string_view rest) {
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [rest](const Rule& each) { return rest.starts_with(each.spelling); });
  return rule == rules.end() ? nullptr : &*rule;
}

/// Appends what the letters of `text` may stand for. Letters without a rule are vowels and say nothing.
void append_sounds(ConsonantPattern& pattern, std::u32string_view text, std::span<const Rule> rules) {
  while (!text.empty()) {
    const Rule* const rule = rule_for(rules, text);
    if (rule != nullptr) pattern.push_back(rule->sounds);
    text.remove_prefix(rule == nullptr ? 1 : rule->spelling.size());
  }
}

/// Marks a word that begins with a vowel; one that begins with "u" may begin with "w" in Latin letters.
void append_beginning(ConsonantPattern& pattern, std::u32string_view latin) {
  if (latin.empty() || !is_vowel(latin.front())) return;
  pattern.push_back(latin.front() == U'u' ? "A V" : "A");
}

ConsonantPattern arabic_pattern(std::u32string_view word) {
  ConsonantPattern pattern;
  // The article is written together with its word, but seldom in Latin letters.
  if (word.starts_with(U"ال") && word.size() > 3) {
    pattern = {"- A", "- l"};
    word.remove_prefix(2);
  } else if (word.front() == U'ا' || word.front() == U'ع' || word.front() == U'ي') {
    pattern.push_back("A");
  }
  // A heh at the end is a vowel or was a teh marbuta; romanisations write or leave an h.
  if (word.ends_with(U"ه")) word.remove_suffix(1);
  append_sounds(pattern, word, arabic_rules);
  return pattern;
}

ConsonantPattern cyrillic_pattern(std::u32string_view word) {
  ConsonantPattern pattern;
  if (is_in(word.front(), U"юяј"))
    pattern.push_back("A j");
  else
    append_beginning(pattern, romanize(word.substr(0, 1)));
  append_sounds(pattern, word, cyrillic_rules);
  return pattern;
}

/// Greek does not write an h at the beginning.
ConsonantPattern greek_pattern(std::u32string_view word) {
  ConsonantPattern pattern;
  if (word.starts_with(U"ου"))
    pattern.push_back("A V");
  else if (is_vowel(romanize(word.substr(0, 1)).front()))
    pattern.push_back("A h");
  append_sounds(pattern, word, greek_rules);
  return pattern;
}

ConsonantPattern hangul_pattern(std::u32string_view word) {
  ConsonantPattern pattern;
  append_beginning(pattern, romanize(word.substr(0, 1)));
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::u32string latin = romanize(word.substr(i, 1));
    append_sounds(pattern, latin, hangul_rules);
  }
  return pattern;
}

ConsonantPattern kana_pattern(std::u32string_view word) {
  const std::u32string latin = romanize_kana(word);
  ConsonantPattern pattern;
  append_beginning(pattern, latin);
  std::u32string_view rest = latin;
  // The w of "wi" and "wa" may be v, or the u of another spelling.
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(U'w'), rest.size());
    append_sounds(pattern, rest.substr(0, end), kana_rules);
    if (end < rest.size()) pattern.push_back("V -");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return pattern;
}

/// The vowel that a letter writes, of three: a, i and u; 0 for a consonant.
char32_t vowel_of(char32_t letter) {
  if (letter == U'a') return U'a';
  if (is_in(letter, U"eiy")) return U'i';
  if (is_in(letter, U"ouw")) return U'u';
  return 0;
}

/// The vowels of a word; neighbours of one sound are one ("oo").
std::u32string vowels_of(std::u32string_view latin) {
  std::u32string vowels;
  char32_t before = 0;
  for (const char32_t letter : latin) {
    const char32_t vowel = vowel_of(letter);
    if (vowel != 0 && vowel != before) vowels += vowel;
    before = vowel;
  }
  return vowels;
}

/// Length of the longest common subsequence.
std::size_t count_common(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const char32_t letter : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = letter == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

std::string consonant_key(std::u32string_view latin) {
  if (latin.empty() || !std::all_of(latin.begin(), latin.end(), is_latin)) return {};
  std::string key;
  if (is_vowel(latin.front())) key += 'A';
  // An h after a vowel at the end is silent ("Sherkah").
  if (latin.size() > 2 && latin.back() == U'h' && is_vowel(latin[latin.size() - 2])) latin.remove_suffix(1);
  while (!latin.empty()) {
    const Rule* const rule = latin_by_letter.first_for(latin);
    const std::string_view sounds = rule != nullptr ? rule->sounds : latin.front() == U'x' ? "Ks" : "";
    for (const char sound : sounds)
      if (key.empty() || key.back() != sound) key += sound;
    latin.remove_prefix(rule == nullptr ? 1 : rule->spelling.size());
  }
  return key;
}

ConsonantPattern consonant_pattern(std::u32string_view native) {
  if (native.empty()) return {};
  if (lacks_vowels(native)) return arabic_pattern(native);
  if (std::all_of(native.begin(), native.end(), is_hangul)) return hangul_pattern(native);
  if (std::all_of(native.begin(), native.end(), is_kana)) return kana_pattern(native);
  if (std::all_of(native.begin(), native.end(), is_cyrillic)) return cyrillic_pattern(native);
  if (std::all_of(native.begin(), native.end(), is_greek)) return greek_pattern(native);
  return {};
}

double vowel_agreement(std::u32string_view native, std::u32string_view latin) {
  const bool is_arabic_word = lacks_vowels(native);
  const std::u32string there = vowels_of(latin);
  const std::u32string here = vowels_of(romanize(is_arabic_word ? native.substr(1) : native));
  const bool has_own_vowels = !native.empty() && (is_cyrillic(native.front()) || is_greek(native.front()));
  const double all = is_arabic_word   ? static_cast<double>(here.size())
                     : has_own_vowels ? static_cast<double>(here.size() + there.size()) / 2
                                      : static_cast<double>(there.size());
  return all == 0 ? 1 : static_cast<double>(count_common(here, there)) / all;
}

bool lacks_vowels(std::u32string_view native) { return !native.empty() && is_arabic(native.front()); }

}  // namespace lookup
