#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lookup/list.hpp"
#include "lookup/screener.hpp"

namespace lookup {

/// The parts with commas between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

/// Text that did not come from here, kept to one line of a terminal.
[[nodiscard]] std::string one_line(std::string_view text);

/// Prints one line under a label; none for an empty text.
void print_line(std::string_view label, std::string_view text);

/// Several lines under one label.
void print_lines(std::string_view label, const std::vector<std::string>& lines);

/// What the entry's list means.
[[nodiscard]] std::string_view consequence_of(const Entry& entry, const List& list);

/// Prints what the entry's list means, and what the entry itself says, as published and in plain words.
void print_rule(const Entry& entry, const List& list);

/// Prints the programmes and notices that the entry rests on, and since when.
void print_sources(const Entry& entry);

/// "EL (3420 entries), SDN (19181 entries) as of 2026-07-31", with each date once where lists share it.
[[nodiscard]] std::string lists_searched(const std::vector<SearchedList>& lists);

}  // namespace lookup
