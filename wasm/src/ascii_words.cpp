#include "ascii_words.hpp"

#include <cstddef>
#include <cstdint>

#include "../tables/unicode_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t usual_word_letters = 7;

enum class AsciiKind : std::uint8_t { separator, alphanumeric, apostrophe };

char folded(char character) { return static_cast<char>(tables::ascii_folds[static_cast<unsigned char>(character)]); }

AsciiKind kind_of(char character) {
  const char letter = folded(character);
  if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) return AsciiKind::alphanumeric;
  return letter == '\'' ? AsciiKind::apostrophe : AsciiKind::separator;
}

/// One past the last letter or digit from `first` on.
std::size_t end_of_run(std::string_view text, std::size_t first) {
  std::size_t end = first + 1;
  while (end < text.size() && kind_of(text[end]) == AsciiKind::alphanumeric) ++end;
  return end;
}

void append_folded(std::u32string& letters, std::string_view text) {
  const std::size_t before = letters.size();
  letters.resize(before + text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    letters[before + i] = static_cast<char32_t>(static_cast<unsigned char>(folded(text[i])));
}

}  // namespace

bool is_all_ascii(std::string_view text) {
  unsigned all = 0;
  for (const char byte : text) all |= static_cast<unsigned char>(byte);
  return all < 0x80;
}

std::vector<Word> split_ascii(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / usual_word_letters + 1);
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const AsciiKind kind = kind_of(text[i]);
    if (kind == AsciiKind::alphanumeric) {
      const std::size_t end = end_of_run(text, i);
      if (!in_word) words.push_back({{}, static_cast<std::uint32_t>(i), 0});
      append_folded(words.back().text, text.substr(i, end - i));
      words.back().end = static_cast<std::uint32_t>(end);
      in_word = true;
      i = end;
      continue;
    }
    // An apostrophe between letters parts no word.
    const bool goes_on =
        kind == AsciiKind::apostrophe && i + 1 < text.size() && kind_of(text[i + 1]) == AsciiKind::alphanumeric;
    in_word = in_word && goes_on;
    ++i;
  }
  return words;
}

}  // namespace lookup
