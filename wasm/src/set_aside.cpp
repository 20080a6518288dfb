#include "lookup/set_aside.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace lookup {
namespace {

constexpr std::size_t fewest_digits = 5;
constexpr std::size_t fewest_parted_digits = 7;  // Of numbers that stand together: "12-345-678".
constexpr std::size_t longest_day = 2;           // Digits; of a month too.

/// What announces a number or a date, folded and in Latin letters.
constexpr auto announcements = std::to_array<std::u32string_view>({U"account",
                                                                   U"acct",
                                                                   U"bic",
                                                                   U"birth",
                                                                   U"born",
                                                                   U"cage",
                                                                   U"card",
                                                                   U"cnpj",
                                                                   U"code",
                                                                   U"cr",
                                                                   U"crn",
                                                                   U"cuit",
                                                                   U"date",
                                                                   U"dob",
                                                                   U"duns",
                                                                   U"edrpou",
                                                                   U"eik",
                                                                   U"ein",
                                                                   U"geb",
                                                                   U"geboren",
                                                                   U"iban",
                                                                   U"id",
                                                                   U"identification",
                                                                   U"identity",
                                                                   U"imo",
                                                                   U"inn",
                                                                   U"kpp",
                                                                   U"lei",
                                                                   U"mmsi",
                                                                   U"national",
                                                                   U"nif",
                                                                   U"no",
                                                                   U"number",
                                                                   U"of",
                                                                   U"ogrn",
                                                                   U"okpo",
                                                                   U"pan",
                                                                   U"passport",
                                                                   U"reg",
                                                                   U"registration",
                                                                   U"rfc",
                                                                   U"rut",
                                                                   U"ssn",
                                                                   U"swift",
                                                                   U"tax",
                                                                   U"taxpayer",
                                                                   U"tin",
                                                                   U"uei",
                                                                   U"unn",
                                                                   U"uscc",
                                                                   U"vat",
                                                                   U"vessel"});

constexpr std::array<std::u32string_view, 12> months{U"january",   U"february", U"march",    U"april",
                                                     U"may",       U"june",     U"july",     U"august",
                                                     U"september", U"october",  U"november", U"december"};

/// The ends of addresses of sites that stand before that of a country.
constexpr std::array<std::u32string_view, 7> second_levels{U"ac", U"co", U"com", U"edu", U"gov", U"net", U"org"};

bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

bool is_digits(const Word& word) {
  return !word.is_spelled && std::all_of(word.text.begin(), word.text.end(), is_digit);
}

bool is_long_number(const Word& word) {
  return static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), is_digit)) >= fewest_digits;
}

bool is_year(const Word& word) {
  return word.is_number && word.text.size() == 4 && (word.text.starts_with(U"19") || word.text.starts_with(U"20"));
}

/// A month's name, whole or as "Jan" and "Sept".
bool is_month(const Word& word) {
  const bool may_be_cut = word.text.size() == 3 || word.text.size() == 4;
  return std::any_of(months.begin(), months.end(), [&word, may_be_cut](std::u32string_view month) {
    return word.text == month || (may_be_cut && month.starts_with(word.text));
  });
}

bool is_day_or_month(const Word& word) {
  return is_month(word) || (word.is_number && !word.is_spelled && word.text.size() <= longest_day);
}

/// Whether a date of three words begins at `i`: two of day and month and a year, in either order.
bool is_date(const std::vector<Word>& words, std::size_t i) {
  if (i + 2 >= words.size() || !is_day_or_month(words[i + 1])) return false;
  return (is_year(words[i]) && is_day_or_month(words[i + 2])) || (is_day_or_month(words[i]) && is_year(words[i + 2]));
}

/// How many words from `i` on are one long number in parts with a blank or a mark between them: 3 of "12-345-678".
std::size_t count_parts(const std::vector<Word>& words, std::size_t i) {
  std::size_t digits = 0;
  std::size_t end = i;
  for (; end < words.size() && is_digits(words[end]) && (end == i || words[end].begin == words[end - 1].end + 1); ++end)
    digits += words[end].text.size();
  return digits >= fewest_parted_digits ? end - i : 0;
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

/// What a word is set aside as.
enum class Aside : std::uint8_t { no, number, date, announcement };

std::vector<Aside> set_aside(const std::vector<Word>& words) {
  std::vector<Aside> aside(words.size(), Aside::no);
  const auto fill = [&aside](std::size_t first, std::size_t count, Aside what) {
    std::fill_n(aside.begin() + static_cast<std::ptrdiff_t>(first), count, what);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (aside[i] != Aside::no) continue;
    if (is_date(words, i))
      fill(i, 3, Aside::date);
    else if (const std::size_t parts = count_parts(words, i); parts > 0)
      fill(i, parts, Aside::number);
    else if (is_long_number(words[i]) || (i > 0 && names_bank(words[i - 1], words[i])))
      aside[i] = Aside::number;
  }
  for (std::size_t i = words.size(); i-- > 1;) {
    if (aside[i] == Aside::no || aside[i - 1] != Aside::no) continue;
    const bool touches = words[i - 1].end == words[i].begin;  // "DE" of "DE123456789".
    if (touches || is_one_of(announcements, words[i - 1])) aside[i - 1] = Aside::announcement;
  }
  return aside;
}

}  // namespace

std::optional<std::vector<bool>> without_numbers_aside(const std::vector<Word>& words) {
  const std::vector<Aside> aside = set_aside(words);
  std::vector<bool> keep;
  for (const Aside each : aside) keep.push_back(each == Aside::no);
  if (std::find(keep.begin(), keep.end(), false) == keep.end()) return std::nullopt;
  return keep;
}

std::vector<Mark> numbers_aside(const std::vector<Word>& words) {
  std::vector<Mark> numbers;
  const std::vector<Aside> aside = set_aside(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (aside[i] != Aside::number) continue;
    const bool is_led = i > 0 && words[i - 1].end == words[i].begin;  // "DE" of "DE123456789".
    const std::size_t begin = words[is_led ? i - 1 : i].begin;
    while (i + 1 < words.size() && aside[i + 1] == Aside::number && words[i + 1].begin <= words[i].end + 1) ++i;
    numbers.push_back({begin, words[i].end});
  }
  return numbers;
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
