#pragma once

#include <string_view>

#include "core/crypto/ed25519.h"
#include "core/wire/batch.h"
#include "core/wire/seal.h"

namespace aurigraph::sim {

/// The simulated crypto executor. Cheap: a keyed hash stands in for Ed25519, so that seeds are bounded by
/// the code under test and not by curve arithmetic; forgeries are refused all the same.
class Signatures {
 public:
  explicit Signatures(bool cheap) : cheap_(cheap) {}

  [[nodiscard]] Signature sign(const crypto::SigningKey& key, const Digest& digest) const;
  [[nodiscard]] bool verify(const PublicKey& key, const Digest& digest, const Signature& signature) const;
  /// As wire::verifyBatch: the code, or empty.
  [[nodiscard]] std::string_view verifyBatch(const wire::BatchHeader& header, ByteView body) const;
  [[nodiscard]] bool verify(const wire::Certificate& certificate, const wire::VoterSet& voters) const;
  /// A signed batch's signature as this executor wants it.
  void resign(Bytes& batch, const crypto::SigningKey& key) const;

 private:
  bool cheap_;
};

/// Keys by number; the same in every run.
[[nodiscard]] const crypto::SigningKey& keyNumber(std::size_t number);

}  // namespace aurigraph::sim
