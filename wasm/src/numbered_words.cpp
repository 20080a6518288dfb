#include "numbered_words.hpp"

#include <algorithm>
#include <bit>

namespace lookup {
namespace {

constexpr std::size_t fewest_slots = 16;

bool is_count(char byte) { return static_cast<unsigned char>(byte) < ' '; }

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 0x811c9dc5;
  for (const char letter : word) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x9e3779b1U;
  return hash ^ hash >> 15;
}

}  // namespace

NumberedWords::NumberedWords(std::size_t expected)
    : slots_(std::bit_ceil(std::max(expected * 2 + 2, fewest_slots)), 0) {
  ends_.reserve(expected + 1);
}

NumberedWords::NumberedWords(std::string_view packed)
    : NumberedWords{static_cast<std::size_t>(std::count_if(packed.begin(), packed.end(), is_count))} {
  letters_.reserve(packed.size() * 2);
  std::string word;
  for (std::size_t begin = 0; begin < packed.size();) {
    word.resize(static_cast<unsigned char>(packed[begin]));
    std::size_t end = begin + 1;
    while (end < packed.size() && !is_count(packed[end])) ++end;
    word += packed.substr(begin + 1, end - begin - 1);
    add(word);
    begin = end;
  }
}

void NumberedWords::add(std::string_view word) {
  if ((size() + 1) * 2 > slots_.size()) grow();
  letters_ += word;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  std::uint32_t& slot = slots_[slot_of(word)];
  if (slot == 0) slot = static_cast<std::uint32_t>(size());
}

std::size_t NumberedWords::find(std::string_view word) const {
  const std::uint32_t slot = slots_[slot_of(word)];
  return slot == 0 ? size() : slot - 1;
}

/// Where `word` stands, or the free slot where it belongs.
std::size_t NumberedWords::slot_of(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(word) & mask;
  while (slots_[slot] != 0 && (*this)[slots_[slot] - 1] != word) slot = (slot + 1) & mask;
  return slot;
}

void NumberedWords::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t number = 0; number < size(); ++number) {
    std::uint32_t& slot = slots_[slot_of((*this)[number])];
    if (slot == 0) slot = static_cast<std::uint32_t>(number) + 1;
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace lookup
