#include "lookup/vocabulary.hpp"

#include <algorithm>

#include "lookup/edit_distance.hpp"

namespace lookup {
Vocabulary::Vocabulary(std::vector<std::u32string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const std::u32string& word : words) {
    offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
    letters_ += word;
    outlines_.push_back({letter_set(word), static_cast<WordId>(outlines_.size())});
  }
  offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
  alphabet_ = letters_;  // NOLINT(cppcoreguidelines-prefer-member-initializer): letters_ is filled above.
  std::sort(alphabet_.begin(), alphabet_.end());
  alphabet_.erase(std::unique(alphabet_.begin(), alphabet_.end()), alphabet_.end());
  alphabet_.shrink_to_fit();
  const auto length_of = [this](const Outline& outline) { return text(outline.word).size(); };
  std::stable_sort(outlines_.begin(), outlines_.end(),
                   [&length_of](const Outline& a, const Outline& b) { return length_of(a) < length_of(b); });
  for (const Outline& outline : outlines_)
    while (length_begins_.size() <= length_of(outline))
      length_begins_.push_back(static_cast<std::uint32_t>(&outline - outlines_.data()));
  length_begins_.push_back(static_cast<std::uint32_t>(outlines_.size()));
}

std::u32string_view Vocabulary::text(WordId word) const {
  return std::u32string_view{letters_}.substr(offsets_[word], offsets_[word + 1] - offsets_[word]);
}

WordId Vocabulary::find(std::u32string_view text) const {
  const auto [first, last] = beginning_with(text);
  return first < last && this->text(first) == text ? first : static_cast<WordId>(size());
}

std::pair<WordId, WordId> Vocabulary::beginning_with(std::u32string_view prefix) const {
  const auto first_where = [this](auto&& is_past) {
    WordId low = 0;
    auto high = static_cast<WordId>(size());
    while (low < high) {
      const WordId middle = low + (high - low) / 2;
      if (is_past(text(middle)))
        high = middle;
      else
        low = middle + 1;
    }
    return low;
  };
  return {first_where([prefix](std::u32string_view word) { return word >= prefix; }),
          first_where([prefix](std::u32string_view word) { return word.substr(0, prefix.size()) > prefix; })};
}

bool Vocabulary::knows_letters_of(std::u32string_view text) const {
  return std::all_of(text.begin(), text.end(), [this](char32_t letter) {
    return std::binary_search(alphabet_.begin(), alphabet_.end(), letter);
  });
}

void Vocabulary::find_near(std::u32string_view wanted, std::size_t budget, std::vector<NearWord>& found) const {
  if (budget == 0 || size() == 0) return;
  const std::size_t lengths = length_begins_.size() - 1;
  const std::size_t shortest = std::min(lengths, wanted.size() > budget ? wanted.size() - budget : 0);
  const std::size_t end = std::min(lengths, wanted.size() + budget + 1);
  const PreparedWord prepared{wanted};
  const std::uint32_t wanted_set = letter_set(wanted);
  for (std::uint32_t i = length_begins_[shortest]; i < length_begins_[end]; ++i) {
    const Outline& outline = outlines_[i];
    if (!may_be_near(outline.letter_set, wanted_set, budget)) continue;
    const std::size_t distance = prepared.distance(text(outline.word), budget);
    if (distance > 0 && distance <= budget) found.push_back({outline.word, static_cast<std::uint32_t>(distance)});
  }
}

}  // namespace lookup
