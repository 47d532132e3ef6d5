#pragma once

#include "core/wire/proof_bundle.h"
#include "core/wire/rows/all.h"

namespace aurigraph::proof {

/// Rows of the certified state that name each other: who holds how much of what, on which asset.
struct CheckedHolding {
  Height checkpoint;
  wire::AccountRow account;
  wire::IdentityRow identity;
  wire::TokenRow token;
  wire::AssetRow asset;
  AssetId assetId;
};

/// Errors: proof.holding.* naming what does not lead to what, and those of the decoders.
Result<CheckedHolding> checkHolding(const wire::HoldingProof& proof, const wire::SealStatement& certified);

}  // namespace aurigraph::proof
