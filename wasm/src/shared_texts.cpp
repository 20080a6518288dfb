#include "lookup/shared_texts.hpp"

#include <algorithm>
#include <cstddef>

#include "lookup/sha256.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest_digits = 8;
constexpr std::size_t longest_digits = 64;

struct DigestedText {
  std::string digest;
  std::string text;
};

std::size_t shared_digits(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
}

}  // namespace

std::vector<SharedText> key_texts(char prefix, std::vector<std::string> texts) {
  sort_stably(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::vector<DigestedText> digested;
  digested.reserve(texts.size());
  for (std::string& text : texts) digested.push_back({sha256_hex(text), std::move(text)});
  sort_stably(digested, [](const DigestedText& a, const DigestedText& b) { return a.digest < b.digest; });

  std::vector<SharedText> keyed;
  keyed.reserve(digested.size());
  for (std::size_t i = 0; i < digested.size(); ++i) {
    std::size_t digits = shortest_digits;
    // Sorted digests share their longest beginning with a neighbour.
    if (i > 0) digits = std::max(digits, shared_digits(digested[i - 1].digest, digested[i].digest) + 1);
    if (i + 1 < digested.size()) {
      digits = std::max(digits, shared_digits(digested[i].digest, digested[i + 1].digest) + 1);
    }
    keyed.push_back({prefix + digested[i].digest.substr(0, std::min(digits, longest_digits)), digested[i].text});
  }
  return keyed;
}

bool is_text_key(char prefix, std::string_view key) {
  return key.size() > shortest_digits && key.size() <= 1 + longest_digits && key[0] == prefix &&
         key.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

}  // namespace lookup
