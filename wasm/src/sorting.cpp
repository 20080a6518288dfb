#include "sorting.hpp"

#include <algorithm>
#include <numeric>

namespace lookup {

std::vector<std::uint32_t> stable_order(std::uint32_t count, StandsBefore stands_before, const void* context) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::stable_sort(order.begin(), order.end(), [stands_before, context](std::uint32_t first, std::uint32_t second) {
    return stands_before(context, first, second);
  });
  return order;
}

}  // namespace lookup
