#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/crypto/ed25519.h"

namespace aurigraph::wire {

/// The validators that decide a lane: node and key, sorted by node. Its digest is in every block and seal.
struct Voter {
  NodeId node;
  PublicKey key;
  bool operator==(const Voter&) const = default;
};
struct VoterSet {
  std::vector<Voter> voters;  ///< Sorted by node, unique, 1…9.
  bool operator==(const VoterSet&) const = default;
  [[nodiscard]] Digest digest() const;
  [[nodiscard]] std::size_t majority() const { return voters.size() / 2 + 1; }
  [[nodiscard]] const Voter* find(NodeId node) const;
};

/// What a validator signs about a lane it executed (R-CON-3). One statement covers the whole history up
/// to `height`. Encoding (160 bytes): format u16 | lane u16 | reserved u32 | genesis 32 | voterSet 32 |
/// height u64 | historyRoot 32 | checkpointHeight u64 | stateRoot 32 | reserved u64.
struct SealStatement {
  static constexpr std::uint16_t kFormat = 1;
  static constexpr std::size_t kEncodedBytes = 160;

  Lane lane;
  Digest genesis;
  Digest voterSet;
  Height height;
  Digest historyRoot;       ///< RFC 6962 root over historyLeaf() of blocks 1…height.
  Height checkpointHeight;  ///< Last checkpoint at or below height; 0: none yet.
  Digest stateRoot;         ///< State root at that checkpoint; zero when there is none.

  bool operator==(const SealStatement&) const = default;
  [[nodiscard]] Digest signingDigest() const;
};

inline constexpr std::size_t kMaxCertificateBytes = 2'048;  ///< Of the votes of a joint set, 18, too.

[[nodiscard]] Bytes encode(const SealStatement& statement);
/// Errors: seal.malformed.
Result<SealStatement> decodeSealStatement(ByteView bytes);

/// One validator's word.
struct Seal {
  SealStatement statement;
  NodeId voter;
  Signature signature;
  bool operator==(const Seal&) const = default;
};
[[nodiscard]] Bytes encode(const Seal& seal);
/// Errors: seal.malformed.
Result<Seal> decodeSeal(ByteView bytes);

/// A majority's word: one statement with the signatures of distinct voters, sorted by node. Evidence,
/// not Byzantine agreement (docs/consensus.md, "What a certificate proves").
struct Certificate {
  SealStatement statement;
  struct Vote {
    NodeId voter;
    Signature signature;
    bool operator==(const Vote&) const = default;
  };
  std::vector<Vote> votes;
  bool operator==(const Certificate&) const = default;
};
[[nodiscard]] Bytes encode(const Certificate& certificate);
/// Errors: certificate.malformed (also unsorted or repeated voters, more than 9).
Result<Certificate> decodeCertificate(ByteView bytes);

/// Everything but the signatures: for whoever has those checked elsewhere. Errors: certificate.wrong_voters
/// (voterSet digest differs), certificate.unknown_voter, certificate.too_few_seals.
Status checkVotes(const Certificate& certificate, const VoterSet& voters);
/// Errors: those of checkVotes, certificate.bad_signature.
Status verify(const Certificate& certificate, const VoterSet& voters);

}  // namespace aurigraph::wire
