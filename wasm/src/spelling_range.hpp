#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace lookup {

/// The rows of a table, sorted by their `spelling`, that begin with the bytes read so far. Most texts leave it empty
/// after a few bytes, which makes it quicker than a search for the whole.
template <class Row>
class SpellingRange {
 public:
  explicit SpellingRange(std::span<const Row> rows) : rows_(rows) {}

  /// Reads on. False where no row is left; then nothing more may be asked.
  bool read(std::string_view bytes) {
    for (const char byte : bytes) {
      rows_ = continuing_with(byte);
      if (rows_.empty()) return false;
      ++depth_;
    }
    return true;
  }

  /// The row that is exactly what was read, or nullptr.
  [[nodiscard]] const Row* whole() const { return rows_.front().spelling.size() == depth_ ? &rows_.front() : nullptr; }

  /// The row that is what was read and `byte`, or nullptr.
  [[nodiscard]] const Row* whole_with(char byte) const {
    const auto rows = continuing_with(byte);
    return !rows.empty() && rows.front().spelling.size() == depth_ + 1 ? &rows.front() : nullptr;
  }

 private:
  [[nodiscard]] std::span<const Row> continuing_with(char byte) const {
    const auto next_of = [this](const Row& row) {
      return row.spelling.size() > depth_ ? static_cast<int>(static_cast<unsigned char>(row.spelling[depth_])) : -1;
    };
    const int wanted = static_cast<unsigned char>(byte);
    const auto first =
        std::partition_point(rows_.begin(), rows_.end(), [&](const Row& row) { return next_of(row) < wanted; });
    const auto last = std::partition_point(first, rows_.end(), [&](const Row& row) { return next_of(row) <= wanted; });
    return rows_.subspan(static_cast<std::size_t>(first - rows_.begin()), static_cast<std::size_t>(last - first));
  }

  std::span<const Row> rows_;
  std::size_t depth_ = 0;
};

}  // namespace lookup
