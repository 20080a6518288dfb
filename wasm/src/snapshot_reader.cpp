#include "snapshot_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "lookup/unicode.hpp"

namespace lookup {
namespace {

class PlainJsonReader {
 public:
  PlainJsonReader(std::string_view json, SnapshotHandler& handler)
      : at_(json.data()), end_(json.data() + json.size()), handler_(handler) {}

  bool document() {
    skip_spaces();
    if (!value()) return false;
    skip_spaces();
    return at_ == end_;
  }

 private:
  static constexpr std::size_t unknown_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t most_digits = 18;  // Any number of so many fits.

  /// The next byte, or NUL at the end, which is in no JSON.
  [[nodiscard]] char peek() const { return at_ == end_ ? '\0' : *at_; }

  void skip_spaces() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }

  bool take(char wanted) {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }

  /// How deep it goes is for the handler to bound.
  bool value() {  // NOLINT(misc-no-recursion)
    switch (peek()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return text(text_) && handler_.string(text_);
      default:
        return number();
    }
  }

  bool object() {  // NOLINT(misc-no-recursion)
    ++at_;
    if (!handler_.start_object(unknown_size)) return false;
    skip_spaces();
    if (take('}')) return handler_.end_object();
    for (;;) {
      if (!text(key_) || !handler_.key(key_)) return false;
      skip_spaces();
      if (!take(':')) return false;
      skip_spaces();
      if (!value()) return false;
      skip_spaces();
      if (take('}')) return handler_.end_object();
      if (!take(',')) return false;
      skip_spaces();
    }
  }

  bool array() {  // NOLINT(misc-no-recursion)
    ++at_;
    if (!handler_.start_array(unknown_size)) return false;
    skip_spaces();
    if (take(']')) return handler_.end_array();
    for (;;) {
      if (!value()) return false;
      skip_spaces();
      if (take(']')) return handler_.end_array();
      if (!take(',')) return false;
      skip_spaces();
    }
  }

  bool number() {
    const char* const begin = at_;
    std::uint64_t number = 0;
    for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_)
      number = number * 10 + static_cast<std::uint64_t>(*at_ - '0');
    const auto digits = static_cast<std::size_t>(at_ - begin);
    if (digits == 0 || digits > most_digits || (*begin == '0' && digits > 1)) return false;
    const char next = peek();
    return next != '.' && next != 'e' && next != 'E' && handler_.number_unsigned(number);
  }

  /// Reads a string.
  bool text(std::string& into) {
    if (!take('"')) return false;
    into.clear();
    for (;;) {
      if (!plain_run(into)) return false;
      if (take('"')) return true;
      ++at_;  // The backslash.
      if (!escape(into)) return false;
    }
  }

  /// Appends what comes before the next quote or backslash.
  bool plain_run(std::string& into) {
    const char* const begin = at_;
    unsigned char all = 0;
    for (;; ++at_) {
      if (at_ == end_) return false;
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte == '"' || byte == '\\') break;
      if (byte < 0x20) return false;
      all |= byte;
    }
    const std::string_view run{begin, static_cast<std::size_t>(at_ - begin)};
    if (all >= 0x80 && !is_utf8(run)) return false;
    into += run;
    return true;
  }

  bool escape(std::string& into) {
    const char kind = peek();
    if (kind == '\0') return false;
    ++at_;
    if (kind == 'u') return unicode_escape(into);
    static constexpr std::string_view kinds = "\"\\/bfnrt";
    static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const std::size_t which = kinds.find(kind);
    if (which == std::string_view::npos) return false;
    into += meant[which];
    return true;
  }

  /// Half of a character outside the basic plane is left to the parser: snapshots hold those unescaped.
  bool unicode_escape(std::string& into) {
    char32_t code_point = 0;
    for (int i = 0; i < 4; ++i) {
      const std::optional<char32_t> digit = hex_digit(peek());
      if (!digit) return false;
      code_point = code_point * 16 + *digit;
      ++at_;
    }
    if (code_point >= 0xD800 && code_point < 0xE000) return false;
    append_utf8(into, code_point);
    return true;
  }

  static std::optional<char32_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<char32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<char32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<char32_t>(c - 'A' + 10);
    return std::nullopt;
  }

  const char* at_;
  const char* end_;
  SnapshotHandler& handler_;
  std::string text_;  // The handler takes its letters.
  std::string key_;   // It leaves those of most keys, so that their room serves again.
};

}  // namespace

bool read_plain_json(std::string_view json, SnapshotHandler& handler) {
  return PlainJsonReader{json, handler}.document();
}

}  // namespace lookup
