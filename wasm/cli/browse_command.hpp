#pragma once

#include <span>
#include <string_view>

namespace lookup {

/// `browse [TEXT]`: prints the entries that a filter lets through. Returns the exit status: 0, of none too, or
/// `exit_error`.
int run_browse(std::span<const std::string_view> words);

/// `entry LIST ID`: prints one entry whole. Returns the exit status: 0 or `exit_error`.
int run_entry(std::span<const std::string_view> words);

}  // namespace lookup
