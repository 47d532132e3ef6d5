#include "core/crypto/ed25519.h"

#include <sodium.h>

#include <cstring>

#include "core/base/assert.h"

namespace aurigraph::crypto {

SigningKey SigningKey::fromSeed(const Seed& seed) {
  SigningKey key;
  crypto_sign_seed_keypair(key.publicKey_.bytes.data(), key.secret_.bytes.data(), seed.bytes.data());
  return key;
}

SigningKey::~SigningKey() {
  sodium_memzero(secret_.bytes.data(), secret_.bytes.size());
}

Seed SigningKey::seed() const {
  Seed out;
  std::memcpy(out.bytes.data(), secret_.bytes.data(), out.bytes.size());
  return out;
}

Signature SigningKey::sign(const Digest& digest) const {
  Signature out;
  crypto_sign_detached(out.bytes.data(), nullptr, digest.bytes.data(), digest.bytes.size(),
                       secret_.bytes.data());
  return out;
}

bool verify(const PublicKey& key, const Digest& digest, const Signature& signature) {
  return crypto_sign_verify_detached(signature.bytes.data(), digest.bytes.data(), digest.bytes.size(),
                                     key.bytes.data()) == 0;
}

bool isUsableKey(const PublicKey& key) {
  return crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
}

}  // namespace aurigraph::crypto
