#include "lookup/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "lookup/edit_distance.hpp"

namespace lookup {
namespace {

std::uint32_t hash_of(std::u32string_view first, std::u32string_view second) {
  std::uint32_t hash = 0x811c9dc5;
  for (const std::u32string_view piece : {first, second})
    for (const char32_t letter : piece) hash = (hash ^ letter) * 0x9e3779b1U;
  return hash ^ hash >> 15;
}

/// Puts words into the order of their code points by comparing numbers: a letter's rank in the alphabet takes few bits,
/// so that the beginning of a word fits into one number.
class WordOrder {
 public:
  explicit WordOrder(std::u32string_view letters) {
    std::array<bool, ascii_letters> seen{};
    for (const char32_t letter : letters) {
      if (letter >= ascii_letters)
        alphabet_ += letter;
      else
        seen[letter] = true;
    }
    for (std::size_t letter = 0; letter < ascii_letters; ++letter)
      if (seen[letter]) alphabet_ += static_cast<char32_t>(letter);
    std::sort(alphabet_.begin(), alphabet_.end());
    alphabet_.erase(std::unique(alphabet_.begin(), alphabet_.end()), alphabet_.end());
    alphabet_.shrink_to_fit();
    for (std::size_t i = 0; i < alphabet_.size() && alphabet_[i] < ascii_letters; ++i)
      ascii_rank_[alphabet_[i]] = i + 1;
    bits_ = static_cast<std::size_t>(std::bit_width(alphabet_.size()));
  }

  /// The beginning of a word as a number: where two differ, the words stand in the same order.
  [[nodiscard]] std::uint64_t key(std::u32string_view word) const {
    std::uint64_t key = 0;
    const std::size_t count = letters_in_key();
    for (std::size_t i = 0; i < count; ++i) key = key << bits_ | (i < word.size() ? rank(word[i]) : 0);
    return key;
  }
  [[nodiscard]] std::size_t letters_in_key() const { return bits_ == 0 ? 0 : 64 / bits_; }
  [[nodiscard]] std::u32string take_alphabet() { return std::move(alphabet_); }

 private:
  static constexpr std::size_t ascii_letters = 128;

  [[nodiscard]] std::uint64_t rank(char32_t letter) const {
    if (letter < ascii_letters) return ascii_rank_[letter];
    return static_cast<std::uint64_t>(std::lower_bound(alphabet_.begin(), alphabet_.end(), letter) -
                                      alphabet_.begin()) +
           1;
  }

  std::u32string alphabet_;  // Sorted.
  std::array<std::uint64_t, ascii_letters> ascii_rank_{};
  std::size_t bits_ = 0;
};

}  // namespace

std::u32string_view VocabularyBuilder::text(std::uint32_t number) const {
  return std::u32string_view{letters_}.substr(offsets_[number], offsets_[number + 1] - offsets_[number]);
}

std::uint32_t VocabularyBuilder::add(std::u32string_view first, std::u32string_view second) {
  if (size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(first, second);
  for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot] == 0) {
      slots_[slot] = static_cast<std::uint32_t>(size()) + 1;
      letters_ += first;
      letters_ += second;
      offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
      hashes_.push_back(hash);
      return slots_[slot] - 1;
    }
    const std::uint32_t number = slots_[slot] - 1;
    if (hashes_[number] != hash) continue;
    const std::u32string_view known = text(number);
    if (known.size() == first.size() + second.size() && known.starts_with(first) && known.ends_with(second))
      return number;
  }
}

void VocabularyBuilder::grow() {
  slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), 0);
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t slot = hashes_[number] & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = number + 1;
  }
}

VocabularyBuilder::Built VocabularyBuilder::build() && {
  struct Keyed {
    std::uint64_t key;
    std::uint32_t number;
  };
  WordOrder order{letters_};
  std::vector<Keyed> sorted;
  sorted.reserve(size());
  for (std::uint32_t number = 0; number < size(); ++number) sorted.push_back({order.key(text(number)), number});
  const std::size_t told = order.letters_in_key();
  const auto rest = [this, told](std::uint32_t number) {
    const std::u32string_view word = text(number);
    return word.substr(std::min(told, word.size()));
  };
  std::sort(sorted.begin(), sorted.end(), [&rest](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : rest(a.number) < rest(b.number);
  });

  Built built;
  Vocabulary& vocabulary = built.vocabulary;
  built.ids.resize(size());
  vocabulary.alphabet_ = order.take_alphabet();
  vocabulary.letters_.reserve(letters_.size());
  vocabulary.offsets_.reserve(offsets_.size());
  vocabulary.letter_sets_.reserve(size());
  for (const Keyed& keyed : sorted) {
    const std::u32string_view word = text(keyed.number);
    built.ids[keyed.number] = static_cast<WordId>(vocabulary.offsets_.size());
    vocabulary.offsets_.push_back(static_cast<std::uint32_t>(vocabulary.letters_.size()));
    vocabulary.letters_ += word;
    vocabulary.letter_sets_.push_back(letter_set(word));
  }
  vocabulary.offsets_.push_back(static_cast<std::uint32_t>(vocabulary.letters_.size()));
  vocabulary.deletions_ = DeletionIndex{vocabulary.letters_, vocabulary.offsets_};
  *this = {};
  return built;
}

Vocabulary::Vocabulary(const std::vector<std::u32string>& words) {
  VocabularyBuilder builder;
  for (const std::u32string& word : words) builder.add(word);
  *this = std::move(builder).build().vocabulary;
}

std::u32string_view Vocabulary::text(WordId word) const {
  return std::u32string_view{letters_}.substr(offsets_[word], offsets_[word + 1] - offsets_[word]);
}

template <class IsPast>
WordId Vocabulary::first_where(const IsPast& is_past) const {
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
}

WordId Vocabulary::find(std::u32string_view text) const {
  const WordId word = first_where([text](std::u32string_view each) { return each >= text; });
  return word < size() && this->text(word) == text ? word : static_cast<WordId>(size());
}

std::pair<WordId, WordId> Vocabulary::beginning_with(std::u32string_view prefix) const {
  return {first_where([prefix](std::u32string_view word) { return word >= prefix; }),
          first_where([prefix](std::u32string_view word) { return word.substr(0, prefix.size()) > prefix; })};
}

bool Vocabulary::knows_letters_of(std::u32string_view text) const {
  return std::all_of(text.begin(), text.end(), [this](char32_t letter) {
    return std::binary_search(alphabet_.begin(), alphabet_.end(), letter);
  });
}

void Vocabulary::find_near(std::u32string_view wanted, std::size_t budget, std::vector<NearWord>& found) const {
  if (budget == 0) return;
  std::vector<WordId> words;
  if (DeletionIndex::serves(wanted.size(), budget)) {
    deletions_.gather(wanted, words);
  } else {
    words.resize(size());
    std::iota(words.begin(), words.end(), WordId{0});
  }
  find_near_among(words, wanted, budget, found);
}

void Vocabulary::find_near_among(std::span<const WordId> words, std::u32string_view wanted, std::size_t budget,
                                 std::vector<NearWord>& found) const {
  std::vector<WordId> likely;
  const std::uint32_t wanted_set = letter_set(wanted);
  for (const WordId word : words) {
    const std::size_t length = offsets_[word + 1] - offsets_[word];
    if (length + budget < wanted.size() || length > wanted.size() + budget) continue;
    if (may_be_near(letter_sets_[word], wanted_set, budget)) likely.push_back(word);
  }
  if (likely.empty()) return;
  std::sort(likely.begin(), likely.end());
  likely.erase(std::unique(likely.begin(), likely.end()), likely.end());
  const PreparedWord prepared{wanted};
  for (const WordId word : likely) {
    const std::size_t distance = prepared.distance(text(word), budget);
    if (distance > 0 && distance <= budget) found.push_back({word, static_cast<std::uint32_t>(distance)});
  }
}

}  // namespace lookup
