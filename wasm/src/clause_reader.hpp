#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lookup {

/// A word of a published text: letters and digits with dots between them (`744.2`, `1a004.c`, `u.s`), in lower case.
/// A footnote mark that hangs on the last word of a sentence (`EAR2`) is a word of its own.
struct ClauseWord {
  std::string spelling;   ///< Empty past the last word.
  std::size_t begin = 0;  ///< Place in the text, in bytes.
  std::size_t end = 0;
};

/// The first word of `text` from `from` on.
[[nodiscard]] ClauseWord word_from(std::string_view text, std::size_t from);

/// The place after the sentence that `from` stands in: after a full stop with a capital letter behind it, or the end.
/// Initials (`U.S. Government`) end none.
[[nodiscard]] std::size_t sentence_end(std::string_view text, std::size_t from);

/// Reads a published licence requirement or review policy word by word. What stands between words (spaces,
/// punctuation, brackets, section signs) parts them and is passed over. Keeps a view of the text.
class ClauseReader {
 public:
  explicit ClauseReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return next().spelling.empty(); }
  [[nodiscard]] ClauseWord next() const { return word_from(text_, at_); }
  /// Whether `phrase`, words in lower case parted by single spaces, comes next.
  [[nodiscard]] bool at(std::string_view phrase) const;
  /// Whether a sentence or a bracket that refers to sections comes next: `See`, with its capital letter.
  [[nodiscard]] bool at_reference() const;
  /// Passes over `phrase` where it comes next.
  bool skip(std::string_view phrase);
  /// Passes over a lone digit from 1 to 5.
  bool skip_footnote_mark();
  /// Passes over sections and supplements of a regulation with what joins them, and gives them as published; empty
  /// where none comes next.
  std::string_view skip_provisions();

  [[nodiscard]] std::size_t position() const { return at_; }
  void move_to(std::size_t position) { at_ = position; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The text from `begin` to before `end` as published, without white space and punctuation at either end. A bracket
  /// that it opens is closed where the next character does so.
  [[nodiscard]] std::string passage(std::size_t begin, std::size_t end) const;
  /// The passage read since `begin`.
  [[nodiscard]] std::string since(std::size_t begin) const { return passage(begin, at_); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace lookup
