// What must hold of every list and query, held over the bundled list and names of it changed at random. Each case takes
// a sample, always the same: with the sanitizers a lookup takes some hundredths of a second.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "bundled.hpp"
#include "lookup/alignment.hpp"
#include "lookup/chinese_spelling.hpp"
#include "lookup/edit_distance.hpp"
#include "lookup/look_alike.hpp"
#include "lookup/sound_key.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"
#include "small_list.hpp"
#include "words.hpp"

using lookup::CheckResult;
using lookup::List;
using lookup::Match;
using lookup::Screener;

namespace {

/// Every name, published name, alias and acronym that a query must find by itself.
struct Listed {
  std::string id;
  std::string name;
};

std::vector<Listed> listed_names(const List& list) {
  std::vector<Listed> names;
  for (const lookup::Entry& entry : list.entries) {
    names.push_back({entry.id, entry.name});
    if (entry.published_name != entry.name) names.push_back({entry.id, entry.published_name});
    for (const std::string& alias : entry.aliases) names.push_back({entry.id, alias});
    for (const std::string& acronym : entry.acronyms) names.push_back({entry.id, acronym});
  }
  return names;
}

/// `count` of the listed names, spread over the list.
std::vector<Listed> sample(const List& list, std::size_t count, unsigned seed) {
  const std::vector<Listed> names = listed_names(list);
  std::mt19937 random{seed};
  std::vector<Listed> chosen;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = i * names.size() / count;
    const std::size_t last = (i + 1) * names.size() / count;
    chosen.push_back(names[first + random() % (last - first)]);
  }
  return chosen;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string join(const std::vector<std::string>& words, const std::string& between = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

/// The name with a word dropped, doubled or moved, or an ASCII letter changed, left out or swapped with the next.
std::string change(std::string name, std::mt19937& random) {
  std::vector<std::string> words = split(name);
  const std::size_t place = random() % words.size();
  switch (random() % 5) {
    case 0:
      if (words.size() > 1) words.erase(words.begin() + static_cast<std::ptrdiff_t>(place));
      return join(words);
    case 1:
      std::swap(words[place], words[random() % words.size()]);
      return join(words);
    default:
      break;
  }
  std::string& word = words[place];
  if (word.size() < 3 || std::any_of(word.begin(), word.end(), [](char c) { return c <= 0; })) return join(words);
  const std::size_t at = random() % (word.size() - 1);
  switch (random() % 3) {
    case 0:
      word[at] = static_cast<char>('a' + random() % 26);
      break;
    case 1:
      word.erase(at, 1);
      break;
    default:
      std::swap(word[at], word[at + 1]);
  }
  return join(words);
}

std::vector<std::string> changed_names(const List& list, std::size_t count, unsigned seed) {
  std::mt19937 random{seed};
  std::vector<std::string> names;
  for (const Listed& listed : sample(list, count, seed)) {
    std::string name = change(listed.name, random);
    if (!lookup::tokenize(name).words.empty()) names.push_back(std::move(name));
  }
  return names;
}

using Outline = std::vector<std::tuple<std::string, double, std::string>>;

/// Id, score and matched name of each match, in order.
Outline outline(const CheckResult& result) {
  Outline rows;
  for (const Match& match : result.matches)
    rows.emplace_back(match.entry->id, match.score, std::string{match.matched_name});
  return rows;
}

/// The letters and digits of a name and nothing else.
std::u32string bare(std::string_view text) {
  std::u32string letters;
  for (const lookup::FoldedCharacter& character : lookup::fold(text))
    if (character.kind != lookup::CharacterClass::joiner && character.kind != lookup::CharacterClass::separator)
      letters += character.code_point;
  return letters;
}

double score_of(const CheckResult& result, const std::string& id) {
  const auto found = std::find_if(result.matches.begin(), result.matches.end(),
                                  [&id](const Match& match) { return match.entry->id == id; });
  return found == result.matches.end() ? 0 : found->score;
}

/// `list` with one more entry. Entries stand in the order of published names.
List with_entry(List list, const std::string& name) {
  lookup::Entry entry = small_list({name}).entries.front();
  entry.id = "added";
  const auto place = std::find_if(list.entries.begin(), list.entries.end(),
                                  [&name](const lookup::Entry& other) { return other.published_name > name; });
  list.entries.insert(place, std::move(entry));
  return list;
}

}  // namespace

TEST_CASE("property: a listed name finds its entry with 100, and nothing else does but by the same letters") {
  const Screener screener{bundled_list()};
  for (const Listed& listed : sample(screener.snapshots().front().names.list(), 250, 1)) {
    INFO(listed.name);
    const CheckResult result = answer(screener, listed.name, 100);
    CHECK(score_of(result, listed.id) == 100);
    for (const Match& match : result.matches) CHECK(bare(match.matched_name) == bare(listed.name));
  }
}

TEST_CASE("property: a minimum score and a number of matches take away from an answer and change nothing in it") {
  const Screener screener{bundled_list()};
  std::vector<std::string> names = changed_names(screener.snapshots().front().names.list(), 16, 2);
  names.insert(names.end(), {"НПО «Алмаз»", "北京电子技术有限公司", "صنایع هوایی", "Technology Co Ltd"});
  for (const std::string& name : names) {
    const CheckResult all = answer(screener, name);
    for (const double least : {35.5, 50.0, 70.0, 85.25, 99.0}) {
      // An answer that holds all it can may lack the lowest.
      if (all.total > all.matches.size() && all.matches.back().score >= least) continue;
      const CheckResult kept = answer(screener, name, least);
      Outline expected = outline(all);
      expected.erase(std::remove_if(expected.begin(), expected.end(),
                                    [least](const auto& row) { return std::get<double>(row) < least; }),
                     expected.end());
      INFO(name << " " << least);
      CHECK((outline(kept) == expected));
      CHECK(kept.total == expected.size());
    }
    const CheckResult few = answer(screener, name, 0, 3);
    Outline first = outline(all);
    first.resize(std::min<std::size_t>(first.size(), 3));
    INFO(name);
    CHECK((outline(few) == first));
    CHECK(few.total == all.total);
  }
}

TEST_CASE("property: in whatever order the entries stand, the answer is the same to the last digit and place") {
  List shuffled = bundled_list();
  std::shuffle(shuffled.entries.begin(), shuffled.entries.end(), std::mt19937{3});
  const Screener screener{bundled_list()};
  const Screener other{std::move(shuffled)};
  for (const std::string& name : changed_names(screener.snapshots().front().names.list(), 40, 4)) {
    INFO(name);
    const CheckResult result = answer(screener, name, 30);
    CHECK((outline(result) == outline(answer(other, name, 30))));
    CHECK(std::is_sorted(result.matches.begin(), result.matches.end(), [](const Match& a, const Match& b) {
      return std::tuple{-a.score, a.matched_kind, std::string_view{a.entry->published_name}} <
             std::tuple{-b.score, b.matched_kind, std::string_view{b.entry->published_name}};
    }));
  }
}

TEST_CASE("property: a party added to the list moves other scores by what its words' rarity explains and no more") {
  // A word's weight falls where the number of names that hold it passes a power of two, and only there.
  const lookup::Tokens word_of_its_own = lookup::tokenize("qwvolbrimz");
  const double bits_a_doubling = lookup::weigh_words(word_of_its_own, {{1, 0}})[0].shared -
                                 lookup::weigh_words(word_of_its_own, {{2, 0}})[0].shared;
  REQUIRE(bits_a_doubling > 0);
  const double points_a_doubling = 7 * bits_a_doubling;
  const Screener before{bundled_list()};
  std::map<std::u32string, int> names_with;
  std::map<std::u32string, std::string> spelled;
  for (const Listed& listed : listed_names(before.snapshots().front().names.list())) {
    std::map<std::u32string, std::string> own;
    const lookup::Tokens tokens = lookup::tokenize(listed.name);
    for (const lookup::Word& word : tokens.words)
      if (!word.is_legal_form && !word.is_number && word.text.size() > 5) own.emplace(word.text, listed.name);
    for (const auto& [word, name] : own) {
      ++names_with[word];
      spelled.emplace(word, name);
    }
  }
  const auto is_power = [](int count) { return (count & (count - 1)) == 0; };
  const auto find_word = [&](const std::function<bool(const std::u32string&, int)>& wanted) {
    const auto found = std::find_if(names_with.begin(), names_with.end(),
                                    [&wanted](const auto& each) { return wanted(each.first, each.second); });
    REQUIRE(found != names_with.end());
    return found->first;
  };
  struct Row {
    std::u32string word;
    bool may_move;
  };
  const std::vector<Row> rows{
      {find_word([&](const std::u32string&, int count) { return count > 100 && !is_power(count + 1); }), false},
      {find_word([&](const std::u32string&, int count) { return count > 8 && is_power(count + 1); }), true},
      {find_word([](const std::u32string& word, int count) {
         return count == 1 && lookup::word_level(word) == 0 && word.size() > 7;
       }),
       true},
  };
  for (const Row& row : rows) {
    const std::string word = readable(row.word);
    const Screener after{with_entry(bundled_list(), "Qwvolbrimz Xujtaffo " + word)};
    std::vector<std::string> queries = changed_names(before.snapshots().front().names.list(), 8, 5);
    queries.insert(queries.end(), {spelled[row.word], word, word + " Orbita"});
    double moved = 0;
    for (const std::string& query : queries) {
      const CheckResult old_answer = answer(before, query, 40);
      const CheckResult new_answer = answer(after, query, 40);
      for (const Match& match : old_answer.matches) {
        if (match.score < 50) continue;  // What falls below the minimum score has no score to compare.
        INFO(word << " / " << query << " / " << match.matched_name);
        const double difference = std::abs(score_of(new_answer, match.entry->id) - match.score);
        if (!row.may_move) CHECK(difference == 0);
        CHECK(difference <= points_a_doubling);
        moved = std::max(moved, difference);
      }
      // Two parties change places only where each may have moved so far.
      std::map<std::string, double> old_scores;
      for (const Match& match : old_answer.matches) old_scores[match.entry->id] = match.score;
      double least = 100;
      for (const Match& match : new_answer.matches) {
        const auto old_score = old_scores.find(match.entry->id);
        if (old_score == old_scores.end()) continue;
        INFO(word << " / " << query << " / " << match.matched_name);
        CHECK(old_score->second <= least + 2 * points_a_doubling);
        least = std::min(least, old_score->second);
      }
    }
    INFO(word);
    if (row.may_move) CHECK(moved > 0);
  }
}

TEST_CASE("property: case, width and what stands between words change no score") {
  const Screener screener{bundled_list()};
  const auto mapped = [](const std::string& text, const std::function<std::string(char)>& map) {
    std::string result;
    for (const char letter : text) result += map(letter);
    return result;
  };
  const auto upper = [](char c) { return std::string(1, c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c); };
  const auto lower = [](char c) { return std::string(1, c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c); };
  const auto wide = [](char c) {
    std::string text;
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter) lookup::append_utf8(text, static_cast<char32_t>(0xFF00 + c - 0x20));
    return is_letter ? text : std::string(1, c);
  };
  const auto apart = [](char c) { return c == ' ' ? std::string{" * "} : std::string(1, c); };
  for (const std::string& name : changed_names(screener.snapshots().front().names.list(), 20, 6)) {
    const Outline plain = outline(answer(screener, name, 60));
    INFO(name);
    CHECK((outline(answer(screener, mapped(name, upper), 60)) == plain));
    CHECK((outline(answer(screener, mapped(name, lower), 60)) == plain));
    CHECK((outline(answer(screener, mapped(name, wide), 60)) == plain));
    CHECK((outline(answer(screener, mapped(name, apart), 60)) == plain));
  }
}

TEST_CASE("property: a listed name in another order of words or without its punctuation is still a match") {
  const Screener screener{bundled_list()};
  std::mt19937 random{7};
  for (const Listed& listed : sample(screener.snapshots().front().names.list(), 80, 8)) {
    std::vector<std::string> words = split(listed.name);
    std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(random() % words.size()), words.end());
    const std::string moved = join(words);
    std::string plain;
    for (const char letter : listed.name)
      plain += std::string_view{",;:()/\"[]-"}.find(letter) == std::string_view::npos ? letter : ' ';
    INFO(listed.name << " / " << moved << " / " << plain);
    CHECK(score_of(answer(screener, moved, lookup::default_min_score), listed.id) > 0);
    CHECK(score_of(answer(screener, plain, 90), listed.id) > 0);
  }
}

namespace {

/// The pairs of a query and the one name of a list.
std::vector<lookup::WordPair> pairs_of(const std::string& query_text, const std::string& name_text) {
  const List list = small_list({name_text});
  const lookup::NameIndex index{list};
  const lookup::PreparedQuery query = lookup::prepare(index, lookup::tokenize(query_text));
  return lookup::align(query, index.names()[0]).pairs;
}

lookup::WordPair pair_of(const std::string& query_text, const std::string& name_text, lookup::Agreement agreement) {
  const std::vector<lookup::WordPair> pairs = pairs_of(query_text, name_text);
  const auto found = std::find_if(pairs.begin(), pairs.end(),
                                  [agreement](const lookup::WordPair& pair) { return pair.agreement == agreement; });
  REQUIRE(found != pairs.end());
  return *found;
}

/// A word of the listed names that is neither legal form nor number: those stand for nothing but themselves in a query.
bool is_plain(const std::string& word) {
  const std::vector<lookup::Word> words = lookup::tokenize(word).words;
  return words.size() == 1 && !words[0].is_legal_form && !words[0].is_number;
}

}  // namespace

TEST_CASE("property: two words agree in the same way and as much, whichever of them is asked for") {
  using lookup::Agreement;
  struct Row {
    const char* a;
    const char* b;
    Agreement agreement;
  };
  static constexpr Row rows[] = {
      {"hikvision", "hikvison", Agreement::typo},
      {"orbita", "orbiat", Agreement::typo},
      {"radioavionika", "radoavionka", Agreement::typo},
      {"aleksei", "alexey", Agreement::sound},
      {"shchukin", "schukin", Agreement::sound},
      {"wong", "wang", Agreement::sound},
      {"tungfang", "dongfang", Agreement::sound},
      {"hikvi5ion", "hikvision", Agreement::look_alike},
      {"izurnrud", "izumrud", Agreement::look_alike},
      {"zavod", "plant", Agreement::translated},
      {"ryazanskiy", "ryazan", Agreement::translated},
      {"OOO Orbita", "Orbita LLC", Agreement::legal_form},
      {"NPO Orbita", "Scientific Production Association Orbita", Agreement::abbreviation},
      {"Orbita Kapil R", "Orbita Kapil Raj", Agreement::initial},
      {"UECTR", "Ural Engine Control Test Range", Agreement::acronym},
  };
  for (const Row& row : rows) {
    INFO(row.a << " / " << row.b);
    const lookup::WordPair forward = pair_of(row.a, row.b, row.agreement);
    const lookup::WordPair back = pair_of(row.b, row.a, row.agreement);
    CHECK(forward.similarity == back.similarity);
    CHECK(forward.weight == Approx(back.weight));
    CHECK(forward.query_count == back.name_count);
    CHECK(forward.name_count == back.query_count);
  }
  // The one agreement that has a side: two words for one are less sure than one for two.
  CHECK(pair_of("Orbita Signal", "OrbitaSignal", Agreement::joined).similarity <
        pair_of("OrbitaSignal", "Orbita Signal", Agreement::torn).similarity);
}

TEST_CASE("property: a listed word and what a typist or a scanner makes of it agree alike in both directions") {
  constexpr std::size_t sure_length = 3;  // Of words of which a look-alike letter takes no more than of any other.
  const List list = bundled_list();
  std::mt19937 random{10};
  int checked = 0;
  for (const Listed& listed : sample(list, 300, 10)) {
    const std::vector<lookup::Word> words = lookup::tokenize(listed.name).words;
    const std::string word = lookup::to_utf8(words[random() % words.size()].text);
    if (word.size() < 3 || std::any_of(word.begin(), word.end(), [](char c) { return c <= 0; })) continue;
    std::string other = word;
    const std::size_t place = random() % (word.size() - 1);
    if (const std::size_t m = word.find('m'); m != std::string::npos && word.size() >= sure_length)
      other.replace(m, 1, "rn");
    else if (const std::size_t y = word.find('y'); y != std::string::npos)
      other.replace(y, 1, "ij");
    else if (random() % 2 == 0)
      std::swap(other[place], other[place + 1]);
    else
      other.erase(place, 1);
    if (other == word || !is_plain(word) || !is_plain(other)) continue;
    INFO(word << " / " << other);
    const std::vector<lookup::WordPair> forward = pairs_of(word, other);
    const std::vector<lookup::WordPair> back = pairs_of(other, word);
    REQUIRE(forward.size() == back.size());
    if (forward.empty()) continue;
    CHECK(forward[0].agreement == back[0].agreement);
    CHECK(forward[0].similarity == back[0].similarity);
    ++checked;
  }
  CHECK(checked > 100);
}

TEST_CASE("property: edits, and so typos, cost the same in both directions") {
  std::mt19937 random{9};
  for (int round = 0; round < 2000; ++round) {
    const std::u32string a = random_word(random, 3 + random() % 10, 4);
    const std::u32string b = random_word(random, 3 + random() % 10, 4);
    CHECK(lookup::edit_distance(a, b, 20) == lookup::edit_distance(b, a, 20));
  }
}

TEST_CASE("property: a pinyin word and its spelling by Wade-Giles lead to each other") {
  const auto leads_to = [](std::u32string_view from, std::u32string_view to) {
    const auto others = lookup::other_chinese_spellings(from);
    return std::any_of(others.begin(), others.end(), [to](const auto& other) { return other.text == to; });
  };
  int checked = 0;
  for (const char* const pinyin :
       {"zhongguo", "dongfang", "xinhua", "jiangsu", "guangdong", "shijiazhuang", "qinghua"}) {
    const std::u32string word = letters(pinyin);
    for (const lookup::ChineseSpelling& other : lookup::other_chinese_spellings(word)) {
      INFO(pinyin << " / " << readable(other.text));
      CHECK(leads_to(other.text, word));
      ++checked;
    }
  }
  CHECK(checked >= 7);
}
