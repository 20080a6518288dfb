#include "lookup/classification.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "lookup/spacing.hpp"

namespace lookup {
namespace {

constexpr std::string_view ear99 = "EAR99";
constexpr std::size_t number_length = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::string in_lower_case(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// `3a090`, in lower case.
bool is_eccn_number(std::string_view text) {
  return text.size() == number_length && is_digit(text[0]) && text[1] >= 'a' && text[1] <= 'e' &&
         std::all_of(text.begin() + 2, text.end(), is_digit);
}

bool is_paragraph(std::string_view text) {
  const bool letters = text.size() <= 2 && std::all_of(text.begin(), text.end(), is_lower);
  const bool digits = text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
  return !text.empty() && (letters || digits);
}

/// `3a090.a` in lower case.
std::optional<Classification> read_eccn(std::string_view text) {
  if (!is_eccn_number(text.substr(0, number_length))) return std::nullopt;
  Classification classification;
  classification.number = text.substr(0, number_length);
  classification.number[1] = static_cast<char>(text[1] - 'a' + 'A');
  const std::string_view rest = text.substr(number_length);
  if (rest.empty()) return classification;
  if (rest[0] != '.') return std::nullopt;
  classification.paragraphs = read_paragraphs(rest);
  if (classification.paragraphs.empty()) return std::nullopt;
  return classification;
}

}  // namespace

Result<Classification> parse_classification(std::string_view typed) {
  std::string text = in_lower_case(collapse_spaces(typed));
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  for (const std::string_view label : {"eccn", ":"})
    if (text.starts_with(label)) text.erase(0, label.size());
  if (text == "ear99") return Classification{std::string{ear99}, {}};
  if (auto classification = read_eccn(text)) return *std::move(classification);
  return Error{ErrorCode::classification_invalid, std::string{typed}, {}, {}};
}

std::string to_text(const Classification& classification) {
  std::string text = classification.number;
  for (const std::string& paragraph : classification.paragraphs) text.append(".").append(paragraph);
  return text;
}

bool is_ear99(const Classification& classification) { return classification.number == ear99; }

bool is_within(const Classification& inner, const Classification& outer) {
  return inner.number == outer.number && inner.paragraphs.size() >= outer.paragraphs.size() &&
         std::equal(outer.paragraphs.begin(), outer.paragraphs.end(), inner.paragraphs.begin());
}

std::vector<std::string> read_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  if (text.starts_with('.')) text.remove_prefix(1);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('.', begin), text.size());
    const std::string_view paragraph = text.substr(begin, end - begin);
    if (!is_paragraph(paragraph) || (begin == 0 && !is_lower(paragraph[0]))) return {};
    paragraphs.emplace_back(paragraph);
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace lookup
