#include "line_reader.hpp"

#include <string_view>

namespace lookup {

bool LineReader::next(Line& line) {
  static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  int byte = std::getc(file_);
  if (byte == EOF) return false;
  line.text.clear();
  line.is_whole = true;
  line.number = ++number_;
  for (; byte != EOF && byte != '\n' && byte != '\r'; byte = std::getc(file_)) {
    if (line.text.size() < maximum_bytes)
      line.text += static_cast<char>(byte);
    else
      line.is_whole = false;
  }
  if (byte == '\r') {
    const int next = std::getc(file_);
    if (next != '\n' && next != EOF) std::ungetc(next, file_);
  }
  if (number_ == 1 && line.text.starts_with(byte_order_mark)) line.text.erase(0, byte_order_mark.size());
  return true;
}

}  // namespace lookup
