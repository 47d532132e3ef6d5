#define OPENSSL_SUPPRESS_DEPRECATED  // the EVP interface costs three times as much on short messages
#include "core/crypto/sha256.h"

#include <openssl/sha.h>

#include <new>

namespace aurigraph::crypto {
namespace {

SHA256_CTX* context(std::uint8_t* state) {
  return std::launder(reinterpret_cast<SHA256_CTX*>(state));
}

}  // namespace

static_assert(sizeof(SHA256_CTX) <= 128);

Sha256::Sha256() {
  SHA256_Init(new (state_) SHA256_CTX);
}

Sha256& Sha256::update(ByteView bytes) {
  SHA256_Update(context(state_), bytes.data(), bytes.size());
  return *this;
}

Digest Sha256::finish() {
  Digest out;
  SHA256_Final(out.bytes.data(), context(state_));
  return out;
}

// Not OpenSSL's own SHA256(): that looks its provider up at every call, 350 ns.
Digest sha256(ByteView bytes) {
  return Sha256().update(bytes).finish();
}

Digest taggedHash(std::string_view domain, std::initializer_list<ByteView> parts) {
  static constexpr std::uint8_t kEnd[1] = {0};
  Sha256 hash;
  hash.update(asBytes(domain)).update(kEnd);
  for (const ByteView part : parts) hash.update(part);
  return hash.finish();
}

}  // namespace aurigraph::crypto
