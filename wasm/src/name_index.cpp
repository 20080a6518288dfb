#include "lookup/name_index.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "lookup/abbreviations.hpp"
#include "lookup/look_alike.hpp"
#include "lookup/rarity.hpp"
#include "lookup/sound_key.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr double aside_weight = 0.224;  // In bits: an acronym in brackets says again what the name has said.

// A single consonant says nothing; two words written together are many, so their consonants must say more.
constexpr std::size_t fewest_consonants = 2;
constexpr std::size_t fewest_joined_consonants = 4;

/// Which words stand in brackets as one of the acronyms, as in "Semiconductor Manufacturing International Corporation
/// (SMIC)".
std::vector<bool> words_aside(const Tokens& tokens, std::string_view text, const std::vector<std::string>& acronyms) {
  std::vector<bool> aside(tokens.words.size());
  for (const std::string& acronym : acronyms) {
    const std::size_t begin = text.find("(" + acronym + ")");
    if (begin == std::string_view::npos || begin == 0) continue;
    for (std::size_t i = 0; i < aside.size(); ++i)
      if (tokens.words[i].begin > begin && tokens.words[i].end <= begin + 1 + acronym.size()) aside[i] = true;
  }
  return aside;
}

/// Whether a word is published in capitals in a name that is not all capitals, or that is nothing but this word.
bool stands_out(const Word& word, const IndexedName& name) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::string_view own = name.text.substr(word.begin, word.end - word.begin);
  if (std::count_if(own.begin(), own.end(), is_capital) < 2 || is_small(own.back())) return false;
  return std::any_of(name.text.begin(), name.text.end(), is_small) || name.tokens.words.size() <= 2;
}

/// Adds `written_together`; numbers in words are few.
std::uint32_t add_together(VocabularyBuilder& builder, const Word& first, const Word& second) {
  return first.is_spelled || second.is_spelled ? builder.add(written_together(first, second))
                                               : builder.add(first.text, second.text);
}

}  // namespace

bool is_only_an_address(const Entry& entry) {
  static constexpr std::string_view label = "Address ";
  const std::string_view name = entry.published_name;
  return name.starts_with(label) && name.find_first_not_of("0123456789", label.size()) == std::string_view::npos;
}

std::string_view name_of(NameKind kind) {
  static constexpr std::array<std::string_view, 5> names{"name", "published_name", "alias", "acronym", "address"};
  return names[static_cast<std::size_t>(kind)];
}

NameIndex::NameIndex(const List& list) {
  std::size_t count = 0;
  for (const Entry& entry : list.entries)
    count += count_names(entry) + (is_only_an_address(entry) ? entry.addresses.size() : 0);
  names_.reserve(count);
  for (std::size_t i = 0; i < list.entries.size(); ++i) add_names(list.entries[i], static_cast<std::uint32_t>(i));
  build_vocabulary();
  build_postings();
  count_sharers();
  const std::vector<WordSense> senses = look_up_senses();
  find_phrases_and_initials(senses);
  weigh_words(senses);
  build_keys();
  build_meanings(senses);
  build_acronyms();
}

void NameIndex::add_name(const Entry& entry, std::uint32_t number, NameKind kind, std::string_view text) {
  Tokens tokens = tokenize_without_phrases(text);
  if (tokens.words.empty()) return;
  IndexedName name;
  name.number = static_cast<std::uint32_t>(names_.size());
  name.entry = number;
  name.kind = kind;
  name.text = text;
  name.is_aside = words_aside(tokens, text, entry.acronyms);
  name.tokens = std::move(tokens);
  names_.push_back(std::move(name));
}

void NameIndex::add_names(const Entry& entry, std::uint32_t number) {
  add_name(entry, number, NameKind::name, entry.name);
  if (entry.name != entry.published_name) add_name(entry, number, NameKind::published_name, entry.published_name);
  for (const std::string& alias : entry.aliases) add_name(entry, number, NameKind::alias, alias);
  for (const std::string& acronym : entry.acronyms) add_name(entry, number, NameKind::acronym, acronym);
  if (is_only_an_address(entry))
    for (const Address& address : entry.addresses) add_name(entry, number, NameKind::address, address.text);
}

void NameIndex::build_vocabulary() {
  VocabularyBuilder builder;
  std::size_t count = 0;
  for (const IndexedName& name : names_) count += name.tokens.words.size();
  word_ids_.reserve(count);
  for (IndexedName& name : names_) {
    const std::vector<Word>& own = name.tokens.words;
    const std::size_t first = word_ids_.size();
    for (std::size_t i = 0; i < own.size(); ++i) {
      word_ids_.push_back({builder.add(own[i].text), 0});
      if (i + 1 < own.size()) word_ids_.back().joined = add_together(builder, own[i], own[i + 1]);
    }
    name.ids = std::span{word_ids_}.subspan(first);
  }
  VocabularyBuilder::Built built = std::move(builder).build();
  vocabulary_ = std::move(built.vocabulary);
  for (WordIds& ids : word_ids_) ids = {built.ids[ids.own], built.ids[ids.joined]};
  std::size_t end = 0;
  for (const IndexedName& name : names_)
    word_ids_[(end += name.ids.size()) - 1].joined = static_cast<WordId>(vocabulary_.size());
}

void NameIndex::build_postings() {
  std::vector<std::pair<WordId, Posting>> places;
  std::size_t count = 0;
  for (const IndexedName& name : names_) count += 2 * name.ids.size() - 1;
  places.reserve(count);
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const IndexedName& name = names_[number];
    for (std::size_t i = 0; i < name.ids.size(); ++i) {
      const auto place = static_cast<std::uint16_t>(i);
      places.push_back({name.ids[i].own, {number, place, 1}});
      if (i + 1 < name.ids.size()) places.push_back({name.ids[i].joined, {number, place, 2}});
    }
  }
  // A counting sort by word keeps the order of names.
  posting_offsets_.assign(vocabulary_.size() + 1, 0);
  for (const auto& [word, posting] : places) ++posting_offsets_[word + 1];
  std::partial_sum(posting_offsets_.begin(), posting_offsets_.end(), posting_offsets_.begin());
  std::vector<std::uint32_t> next(posting_offsets_.begin(), posting_offsets_.end() - 1);
  postings_.resize(places.size());
  for (const auto& [word, posting] : places) postings_[next[word]++] = posting;
}

void NameIndex::count_sharers() {
  names_with_.assign(vocabulary_.size(), 0);
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    auto last_name = static_cast<std::uint32_t>(names_.size());
    for (const Posting& posting : postings(word)) {
      if (posting.word_count > 1 || posting.name == last_name) continue;
      last_name = posting.name;
      ++names_with_[word];
    }
  }
}

/// What the tables know of each word of the vocabulary that is one of its own in some name.
std::vector<WordSense> NameIndex::look_up_senses() const {
  std::vector<WordSense> senses(vocabulary_.size());
  for (WordId word = 0; word < vocabulary_.size(); ++word)
    if (names_with_[word] > 0) senses[word] = word_sense(to_utf8(vocabulary_.text(word)));
  return senses;
}

void NameIndex::find_phrases_and_initials(const std::vector<WordSense>& senses) {
  std::vector<WordSense> own;
  for (IndexedName& name : names_) {
    own.clear();
    for (const WordIds& ids : name.ids) own.push_back(senses[ids.own]);
    name.tokens.phrases = find_phrases(name.tokens.words, own);
    name.initials = initials_of(name.tokens, own);
    initial_letters_.push_back(name.initials.letters);
  }
}

void NameIndex::weigh_words(const std::vector<WordSense>& senses) {
  weighed_words_.reserve(word_ids_.size());
  sums_.reserve(names_.size());
  for (IndexedName& name : names_) {
    std::vector<WordFacts> facts;
    facts.reserve(name.ids.size());
    for (const WordIds& ids : name.ids)
      facts.push_back({names_with_[ids.own], word_level(senses[ids.own]), is_place(senses[ids.own])});
    std::vector<WeighedWord> weighed = lookup::weigh_words(name.tokens, facts);
    lower_weights(weighed, name.is_aside, aside_weight);
    sums_.push_back(sum_up(name.tokens, weighed));
    name.has_initial = sums_.back().has_initial;
    const auto is_own = [&](std::size_t i) { return !weighed[i].is_legal_form && facts[i].level != place_level; };
    std::size_t own = 0;
    while (own < facts.size() && !is_own(own)) ++own;
    if (own < facts.size()) name.first_own_word = static_cast<std::uint16_t>(own);
    weighed_words_.insert(weighed_words_.end(), weighed.begin(), weighed.end());
    name.weighed = std::span{weighed_words_}.last(weighed.size());
  }
  for (Posting& posting : postings_) {
    const std::span<const WeighedWord> words = names_[posting.name].weighed;
    posting.is_legal_form = words[posting.first_word].is_legal_form;
    posting.shared = shared_weight(words, posting.first_word, posting.word_count);
    posting.lacking = lacking_weight(words, posting.first_word, posting.word_count);
  }
}

void NameIndex::build_keys() {
  std::vector<KeyedWord> sounds;
  std::vector<KeyedWord> shapes;
  sounds.reserve(vocabulary_.size());
  shapes.reserve(vocabulary_.size());
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    if (names_with_[word] == 0) continue;
    sounds.push_back({sound_key(vocabulary_.text(word)), word});
    shapes.push_back({shape_key(vocabulary_.text(word)), word});
  }
  sounds_ = KeyedWords{std::move(sounds)};
  shapes_ = KeyedWords{std::move(shapes)};
}

void NameIndex::build_meanings(const std::vector<WordSense>& senses) {
  std::vector<std::pair<int, WordId>> meant;
  for (WordId word = 0; word < vocabulary_.size(); ++word)
    if (senses[word].meaning != 0) meant.push_back({senses[word].meaning, word});
  std::sort(meant.begin(), meant.end());
  for (const auto& [meaning, word] : meant) {
    meanings_.push_back(meaning);
    meaning_words_.push_back(word);
  }
}

const ConsonantIndex& NameIndex::consonants() const {
  std::call_once(consonants_->made, [this] {
    for (WordId word = 0; word < vocabulary_.size(); ++word)
      consonants_->index.add(vocabulary_.text(word), word,
                             names_with_[word] > 0 ? fewest_consonants : fewest_joined_consonants);
    consonants_->index.sort();
  });
  return consonants_->index;
}

void NameIndex::build_acronyms() {
  std::vector<bool> is_acronym(vocabulary_.size());
  for (const IndexedName& name : names_)
    for (std::size_t i = 0; i < name.ids.size(); ++i)
      if (const Word& word = name.tokens.words[i]; stands_out(word, name) && may_be_acronym(word))
        is_acronym[name.ids[i].own] = true;
  for (WordId word = 0; word < vocabulary_.size(); ++word)
    if (is_acronym[word])
      acronym_words_.push_back({word, set_of(vocabulary_.text(word)[0]), *letters_of(vocabulary_.text(word))});
}

std::span<const WordId> NameIndex::words_meaning(int meaning) const {
  if (meaning == 0) return {};
  const auto [first, last] = std::equal_range(meanings_.begin(), meanings_.end(), meaning);
  return std::span{meaning_words_}.subspan(static_cast<std::size_t>(first - meanings_.begin()),
                                           static_cast<std::size_t>(last - first));
}

std::span<const Posting> NameIndex::postings(WordId word) const {
  return std::span{postings_}.subspan(posting_offsets_[word], posting_offsets_[word + 1] - posting_offsets_[word]);
}

}  // namespace lookup
