#include "text_limits.hpp"

#include <algorithm>

#include "lookup/unicode.hpp"

namespace lookup {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7f;
}

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

bool has_control_character(std::string_view text) {
  bool found = false;  // To go on is quicker than to ask after each byte whether to.
  for (const char c : text) found |= is_control(c);
  return found;
}

std::optional<std::string_view> flaw_of(std::string_view text) {
  if (text.size() > longest_text_bytes) return "too long";
  if (has_control_character(text)) return "a control character";
  return std::nullopt;
}

bool has_letter_or_digit(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), is_ascii_letter_or_digit)) return true;
  const auto folded = fold(text);
  return std::any_of(folded.begin(), folded.end(), [](const FoldedCharacter& character) {
    return character.kind != CharacterClass::joiner && character.kind != CharacterClass::separator;
  });
}

}  // namespace lookup
