#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// Words numbered from 0 in the order in which they came, found by a hash of their bytes.
class NumberedWords {
 public:
  /// For about so many words.
  explicit NumberedWords(std::size_t expected);

  /// The words of a generated table, in which before each stands a byte, below that of a blank, that says how many
  /// bytes it shares with the word before it; those are left out.
  explicit NumberedWords(std::string_view packed);

  void add(std::string_view word);

  [[nodiscard]] std::size_t size() const { return ends_.size() - 1; }

  /// Lives until the next `add`.
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return std::string_view{letters_}.substr(ends_[number], ends_[number + 1] - ends_[number]);
  }

  /// The lowest number that `word` has, or `size()` where it has none. Costs a look at each letter.
  [[nodiscard]] std::size_t find(std::string_view word) const;

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;
  void grow();

  std::string letters_;
  std::vector<std::uint32_t> ends_{0};  // Of the word before each, and of the last.
  std::vector<std::uint32_t> slots_;    // Open addressing: a word's number plus one, or 0 for a free slot.
};

/// The lines of a generated table, each ended by a line feed; they belong to words by number.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace lookup
