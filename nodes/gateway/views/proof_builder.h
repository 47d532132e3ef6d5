#pragma once

#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/ledger/ledger.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/seal.h"
#include "nodes/projection/block_store.h"

/// Puts an `.rwaproof` together from what a business node has at hand: rows from the ledger, blocks from
/// its store, one certificate. It proves nothing to itself: the verifier (core/proof) was written apart.
namespace aurigraph::gateway {

/// What one turn of the replica says about a holding; copied out, consistent with each other.
struct HoldingFacts {
  wire::HoldingProof holding;  ///< Names its checkpoint.
  ledger::TokenRow token;
  ledger::AssetRow asset;
  std::vector<std::pair<Digest, ledger::RecordRow>> records;  ///< In the order of the asset's recordIds.
};
/// Errors: query.unknown_account, proof.no_checkpoint, proof.account_too_new, proof.token_too_new.
Result<HoldingFacts> holdingFacts(const ledger::Ledger& ledger, TokenId token, IdentityId identity);

/// The greatest height that the proof speaks about; the certificate must reach it.
[[nodiscard]] Height lastHeightOf(const HoldingFacts& facts);

/// Errors: proof.wrong_certificate (does not cover the heights or names another checkpoint),
/// proof.operation_missing (a block does not hold what the row says), those of BlockStore::read.
Result<wire::ProofBundle> buildProof(const Bytes& genesis, const HoldingFacts& facts,
                                     const wire::Certificate& certificate,
                                     const projection::BlockStore& blocks);

}  // namespace aurigraph::gateway
