#pragma once

#include <string_view>

#include "core/base/bytes.h"

namespace aurigraph::crypto {

/// An Ed25519 secret: a 32-byte seed with its public key. Wiped when it goes.
class SigningKey {
 public:
  /// The key of a seed (RFC 8032). Where the seed comes from is the caller's matter: `core` has no
  /// source of randomness.
  static SigningKey fromSeed(const FixedBytes<struct SeedTag, 32>& seed);
  ~SigningKey();
  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;

  [[nodiscard]] const PublicKey& publicKey() const { return publicKey_; }
  [[nodiscard]] FixedBytes<struct SeedTag, 32> seed() const;
  /// Signs a digest (never long bytes: see docs/formats.md, "What is signed").
  [[nodiscard]] Signature sign(const Digest& digest) const;

 private:
  SigningKey() = default;
  FixedBytes<struct SecretTag, 64> secret_;
  PublicKey publicKey_;
};

using Seed = FixedBytes<struct SeedTag, 32>;

/// The one verification rule of the whole product (R-LED-6): S is canonical, neither key nor R is of
/// small order, the equation holds without cofactor (libsodium's rule; docs/decisions/001-ed25519.md).
[[nodiscard]] bool verify(const PublicKey& key, const Digest& digest, const Signature& signature);

/// A key no valid signature can exist for (small order or not on the curve): refused at registration.
[[nodiscard]] bool isUsableKey(const PublicKey& key);

}  // namespace aurigraph::crypto
