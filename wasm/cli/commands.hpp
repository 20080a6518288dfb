#pragma once

#include <span>
#include <string_view>

#include "lookup/error.hpp"

namespace lookup {

/// Exit statuses of every command; `diff` has its own names for the first two.
enum ExitStatus : int { exit_no_match = 0, exit_same = 0, exit_matches = 1, exit_differ = 1, exit_error = 2 };

/// `check NAME`: checks one name and prints the matches. Returns the exit status.
int run_check(std::span<const std::string_view> words);

/// `screen [INPUT]`: checks one name a line and prints one JSON object a line. Returns the exit status; a line that
/// could not be checked makes it `exit_error`.
int run_screen(std::span<const std::string_view> words);

/// Writes out what was printed so far; false when any of it could not be written, as on a full disk.
[[nodiscard]] bool flush_output();

/// Ends a command that printed its answer: `status`, or the error `file_unwritable` when not all of it was written.
[[nodiscard]] int finish_output(int status);

/// Prints the error on standard error and returns `exit_error`.
int report(const Error& error);

}  // namespace lookup
