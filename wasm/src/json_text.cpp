#include "json_text.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "lookup/unicode.hpp"

namespace lookup {
namespace {

using Json = nlohmann::ordered_json;

void append_escaped(std::string& out, char byte) {
  static constexpr std::string_view named = "\"\\\b\f\n\r\t";
  static constexpr std::string_view names = "\"\\bfnrt";
  static constexpr std::string_view digits = "0123456789abcdef";
  if (const std::size_t which = named.find(byte); which != std::string_view::npos)
    out.append({'\\', names[which]});
  else
    out.append("\\u00").append({digits[static_cast<unsigned char>(byte) / 16U], digits[byte & 0xF]});
}

/// The shortest text that is read as the same number.
void append_number(std::string& out, double number) {
  std::array<char, 64> room{};
  out.append(room.data(), nlohmann::detail::to_chars(room.data(), room.data() + room.size(), number));
}

void append(std::string& out, const Json& json) {  // NOLINT(misc-no-recursion): no deeper than what wrote it
  char before = '[';
  switch (json.type()) {
    case Json::value_t::object:
      before = '{';
      for (const auto& [name, value] : *json.get_ptr<const Json::object_t*>()) {
        out += std::exchange(before, ',');
        append_json_string(out, name);
        out += ':';
        append(out, value);
      }
      out.append(before == '{' ? "{}" : "}");
      break;
    case Json::value_t::array:
      for (const Json& value : *json.get_ptr<const Json::array_t*>()) {
        out += std::exchange(before, ',');
        append(out, value);
      }
      out.append(before == '[' ? "[]" : "]");
      break;
    case Json::value_t::string:
      append_json_string(out, *json.get_ptr<const std::string*>());
      break;
    case Json::value_t::boolean:
      out.append(*json.get_ptr<const bool*>() ? "true" : "false");
      break;
    case Json::value_t::number_integer:
      out.append(std::to_string(*json.get_ptr<const Json::number_integer_t*>()));
      break;
    case Json::value_t::number_unsigned:
      out.append(std::to_string(*json.get_ptr<const Json::number_unsigned_t*>()));
      break;
    case Json::value_t::number_float:
      append_number(out, *json.get_ptr<const double*>());
      break;
    default:
      out.append("null");
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    std::size_t written = 0;
    for (std::size_t i = 0; i < length; ++i) {
      if (static_cast<unsigned char>(text[i]) >= 0x20 && text[i] != '"' && text[i] != '\\') continue;
      out.append(text.substr(written, i - written));
      append_escaped(out, text[i]);
      written = i + 1;
    }
    out.append(text.substr(written, length - written));
    text.remove_prefix(length);
    if (text.empty()) break;
    append_utf8(out, U'\uFFFD');
    text.remove_prefix(1);
  }
  out += '"';
}

std::string json_text(const Json& json) {
  std::string out;
  append(out, json);
  return out;
}

}  // namespace lookup
