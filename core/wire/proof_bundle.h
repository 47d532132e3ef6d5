#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/seal.h"
#include "core/wire/state_path.h"

/// The parts of an `.rwaproof` (DESIGN §4; docs/formats.md). Each proof says only what leads from its
/// leaf to a root that a certificate signs. Written by core/ledger and nodes/business, read by core/proof.
namespace aurigraph::wire {

/// A row of some table under a checkpoint's state root: encoded row and salt → row hash → page → table
/// root → state root. Neighbours stay private: their row hashes are salted (DESIGN §4).
struct RowProof {
  std::uint16_t table = 0;  ///< StateTable, docs/formats/state.md
  std::uint64_t slot = 0;   ///< Row index in the table.
  Bytes row;                ///< Canonical row bytes.
  Digest salt;              ///< Of this row only.
  StatePath path;
  bool operator==(const RowProof&) const = default;
};

/// A holding as of a checkpoint: the account's row, its holder, its token and the asset under it.
struct HoldingProof {
  Height checkpoint;
  RowProof account;
  RowProof identity;
  RowProof token;
  RowProof asset;
  bool operator==(const HoldingProof&) const = default;
};

/// One operation in one block under a certificate.
struct OperationProof {
  Bytes batchHeader;        ///< 256 bytes, with the author's signature.
  std::uint32_t index = 0;  ///< Which operation.
  Bytes leaf;               ///< The body leaf that holds it (a whole command; 16 transfers).
  std::vector<Digest> bodyPath;
  Bytes blockHeader;  ///< 256 bytes.
  std::uint32_t batchPosition = 0;
  std::vector<Digest> batchPath;   ///< Batch digest in the block's batchesRoot.
  Bytes result;                    ///< Encoded BatchResult of its batch.
  std::vector<Digest> resultPath;  ///< In the block's results root.
  Digest resultsRoot;
  Digest eventsRoot;
  std::vector<Digest>
      historyPath;  ///< The block's leaf in the certificate's historyRoot (size = its height).
  bool operator==(const OperationProof&) const = default;
};

/// One event of a block: what the block's operations made, under its events root.
struct EventProof {
  Bytes event;
  std::uint32_t index = 0;
  std::uint32_t count = 0;  ///< Of the block's events.
  std::vector<Digest> path;
  bool operator==(const EventProof&) const = default;
};

/// One record on its way to the token.
struct RecordProof {
  OperationProof submission;  ///< The kSubmitRecord command.
  EventProof admitted;        ///< That the validators scored and kept it; of the submission's block.
  bool reviewed = false;      ///< People decided.
  /// The kDecideReview command; or what executed the override: the command itself, or the endorsement that
  /// completed its proposal.
  OperationProof review;
  std::optional<EventProof> overridden;  ///< Of an override: its event, of the review's block.
  bool operator==(const RecordProof&) const = default;
};

struct ProofBundle {
  static constexpr std::uint32_t kMagic = 0x3150'4741;  // "AGP1"
  static constexpr std::uint16_t kFormat = 2;

  Bytes genesis;                     ///< Canonical genesis: voters and rule sets come from it.
  std::vector<RecordProof> records;  ///< In the order of the asset's recordIds.
  OperationProof registration;       ///< kRegisterAsset.
  OperationProof issue;              ///< kIssueToken.
  HoldingProof holding;
  Certificate certificate;  ///< Covers every operation above and names the holding's checkpoint.
  bool operator==(const ProofBundle&) const = default;
};

[[nodiscard]] Bytes encode(const ProofBundle& bundle);
/// Canonical: whatever decodes encodes to the same bytes. Errors: proof.malformed, proof.not_canonical.
Result<ProofBundle> decodeProofBundle(ByteView bytes);

}  // namespace aurigraph::wire
