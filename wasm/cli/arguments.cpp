#include "arguments.hpp"

#include <algorithm>
#include <charconv>

namespace lookup {
namespace {

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Error usage_error(std::string detail) { return {ErrorCode::usage, std::move(detail), {}, {}}; }

std::string_view Arguments::value(std::string_view option, std::string_view otherwise) const {
  const auto found = options.find(option);
  return found == options.end() ? otherwise : found->second.back();
}

Result<Arguments> parse_arguments(std::span<const std::string_view> words, std::span<const std::string_view> with_value,
                                  std::span<const std::string_view> flags,
                                  std::span<const std::string_view> repeatable) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") {
      arguments.positionals.insert(arguments.positionals.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                   words.end());
      break;
    }
    if (!words[i].starts_with('-') || words[i] == "-") {
      arguments.positionals.push_back(words[i]);
      continue;
    }
    const std::size_t equals = words[i].find('=');
    const std::string_view name = words[i].substr(0, equals);
    std::string_view value;
    if (contains(with_value, name)) {
      if (equals != std::string_view::npos)
        value = words[i].substr(equals + 1);
      else if (i + 1 < words.size())
        value = words[++i];
      else
        return usage_error(std::string{name} + " needs a value");
    } else if (!contains(flags, name) || equals != std::string_view::npos) {
      return usage_error(std::string{words[i]} + " is not an option of this command");
    }
    if (arguments.has(name) && !contains(repeatable, name)) return usage_error(std::string{name} + " is given twice");
    arguments.options[name].push_back(value);
  }
  return arguments;
}

Result<double> parse_number(std::string_view text, std::string_view option, ErrorCode code) {
  double number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc{} || end != text.data() + text.size())
    return Error{code, std::string{text}, {}, std::string{option}};
  return number;
}

}  // namespace lookup
