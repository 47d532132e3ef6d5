#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "core/base/bytes.h"

namespace aurigraph::crypto {

/// SHA-256 without a heap allocation or a provider look-up per call (docs/performance.md).
class Sha256 {
 public:
  Sha256();
  Sha256& update(ByteView bytes);
  /// Ends the hash; the object must not be used again.
  [[nodiscard]] Digest finish();

 private:
  // OpenSSL's SHA256_CTX, kept out of this header.
  alignas(8) std::uint8_t state_[128];
};

[[nodiscard]] Digest sha256(ByteView bytes);

/// SHA-256(domain ‖ 0x00 ‖ part ‖ part …). Every signed or identifying digest has a domain of its own,
/// so that bytes of one meaning can never pass for another. Parts are of fixed size or self-delimiting.
[[nodiscard]] Digest taggedHash(std::string_view domain, std::initializer_list<ByteView> parts);

/// A domain, and what all its digests share, that fill SHA-256's first block: for millions of short hashes.
/// The block is hashed once; each digest is SHA-256(domain ‖ 0x00 ‖ shared ‖ zeros up to 64 bytes ‖ part ‖
/// part …). Wiped when it goes: what is shared may be a secret.
class DomainBlock {
 public:
  /// Requires domain and shared to have at most 63 bytes.
  explicit DomainBlock(std::string_view domain, ByteView shared = {});
  ~DomainBlock();
  DomainBlock(const DomainBlock&) = default;
  DomainBlock& operator=(const DomainBlock&) = default;

  [[nodiscard]] Digest hash(std::initializer_list<ByteView> parts) const;

 private:
  Sha256 begun_;
};

}  // namespace aurigraph::crypto
