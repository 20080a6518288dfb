#pragma once

#include <string_view>

namespace lookup {

/// True when `text` is a day of the Gregorian calendar written as YYYY-MM-DD (ISO 8601), years 1900 to 2199.
[[nodiscard]] bool is_calendar_date(std::string_view text);

}  // namespace lookup
