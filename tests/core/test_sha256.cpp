#include <catch2/catch.hpp>
#include <string>

#include "lookup/sha256.hpp"

using lookup::Sha256;
using lookup::sha256_hex;

TEST_CASE("SHA-256 gives the digests of the standard's examples") {
  // NIST, Cryptographic Standards and Guidelines, Examples with Intermediate Values: SHA256; and FIPS 180-2, appendix
  // B.
  struct Row {
    std::string message;
    std::string digest;
  };
  const Row rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrst"
       "u",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Row& row : rows) CHECK(sha256_hex(row.message) == row.digest);
}

TEST_CASE("SHA-256 does not depend on how the message is cut") {
  std::string message;
  for (int i = 0; i < 300; ++i) message += static_cast<char>(i * 7 % 256);
  const std::string whole = sha256_hex(message);
  for (std::size_t first = 0; first <= message.size(); ++first) {
    Sha256 hash;
    hash.update(std::string_view{message}.substr(0, first));
    hash.update(std::string_view{message}.substr(first));
    REQUIRE(hash.hex_digest() == whole);
  }
}

TEST_CASE("SHA-256 can be asked for a digest and go on") {
  Sha256 hash;
  hash.update("ab");
  CHECK(hash.hex_digest() == sha256_hex("ab"));
  CHECK(hash.hex_digest() == sha256_hex("ab"));
  hash.update("c");
  CHECK(hash.hex_digest() == sha256_hex("abc"));
}

TEST_CASE("SHA-256 pads messages of every length round a block") {
  // One byte more or less than a block's room for padding; compared with a cut elsewhere, which pads the same bytes.
  for (std::size_t length = 50; length < 140; ++length) {
    const std::string message(length, 'x');
    Sha256 byte_by_byte;
    for (const char c : message) byte_by_byte.update(std::string_view{&c, 1});
    REQUIRE(byte_by_byte.hex_digest() == sha256_hex(message));
  }
}
