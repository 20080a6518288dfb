#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "legal_form_graph.hpp"
#include "lookup/number_words.hpp"
#include "lookup/tokens.hpp"
#include "lookup/vocabulary.hpp"

namespace lookup {

/// What taking names apart asks of a word, whatever stands beside it.
struct RememberedWord {
  std::vector<KnownWord> spelled;          ///< `spelled_legal_words` inside a name …
  std::vector<KnownWord> spelled_at_edge;  ///< … and where a name begins or ends.
  std::span<const KnownWord> sounded;      ///< `sounded_legal_words`. Lives as long as the program.
  bool may_begin_form = false;             ///< Some legal form begins with it.
  bool may_be_ten = false;                 ///< `may_be_ten`.
  SpelledNumber number;                    ///< `spelled_number`.
};

/// What is known of words, found once for each: names share most of theirs.
class WordMemory {
 public:
  WordMemory() = default;
  /// With room for about so many words.
  explicit WordMemory(std::size_t expected) : words_(expected) {}

  /// The numbers of the words, for `operator[]`. The view lives until the next call.
  [[nodiscard]] std::span<const std::uint32_t> recall(const std::vector<Word>& words);
  [[nodiscard]] std::uint32_t recall(std::u32string_view word);

  [[nodiscard]] const RememberedWord& operator[](std::uint32_t number) const { return remembered_[number]; }

 private:
  VocabularyBuilder words_;
  std::deque<RememberedWord> remembered_;  // Need not move when it grows.
  std::vector<std::uint32_t> recalled_;
};

/// Letters of the longest word that is misread at the edge of a name only.
inline constexpr std::size_t longest_misread_at_edge = 3;

/// What a word may be in the spellings of legal forms, itself before its other readings.
[[nodiscard]] std::vector<KnownWord> spelled_legal_words(std::u32string_view word, bool at_edge);

/// What it may be by its sound.
[[nodiscard]] std::span<const KnownWord> sounded_legal_words(std::u32string_view word);

/// True where a legal form begins with one of the words.
[[nodiscard]] bool may_begin_legal_form(std::span<const KnownWord> words);

}  // namespace lookup
