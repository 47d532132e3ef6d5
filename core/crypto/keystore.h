#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"

/// A person's Ed25519 key, sealed under a passphrase (R-SEC-3): scrypt makes the passphrase expensive to
/// guess, AES-256-GCM seals the seed and covers every other byte of the file, so that any flipped bit is
/// refused. Layout: docs/formats/keystore.md; file suffix `.agkey`.
namespace aurigraph::crypto {

inline constexpr std::size_t kMaxKeyNameBytes = 64;
inline constexpr std::size_t kMaxPassphraseBytes = 1'024;

/// Randomness of one sealing; from the caller, never used twice.
struct KeystoreEntropy {
  FixedBytes<struct KeystoreSaltTag, 32> salt;
  FixedBytes<struct KeystoreNonceTag, 12> nonce;
};

/// scrypt's cost: N = 2^logN, r = 8, p = 1, memory 1 KiB × N. Files outside kLeast…kMost are refused: a
/// forged file must not take all memory. The least is for tests.
struct KeystoreCost {
  static constexpr std::uint8_t kLeast = 10;
  static constexpr std::uint8_t kMost = 20;
  std::uint8_t logN = 16;  ///< 64 MiB, about a sixth of a second.
};

/// What stands in the open. Not to be believed before open(): only the passphrase proves it.
struct KeystoreFacts {
  std::string name;  ///< Whose key, for people.
  PublicKey publicKey;
  KeystoreCost cost;
};

struct OpenedKey {
  std::string name;
  SigningKey key;
};

/// Errors: keystore.bad_name (empty, over 64 bytes, control characters), keystore.bad_passphrase (empty
/// or too long), keystore.bad_cost, keystore.failed (no memory for scrypt).
Result<Bytes> sealKey(const SigningKey& key, std::string_view name, std::string_view passphrase,
                      const KeystoreEntropy& entropy, KeystoreCost cost = {});

/// Errors: keystore.malformed.
Result<KeystoreFacts> readKeystore(ByteView file);

/// Errors: keystore.malformed, keystore.wrong_passphrase (or a damaged file: they cannot be told apart),
/// keystore.bad_passphrase, keystore.failed.
Result<OpenedKey> openKey(ByteView file, std::string_view passphrase);

}  // namespace aurigraph::crypto
