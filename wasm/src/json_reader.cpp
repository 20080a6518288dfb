#include "json_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "lookup/unicode.hpp"
#include "tier.hpp"

namespace lookup {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class JsonReader {
 public:
  JsonReader(std::string_view json, JsonEvents& events)
      : begin_(json.data()), at_(begin_), end_(begin_ + json.size()), events_(events) {}

  bool document() {
    for (;;) {
      skip_spaces();
      if (!value()) return false;
      while (!is_open_) {
        skip_spaces();
        if (closings_.empty()) return at_ == end_ || broken();
        const char closing = closings_.back();
        if (take(',')) {
          skip_spaces();
          if (closing == '}' && !name()) return false;
          break;
        }
        if (!expect(closing) || !(closing == '}' ? events_.end_object() : events_.end_array())) return false;
        closings_.pop_back();
      }
    }
  }

 private:
  bool broken() {
    events_.broken(static_cast<std::size_t>(at_ - begin_));
    return false;
  }

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

  bool expect(char wanted) { return take(wanted) || broken(); }

  /// A value without what it holds: of an array that is not empty what opens it, of an object the first name too.
  LOOKUP_OWN_FUNCTION bool value() {
    is_open_ = false;
    switch (peek()) {
      case '{':
        ++at_;
        if (!events_.start_object()) return false;
        skip_spaces();
        if (take('}')) return events_.end_object();
        return open('}') && name();
      case '[':
        ++at_;
        if (!events_.start_array()) return false;
        skip_spaces();
        if (take(']')) return events_.end_array();
        return open(']');
      case '"':
        return text(text_) && events_.string(text_);
      case 't':
        return word("true") && events_.boolean(true);
      case 'f':
        return word("false") && events_.boolean(false);
      case 'n':
        return word("null") && events_.null();
      default:
        return number();
    }
  }

  bool open(char closing) {
    closings_.push_back(closing);
    is_open_ = true;
    return true;
  }

  LOOKUP_OWN_FUNCTION bool name() {
    if (!text(name_) || !events_.key(name_)) return false;
    skip_spaces();
    if (!expect(':')) return false;
    skip_spaces();
    return true;
  }

  bool word(std::string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [this](char letter) { return expect(letter); });
  }

  bool digits() {
    if (!is_digit(peek())) return broken();
    while (is_digit(peek())) ++at_;
    return true;
  }

  bool number() {
    const char* const begin = at_;
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return false;
    }
    return events_.number({begin, static_cast<std::size_t>(at_ - begin)});
  }

  /// Reads a string.
  LOOKUP_OWN_FUNCTION bool text(std::string& into) {
    if (!expect('"')) return false;
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
      if (at_ == end_) return broken();
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte == '"' || byte == '\\') break;
      if (byte < 0x20) return broken();
      all |= byte;
    }
    const std::string_view run{begin, static_cast<std::size_t>(at_ - begin)};
    if (all >= 0x80) {
      const std::size_t good = utf8_length(run);
      if (good < run.size()) {
        at_ = begin + good;
        return broken();
      }
    }
    into += run;
    return true;
  }

  bool escape(std::string& into) {
    static constexpr std::string_view kinds = "\"\\/bfnrt";
    static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    if (take('u')) return unicode_escape(into);
    const std::size_t which = at_ == end_ ? std::string_view::npos : kinds.find(*at_);
    if (which == std::string_view::npos) return broken();
    ++at_;
    into += meant[which];
    return true;
  }

  bool unicode_escape(std::string& into) {
    const std::optional<char32_t> unit = four_digits();
    if (!unit) return false;
    char32_t code_point = *unit;
    if (code_point >= 0xD800 && code_point < 0xE000) {  // UTF-16 has two units for what lies outside the basic plane.
      if (code_point >= 0xDC00) return broken();
      if (!expect('\\') || !expect('u')) return false;
      const std::optional<char32_t> second = four_digits();
      if (!second) return false;
      if (*second < 0xDC00 || *second >= 0xE000) return broken();
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (*second - 0xDC00);
    }
    append_utf8(into, code_point);
    return true;
  }

  std::optional<char32_t> four_digits() {
    char32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = peek();
      const char32_t digit = is_digit(c)            ? static_cast<char32_t>(c - '0')
                             : c >= 'a' && c <= 'f' ? static_cast<char32_t>(c - 'a' + 10)
                             : c >= 'A' && c <= 'F' ? static_cast<char32_t>(c - 'A' + 10)
                                                    : 16;
      if (digit == 16) {
        broken();
        return std::nullopt;
      }
      unit = unit * 16 + digit;
      ++at_;
    }
    return unit;
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  JsonEvents& events_;
  std::string closings_;  // Of the brackets that are open.
  std::string text_;
  std::string name_;
  bool is_open_ = false;  // What was read last goes on with a value inside it.
};

}  // namespace

bool read_json(std::string_view json, JsonEvents& events) { return JsonReader{json, events}.document(); }

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

double json_number(std::string_view text) {
  constexpr std::uint64_t most = 1'000'000'000'000'000'000;  // One digit more still fits.
  constexpr int far = 400;                                   // Beyond every exponent of a `double`.
  const bool is_negative = text.starts_with('-');
  std::uint64_t digits = 0;
  int exponent = 0;
  std::size_t at = is_negative ? 1 : 0;
  bool in_fraction = false;
  for (; at < text.size() && (is_digit(text[at]) || text[at] == '.'); ++at) {
    if (text[at] == '.') {
      in_fraction = true;
    } else if (digits < most) {
      digits = digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
      exponent -= in_fraction ? 1 : 0;
    } else {
      exponent += in_fraction ? 0 : 1;
    }
  }
  if (at < text.size()) {
    const bool is_small = text[++at] == '-';
    if (is_small || text[at] == '+') ++at;
    int written = 0;
    for (; at < text.size(); ++at)
      if (written < far) written = written * 10 + (text[at] - '0');
    exponent += is_small ? -written : written;
  }
  auto number = static_cast<double>(digits);
  double power = 1;
  for (int i = std::min(std::abs(exponent), far); i > 0; --i) power *= 10;
  if (digits > 0) number = exponent < 0 ? number / power : number * power;
  return is_negative ? -number : number;
}

}  // namespace lookup
