#pragma once

#include "core/wire/batch.h"
#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/outcome.h"
#include "core/wire/proof_bundle.h"

namespace aurigraph::proof {

/// An operation whose way from the author's signature to the certified history was checked, and which
/// the validators executed without refusing it.
struct CheckedOperation {
  wire::BatchHeader batch;
  wire::BlockHeader block;
  wire::AnyCommand command;
};

/// Whether this release knows the rules of that version. Errors: proof.needs_version.
Status checkProtocol(Protocol version);
Status checkProtocol(const wire::OperationProof& proof);

/// Errors: proof.operation.* naming what does not lead to what, and those of the decoders.
Result<CheckedOperation> checkOperation(const wire::OperationProof& proof,
                                        const wire::SealStatement& certified);

}  // namespace aurigraph::proof
