#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

namespace lookup {

/// One line of a file without its line ending.
struct Line {
  std::string text;
  std::size_t number = 0;  ///< 1-based.
  bool is_whole = true;  ///< False when the line was longer than `LineReader::maximum_bytes`; `text` is its beginning.
};

/// Reads a file line by line in constant memory, however long a line is. LF, CRLF and CR end a line; a byte-order mark
/// at the file's beginning is passed over.
class LineReader {
 public:
  static constexpr std::size_t maximum_bytes = 64 * 1024;

  /// `file` must outlive the reader, which does not close it.
  explicit LineReader(std::FILE* file) : file_(file) {}
  /// Reads the next line into `line`; false at the end, where `line` stays as it was.
  bool next(Line& line);

 private:
  std::FILE* file_;
  std::size_t number_ = 0;
};

}  // namespace lookup
