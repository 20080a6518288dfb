#include "lookup/calendar_date.hpp"

#include <charconv>
#include <chrono>

namespace lookup {
namespace {

/// The number that `digits` spells, or -1 when it holds anything else than digits.
int number(std::string_view digits) {
  int value = -1;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
  }
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

bool is_calendar_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  if (year < 1900 || year > 2199 || month < 1 || day < 1) return false;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok();
}

}  // namespace lookup
