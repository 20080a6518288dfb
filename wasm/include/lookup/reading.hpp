#pragma once

#include <string_view>
#include <vector>

#include "lookup/tokens.hpp"

namespace lookup {

/// The parts of a query that may each be a name of their own, as the words of `tokens` that they keep: the words of one
/// script where a name is written in two, what stands outside brackets and what within, what a comma, semicolon, slash
/// or "c/o" parts. Never the whole, nor parts of legal forms, numbers and single letters only; no two are the same.
/// `text` is what `tokens` was made of. Cost is linear.
[[nodiscard]] std::vector<std::vector<bool>> readings(std::string_view text, const Tokens& tokens);

}  // namespace lookup
