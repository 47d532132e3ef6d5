#include "core/proof/owner_check.h"

#include "core/proof/history_check.h"
#include "core/wire/row_proof.h"

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";

}  // namespace

Result<CheckedOwner> checkOwner(const wire::OwnerProof& proof, const wire::SealStatement& certified) {
  if (proof.checkpoint != certified.checkpointHeight || proof.checkpoint == Height(0))
    return fail("proof.owner.checkpoint",
                "The account is as of another checkpoint than the certificate names.", kDoNotTrust);
  const auto root = wire::stateRootOf(proof);
  if (!root) return propagate(root);
  if (*root != certified.stateRoot)
    return fail("proof.owner.state", "The account's owner is not in the certified state.", kDoNotTrust);
  return CheckedOwner{proof.checkpoint, AccountHandle::of(certified.lane, proof.slot), proof.token,
                      proof.holder};
}

Result<CheckedOwner> verifyOwner(ByteView bytes, const wire::Genesis& genesis) {
  const auto proof = wire::decodeCertifiedOwner(bytes);
  if (!proof) return propagate(proof);
  if (auto status = checkSealed(proof->certificate, genesis); !status) return propagate(status);
  return checkOwner(proof->owner, proof->certificate.statement);
}

}  // namespace aurigraph::proof
