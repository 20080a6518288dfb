#include "lookup/han.hpp"

#include <algorithm>

#include "../tables/han_tables.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t longest_word = 12;

void append_reading(std::string& latin, char32_t character) {
  const std::size_t place = character - tables::first_han;
  const std::size_t reading =
      character >= tables::first_han && place < tables::han_readings.size() ? tables::han_readings[place] : 0;
  if (reading == 0) {
    append_utf8(latin, character);
  } else {
    latin += tables::syllables[reading - 1];
  }
}

/// Of a table sorted by its text, the row with this text, or nullptr.
template <typename Table, typename Text>
auto find_row(const Table& table, std::string_view wanted, Text text_of) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), wanted,
                       [text_of](const auto& row, std::string_view text) { return text_of(row) < text; });
  return found != table.end() && text_of(*found) == wanted ? &*found : nullptr;
}

/// The longest known word at the beginning of `rest`; a count of 0 where there is none.
HanPart longest_known(std::u32string_view rest) {
  for (std::size_t count = std::min(rest.size(), longest_word); count > 0; --count) {
    const std::string text = to_utf8(rest.substr(0, count));
    if (find_row(legal_form_spellings(), text, [](const LegalFormSpelling& row) { return row.spelling; }) != nullptr)
      return {0, count, HanPart::Kind::legal_form, text};
    const auto* const word = find_row(tables::han_words, text, [](const tables::HanWord& row) { return row.han; });
    if (word != nullptr) return {0, count, HanPart::Kind::translated, std::string{word->latin}};
    const std::string_view japanese = find_script_word(text);
    if (!japanese.empty()) return {0, count, HanPart::Kind::translated, std::string{japanese}};
  }
  return {0, 0, HanPart::Kind::romanized, {}};
}

}  // namespace

std::vector<HanPart> split_han(std::u32string_view run) {
  std::vector<HanPart> parts;
  for (std::size_t first = 0; first < run.size();) {
    HanPart known = longest_known(run.substr(first));
    if (known.count > 0) {
      known.first = first;
      first += known.count;
      parts.push_back(std::move(known));
      continue;
    }
    const bool goes_on = !parts.empty() && parts.back().kind == HanPart::Kind::romanized;
    if (!goes_on) parts.push_back({first, 0, HanPart::Kind::romanized, {}});
    append_reading(parts.back().latin, run[first]);
    ++parts.back().count;
    ++first;
  }
  return parts;
}

}  // namespace lookup
