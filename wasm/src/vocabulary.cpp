#include "lookup/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "lookup/edit_distance.hpp"
#include "sorting.hpp"
#include "tier.hpp"

namespace lookup {
namespace {

constexpr std::size_t fewest_slots = 64;
constexpr std::size_t counted_bits = 15;  // Three letters of an alphabet of up to 31.
constexpr std::uint32_t first_hash = 0x811c9dc5;

/// The hash of a word that goes on with these letters after what gave `hash`.
std::uint32_t hash_on(std::uint32_t hash, std::u32string_view letters) {
  for (const char32_t letter : letters) hash = (hash ^ letter) * 0x9e3779b1U;
  return hash;
}

/// Puts words into the order of their code points by comparing numbers: a letter's rank in the alphabet takes few bits,
/// so that the beginning of a word fits into one number.
class WordOrder {
 public:
  /// All words must be noted before `rank_letters`, and that called before `key`.
  LOOKUP_OWN_FUNCTION void note(std::u32string_view word) {
    for (const char32_t letter : word) {
      if (letter >= ascii_letters)
        alphabet_ += letter;
      else
        ascii_rank_[letter] = 1;
    }
  }

  void rank_letters() {
    for (std::size_t letter = 0; letter < ascii_letters; ++letter)
      if (ascii_rank_[letter] != 0) alphabet_ += static_cast<char32_t>(letter);
    sort_stably(alphabet_);
    alphabet_.erase(std::unique(alphabet_.begin(), alphabet_.end()), alphabet_.end());
    alphabet_.shrink_to_fit();
    for (std::size_t i = 0; i < alphabet_.size() && alphabet_[i] < ascii_letters; ++i)
      ascii_rank_[alphabet_[i]] = i + 1;
    bits_ = static_cast<std::size_t>(std::bit_width(alphabet_.size()));
  }

  /// The beginning of a word as a number: where two differ, the words stand in the same order.
  [[nodiscard]] LOOKUP_OWN_FUNCTION std::uint64_t key(std::u32string_view word) const {
    std::uint64_t key = 0;
    const std::size_t count = letters_in_key();
    for (std::size_t i = 0; i < count; ++i) key = key << bits_ | (i < word.size() ? rank(word[i]) : 0);
    return key;
  }
  /// How many bits of a key are used.
  [[nodiscard]] std::size_t bits_in_key() const { return bits_ * letters_in_key(); }
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

/// A word by its number, with the beginning of its letters.
struct Keyed {
  std::uint64_t key;
  std::uint32_t number;
};

/// Puts words into buckets by the first bits of their keys.
class Buckets {
 public:
  explicit Buckets(std::size_t bits_in_key)
      : shift_(bits_in_key < counted_bits ? 0 : bits_in_key - counted_bits),
        ends_((std::size_t{1} << counted_bits) + 1, 0) {}

  LOOKUP_OWN_FUNCTION void count(std::span<const Keyed> words) {
    for (const Keyed& word : words) ++ends_[bucket_of(word) + 1];
  }
  void add_up() { std::partial_sum(ends_.begin(), ends_.end(), ends_.begin()); }
  LOOKUP_OWN_FUNCTION void put(std::span<const Keyed> words, std::vector<Keyed>& ordered) {
    for (const Keyed& word : words) ordered[ends_[bucket_of(word)]++] = word;
  }
  /// One past the last word of each bucket, once all are put.
  [[nodiscard]] std::span<const std::uint32_t> ends() const { return std::span{ends_}.first(ends_.size() - 1); }

 private:
  [[nodiscard]] std::size_t bucket_of(const Keyed& word) const { return static_cast<std::size_t>(word.key >> shift_); }

  std::size_t shift_;
  std::vector<std::uint32_t> ends_;
};

template <class IsBefore>
LOOKUP_OWN_FUNCTION void sort_bucket(std::span<Keyed> words, const IsBefore& is_before) {
  sort_stably(words.data(), words.size(), is_before);
}

}  // namespace

std::u32string_view VocabularyBuilder::text(std::uint32_t number) const {
  return std::u32string_view{letters_}.substr(offsets_[number], offsets_[number + 1] - offsets_[number]);
}

VocabularyBuilder::VocabularyBuilder(std::size_t expected) {
  resize(std::bit_ceil(expected * 2 + 2));
  offsets_.reserve(expected + 1);
}

std::uint32_t VocabularyBuilder::add(std::u32string_view word) { return add(word, {}, hash_on(first_hash, word)); }

std::pair<std::uint32_t, std::uint32_t> VocabularyBuilder::add_with_next(std::u32string_view word,
                                                                         std::u32string_view next) {
  const std::uint32_t hash = hash_on(first_hash, word);
  const std::uint32_t own = add(word, {}, hash);
  return {own, add(word, next, hash_on(hash, next))};
}

std::uint32_t VocabularyBuilder::add(std::u32string_view first, std::u32string_view second, std::uint32_t hash) {
  if (size() * 2 >= slots_.size()) resize(std::max<std::size_t>(fewest_slots, slots_.size() * 2));
  hash ^= hash >> 15;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const std::uint64_t held = slots_[slot];
    if (held == 0) {
      const std::uint32_t number = add_new(first, second);
      slots_[slot] = std::uint64_t{hash} << 32 | (number + 1);
      return number;
    }
    if (held >> 32 != hash) continue;
    const std::uint32_t number = static_cast<std::uint32_t>(held) - 1;
    const std::u32string_view known = text(number);
    if (known.size() == first.size() + second.size() && known.starts_with(first) && known.ends_with(second))
      return number;
  }
}

std::uint32_t VocabularyBuilder::add_new(std::u32string_view first, std::u32string_view second) {
  letters_ += first;
  letters_ += second;
  offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
  return static_cast<std::uint32_t>(size() - 1);
}

void VocabularyBuilder::resize(std::size_t slots) {
  std::vector<std::uint64_t> old(slots, 0);
  old.swap(slots_);
  for (const std::uint64_t held : old) {
    if (held == 0) continue;
    std::size_t slot = static_cast<std::size_t>(held >> 32) & (slots - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots - 1);
    slots_[slot] = held;
  }
}

VocabularyBuilder::Built VocabularyBuilder::build() && {
  WordOrder order;
  for (std::uint32_t number = 0; number < size(); ++number) order.note(text(number));
  order.rank_letters();
  std::vector<Keyed> words;
  words.reserve(size());
  for (std::uint32_t number = 0; number < size(); ++number) words.push_back({order.key(text(number)), number});
  const std::size_t told = order.letters_in_key();
  const auto rest = [this, told](std::uint32_t number) {
    const std::u32string_view word = text(number);
    return word.substr(std::min(told, word.size()));
  };
  const auto is_before = [&rest](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : rest(a.number) < rest(b.number);
  };
  // Counted out by their first letters, then sorted among the few that share them.
  Buckets buckets{order.bits_in_key()};
  std::vector<Keyed> sorted(words.size());
  for_stretches(words.size(), [&](std::size_t first, std::size_t last) {
    buckets.count({words.data() + first, last - first});
  });
  buckets.add_up();
  for_stretches(words.size(), [&](std::size_t first, std::size_t last) {
    buckets.put({words.data() + first, last - first}, sorted);
  });
  std::size_t begin = 0;
  for (const std::uint32_t end : buckets.ends()) {
    sort_bucket(std::span{sorted}.subspan(begin, end - begin), is_before);
    begin = end;
  }

  Built built;
  Vocabulary& vocabulary = built.vocabulary;
  built.ids.resize(size());
  vocabulary.alphabet_ = order.take_alphabet();
  vocabulary.letters_.reserve(letters_.size());
  vocabulary.offsets_.reserve(offsets_.size());
  vocabulary.letter_sets_.reserve(size());
  for (const Keyed& word : sorted) {
    built.ids[word.number] = static_cast<WordId>(vocabulary.letter_sets_.size());
    vocabulary.append(text(word.number));
  }
  vocabulary.offsets_.push_back(static_cast<std::uint32_t>(vocabulary.letters_.size()));
  vocabulary.deletions_ = DeletionIndex{vocabulary.letters_, vocabulary.offsets_};
  *this = {};
  return built;
}

/// Adds the next word.
LOOKUP_OWN_FUNCTION void Vocabulary::append(std::u32string_view word) {
  offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
  letters_ += word;
  letter_sets_.push_back(letter_set(word));
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
