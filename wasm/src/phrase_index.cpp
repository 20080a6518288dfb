#include "phrase_index.hpp"

#include <bit>

namespace lookup {
namespace {

constexpr std::uint32_t no_letters = 0x811c9dc5;

std::uint32_t with_letter(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 0x9e3779b1U;
}

}  // namespace

PhraseIndex::PhraseIndex(std::size_t most_phrases) {
  // A phrase adds about one beginning more than itself.
  beginnings_.reserve(most_phrases * 2);
  hashes_.reserve(most_phrases * 2);
  slots_.assign(std::bit_ceil(most_phrases * 4 + 2), 0);
}

/// Where `words` stand, or the free slot where they belong.
std::size_t PhraseIndex::slot_of(std::string_view words, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hash ^ hash >> 15) & mask;
  while (slots_[slot] != 0 && (hashes_[slots_[slot] - 1] != hash || beginnings_[slots_[slot] - 1].words != words))
    slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t PhraseIndex::place_of(std::string_view words, std::uint32_t hash) {
  if (beginnings_.size() * 2 >= slots_.size()) grow();
  const std::size_t slot = slot_of(words, hash);
  if (slots_[slot] == 0) {
    beginnings_.push_back({words, nullptr});
    hashes_.push_back(hash);
    slots_[slot] = static_cast<std::uint32_t>(beginnings_.size());
  }
  return slots_[slot] - 1;
}

void PhraseIndex::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < beginnings_.size(); ++i)
    slots_[slot_of(beginnings_[i].words, hashes_[i])] = static_cast<std::uint32_t>(i) + 1;
}

void PhraseIndex::add(std::string_view phrase, const LegalFormSpelling& form) {
  std::uint32_t hash = no_letters;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == ' ') place_of(phrase.substr(0, i), hash);
    hash = with_letter(hash, phrase[i]);
  }
  Beginning& all = beginnings_[place_of(phrase, hash)];
  if (all.whole == nullptr) all.whole = &form;
}

const PhraseIndex::Beginning* PhraseIndex::find(std::string_view words) const {
  std::uint32_t hash = no_letters;
  for (const char letter : words) hash = with_letter(hash, letter);
  const std::uint32_t place = slots_[slot_of(words, hash)];
  return place == 0 ? nullptr : &beginnings_[place - 1];
}

}  // namespace lookup
