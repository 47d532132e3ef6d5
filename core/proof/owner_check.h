#pragma once

#include "core/wire/genesis.h"
#include "core/wire/owner_proof.h"

namespace aurigraph::proof {

/// All that an owner proof says. A balance is no part of it: for that there is a holding (holding_check.h).
struct CheckedOwner {
  Height checkpoint;
  AccountHandle account;
  TokenId token;
  IdentityId holder;
};

/// Whether the state that validators certified says so. Errors: proof.owner.checkpoint (another one than the
/// certificate names), proof.owner.state (not in the certified state), proof.bad_row.
Result<CheckedOwner> checkOwner(const wire::OwnerProof& proof, const wire::SealStatement& certified);

/// The same of a proof as a node hands it out; the genesis is what its reader trusts. Bytes may be hostile.
/// Errors: also those of wire::decodeCertifiedOwner and checkSealed().
Result<CheckedOwner> verifyOwner(ByteView bytes, const wire::Genesis& genesis);

}  // namespace aurigraph::proof
