#include "lookup/spacing.hpp"

#include <algorithm>
#include <cstddef>

namespace lookup {
namespace {

constexpr unsigned char first_of_wide = 0xC2;  // The first byte of U+00A0; those of the other spaces are larger.

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Length in bytes of the white space that `text` begins with, 0 when it begins with none.
std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text[0])) return 1;
  if (static_cast<unsigned char>(text[0]) < first_of_wide) return 0;
  if (text.starts_with("\u00A0")) return 2;
  const std::string_view three = text.substr(0, 3);
  if (three == "\u1680" || three == "\u202F" || three == "\u205F" || three == "\u3000") return 3;
  return three >= "\u2000" && three <= "\u200A" ? 3 : 0;
}

}  // namespace

std::string collapse_spaces(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool pending = false;
  while (!text.empty()) {
    if (const std::size_t length = space_length(text); length > 0) {
      pending = !collapsed.empty();
      text.remove_prefix(length);
      continue;
    }
    if (pending) collapsed += ' ';
    pending = false;
    collapsed += text[0];
    text.remove_prefix(1);
  }
  return collapsed;
}

std::string_view without_trailing_comma(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || is_ascii_space(text.back()))) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split_values(std::string_view cell) {
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find(';', begin), cell.size());
    if (std::string value = collapse_spaces(cell.substr(begin, end - begin)); !value.empty()) {
      values.push_back(std::move(value));
    }
    begin = end + 1;
  }
  return values;
}

void append_unique(std::vector<std::string>& values, std::string value) {
  if (value.empty() || std::find(values.begin(), values.end(), value) != values.end()) return;
  values.push_back(std::move(value));
}

}  // namespace lookup
