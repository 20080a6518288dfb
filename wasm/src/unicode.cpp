#include "lookup/unicode.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>

#include "../tables/unicode_tables.hpp"

namespace lookup {
namespace {

using tables::Action;

constexpr char32_t replacement_character = 0xFFFD;

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

struct Decoded {
  char32_t code_point;
  std::size_t length;
};

/// The code point at `at`. Ill-formed text gives wrong code points, but nothing past its end is read.
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) -> char32_t { return static_cast<unsigned char>(text[at + offset]); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length > text.size() - at) return {replacement_character, text.size() - at};
  char32_t code_point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) code_point = (code_point << 6) | (byte(i) & 0x3FU);
  return {code_point, length};
}

Action action_of(char32_t code_point) {
  const std::size_t index =
      std::min<std::size_t>(code_point >> tables::block_bits, tables::action_index.size() - std::size_t{1});
  const std::size_t in_block = code_point & ((1U << tables::block_bits) - 1U);
  const std::size_t place = (std::size_t{tables::action_index[index]} << tables::block_bits) + in_block;
  const unsigned pair = tables::action_blocks[place / 2];
  return static_cast<Action>(place % 2 == 0 ? pair & 0xFU : pair >> 4U);
}

CharacterClass class_of(char32_t folded) {
  if (folded < 0x80) {
    if (folded >= 'a' && folded <= 'z') return CharacterClass::letter;
    if (folded >= '0' && folded <= '9') return CharacterClass::digit;
    return folded == '\'' || folded == '.' ? CharacterClass::joiner : CharacterClass::separator;
  }
  switch (action_of(folded)) {
    case Action::han:
      return CharacterClass::han;
    case Action::kana:
      return CharacterClass::kana;
    case Action::hangul:
      return CharacterClass::hangul;
    default:
      return CharacterClass::letter;
  }
}

/// What `code_point` maps to: one code point, or the number of an expansion from `tables::first_expansion` on.
std::optional<char16_t> mapping_of(char32_t code_point) {
  const std::size_t page = code_point >> tables::page_bits;
  if (page + 1 >= tables::mapping_pages.size()) return std::nullopt;
  const auto first = tables::mapping_lows.begin() + tables::mapping_pages[page];
  const auto last = tables::mapping_lows.begin() + tables::mapping_pages[page + 1];
  const auto low = static_cast<std::uint8_t>(code_point & ((1U << tables::page_bits) - 1U));
  const auto found = std::lower_bound(first, last, low);
  if (found == last || *found != low) return std::nullopt;
  return static_cast<char16_t>(tables::mapping_values[static_cast<std::size_t>(found - tables::mapping_lows.begin())]);
}

/// The composition of two conjoining jamo, or of a syllable and a final jamo (The Unicode Standard, section 3.12).
std::optional<char32_t> compose_hangul(char32_t base, char32_t jamo) {
  constexpr char32_t syllables = 0xAC00, initials = 0x1100, vowels = 0x1161, finals = 0x11A7;
  constexpr char32_t initial_count = 19, vowel_count = 21, final_count = 28, syllable_count = 11172;
  if (base - initials < initial_count && jamo - vowels < vowel_count) {
    return syllables + ((base - initials) * vowel_count + (jamo - vowels)) * final_count;
  }
  const bool is_open_syllable = base - syllables < syllable_count && (base - syllables) % final_count == 0;
  if (is_open_syllable && jamo > finals && jamo - finals < final_count) return base + (jamo - finals);
  return std::nullopt;
}

std::optional<char32_t> compose_letter(char32_t base, char32_t mark) {
  const auto found = std::find_if(
      tables::compositions.begin(), tables::compositions.end(),
      [&](const tables::Composition& composition) { return composition.base == base && composition.mark == mark; });
  if (found == tables::compositions.end()) return std::nullopt;
  return found->composed;
}

/// Collects folded characters and lets what vanishes or composes join the character before it.
class Folder {
 public:
  explicit Folder(std::size_t capacity) { out_.reserve(capacity); }

  void add(char32_t code_point, std::size_t begin, std::size_t end) {
    begin_ = static_cast<std::uint32_t>(begin);
    end_ = static_cast<std::uint32_t>(end);
    if (code_point < 0x80) {
      put(tables::ascii_folds[code_point]);
      return;
    }
    const Action action = action_of(code_point);
    const auto mapping =
        action == Action::mapped || action == Action::han ? mapping_of(code_point) : std::optional<char16_t>{};
    if (!mapping) {
      put(code_point, action);
    } else if (*mapping < tables::first_expansion || *mapping > tables::last_expansion) {
      put(*mapping);
    } else {
      put_expansion(*mapping - tables::first_expansion);
    }
  }

  [[nodiscard]] std::vector<FoldedCharacter> take() && { return std::move(out_); }

 private:
  void put_expansion(std::size_t number) {
    for (std::size_t i = tables::expansion_starts[number]; i < tables::expansion_starts[number + 1]; ++i) {
      char32_t unit = tables::expansion_units[i];
      if (unit >= 0xD800 && unit < 0xDC00) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (tables::expansion_units[++i] - 0xDC00U);
      }
      put(unit);
    }
  }

  void put(char32_t folded) { put(folded, folded < 0x80 ? Action::letter : action_of(folded)); }

  void put(char32_t folded, Action action) {
    if (action == Action::vanish) {
      extend();
    } else if (action == Action::compose) {
      compose(out_.empty() ? std::nullopt : compose_letter(out_.back().code_point, folded));
    } else if (action == Action::hangul && !out_.empty() && out_.back().kind == CharacterClass::hangul) {
      const auto syllable = compose_hangul(out_.back().code_point, folded);
      if (syllable) {
        compose(syllable);
      } else {
        append(folded, CharacterClass::hangul);
      }
    } else if (action == Action::separator) {
      append(U' ', CharacterClass::separator);
    } else {
      append(folded, class_of(folded));
    }
  }

  void append(char32_t folded, CharacterClass kind) { out_.push_back({folded, kind, begin_, end_}); }

  void compose(std::optional<char32_t> composed) {
    if (composed) out_.back().code_point = *composed;
    extend();
  }

  /// The character before, with all that its source character gave, now reaches to the end of this one.
  void extend() {
    if (out_.empty()) return;
    const std::uint32_t begin = out_.back().begin;
    for (auto last = out_.rbegin(); last != out_.rend() && last->begin == begin; ++last) last->end = end_;
  }

  std::vector<FoldedCharacter> out_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace

bool is_utf8(std::string_view text) { return utf8_length(text) == text.size(); }

std::size_t utf8_length(std::string_view text) {
  const auto* byte = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned lead = byte[at];
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (lead < 0xC2 || lead > 0xF4) return at;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > text.size() - at) return at;
    // The second byte excludes overlong forms, surrogates and what lies above U+10FFFF (RFC 3629, section 4).
    const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte[at + 1] < lowest || byte[at + 1] > highest) return at;
    for (std::size_t i = 2; i < length; ++i) {
      if (!is_continuation(text[at + i])) return at;
    }
    at += length;
  }
  return at;
}

std::string to_utf8(std::u32string_view code_points) {
  // Nearly all text is ASCII, and a string of known length is filled without a call for each letter.
  std::string out(code_points.size(), '\0');
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    if (code_points[i] >= 0x80) {
      out.resize(i);
      for (const char32_t code_point : code_points.substr(i)) append_utf8(out, code_point);
      return out;
    }
    out[i] = static_cast<char>(code_points[i]);
  }
  return out;
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::size_t utf16_length(std::string_view text, std::size_t bytes) {
  const std::string_view head = text.substr(0, bytes);
  const auto is_outside_bmp = [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; };
  return count_code_points(head) + static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_outside_bmp));
}

std::vector<FoldedCharacter> fold(std::string_view text) {
  assert(is_utf8(text));
  Folder folder(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    folder.add(decoded.code_point, at, at + decoded.length);
    at += decoded.length;
  }
  return std::move(folder).take();
}

std::string to_utf8(const std::vector<FoldedCharacter>& folded) {
  std::string out;
  out.reserve(folded.size());
  for (const FoldedCharacter& character : folded) append_utf8(out, character.code_point);
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
    return;
  }
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  const auto tail = [&](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12));
    tail(6);
    tail(0);
  } else {
    put(0xF0U | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace lookup
