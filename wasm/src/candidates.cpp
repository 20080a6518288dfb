#include "lookup/candidates.hpp"

#include <algorithm>
#include <numeric>

#include "lookup/edit_distance.hpp"
#include "lookup/glued_legal_form.hpp"
#include "lookup/rarity.hpp"
#include "lookup/sound_key.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr double joined_similarity = 0.87;      // "Hik Vision" for "Hikvision".
constexpr double glued_similarity = 0.95;       // "SiemensAG" for "Siemens".
constexpr double sound_similarity = 0.9;        // "Aleksei" for "Alexey".
constexpr double translated_similarity = 0.85;  // "zavod" for "plant".
constexpr double typo_cost = 1.8;               // Similarity lost is this many letters' share of the word.
constexpr std::size_t shortest_beginning = 4;   // Letters that a cut word must keep …
constexpr std::size_t shortest_last_beginning =
    2;                              // … and the query's last word, cut by a form's width or still being typed.
constexpr double cut_floor = 0.32;  // A cut word agrees this much, more with each letter kept.

double typo_similarity(std::size_t distance, std::size_t length) {
  return 1 - typo_cost * static_cast<double>(distance) / static_cast<double>(length);
}

double cut_similarity(std::size_t kept, std::size_t whole) {
  return cut_floor + (0.95 - cut_floor) * static_cast<double>(kept) / static_cast<double>(whole);
}

/// Looks up words of the query in the vocabulary and gathers what they may stand for.
class HitFinder {
 public:
  HitFinder(const NameIndex& index, std::vector<WordHit>& hits)
      : index_(index), vocabulary_(index.vocabulary()), hits_(hits) {}

  /// The word itself, or two words written together.
  void find_same(std::u32string_view text, std::size_t first, std::size_t count) {
    const WordId word = vocabulary_.find(text);
    if (word == vocabulary_.size()) return;
    add(word, first, count, count == 1 ? Agreement::same : Agreement::joined, count == 1 ? 1 : joined_similarity);
  }

  /// The word without a legal form that is written onto it, where the whole is no known word.
  void find_glued(std::u32string_view text, std::size_t position) {
    if (vocabulary_.find(text) != vocabulary_.size()) return;
    for (const std::u32string_view remainder : without_glued_legal_form(text))
      if (const WordId word = vocabulary_.find(remainder); word != vocabulary_.size())
        add(word, position, 1, Agreement::cut, glued_similarity);
  }

  /// Words that sound alike, however they are romanised.
  void find_sounds(std::u32string_view text, std::size_t position) {
    for (const SoundingWord& sounding : index_.words_sounding(sound_key(text)))
      if (vocabulary_.text(sounding.word) != text) add(sounding.word, position, 1, Agreement::sound, sound_similarity);
  }

  /// Words of the same meaning in another language or form.
  void find_translations(std::u32string_view text, std::size_t position) {
    const int meaning = word_meaning(to_utf8(text));
    for (const WordId word : index_.words_meaning(meaning))
      if (vocabulary_.text(word) != text) add(word, position, 1, Agreement::translated, translated_similarity);
  }

  void find_typos(std::u32string_view text, std::size_t first, std::size_t count) {
    near_.clear();
    vocabulary_.find_near(text, typo_budget(text.size()), near_);
    for (const NearWord& near : near_) {
      const std::size_t length = std::max(text.size(), vocabulary_.text(near.word).size());
      // A word of up to seven letters is allowed one typo whichever side is the longer one.
      if (near.distance > typo_budget(std::min(text.size(), vocabulary_.text(near.word).size()))) continue;
      const double similarity = typo_similarity(near.distance, length);
      add(near.word, first, count, Agreement::typo, count == 1 ? similarity : similarity * joined_similarity);
    }
  }

  /// Vocabulary words that begin with the query's word, and those that it begins with.
  void find_cut(std::u32string_view text, std::size_t position, bool is_last) {
    if (text.size() >= (is_last ? shortest_last_beginning : shortest_beginning)) {
      const auto [first, last] = vocabulary_.beginning_with(text);
      for (WordId word = first; word < last; ++word) {
        const std::size_t whole = vocabulary_.text(word).size();
        if (whole > text.size()) add(word, position, 1, Agreement::cut, cut_similarity(text.size(), whole));
      }
    }
    for (std::size_t kept = shortest_beginning; kept < text.size(); ++kept) {
      const WordId word = vocabulary_.find(text.substr(0, kept));
      if (word != vocabulary_.size()) add(word, position, 1, Agreement::cut, cut_similarity(kept, text.size()));
    }
  }

 private:
  void add(WordId word, std::size_t first, std::size_t count, Agreement agreement, double similarity) {
    hits_.push_back(
        {word, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(count), agreement, similarity});
  }

  const NameIndex& index_;
  const Vocabulary& vocabulary_;
  std::vector<WordHit>& hits_;
  std::vector<NearWord> near_;
};

/// Of several ways in which the same place of the query agrees with the same word, the firmest counts.
void keep_firmest(std::vector<WordHit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const WordHit& a, const WordHit& b) {
    if (a.word != b.word) return a.word < b.word;
    if (a.first_word != b.first_word) return a.first_word < b.first_word;
    if (a.word_count != b.word_count) return a.word_count < b.word_count;
    if (a.similarity != b.similarity) return a.similarity > b.similarity;
    return a.agreement < b.agreement;
  });
  const auto same_place = [](const WordHit& a, const WordHit& b) {
    return a.word == b.word && a.first_word == b.first_word && a.word_count == b.word_count;
  };
  hits.erase(std::unique(hits.begin(), hits.end(), same_place), hits.end());
}

}  // namespace

std::span<const WordHit> PreparedQuery::hits_of(WordId word) const {
  const auto first = std::lower_bound(hits.begin(), hits.end(), word,
                                      [](const WordHit& hit, WordId wanted) { return hit.word < wanted; });
  std::size_t count = 0;
  while (first + static_cast<std::ptrdiff_t>(count) != hits.end() &&
         first[static_cast<std::ptrdiff_t>(count)].word == word)
    ++count;
  return std::span{hits}.subspan(static_cast<std::size_t>(first - hits.begin()), count);
}

PreparedQuery prepare(const NameIndex& index, Tokens tokens) {
  PreparedQuery query{std::move(tokens), {}, 0, {}};
  const Vocabulary& vocabulary = index.vocabulary();
  const std::vector<Word>& words = query.tokens.words;
  HitFinder finder{index, query.hits};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const WordId own = vocabulary.find(word.text);
    query.weights.push_back(word_weight(word, own == vocabulary.size() ? 0 : index.names_with(own)));
    finder.find_same(word.text, i, 1);
    if (!word.is_number && !word.is_legal_form) {
      finder.find_glued(word.text, i);
      finder.find_sounds(word.text, i);
      finder.find_translations(word.text, i);
      finder.find_typos(word.text, i, 1);
      finder.find_cut(word.text, i, i + 1 == words.size());
    }
    if (i + 1 < words.size()) {
      const std::u32string joined = word.text + words[i + 1].text;
      finder.find_same(joined, i, 2);
      finder.find_typos(joined, i, 2);
    }
  }
  query.total_weight = std::accumulate(query.weights.begin(), query.weights.end(), 0.0);
  keep_firmest(query.hits);
  return query;
}

std::vector<Candidate> find_candidates(const NameIndex& index, const PreparedQuery& query) {
  const std::vector<Word>& words = query.tokens.words;
  const bool only_legal_forms =
      std::all_of(words.begin(), words.end(), [](const Word& word) { return word.is_legal_form; });
  const bool has_initial = std::any_of(words.begin(), words.end(), is_initial);
  // What the alignment may find without a hit: legal forms of one class, and initials.
  double unhit_agreeing = 0;
  double unhit_weight = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    unhit_agreeing += words[i].is_legal_form ? query.weights[i] : initial_weight;
    if (pairs_without_hit(words[i])) unhit_weight += query.weights[i];
  }

  struct Touched {
    double agreeing = 0;
    double query = 0;
    double name = 0;
  };
  std::vector<Touched> touched(index.names().size());
  for (const WordHit& hit : query.hits) {
    const bool is_legal_form = hit.word_count == 1 && words[hit.first_word].is_legal_form;
    double query_weight = query.weights[hit.first_word];
    if (hit.word_count == 2) query_weight += query.weights[hit.first_word + 1U];
    for (const Posting& posting : index.postings(hit.word)) {
      const IndexedName& name = index.names()[posting.name];
      // Half of all names end in "Ltd": a legal form on both sides makes no candidate.
      if (is_legal_form && name.tokens.words[posting.first_word].is_legal_form && !only_legal_forms) continue;
      double name_weight = name.weights[posting.first_word];
      if (posting.word_count == 2) name_weight += name.weights[posting.first_word + 1U];
      touched[posting.name].agreeing += name_weight * hit.similarity;
      touched[posting.name].query += query_weight;
      touched[posting.name].name += name_weight;
    }
  }

  std::vector<Candidate> candidates;
  for (std::uint32_t number = 0; number < touched.size(); ++number) {
    if (touched[number].agreeing <= 0) continue;
    const IndexedName& name = index.names()[number];
    const double query_left =
        name.has_initial ? 0 : std::max(0.0, query.total_weight - touched[number].query - unhit_weight);
    const double name_left =
        has_initial ? 0 : std::max(0.0, name.total_weight - touched[number].name - name.unhit_weight);
    candidates.push_back({number, {touched[number].agreeing + unhit_agreeing, query_left, name_left}});
  }
  return candidates;
}

}  // namespace lookup
