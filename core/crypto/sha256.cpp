#define OPENSSL_SUPPRESS_DEPRECATED  // the EVP interface costs three times as much on short messages
#include "core/crypto/sha256.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <new>

#include "core/base/assert.h"
#include "core/crypto/wipe.h"

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

DomainBlock::DomainBlock(std::string_view domain, ByteView shared) {
  std::array<std::uint8_t, SHA256_CBLOCK> block{};
  AG_ASSERT(domain.size() + 1 + shared.size() <= block.size());
  std::ranges::copy(asBytes(domain), block.begin());
  std::ranges::copy(shared, block.begin() + static_cast<std::ptrdiff_t>(domain.size() + 1));
  begun_.update(block);
  wipe(block);
}

DomainBlock::~DomainBlock() {
  wipe({reinterpret_cast<std::uint8_t*>(&begun_), sizeof begun_});
}

Digest DomainBlock::hash(std::initializer_list<ByteView> parts) const {
  Sha256 hash = begun_;
  for (const ByteView part : parts) hash.update(part);
  return hash.finish();
}

}  // namespace aurigraph::crypto
