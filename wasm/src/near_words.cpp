#include "lookup/near_words.hpp"

#include <algorithm>

#include "lookup/edit_distance.hpp"

namespace lookup {

std::span<const NearWord> NearWords::of(std::u32string_view text) {
  const auto number = static_cast<std::size_t>(std::find(texts_.begin(), texts_.end(), text) - texts_.begin());
  if (number == texts_.size()) {
    texts_.emplace_back(text);
    vocabulary_.find_near(text, typo_budget(text.size()), near_);
    ends_.push_back(near_.size());
  }
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::span{near_}.subspan(begin, ends_[number] - begin);
}

}  // namespace lookup
