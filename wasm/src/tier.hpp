#pragma once

#include <algorithm>
#include <cstddef>

/// A function that a loop calls often and that shall stay one of its own. A browser runs a function of WebAssembly
/// slowly until it has optimised it, and takes the optimised one at its next call only: the body of a loop that runs
/// once, over a whole list, would never be quick.
#define LOOKUP_OWN_FUNCTION [[gnu::noinline]]

namespace lookup {

/// Calls `use` with the ends [first, last) of one stretch of `count` things after the other; see `LOOKUP_OWN_FUNCTION`.
template <class Use>
void for_stretches(std::size_t count, const Use& use) {
  constexpr std::size_t stretch = 512;
  for (std::size_t first = 0; first < count; first += stretch) use(first, std::min(count, first + stretch));
}

}  // namespace lookup
