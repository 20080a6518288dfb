#include "lookup/prepared_query.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "lookup/abbreviations.hpp"
#include "lookup/chinese_spelling.hpp"
#include "lookup/consonant_key.hpp"
#include "lookup/edit_distance.hpp"
#include "lookup/glued_legal_form.hpp"
#include "lookup/look_alike.hpp"
#include "lookup/rarity.hpp"
#include "lookup/sound_key.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr double joined_similarity = 0.87;      // "Hik Vision" for "Hikvision".
constexpr double hyphenated_similarity = 0.97;  // "Hik-Vision" for "Hikvision".
constexpr double glued_similarity = 0.99;       // "SiemensAG" for "Siemens".
constexpr double sound_similarity = 0.88;       // "Aleksei" for "Alexey".
constexpr double syllable_similarity = 0.8;     // "Wong" for "Wang".
constexpr double translated_similarity = 0.92;  // "zavod" for "plant".
constexpr double highest_look_alike = 0.99;     // "1zumrud" for "Izumrud".
constexpr double look_alike_bits = 2.31;        // What a look-alike letter takes of what the letters tell.
constexpr double two_pinyin_factor = 0.78;      // "Huamei" for "Huawei": more likely another name.
constexpr double letter_bits = 2.27;            // What a letter of a word tells it from others.
constexpr double edit_bits = 4.99;              // How many of those a typo takes: so many words are one edit away.
constexpr double enough_bits = 9.55;            // What a word of its own weighs; more letters prove no more.
constexpr double typo_cost = 0.1;               // What a typo costs however long the word …
constexpr double short_typo_cost = 0.179;       // … and more the shorter it is.
constexpr double first_letter_factor = 0.747;   // Words seldom begin with the wrong letter.
constexpr double other_word_similarity = 0.99;  // Another reading or rendering of Chinese characters.
constexpr std::size_t shortest_beginning = 4;   // Letters that a cut word must keep …
constexpr std::size_t shortest_last_beginning =
    2;                               // … and the query's last word, cut by a form's width or still being typed.
constexpr double cut_floor = 0.396;  // A cut word agrees this much, more with each letter kept.

/// How far words agree whose consonants agree, by the number of consonants: two prove little.
constexpr std::array<double, 6> similarity_of_consonants{0, 0, 0.55, 0.8, 0.88, 0.9};

constexpr double unusual_cost = 0.0583;  // What a consonant costs that its letter seldom stands for …
constexpr double vowel_part = 0.373;     // … and vowels none of which agree, where all are written …
constexpr double few_vowel_part = 0.2;   // … or only the long ones.

/// How far a word agrees with a Latin one that has its consonants.
double consonant_similarity(std::u32string_view native, std::u32string_view latin, const ConsonantHit& hit) {
  const double of_consonants = similarity_of_consonants[std::min(hit.consonants, similarity_of_consonants.size() - 1)];
  const double part = lacks_vowels(native) ? few_vowel_part : vowel_part;
  const double of_vowels = 1 - part * (1 - vowel_agreement(native, latin));
  return of_consonants * of_vowels * std::max(0.5, 1 - unusual_cost * static_cast<double>(hit.unusual));
}

double look_alike_similarity(std::size_t length, std::size_t distance) {
  const double letters = letter_bits * static_cast<double>(length);
  const double evidence = letters - look_alike_bits * static_cast<double>(distance);
  return std::clamp(evidence / std::min(enough_bits, letters), 0.0, highest_look_alike);
}

double cut_similarity(std::size_t kept, std::size_t whole) {
  return cut_floor + (0.95 - cut_floor) * static_cast<double>(kept) / static_cast<double>(whole);
}

/// True for "Ivanovich" and "Ivanovna" beside "Ivanov": the father's name of anyone, not that family's.
bool is_patronymic_of(std::u32string_view family, std::u32string_view word) {
  if (!family.ends_with(U"ov") && !family.ends_with(U"ev")) return false;
  const std::u32string_view ending = word.substr(family.size());
  return ending == U"ich" || ending == U"na";
}

constexpr std::size_t shortest_cut_line = 24;  // Letters; with their blanks, about the 30 and more of a payment form.

/// Looks up words of the query in the vocabulary and gathers what they may stand for.
class HitFinder {
 public:
  HitFinder(const NameIndex& index, NearWords& near_words, std::vector<WordHit>& hits)
      : index_(index), vocabulary_(index.vocabulary()), near_words_(near_words), hits_(hits) {}

  /// The word itself.
  void find_same(std::u32string_view text, std::size_t position) {
    add_if_known(text, position, 1, Agreement::same, 1);
  }

  /// Two words written together.
  void find_joined(std::u32string_view text, std::size_t first, bool is_hyphenated) {
    add_if_known(text, first, 2, Agreement::joined, is_hyphenated ? hyphenated_similarity : joined_similarity);
  }

  /// Another reading or rendering of one or more words.
  void find_other(const OtherWord& other, std::size_t first) {
    add_if_known(other.text, first, other.word_count, Agreement::same, other_word_similarity);
  }

  /// The word without a legal form that is written onto it, where the whole is no known word.
  void find_glued(std::u32string_view text, std::size_t position) {
    if (vocabulary_.find(text) != vocabulary_.size()) return;
    for (const std::u32string_view remainder : without_glued_legal_form(text))
      add_if_known(remainder, position, 1, Agreement::cut, glued_similarity);
  }

  /// Words that sound alike, however they are romanised.
  void find_sounds(std::u32string_view text, std::size_t position) {
    for (const WordId sounding : index_.sounds().find(sound_key(text))) {
      const std::u32string_view listed = vocabulary_.text(sounding);
      if (listed == text) continue;
      // Where the letters are nearer than the sound tells, the letters count.
      const std::size_t budget = typo_budget(std::min(text.size(), listed.size()));
      const std::size_t distance = PreparedWord{text}.distance(listed, budget);
      const double by_letters = distance <= budget ? typo_similarity(text, listed, distance) : 0;
      add(sounding, position, 1, Agreement::sound, std::max(sound_similarity, by_letters));
    }
  }

  /// Words that a scanner or a reader may take for each other.
  void find_look_alikes(std::u32string_view text, std::size_t position) {
    const std::u32string key = shape_key(text);
    for (const WordId alike : index_.shapes().find(key)) {
      const std::u32string_view listed = vocabulary_.text(alike);
      if (listed == text) continue;
      const double similarity = look_alike_similarity(key.size(), edit_distance(text, listed, text.size()));
      if (similarity > 0) add(alike, position, 1, Agreement::look_alike, similarity);
    }
  }

  /// Chinese words in another system of Latin letters.
  void find_chinese(std::u32string_view text, std::size_t position) {
    for (const ChineseSpelling& other : other_chinese_spellings(text))
      add_if_known(other.text, position, 1, Agreement::sound, other.is_single ? syllable_similarity : sound_similarity);
  }

  /// Words of the same meaning in another language or form.
  void find_translations(std::u32string_view text, int meaning, std::size_t position) {
    for (const WordId word : index_.words_meaning(meaning))
      if (vocabulary_.text(word) != text) add(word, position, 1, Agreement::translated, translated_similarity);
  }

  /// Words with the consonants of a word, or of two written together, that was not written in Latin letters.
  void find_consonants(std::u32string_view native, std::size_t first, std::size_t count, double part) {
    if (native.empty()) return;  // The index of consonants is made when first asked for.
    sounding_.clear();
    index_.consonants().find(consonant_pattern(native), sounding_);
    for (const ConsonantHit& hit : sounding_) {
      const double similarity = consonant_similarity(native, vocabulary_.text(hit.word), hit);
      add(hit.word, first, count, Agreement::romanized, similarity * part);
    }
  }

  void find_typos(std::u32string_view text, std::size_t first, std::size_t count) {
    const bool is_chinese = is_pinyin(text);
    for (const NearWord& near : near_words_.of(text)) {
      const std::u32string_view listed = vocabulary_.text(near.word);
      // The shorter of the two decides how many typos are allowed, whichever side it is on.
      if (near.distance > typo_budget(std::min(text.size(), listed.size()))) continue;
      const bool are_names = is_chinese && is_pinyin(listed);
      const double similarity = typo_similarity(text, listed, near.distance) * (are_names ? two_pinyin_factor : 1);
      if (similarity <= 0) continue;
      add(near.word, first, count, Agreement::typo, count == 1 ? similarity : similarity * joined_similarity);
    }
  }

  /// Vocabulary words that begin with the query's word, and those that it begins with.
  void find_cut(std::u32string_view text, std::size_t position, bool is_last) {
    if (text.size() >= (is_last ? shortest_last_beginning : shortest_beginning)) {
      const auto [first, last] = vocabulary_.beginning_with(text);
      for (WordId word = first; word < last; ++word) {
        const std::size_t whole = vocabulary_.text(word).size();
        if (whole > text.size() && !is_patronymic_of(text, vocabulary_.text(word)))
          add(word, position, 1, Agreement::cut, cut_similarity(text.size(), whole));
      }
    }
    for (std::size_t kept = shortest_beginning; kept < text.size(); ++kept)
      if (!is_patronymic_of(text.substr(0, kept), text))
        add_if_known(text.substr(0, kept), position, 1, Agreement::cut, cut_similarity(kept, text.size()));
  }

  /// Listed acronyms that the query spells out.
  void find_initials(const Tokens& tokens, std::span<const WordSense> senses) {
    const Initials initials = initials_of(tokens, senses);
    for (const AcronymWord& acronym : index_.acronym_words()) {
      if (!may_have_acronym(initials.letters, acronym.first_letter, acronym.letters)) continue;
      const std::u32string_view text = vocabulary_.text(acronym.word);
      if (const auto run = find_acronym(text, tokens, initials))
        add(acronym.word, run->first_word, run->word_count, Agreement::acronym, acronym_similarity(text));
    }
  }

 private:
  void add(WordId word, std::size_t first, std::size_t count, Agreement agreement, double similarity) {
    hits_.push_back(
        {word, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(count), agreement, similarity});
  }

  void add_if_known(std::u32string_view text, std::size_t first, std::size_t count, Agreement agreement,
                    double similarity) {
    const WordId word = vocabulary_.find(text);
    if (word != vocabulary_.size()) add(word, first, count, agreement, similarity);
  }

  const NameIndex& index_;
  const Vocabulary& vocabulary_;
  NearWords& near_words_;
  std::vector<WordHit>& hits_;
  std::vector<ConsonantHit> sounding_;
};

/// Whether a word from another script may be a name, whose Latin spellings vary: it was read by its letters, or the
/// table gives it a spelling that is no common word of organisations.
bool may_be_name(const Word& word, const WordSense& sense) {
  if (word.rewriting != Rewriting::translated) return true;
  return (sense.level == 0 || sense.level > generic_level) && !is_table_meaning(sense.meaning);
}

/// Two words written together as they were before they were put into Latin letters. Empty where they were Latin, or are
/// both known words.
std::u32string join_native(const Word& a, const Word& b) {
  const bool both_known = a.rewriting == Rewriting::translated && b.rewriting == Rewriting::translated;
  const std::u32string& native_a = a.foreign.get().native;
  const std::u32string& native_b = b.foreign.get().native;
  return native_a.empty() || native_b.empty() || both_known ? std::u32string{} : native_a + native_b;
}

/// Of several ways in which the same place of the query agrees with the same word, the firmest counts.
void keep_firmest(std::vector<WordHit>& hits) {
  sort_stably(hits, [](const WordHit& a, const WordHit& b) {
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

/// True for a word whose every letter was written, so that one may be wrong: not read from characters, nor from letters
/// without vowels.
bool is_spelled_out(const Word& word) {
  return !word.is_han && !(word.rewriting == Rewriting::romanized && lacks_vowels(word.foreign.get().native));
}

std::size_t letter_count(const std::vector<Word>& words) {
  return std::accumulate(words.begin(), words.end(), std::size_t{0},
                         [](std::size_t sum, const Word& word) { return sum + word.text.size(); });
}

void add_spans(PreparedQuery& query) {
  const std::vector<Word>& words = query.tokens.words;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::u32string letters;
    for (std::size_t count = 1; count <= longest_span && first + count <= words.size(); ++count) {
      const Word& last = words[first + count - 1];
      if (last.is_number || !is_spelled_out(last)) break;
      letters += last.text;
      query.spans.push_back({static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(count),
                             PreparedWord{letters}, letter_set(letters), is_pinyin(letters)});
    }
  }
}

/// Names that spell out a word of the query.
void find_acronyms(const NameIndex& index, PreparedQuery& query) {
  for (std::size_t i = 0; i < query.tokens.words.size(); ++i) {
    const Word& word = query.tokens.words[i];
    if (!may_be_acronym(word)) continue;
    const LetterSet first_letter = set_of(word.text[0]);
    const LetterSet letters = *letters_of(word.text);
    const std::span<const InitialLetters> initials = index.initial_letters();
    for (std::size_t number = 0; number < initials.size(); ++number) {
      if (!may_have_acronym(initials[number], first_letter, letters)) continue;
      const IndexedName& name = index.names()[number];
      if (const auto run = find_acronym(word.text, name.tokens, name.initials))
        query.acronyms.push_back({name.number, static_cast<std::uint16_t>(i), *run});
    }
  }
  sort_stably(query.acronyms, [](const AcronymHit& a, const AcronymHit& b) { return a.name < b.name; });
}

/// Of hits sorted by a number, those of one.
template <class Hit>
std::span<const Hit> run_of(const std::vector<Hit>& hits, std::uint32_t Hit::*number, std::uint32_t wanted) {
  const auto first = std::lower_bound(hits.begin(), hits.end(), wanted,
                                      [number](const Hit& hit, std::uint32_t sought) { return hit.*number < sought; });
  const auto last = std::find_if(first, hits.end(), [number, wanted](const Hit& hit) { return hit.*number != wanted; });
  return std::span{hits}.subspan(static_cast<std::size_t>(first - hits.begin()),
                                 static_cast<std::size_t>(last - first));
}

}  // namespace

std::span<const AcronymHit> PreparedQuery::acronyms_of(std::uint32_t name) const {
  return run_of(acronyms, &AcronymHit::name, name);
}

std::span<const WordHit> PreparedQuery::find_hits(WordId word) const { return run_of(hits, &WordHit::word, word); }

double typo_similarity(std::u32string_view a, std::u32string_view b, std::size_t distance) {
  if (distance == 0) return 1;
  const auto edits = static_cast<double>(distance);
  const auto length = static_cast<double>(std::max(a.size(), b.size()));
  const double letters = letter_bits * length;
  const double evidence = (letters - edit_bits * edits) / std::min(enough_bits, letters);
  const double most = std::max(0.0, 1 - (typo_cost + short_typo_cost / length) * edits);
  return std::clamp(evidence, 0.0, most) * (a[0] == b[0] ? 1 : first_letter_factor);
}

PreparedQuery prepare(const NameIndex& index, Tokens tokens) {
  NearWords near_words{index.vocabulary()};
  return prepare(index, std::move(tokens), near_words);
}

PreparedQuery prepare(const NameIndex& index, Tokens tokens, NearWords& near_words) {
  PreparedQuery query;
  query.tokens = std::move(tokens);
  const Vocabulary& vocabulary = index.vocabulary();
  const std::vector<Word>& words = query.tokens.words;
  HitFinder finder{index, near_words, query.hits};
  const std::vector<WordSense> senses = senses_of(words);
  std::vector<WordFacts> facts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const WordId own = vocabulary.find(word.text);
    facts.push_back({own == vocabulary.size() ? 0 : index.names_with(own), word_level(senses[i]), is_place(senses[i])});
    finder.find_same(word.text, i);
    for (const OtherWord& other : word.foreign.get().others) finder.find_other(other, i);
    if (!word.is_number && !word.is_legal_form) {
      finder.find_glued(word.text, i);
      finder.find_sounds(word.text, i);
      finder.find_look_alikes(word.text, i);
      finder.find_chinese(word.text, i);
      finder.find_translations(word.text, senses[i].meaning, i);
      if (may_be_name(word, senses[i])) finder.find_consonants(word.foreign.get().native, i, 1, 1);
      if (is_spelled_out(word)) finder.find_typos(word.text, i, 1);
      if (word.is_han || is_spelled_out(word)) finder.find_cut(word.text, i, i + 1 == words.size());
    }
    if (i + 1 < words.size()) {
      const std::u32string joined = written_together(word, words[i + 1]);
      finder.find_joined(joined, i, word.is_hyphenated);
      if (is_spelled_out(word) && is_spelled_out(words[i + 1])) finder.find_typos(joined, i, 2);
      const bool was_together = word.end == words[i + 1].begin;
      finder.find_consonants(join_native(word, words[i + 1]), i, 2, was_together ? 1 : joined_similarity);
    }
  }
  query.weighed = weigh_words(query.tokens, facts);
  query.sums = sum_up(query.tokens, query.weighed);
  query.may_be_cut = letter_count(words) >= shortest_cut_line;
  find_acronyms(index, query);
  finder.find_initials(query.tokens, senses);
  keep_firmest(query.hits);
  query.hit_words.assign(vocabulary.size() / 64 + 1, 0);
  for (const WordHit& hit : query.hits) query.hit_words[hit.word / 64] |= std::uint64_t{1} << (hit.word % 64);
  add_spans(query);
  return query;
}

}  // namespace lookup
