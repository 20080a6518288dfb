#include "lookup/set_aside.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lookup {
namespace {

constexpr std::size_t fewest_digits = 5;
constexpr std::size_t longest_day = 2;  // Digits; of a month too.

/// What announces a number or a date, folded and in Latin letters.
constexpr std::array<std::u32string_view, 41> announcements{
    U"account", U"acct",         U"bic",      U"birth", U"born",   U"cage", U"cnpj", U"cr",  U"crn",
    U"cuit",    U"date",         U"dob",      U"duns",  U"edrpou", U"eik",  U"ein",  U"geb", U"geboren",
    U"iban",    U"id",           U"imo",      U"inn",   U"kpp",    U"lei",  U"mmsi", U"nif", U"no",
    U"number",  U"of",           U"ogrn",     U"okpo",  U"pan",    U"reg",  U"rfc",  U"rut", U"swift",
    U"tax",     U"registration", U"passport", U"unn",   U"vat"};

constexpr std::array<std::u32string_view, 12> months{U"jan", U"feb", U"mar", U"apr", U"may", U"jun",
                                                     U"jul", U"aug", U"sep", U"oct", U"nov", U"dec"};

/// The ends of addresses of sites that stand before that of a country.
constexpr std::array<std::u32string_view, 7> second_levels{U"ac", U"co", U"com", U"edu", U"gov", U"net", U"org"};

bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

bool is_long_number(const Word& word) {
  return static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), is_digit)) >= fewest_digits;
}

bool is_year(const Word& word) {
  return word.is_number && word.text.size() == 4 && (word.text.starts_with(U"19") || word.text.starts_with(U"20"));
}

bool is_day_or_month(const Word& word) {
  const bool is_name_of_month = std::any_of(months.begin(), months.end(), [&word](std::u32string_view month) {
    return word.text.starts_with(month) && word.text.size() <= std::u32string_view{U"september"}.size();
  });
  return is_name_of_month || (word.is_number && !word.is_spelled && word.text.size() <= longest_day);
}

/// ISO 9362: eight or eleven letters and digits name a bank.
bool names_bank(const Word& announcement, const Word& code) {
  return (announcement.text == U"bic" || announcement.text == U"swift") &&
         (code.text.size() == 8 || code.text.size() == 11);
}

template <std::size_t Count>
bool is_one_of(const std::array<std::u32string_view, Count>& rows, const Word& word) {
  return std::find(rows.begin(), rows.end(), word.text) != rows.end();
}

}  // namespace

std::optional<std::vector<bool>> without_numbers_aside(const std::vector<Word>& words) {
  std::vector<bool> keep(words.size(), true);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_long_number(words[i]) || (i > 0 && names_bank(words[i - 1], words[i]))) keep[i] = false;
    // Two of day and month and a year, in either order.
    if (i + 2 >= words.size() || !is_day_or_month(words[i + 1])) continue;
    if ((is_year(words[i]) && is_day_or_month(words[i + 2])) || (is_day_or_month(words[i]) && is_year(words[i + 2])))
      keep[i] = keep[i + 1] = keep[i + 2] = false;
  }
  for (std::size_t i = words.size(); i-- > 0;) {
    if (keep[i] || i == 0) continue;
    const bool touches = words[i - 1].end == words[i].begin;  // "DE" of "DE123456789".
    if (touches || is_one_of(announcements, words[i - 1])) keep[i - 1] = false;
  }
  if (std::find(keep.begin(), keep.end(), false) == keep.end()) return std::nullopt;
  return keep;
}

std::optional<std::vector<bool>> site_name(std::string_view text, const std::vector<Word>& words) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view sign : {"://", "www.", "@"})
    if (const std::size_t at = text.find(sign); begin == std::string_view::npos && at != std::string_view::npos)
      begin = at + (sign == "www." ? 0 : sign.size());
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(text.find_first_of(" \t/?:,;)>", begin), text.size());
  std::vector<std::size_t> of_site;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].begin >= begin && words[i].end <= end && words[i].text != U"www") of_site.push_back(i);
  if (of_site.size() < 2) return std::nullopt;
  of_site.pop_back();
  if (of_site.size() > 1 && is_one_of(second_levels, words[of_site.back()])) of_site.pop_back();
  std::vector<bool> keep(words.size());
  for (const std::size_t i : of_site) keep[i] = true;
  return keep;
}

}  // namespace lookup
