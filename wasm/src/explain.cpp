#include "lookup/explain.hpp"

#include <algorithm>
#include <utility>

namespace lookup {
namespace {

std::string_view kind_of(Agreement agreement) {
  switch (agreement) {
    case Agreement::same:
      return "same";
    case Agreement::joined:
      return "joined";
    case Agreement::torn:
      return "torn";
    case Agreement::romanized:
      return "romanized";
    case Agreement::look_alike:
      return "look_alike";
    case Agreement::sound:
      return "sound";
    case Agreement::typo:
      return "typo";
    case Agreement::translated:
      return "translated";
    case Agreement::abbreviation:
      return "abbreviation";
    case Agreement::acronym:
      return "acronym";
    case Agreement::cut:
      return "cut";
    case Agreement::legal_form:
      return "legal_form";
    default:
      return "initial";
  }
}

/// A text without the brackets that have no partner in it.
std::string without_odd_brackets(std::string_view text) {
  std::string kept;
  std::vector<std::size_t> opened;  // Places in `kept`.
  for (const char c : text) {
    if (c == ')' && opened.empty()) continue;
    if (c == '(') opened.push_back(kept.size());
    if (c == ')') opened.pop_back();
    kept += c;
  }
  for (; !opened.empty(); opened.pop_back()) kept.erase(opened.back(), 1);
  return kept;
}

/// Some words as they stand, with the dot of an abbreviation and the bracket that close them.
std::string source_of(std::string_view text, const std::vector<Word>& words, std::size_t first, std::size_t count) {
  const std::size_t begin = words[first].begin;
  std::size_t end = words[first + count - 1].end;
  for (const char closing : {'.', ')'})
    if (end < text.size() && text[end] == closing) ++end;
  return without_odd_brackets(text.substr(begin, end - begin));
}

/// True where both words were made of one stretch of text, as the words of a translation are.
bool share_source(const Word& a, const Word& b) { return a.begin == b.begin && a.end == b.end; }

/// Pairs that follow each other on both sides, made one where they agree in the same way and are the same words or
/// parts of one translation: a phrase reads better than its words.
std::vector<WordPair> join_phrases(const std::vector<WordPair>& pairs, const std::vector<Word>& query_words) {
  std::vector<WordPair> phrases;
  for (const WordPair& pair : pairs) {
    if (!phrases.empty()) {
      WordPair& last = phrases.back();
      const bool follows = last.query_first + last.query_count == pair.query_first &&
                           last.name_first + last.name_count == pair.name_first;
      const bool is_phrase = pair.agreement == Agreement::same ||
                             share_source(query_words[pair.query_first - 1U], query_words[pair.query_first]);
      if (follows && last.agreement == pair.agreement && is_phrase) {
        last.query_count = static_cast<std::uint16_t>(last.query_count + pair.query_count);
        last.name_count = static_cast<std::uint16_t>(last.name_count + pair.name_count);
        continue;
      }
    }
    phrases.push_back(pair);
  }
  return phrases;
}

/// Which words stand in no pair.
std::vector<bool> left_over(std::size_t words, const std::vector<WordPair>& pairs, std::uint16_t WordPair::*first,
                            std::uint16_t WordPair::*count) {
  std::vector<bool> left(words, true);
  for (const WordPair& pair : pairs)
    for (std::size_t i = 0; i < pair.*count; ++i) left[pair.*first + i] = false;
  return left;
}

/// The left-over words as they stand, stretches of them parted by a comma.
std::string list_left_over(std::string_view text, const std::vector<Word>& words, const std::vector<bool>& left) {
  std::string listed;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t last = i;
    while (last < words.size() && left[last]) ++last;
    if (last > i) listed += (listed.empty() ? "" : ", ") + source_of(text, words, i, last - i);
    i = std::max(last, i + 1);
  }
  return listed;
}

std::vector<Mark> marks_of(const std::vector<Word>& words, const std::vector<bool>& left) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (left[i]) continue;
    if (!marks.empty() && words[i].begin <= marks.back().end)
      marks.back().end = std::max<std::size_t>(marks.back().end, words[i].end);
    else
      marks.push_back({words[i].begin, words[i].end});
  }
  return marks;
}

std::vector<bool> query_left_over(const PreparedQuery& query, const Alignment& alignment) {
  return left_over(query.tokens.words.size(), alignment.pairs, &WordPair::query_first, &WordPair::query_count);
}

std::vector<bool> name_left_over(const IndexedName& name, const Alignment& alignment) {
  return left_over(name.tokens.words.size(), alignment.pairs, &WordPair::name_first, &WordPair::name_count);
}

}  // namespace

Reason reason(std::string_view kind, std::string query, std::string name) {
  return reason(kind, kind, std::move(query), std::move(name));
}

Reason reason(std::string_view kind, std::string_view key, std::string query, std::string name) {
  Phrase phrase{key, {quote("query", {query}), quote("name", {name})}};
  return {kind, std::move(query), std::move(name), std::move(phrase)};
}

std::vector<Reason> explain(std::string_view query_text, const PreparedQuery& query, const IndexedName& name,
                            const Alignment& alignment) {
  if (alignment.identical) return {reason("identical", {}, {})};
  const std::vector<Word>& own = query.tokens.words;
  const std::vector<Word>& others = name.tokens.words;
  std::vector<Reason> reasons;
  for (const WordPair& pair : join_phrases(alignment.pairs, own))
    reasons.push_back(reason(kind_of(pair.agreement), source_of(query_text, own, pair.query_first, pair.query_count),
                             source_of(name.text, others, pair.name_first, pair.name_count)));
  if (alignment.cut_off) reasons.push_back(reason("cut_off", {}, {}));
  if (alignment.numbers_differ) reasons.push_back(reason("numbers_differ", {}, {}));
  std::string asked = list_left_over(query_text, own, query_left_over(query, alignment));
  if (!asked.empty()) reasons.push_back(reason("query_left", std::move(asked), {}));
  std::string listed = list_left_over(name.text, others, name_left_over(name, alignment));
  if (!listed.empty()) reasons.push_back(reason("name_left", {}, std::move(listed)));
  return reasons;
}

Reason explain_beside(std::string_view query_text, const Tokens& whole, const Tokens& reading) {
  std::vector<bool> beside;
  for (const Word& word : whole.words)
    beside.push_back(std::none_of(reading.words.begin(), reading.words.end(), [&word](const Word& read) {
      return read.begin == word.begin && read.text == word.text;
    }));
  return reason("query_beside", list_left_over(query_text, whole.words, beside), {});
}

std::vector<Mark> query_marks(const PreparedQuery& query, const Alignment& alignment) {
  return marks_of(query.tokens.words, query_left_over(query, alignment));
}

std::vector<Mark> name_marks(const IndexedName& name, const Alignment& alignment) {
  return marks_of(name.tokens.words, name_left_over(name, alignment));
}

}  // namespace lookup
