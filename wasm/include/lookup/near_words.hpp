#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/vocabulary.hpp"

namespace lookup {

/// The words of one vocabulary that are within `typo_budget` of others, looked up once for all readings of a query.
class NearWords {
 public:
  explicit NearWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// As `Vocabulary::find_near`. The view lives until the next call.
  [[nodiscard]] std::span<const NearWord> of(std::u32string_view text);

 private:
  const Vocabulary& vocabulary_;
  std::vector<std::u32string> texts_;  // All that were asked for …
  std::vector<std::size_t> ends_;      // … and where in `near_` what is near to each ends.
  std::vector<NearWord> near_;
};

}  // namespace lookup
