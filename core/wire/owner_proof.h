#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/wire/seal.h"
#include "core/wire/state_path.h"

namespace aurigraph::wire {

/// Whose account of which token a slot is, and nothing else: what else is in the row stands behind a salted
/// digest (docs/formats/state.md). Written by core/ledger, read by core/proof.
struct OwnerProof {
  Height checkpoint;
  std::uint64_t slot = 0;  ///< Of the account.
  TokenId token;
  IdentityId holder;
  Digest privatePart;  ///< privateDigest() of the row (row_proof.h).
  StatePath path;
  bool operator==(const OwnerProof&) const = default;
};

/// An owner proof with the certificate of its checkpoint: what a node hands out (docs/formats/proof.md).
struct CertifiedOwner {
  static constexpr std::uint32_t kMagic = 0x314F'4741;  // "AGO1"
  static constexpr std::uint16_t kFormat = 1;

  OwnerProof owner;
  Certificate certificate;
  bool operator==(const CertifiedOwner&) const = default;
};

[[nodiscard]] Bytes encode(const CertifiedOwner& proof);
/// Canonical: whatever decodes encodes to the same bytes. Errors: owner.malformed, and those of the
/// certificate.
Result<CertifiedOwner> decodeCertifiedOwner(ByteView bytes);

}  // namespace aurigraph::wire
