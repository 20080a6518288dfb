#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace lookup::tables {

/// Numbers of two bytes. Low and high bytes stand apart, which gzip makes smaller.
template <std::size_t count>
struct SplitNumbers {
  std::array<std::uint8_t, count> low;
  std::array<std::uint8_t, count> high;

  [[nodiscard]] static constexpr std::size_t size() { return count; }
  [[nodiscard]] constexpr std::uint16_t operator[](std::size_t place) const {
    return static_cast<std::uint16_t>(low[place] | high[place] << 8);
  }
};

}  // namespace lookup::tables
