#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/acronym_index.hpp"
#include "lookup/consonant_index.hpp"
#include "lookup/keyed_words.hpp"
#include "lookup/list.hpp"
#include "lookup/rarity.hpp"
#include "lookup/tokens.hpp"
#include "lookup/vocabulary.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {

/// Which of an entry's names a name is. The order is the order of preference between equal scores.
enum class NameKind : std::uint8_t { name, published_name, alias, acronym, address };

/// How the JSON calls a kind: "name", "published_name", "alias", "acronym", "address".
[[nodiscard]] std::string_view name_of(NameKind kind);

/// True for the few entries that are nothing but an address and are named "Address 01" and so on.
[[nodiscard]] bool is_only_an_address(const Entry& entry);

/// The vocabulary words that a word of a name is.
struct WordIds {
  WordId own;
  WordId joined;  ///< It and the next word written together; the vocabulary's size for a name's last word.
};

/// One name that a query can match.
struct IndexedName {
  std::uint32_t number = 0;  ///< Its place in `NameIndex::names`.
  std::uint32_t entry = 0;   ///< Index into `List::entries`.
  NameKind kind = NameKind::name;
  std::string_view text;  ///< Lives as long as the list.
  Tokens tokens;
  std::span<const WordIds> ids;          ///< One for each word. Lives as long as the index.
  std::span<const WeighedWord> weighed;  ///< One for each word. Lives as long as the index.
  std::vector<bool> is_aside;            ///< For each word: it repeats the name as an acronym in brackets; or empty.
  std::uint16_t first_own_word = 0;      ///< The first that is neither a place nor part of a legal form; 0 for none.
  bool has_initial = false;              ///< Some word is a single letter.
  Initials initials;                     ///< What its acronyms are made of.
};

/// Where a vocabulary word stands: as one word of a name, or as two written together.
struct Posting {
  std::uint32_t name;
  std::uint16_t first_word;
  std::uint8_t word_count;     ///< 1, or 2 for two words written together.
  bool is_legal_form = false;  ///< The first word is part of a legal form.
  double shared = 0;           ///< Sum of those words' weights in this name, of sharing them …
  double lacking = 0;          ///< … and of lacking them.
};

/// A vocabulary word that is published in capitals and may be initials.
struct AcronymWord {
  WordId word;
  LetterSet first_letter;
  LetterSet letters;
};

/// Every name of a list, ready for matching. Holds views into the list, which must outlive it and not move.
class NameIndex {
 public:
  explicit NameIndex(const List& list);

  [[nodiscard]] const std::vector<IndexedName>& names() const { return names_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// Every place of a word, in order of names. The view lives as long as the index.
  [[nodiscard]] std::span<const Posting> postings(WordId word) const;
  /// The words of names by their `sound_key`.
  [[nodiscard]] const KeyedWords& sounds() const { return sounds_; }
  /// The words of names by their `shape_key`.
  [[nodiscard]] const KeyedWords& shapes() const { return shapes_; }
  /// The words of a meaning (`word_meaning`), in order of id; none for meaning 0. The view lives as long as the index.
  [[nodiscard]] std::span<const WordId> words_meaning(int meaning) const;
  /// The words by their consonants: words of their own, and two written together. Made when first asked for, since only
  /// queries in scripts other than Latin ask. Safe from several threads.
  [[nodiscard]] const ConsonantIndex& consonants() const;
  /// For each name, its sums.
  [[nodiscard]] std::span<const NameSums> sums() const { return sums_; }
  /// For each name, `Initials::letters`.
  [[nodiscard]] std::span<const InitialLetters> initial_letters() const { return initial_letters_; }
  /// The words that may be acronyms, in order of id.
  [[nodiscard]] const std::vector<AcronymWord>& acronym_words() const { return acronym_words_; }
  /// Number of names that hold the word as a word of its own.
  [[nodiscard]] std::size_t names_with(WordId word) const { return names_with_[word]; }

 private:
  struct LateConsonants {
    std::once_flag made;
    ConsonantIndex index;
  };

  void add_name(const Entry& entry, std::uint32_t number, NameKind kind, std::string_view text, WordMemory& memory);
  void add_names(const Entry& entry, std::uint32_t number, WordMemory& memory);
  void build_vocabulary();
  void count_sharers();
  [[nodiscard]] std::vector<WordSense> look_up_senses() const;
  void find_phrases_and_initials(const std::vector<WordSense>& senses);
  void weigh_words(const std::vector<WordSense>& senses);
  void build_postings();
  void build_keys();
  void build_meanings(const std::vector<WordSense>& senses);
  void build_acronyms(const std::vector<WordSense>& senses);

  std::vector<IndexedName> names_;
  Vocabulary vocabulary_;
  std::vector<std::uint32_t> posting_offsets_;
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> names_with_;
  KeyedWords sounds_;
  KeyedWords shapes_;
  std::unique_ptr<LateConsonants> consonants_ = std::make_unique<LateConsonants>();
  std::vector<int> meanings_;  // Of each of meaning_words_, ascending.
  std::vector<WordId> meaning_words_;
  // Of all names beside each other, since a query looks at those of many.
  std::vector<WordIds> word_ids_;
  std::vector<WeighedWord> weighed_words_;
  std::vector<NameSums> sums_;
  std::vector<InitialLetters> initial_letters_;
  std::vector<AcronymWord> acronym_words_;
};

}  // namespace lookup
