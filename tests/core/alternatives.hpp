#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// Every way through the alternatives of a pattern: "{open|closed} {joint stock|} company" is four phrases, of words
/// with single spaces. A group may hold groups. One phrase may come out twice. Braces must be paired. Cost is linear in
/// what comes out.
[[nodiscard]] std::vector<std::string> alternatives(std::string_view pattern);

}  // namespace lookup
