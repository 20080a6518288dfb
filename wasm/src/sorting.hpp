#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace lookup {

/// Whether the thing of the first number stands before that of the second, by what `context` points to.
using StandsBefore = bool (*)(const void* context, std::uint32_t first, std::uint32_t second);

/// The numbers 0 to `count` - 1 in the order of what they number; equals keep theirs.
[[nodiscard]] std::vector<std::uint32_t> stable_order(std::uint32_t count, StandsBefore stands_before,
                                                      const void* context);

/// Sorts as std::stable_sort does, in O(n log n). Each use of that one would add two to seven KB to the module that
/// every page loads: here all uses share one, and a few values are put in their places without it.
template <class Value, class Before = std::less<>>
void sort_stably(Value* values, std::size_t count, const Before& is_before = {}) {
  constexpr std::size_t few = 16;
  if (count <= few) {
    for (std::size_t i = 1; i < count; ++i) {
      if (!is_before(values[i], values[i - 1])) continue;
      Value moved = std::move(values[i]);
      std::size_t place = i;
      for (; place > 0 && is_before(moved, values[place - 1]); --place) values[place] = std::move(values[place - 1]);
      values[place] = std::move(moved);
    }
    return;
  }
  struct Context {
    const Value* values;
    const Before* is_before;
  };
  const Context context{values, &is_before};
  const auto stands_before = [](const void* of, std::uint32_t first, std::uint32_t second) {
    const auto& [held, before] = *static_cast<const Context*>(of);
    return (*before)(held[first], held[second]);
  };
  std::vector<Value> sorted;
  sorted.reserve(count);
  for (const std::uint32_t number : stable_order(static_cast<std::uint32_t>(count), stands_before, &context))
    sorted.push_back(std::move(values[number]));
  for (std::size_t i = 0; i < count; ++i) values[i] = std::move(sorted[i]);
}

/// The same for all of a vector or string.
template <class Values, class Before = std::less<>>
void sort_stably(Values& values, const Before& is_before = {}) {
  sort_stably(values.data(), values.size(), is_before);
}

}  // namespace lookup
