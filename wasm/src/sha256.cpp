#include "lookup/sha256.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lookup {
namespace {

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2).
constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t big_endian(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
         std::uint32_t{bytes[3]};
}

std::array<std::uint32_t, 64> message_schedule(const unsigned char* block) {
  std::array<std::uint32_t, 64> words{};
  for (std::size_t t = 0; t < 16; ++t) words[t] = big_endian(block + 4 * t);
  for (std::size_t t = 16; t < 64; ++t) {
    const std::uint32_t early = words[t - 15];
    const std::uint32_t late = words[t - 2];
    words[t] = words[t - 16] + words[t - 7] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3) +
               (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10);
  }
  return words;
}

/// One round of FIPS 180-4, section 6.2.2, step 3, with what it leaves in place.
inline void round(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e, std::uint32_t f,
                  std::uint32_t g, std::uint32_t& h, std::uint32_t constant_and_word) {
  h += (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + constant_and_word;
  d += h;
  h += (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

}  // namespace

void Sha256::compress(const unsigned char* block) {
  const auto words = message_schedule(block);
  auto [a, b, c, d, e, f, g, h] = state_;
  // Eight rounds a turn: after each, the eight names stand for the next ones, and after eight again for the same.
  for (std::size_t t = 0; t < 64; t += 8) {
    round(a, b, c, d, e, f, g, h, round_constants[t] + words[t]);
    round(h, a, b, c, d, e, f, g, round_constants[t + 1] + words[t + 1]);
    round(g, h, a, b, c, d, e, f, round_constants[t + 2] + words[t + 2]);
    round(f, g, h, a, b, c, d, e, round_constants[t + 3] + words[t + 3]);
    round(e, f, g, h, a, b, c, d, round_constants[t + 4] + words[t + 4]);
    round(d, e, f, g, h, a, b, c, round_constants[t + 5] + words[t + 5]);
    round(c, d, e, f, g, h, a, b, round_constants[t + 6] + words[t + 6]);
    round(b, c, d, e, f, g, h, a, round_constants[t + 7] + words[t + 7]);
  }
  const std::array<std::uint32_t, 8> added{a, b, c, d, e, f, g, h};
  for (std::size_t word = 0; word < added.size(); ++word) state_[word] += added[word];
}

void Sha256::update(std::string_view bytes) {
  message_bytes_ += bytes.size();
  while (!bytes.empty()) {
    if (pending_bytes_ == 0 && bytes.size() >= block_bytes_) {
      compress(reinterpret_cast<const unsigned char*>(bytes.data()));
      bytes.remove_prefix(block_bytes_);
      continue;
    }
    const std::size_t taken = std::min(block_bytes_ - pending_bytes_, bytes.size());
    std::memcpy(pending_.data() + pending_bytes_, bytes.data(), taken);
    pending_bytes_ += taken;
    bytes.remove_prefix(taken);
    if (pending_bytes_ < block_bytes_) return;
    compress(pending_.data());
    pending_bytes_ = 0;
  }
}

void Sha256::finish() {
  const std::uint64_t message_bits = message_bytes_ * 8;
  constexpr std::size_t length_bytes = 8;
  const std::size_t zeros = (2 * block_bytes_ - length_bytes - 1 - pending_bytes_) % block_bytes_;
  std::string padding(1 + zeros + length_bytes, '\0');
  padding[0] = static_cast<char>(0x80);
  for (std::size_t byte = 0; byte < length_bytes; ++byte) {
    padding[padding.size() - 1 - byte] = static_cast<char>(message_bits >> (8 * byte) & 0xff);
  }
  update(padding);
}

std::string Sha256::hex_digest() const {
  Sha256 finished = *this;
  finished.finish();
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(64);
  for (const std::uint32_t word : finished.state_) {
    for (int shift = 28; shift >= 0; shift -= 4) hex += digits[word >> shift & 0xf];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.hex_digest();
}

}  // namespace lookup
