#include "lookup/address_index.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "lookup/sound_key.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr double most_bits = 12;
constexpr std::size_t fewest_addresses = 4096;  // A short list does not make its words common.
constexpr double place_share = 0.6;             // Of its bits that a place keeps: places are told together.
// Bits of a number by what it counts; those that a street's house or a room have by chance are few.
constexpr double house_bits = 6;
constexpr double room_bits = 6;
constexpr double building_bits = 4;
constexpr double floor_bits = 3;
constexpr double other_number_bits = 4;
constexpr double postal_bits = 4;
constexpr double ordinal_bits = 3;
constexpr double direction_bits = 2;
// What many addresses have finds none; what is left must say as much as a street's name.
constexpr double least_key_bits = 5;
constexpr double least_shared_bits = 7;
constexpr std::size_t most_compared = 1000;

/// FNV-1a, 32 bits; `seed` keeps kinds of keys apart. That some keys meet only adds work.
std::uint32_t key_of(std::string_view text, std::uint32_t seed) {
  std::uint32_t hash = 2166136261U ^ seed;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

constexpr std::uint32_t word_seed = 0;
constexpr std::uint32_t sound_seed = 0x5bd1e995U;
constexpr std::uint32_t number_seed = 0x9e3779b9U;

bool is_wordlike(const AddressPart& part) {
  return part.kind == AddressPartKind::word || part.kind == AddressPartKind::street ||
         part.kind == AddressPartKind::place;
}

std::u32string sound_of(std::string_view word) { return sound_key(std::u32string{word.begin(), word.end()}); }

std::string narrow(std::u32string_view key) {
  std::string text;
  for (const char32_t c : key) text += static_cast<char>(c);
  return text;
}

/// The keys under which an address is found: its words, each two neighbours written together, sounds and numbers.
std::vector<std::uint32_t> keys_of(const std::vector<AddressPart>& parts) {
  std::vector<std::uint32_t> keys;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const AddressPart& part = parts[i];
    if (is_wordlike(part)) {
      keys.push_back(key_of(part.text, word_seed));
      for (const std::string& other : part.others) keys.push_back(key_of(other, word_seed));
      const std::string sound = narrow(sound_of(part.text));
      if (!sound.empty()) keys.push_back(key_of(sound, sound_seed));
      if (i + 1 < parts.size() && is_wordlike(parts[i + 1]))
        keys.push_back(key_of(part.text + parts[i + 1].text, word_seed));
    } else if (is_numbered(part.kind)) {
      keys.push_back(key_of(part.text, number_seed));
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// How often `part` halves `whole`, with straight lines between whole numbers.
double doublings(std::size_t part, std::size_t whole) {
  const double ratio = static_cast<double>(whole) / static_cast<double>(std::max<std::size_t>(part, 1));
  const auto floor = static_cast<unsigned>(std::max(ratio, 1.0));
  const int bits = static_cast<int>(std::bit_width(floor)) - 1;
  return bits + ratio / static_cast<double>(1U << static_cast<unsigned>(bits)) - 1;
}

double number_weight(const AddressPart& part) {
  switch (part.kind) {
    case AddressPartKind::house:
      return house_bits;
    case AddressPartKind::room:
      return room_bits;
    case AddressPartKind::building:
      return building_bits;
    case AddressPartKind::floor:
      return floor_bits;
    case AddressPartKind::postal:
      return postal_bits;
    default:
      return other_number_bits;
  }
}

}  // namespace

AddressIndex::AddressIndex(const List& list) : tells_place_(list.entries.size()) {
  std::vector<bool> text_tells;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < list.entries.size(); ++i) {
    for (const Address& address : list.entries[i].addresses) {
      if (address.text.empty()) continue;
      const auto [place, is_new] = numbers.try_emplace(address.text, static_cast<std::uint32_t>(texts_.size()));
      if (is_new) {
        const std::vector<AddressPart> parts = address_parts(address.text);
        for (const std::uint32_t key : keys_of(parts)) postings_.push_back({key, place->second});
        texts_.push_back(address.text);
        text_tells.push_back(tell_place(parts));
      }
      if (text_tells[place->second]) tells_place_[i] = true;
      users_.emplace_back(place->second, i);
    }
  }
  sort_stably(users_);
  users_.erase(std::unique(users_.begin(), users_.end()), users_.end());
  sort_stably(postings_,
              [](const Posting& a, const Posting& b) { return a.key != b.key ? a.key < b.key : a.text < b.text; });
  postings_.shrink_to_fit();
}

std::pair<const AddressIndex::Posting*, const AddressIndex::Posting*> AddressIndex::postings(std::uint32_t key) const {
  const auto [first, last] = std::equal_range(postings_.begin(), postings_.end(), Posting{key, 0},
                                              [](const Posting& a, const Posting& b) { return a.key < b.key; });
  return {postings_.data() + (first - postings_.begin()), postings_.data() + (last - postings_.begin())};
}

double AddressIndex::bits_of(std::uint32_t key) const {
  const auto [first, last] = postings(key);
  return std::min(most_bits,
                  doublings(static_cast<std::size_t>(last - first), std::max(texts_.size(), fewest_addresses)));
}

WeighedAddress AddressIndex::weigh(std::vector<AddressPart> parts, std::size_t begin) const {
  WeighedAddress address;
  address.begin = begin;
  for (const AddressPart& part : parts) {
    double weight = 0;
    bool is_known = false;
    if (is_wordlike(part)) {
      const std::uint32_t key = key_of(part.text, word_seed);
      const auto [first, last] = postings(key);
      is_known = first != last;
      weight = bits_of(key);
      if (part.is_ordinal) weight = ordinal_bits;
      if (part.is_direction) weight = direction_bits;
      if (part.kind == AddressPartKind::place) weight *= place_share;
    } else if (is_numbered(part.kind)) {
      weight = number_weight(part);
    }
    address.weights.push_back(weight);
    address.is_known.push_back(is_known);
  }
  address.parts = std::move(parts);
  return address;
}

std::vector<AddressHit> AddressIndex::find(const WeighedAddress& asked) const {
  std::vector<double> shared(texts_.size());
  for (const std::uint32_t key : keys_of(asked.parts)) {
    const double bits = bits_of(key);
    if (bits < least_key_bits) continue;
    const auto [first, last] = postings(key);
    for (const Posting* posting = first; posting != last; ++posting) shared[posting->text] += bits;
  }
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t text = 0; text < shared.size(); ++text)
    if (shared[text] >= least_shared_bits) candidates.push_back(text);
  if (candidates.size() > most_compared) {
    sort_stably(candidates, [&shared](std::uint32_t a, std::uint32_t b) { return shared[a] > shared[b]; });
    candidates.resize(most_compared);
  }
  std::vector<AddressHit> hits;
  for (const std::uint32_t text : candidates) {
    const std::optional<AddressAgreement> agreement = compare(asked, weigh(address_parts(texts_[text]), 0));
    if (!agreement) continue;
    auto user = std::lower_bound(users_.begin(), users_.end(), std::pair{text, std::uint32_t{0}});
    for (; user != users_.end() && user->first == text; ++user)
      hits.push_back({user->second, texts_[text], *agreement, 0, asked.parts.size()});
  }
  keep_best(hits);
  return hits;
}

void keep_best(std::vector<AddressHit>& hits) {
  sort_stably(hits, [](const AddressHit& a, const AddressHit& b) {
    return a.entry != b.entry ? a.entry < b.entry : a.agreement.score > b.agreement.score;
  });
  hits.erase(std::unique(hits.begin(), hits.end(),
                         [](const AddressHit& a, const AddressHit& b) { return a.entry == b.entry; }),
             hits.end());
}

const AddressIndex& LateAddressIndex::get() const {
  std::call_once(state_->made, [this] { state_->index.emplace(*state_->list); });
  return *state_->index;
}

}  // namespace lookup
