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
#include "sorting.hpp"
#include "tier.hpp"
#include "word_memory.hpp"

namespace lookup {
namespace {

constexpr double aside_weight = 0.224;  // In bits: an acronym in brackets says again what the name has said.

// A single consonant says nothing; two words written together are many, so their consonants must say more.
constexpr std::size_t fewest_consonants = 2;
constexpr std::size_t fewest_joined_consonants = 4;

constexpr std::size_t words_an_entry = 3;  // That no other has, about.

/// Which words stand in brackets as one of the acronyms, as in "Semiconductor Manufacturing International Corporation
/// (SMIC)".
std::vector<bool> words_aside(const Tokens& tokens, std::string_view text, const std::vector<std::string>& acronyms) {
  if (acronyms.empty()) return {};
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

/// Adds a word, and it and the next `written_together`; numbers in words are few.
WordIds add_with_next(VocabularyBuilder& builder, const Word& word, const Word& next) {
  if (word.is_spelled || next.is_spelled) return {builder.add(word.text), builder.add(written_together(word, next))};
  const auto [own, joined] = builder.add_with_next(word.text, next.text);
  return {own, joined};
}

/// Adds the words of a name.
LOOKUP_OWN_FUNCTION void add_words(VocabularyBuilder& builder, const std::vector<Word>& words,
                                   std::vector<WordIds>& ids) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) ids.push_back(add_with_next(builder, words[i], words[i + 1]));
  ids.push_back({builder.add(words.back().text), 0});
}

/// What each word of the vocabulary gives to every name that holds it.
struct WordGifts {
  std::vector<WordInitials> initials;
  std::vector<bool> begins_phrase;
};

LOOKUP_OWN_FUNCTION void find_phrases_and_initials_of(IndexedName& name, const std::vector<WordSense>& senses,
                                                      const WordGifts& gifts) {
  std::vector<WordInitials> initials;
  initials.reserve(name.ids.size());
  bool may_have_phrases = false;
  for (const WordIds& ids : name.ids) {
    initials.push_back(gifts.initials[ids.own]);
    may_have_phrases = may_have_phrases || gifts.begins_phrase[ids.own];
  }
  name.initials = initials_of(name.tokens, initials);
  if (!may_have_phrases) return;
  std::vector<WordSense> own_senses;
  own_senses.reserve(name.ids.size());
  for (const WordIds& ids : name.ids) own_senses.push_back(senses[ids.own]);
  name.tokens.phrases = find_phrases(name.tokens.words, own_senses);
}

/// Weighs the words of a name into `weighed`; its sums.
LOOKUP_OWN_FUNCTION NameSums weigh_name(IndexedName& name, const std::vector<WordFacts>& facts,
                                        std::span<WeighedWord> weighed) {
  std::vector<WordFacts> own_facts;
  own_facts.reserve(weighed.size());
  for (const WordIds& ids : name.ids) own_facts.push_back(facts[ids.own]);
  weigh_words(name.tokens, own_facts, weighed);
  lower_weights(weighed, name.is_aside, aside_weight);
  const NameSums sums = sum_up(name.tokens, weighed);
  name.has_initial = sums.initials > 0;
  const auto is_own = [&](std::size_t i) { return !weighed[i].is_legal_form && own_facts[i].level != place_level; };
  std::size_t own = 0;
  while (own < weighed.size() && !is_own(own)) ++own;
  if (own < weighed.size()) name.first_own_word = static_cast<std::uint16_t>(own);
  name.weighed = weighed;
  return sums;
}

LOOKUP_OWN_FUNCTION void count_words(const IndexedName& name, std::vector<std::uint32_t>& counts) {
  for (std::size_t i = 0; i < name.ids.size(); ++i) {
    ++counts[name.ids[i].own + std::size_t{1}];
    if (i + 1 < name.ids.size()) ++counts[name.ids[i].joined + std::size_t{1}];
  }
}

/// Puts each word's place in a name at `next` of that word.
LOOKUP_OWN_FUNCTION void post_name(const IndexedName& name, std::vector<std::uint32_t>& next,
                                   std::vector<Posting>& postings) {
  for (std::size_t i = 0; i < name.ids.size(); ++i) {
    const auto post = [&](WordId word, std::uint8_t count) {
      postings[next[word]++] = {name.number,
                                static_cast<std::uint16_t>(i),
                                count,
                                name.weighed[i].is_legal_form,
                                shared_weight(name.weighed, i, count),
                                lacking_weight(name.weighed, i, count)};
    };
    post(name.ids[i].own, 1);
    if (i + 1 < name.ids.size()) post(name.ids[i].joined, 2);
  }
}

/// Of the words that may be acronyms, marks those that stand out in a name.
LOOKUP_OWN_FUNCTION void mark_acronyms(const IndexedName& name, const std::vector<bool>& may_be,
                                       std::vector<bool>& is_acronym) {
  for (std::size_t i = 0; i < name.ids.size(); ++i) {
    const WordId id = name.ids[i].own;
    if (!may_be[id] || is_acronym[id]) continue;
    const Word& word = name.tokens.words[i];
    is_acronym[id] = !word.is_legal_form && !word.is_number && stands_out(word, name);
  }
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
  {
    WordMemory memory{words_an_entry * list.entries.size()};
    for (std::size_t i = 0; i < list.entries.size(); ++i)
      add_names(list.entries[i], static_cast<std::uint32_t>(i), memory);
  }
  build_vocabulary();
  count_sharers();
  const std::vector<WordSense> senses = look_up_senses();
  find_phrases_and_initials(senses);
  weigh_words(senses);
  build_postings();
  build_keys();
  build_meanings(senses);
  build_acronyms(senses);
}

void NameIndex::add_name(const Entry& entry, std::uint32_t number, NameKind kind, std::string_view text,
                         WordMemory& memory) {
  Tokens tokens = tokenize_without_phrases(text, memory);
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

void NameIndex::add_names(const Entry& entry, std::uint32_t number, WordMemory& memory) {
  const auto add = [&](NameKind kind, std::string_view text) { add_name(entry, number, kind, text, memory); };
  add(NameKind::name, entry.name);
  if (entry.name != entry.published_name) add(NameKind::published_name, entry.published_name);
  for (const std::string& alias : entry.aliases) add(NameKind::alias, alias);
  for (const std::string& acronym : entry.acronyms) add(NameKind::acronym, acronym);
  if (is_only_an_address(entry))
    for (const Address& address : entry.addresses) add(NameKind::address, address.text);
}

void NameIndex::build_vocabulary() {
  std::size_t count = 0;
  for (const IndexedName& name : names_) count += name.tokens.words.size();
  word_ids_.reserve(count);
  VocabularyBuilder builder{count};
  for (IndexedName& name : names_) {
    const std::size_t first = word_ids_.size();
    add_words(builder, name.tokens.words, word_ids_);
    name.ids = std::span{word_ids_}.subspan(first);
  }
  VocabularyBuilder::Built built = std::move(builder).build();
  vocabulary_ = std::move(built.vocabulary);
  for (WordIds& ids : word_ids_) ids = {built.ids[ids.own], built.ids[ids.joined]};
  std::size_t end = 0;
  for (const IndexedName& name : names_)
    word_ids_[(end += name.ids.size()) - 1].joined = static_cast<WordId>(vocabulary_.size());
}

void NameIndex::count_sharers() {
  names_with_.assign(vocabulary_.size(), 0);
  std::vector<std::uint32_t> last_names(vocabulary_.size(), static_cast<std::uint32_t>(names_.size()));
  for (const IndexedName& name : names_)
    for (const WordIds& ids : name.ids) {
      if (last_names[ids.own] == name.number) continue;
      last_names[ids.own] = name.number;
      ++names_with_[ids.own];
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
  WordGifts gifts{std::vector<WordInitials>(vocabulary_.size()), std::vector<bool>(vocabulary_.size())};
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    if (names_with_[word] == 0) continue;
    gifts.initials[word] = initials_of(vocabulary_.text(word), senses[word]);
    gifts.begins_phrase[word] = may_begin_phrase(vocabulary_.text(word), senses[word]);
  }
  initial_letters_.reserve(names_.size());
  for (IndexedName& name : names_) {
    find_phrases_and_initials_of(name, senses, gifts);
    initial_letters_.push_back(name.initials.letters);
  }
}

void NameIndex::weigh_words(const std::vector<WordSense>& senses) {
  std::vector<WordFacts> facts(vocabulary_.size());
  for (WordId word = 0; word < vocabulary_.size(); ++word)
    if (names_with_[word] > 0) facts[word] = {names_with_[word], word_level(senses[word]), is_place(senses[word])};
  weighed_words_.resize(word_ids_.size());
  sums_.reserve(names_.size());
  std::size_t end = 0;
  for (IndexedName& name : names_) {
    sums_.push_back(weigh_name(name, facts, std::span{weighed_words_}.subspan(end, name.ids.size())));
    end += name.ids.size();
  }
}

void NameIndex::build_postings() {
  // A counting sort by word keeps the order of names.
  posting_offsets_.assign(vocabulary_.size() + 1, 0);
  for (const IndexedName& name : names_) count_words(name, posting_offsets_);
  std::partial_sum(posting_offsets_.begin(), posting_offsets_.end(), posting_offsets_.begin());
  std::vector<std::uint32_t> next(posting_offsets_.begin(), posting_offsets_.end() - 1);
  postings_.resize(posting_offsets_.back());
  for (const IndexedName& name : names_) post_name(name, next, postings_);
}

void NameIndex::build_keys() {
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    if (names_with_[word] == 0) continue;
    sounds_.add(sound_key(vocabulary_.text(word)), word);
    shapes_.add(shape_key(vocabulary_.text(word)), word);
  }
  sounds_.sort();
  shapes_.sort();
}

void NameIndex::build_meanings(const std::vector<WordSense>& senses) {
  std::vector<std::pair<int, WordId>> meant;
  for (WordId word = 0; word < vocabulary_.size(); ++word)
    if (senses[word].meaning != 0) meant.push_back({senses[word].meaning, word});
  sort_stably(meant);
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

void NameIndex::build_acronyms(const std::vector<WordSense>& senses) {
  // What `may_be_acronym` asks of a word that is part of no legal form.
  std::vector<bool> may_be(vocabulary_.size());
  for (WordId word = 0; word < vocabulary_.size(); ++word)
    may_be[word] = names_with_[word] > 0 && may_be_acronym(vocabulary_.text(word), senses[word]);
  std::vector<bool> is_acronym(vocabulary_.size());
  for (const IndexedName& name : names_) mark_acronyms(name, may_be, is_acronym);
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
