#include "lookup/hints.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lookup/calendar_date.hpp"
#include "lookup/country.hpp"

namespace lookup {
namespace {

constexpr int circa_years = 2;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The first and the last year that a published date allows.
struct Years {
  int first;
  int last;
};

std::optional<int> year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at > 0 && is_digit(text[at - 1])) || (at + 4 < text.size() && is_digit(text[at + 4])))
    return std::nullopt;
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    year = year * 10 + (text[i] - '0');
  }
  return year;
}

std::optional<Years> years_of(std::string_view published) {
  std::optional<Years> years;
  for (std::size_t at = 0; at < published.size(); ++at) {
    const std::optional<int> year = year_at(published, at);
    if (!year) continue;
    if (!years) years = Years{*year, *year};
    years->first = std::min(years->first, *year);
    years->last = std::max(years->last, *year);
  }
  if (years && published.find("circa") != std::string_view::npos) {
    years->first -= circa_years;
    years->last += circa_years;
  }
  return years;
}

/// `1956-09-13` as `1956-13-09`.
std::string with_day_first(std::string_view day) {
  std::string text{day.substr(0, 5)};
  text.append(day.substr(8, 2)).append("-").append(day.substr(5, 2));
  return text;
}

HintAgreement compare_date(std::string_view asked, std::string_view published) {
  const std::optional<Years> years = years_of(published);
  if (!years) return HintAgreement::unknown;
  const int year = *year_at(asked, 0);
  if (year < years->first || year > years->last) return HintAgreement::differs;
  const bool both_say_more = asked.size() > 4 && is_calendar_date(published);
  if (!both_say_more || published.starts_with(asked)) return HintAgreement::agrees;
  if (asked.size() == published.size() && with_day_first(asked) == published) return HintAgreement::agrees;
  return HintAgreement::unknown;
}

}  // namespace

std::string_view name_of(HintAgreement agreement) {
  switch (agreement) {
    case HintAgreement::not_asked:
      return {};
    case HintAgreement::agrees:
      return "agrees";
    case HintAgreement::differs:
      return "differs";
    case HintAgreement::unknown:
      return "unknown";
  }
  return {};
}

HintAgreement compare_country(std::string_view asked, const Entry& entry) {
  if (asked.empty()) return HintAgreement::not_asked;
  bool any = false;
  for (const std::vector<std::string>* named :
       {&entry.countries, &entry.person.get().nationalities, &entry.person.get().citizenships}) {
    if (std::any_of(named->begin(), named->end(), [asked](const auto& code) { return assigned_code(code) == asked; }))
      return HintAgreement::agrees;
    any = any || !named->empty();
  }
  return any ? HintAgreement::differs : HintAgreement::unknown;
}

bool is_birth_date(std::string_view text) {
  if (text.size() == 4) return is_calendar_date(std::string{text} + "-01-01");
  if (text.size() == 7) return is_calendar_date(std::string{text} + "-01");
  return is_calendar_date(text);
}

HintAgreement compare_birth(std::string_view asked, const Entry& entry) {
  if (asked.empty()) return HintAgreement::not_asked;
  // One date of several that agrees is enough; one that is unclear keeps the others from telling against the person.
  HintAgreement best = HintAgreement::unknown;
  bool any = false;
  for (const std::string& published : entry.person.get().dates_of_birth) {
    const HintAgreement agreement = compare_date(asked, published);
    if (agreement == HintAgreement::agrees) return agreement;
    if (!any || agreement == HintAgreement::unknown) best = agreement;
    any = true;
  }
  return best;
}

}  // namespace lookup
