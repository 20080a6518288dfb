#include "lookup/name_index.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "lookup/rarity.hpp"
#include "lookup/sound_key.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr double aside_weight = 0.35;  // In bits: an acronym in brackets says again what the name has said.

/// Entries that are only an address are named "Address 01" and so on; the address is all that identifies them.
bool is_only_an_address(const Entry& entry) {
  static constexpr std::string_view label = "Address ";
  const std::string_view name = entry.published_name;
  return name.starts_with(label) && name.find_first_not_of("0123456789", label.size()) == std::string_view::npos;
}

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

}  // namespace

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
  weigh_words();
  build_sounds();
  build_meanings();
}

void NameIndex::add_name(const Entry& entry, std::uint32_t number, NameKind kind, std::string_view text) {
  Tokens tokens = tokenize(text);
  if (tokens.words.empty()) return;
  IndexedName name;
  name.entry = number;
  name.kind = kind;
  name.text = text;
  name.has_initial = std::any_of(tokens.words.begin(), tokens.words.end(), is_initial);
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
  for (IndexedName& name : names_) {
    const std::vector<Word>& own = name.tokens.words;
    name.word_ids.reserve(own.size());
    name.joined_ids.reserve(own.size() - 1);
    for (std::size_t i = 0; i < own.size(); ++i) {
      name.word_ids.push_back(builder.add(own[i].text));
      if (i + 1 < own.size()) name.joined_ids.push_back(builder.add(own[i].text, own[i + 1].text));
    }
  }
  VocabularyBuilder::Built built = std::move(builder).build();
  vocabulary_ = std::move(built.vocabulary);
  for (IndexedName& name : names_) {
    for (WordId& word : name.word_ids) word = built.ids[word];
    for (WordId& word : name.joined_ids) word = built.ids[word];
  }
}

void NameIndex::build_postings() {
  std::vector<std::pair<WordId, Posting>> places;
  std::size_t count = 0;
  for (const IndexedName& name : names_) count += name.word_ids.size() + name.joined_ids.size();
  places.reserve(count);
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const IndexedName& name = names_[number];
    for (std::size_t i = 0; i < name.word_ids.size(); ++i) {
      const auto place = static_cast<std::uint16_t>(i);
      places.push_back({name.word_ids[i], {number, place, 1}});
      if (i < name.joined_ids.size()) places.push_back({name.joined_ids[i], {number, place, 2}});
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

void NameIndex::weigh_words() {
  names_with_.assign(vocabulary_.size(), 0);
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    auto last_name = static_cast<std::uint32_t>(names_.size());
    for (const Posting& posting : postings(word)) {
      if (posting.word_count > 1 || posting.name == last_name) continue;
      last_name = posting.name;
      ++names_with_[word];
    }
  }
  // The same word weighs the same wherever it stands, unless it is part of a legal form or a number there.
  constexpr double unknown = -1;
  std::vector<double> plain_weights(vocabulary_.size(), unknown);
  const auto weight_of = [&](const Word& word, WordId id) {
    if (word.is_legal_form || word.is_number) return word_weight(word, names_with_[id]);
    if (plain_weights[id] == unknown) plain_weights[id] = word_weight(word, names_with_[id]);
    return plain_weights[id];
  };
  for (IndexedName& name : names_) {
    name.weights.reserve(name.word_ids.size());
    for (std::size_t i = 0; i < name.word_ids.size(); ++i) {
      const Word& word = name.tokens.words[i];
      const double weight = weight_of(word, name.word_ids[i]);
      name.weights.push_back(name.is_aside[i] ? std::min(weight, aside_weight) : weight);
      if (pairs_without_hit(word)) name.unhit_weight += name.weights.back();
    }
    name.total_weight = std::accumulate(name.weights.begin(), name.weights.end(), 0.0);
  }
  for (Posting& posting : postings_) {
    const auto first = names_[posting.name].weights.begin() + posting.first_word;
    posting.weight = std::accumulate(first, first + posting.word_count, 0.0);
  }
}

void NameIndex::build_sounds() {
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    if (names_with_[word] == 0) continue;
    std::u32string key = sound_key(vocabulary_.text(word));
    if (!key.empty()) sounds_.push_back({std::move(key), word});
  }
  std::stable_sort(sounds_.begin(), sounds_.end(),
                   [](const SoundingWord& a, const SoundingWord& b) { return a.key < b.key; });
}

void NameIndex::build_meanings() {
  for (WordId word = 0; word < vocabulary_.size(); ++word) {
    if (names_with_[word] == 0) continue;
    const auto meaning = static_cast<std::size_t>(word_meaning(to_utf8(vocabulary_.text(word))));
    if (meaning == 0) continue;
    if (meanings_.size() <= meaning) meanings_.resize(meaning + 1);
    meanings_[meaning].push_back(word);
  }
}

std::span<const WordId> NameIndex::words_meaning(int meaning) const {
  const auto number = static_cast<std::size_t>(meaning);
  return number < meanings_.size() ? std::span<const WordId>{meanings_[number]} : std::span<const WordId>{};
}

std::span<const SoundingWord> NameIndex::words_sounding(std::u32string_view key) const {
  if (key.empty()) return {};
  const auto first =
      std::lower_bound(sounds_.begin(), sounds_.end(), key,
                       [](const SoundingWord& sounding, std::u32string_view wanted) { return sounding.key < wanted; });
  std::size_t count = 0;
  while (first + static_cast<std::ptrdiff_t>(count) != sounds_.end() &&
         first[static_cast<std::ptrdiff_t>(count)].key == key)
    ++count;
  return std::span{sounds_}.subspan(static_cast<std::size_t>(first - sounds_.begin()), count);
}

std::span<const Posting> NameIndex::postings(WordId word) const {
  return std::span{postings_}.subspan(posting_offsets_[word], posting_offsets_[word + 1] - posting_offsets_[word]);
}

}  // namespace lookup
