#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lookup {

/// SHA-256 of bytes that arrive in any number of pieces (FIPS 180-4, section 6.2).
class Sha256 {
 public:
  /// Adds the next bytes of the message.
  void update(std::string_view bytes);

  /// The digest of all bytes so far, as 64 lower-case hex digits. The message may go on afterwards.
  [[nodiscard]] std::string hex_digest() const;

 private:
  static constexpr std::size_t block_bytes_ = 64;

  void finish();
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, block_bytes_> pending_{};
  std::size_t pending_bytes_ = 0;
  std::uint64_t message_bytes_ = 0;
};

/// SHA-256 of `bytes` as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace lookup
