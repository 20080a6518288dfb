#pragma once

#include <span>
#include <string_view>

namespace lookup {

/// `entity-lookup diff OLD NEW`: what differs between two publications (`compare`). `arguments` are those after the
/// word `diff`; each side is what `read_lists` takes, and `--list` names a list, time and again, where not all are
/// wanted.
///
/// Prints a line for each list and then each change, or with `--json` one JSON object (`to_json`). Returns 0 where no
/// entry differs, 1 where one does, or one sentence and 2.
[[nodiscard]] int run_diff(std::span<const std::string_view> words);

}  // namespace lookup
