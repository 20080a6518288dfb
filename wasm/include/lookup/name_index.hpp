#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/list.hpp"
#include "lookup/tokens.hpp"
#include "lookup/vocabulary.hpp"

namespace lookup {

/// Which of an entry's names a name is. The order is the order of preference between equal scores.
enum class NameKind : std::uint8_t { name, published_name, alias, acronym, address };

/// How the JSON calls a kind: "name", "published_name", "alias", "acronym", "address".
[[nodiscard]] std::string_view name_of(NameKind kind);

/// One name that a query can match.
struct IndexedName {
  std::uint32_t entry = 0;  ///< Index into `List::entries`.
  NameKind kind = NameKind::name;
  std::string_view text;  ///< Lives as long as the list.
  Tokens tokens;
  std::vector<WordId> word_ids;    ///< One for each word.
  std::vector<WordId> joined_ids;  ///< For each word but the last: it and the next written together.
  std::vector<bool> is_aside;      ///< For each word: it repeats the name as an acronym in brackets.
  std::vector<double> weights;     ///< `word_weight` of each word.
  double total_weight = 0;         ///< Their sum.
  double unhit_weight = 0;         ///< What the words that `pairs_without_hit` add to that.
  bool has_initial = false;        ///< Some word is a single letter.
};

/// Where a vocabulary word stands: as one word of a name, or as two written together.
struct Posting {
  std::uint32_t name;
  std::uint16_t first_word;
  std::uint16_t word_count;  ///< 1, or 2 for two words written together.
  double weight = 0;         ///< Of the word, or the two, in this name.
};

/// A vocabulary word under its sound key.
struct SoundingWord {
  std::u32string key;
  WordId word;
};

/// Every name of a list, ready for matching. Holds views into the list, which must outlive it and not move.
class NameIndex {
 public:
  explicit NameIndex(const List& list);

  [[nodiscard]] const std::vector<IndexedName>& names() const { return names_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// Every place of a word, in order of names. The view lives as long as the index.
  [[nodiscard]] std::span<const Posting> postings(WordId word) const;
  /// The words that have this sound key, in order of id; none for an empty key. The view lives as long as the index.
  [[nodiscard]] std::span<const SoundingWord> words_sounding(std::u32string_view key) const;
  /// The words of a meaning (`word_meaning`), in order of id; none for meaning 0. The view lives as long as the index.
  [[nodiscard]] std::span<const WordId> words_meaning(int meaning) const;
  /// Number of names that hold the word as a word of its own.
  [[nodiscard]] std::size_t names_with(WordId word) const { return names_with_[word]; }

 private:
  void add_name(const Entry& entry, std::uint32_t number, NameKind kind, std::string_view text);
  void add_names(const Entry& entry, std::uint32_t number);
  void build_vocabulary();
  void build_postings();
  void weigh_words();
  void build_sounds();
  void build_meanings();

  std::vector<IndexedName> names_;
  Vocabulary vocabulary_;
  std::vector<std::uint32_t> posting_offsets_;
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> names_with_;
  std::vector<std::vector<WordId>> meanings_;  // By number of the meaning.
  std::vector<SoundingWord> sounds_;           // Sorted by key, then word. Words of their own only.
};

}  // namespace lookup
