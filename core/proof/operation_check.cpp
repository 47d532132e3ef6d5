#include "core/proof/operation_check.h"

#include <algorithm>
#include <cstring>

#include "core/base/byte_io.h"
#include "core/crypto/merkle.h"

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";

tl::unexpected<Error> broken(std::string_view code, const char* words) {
  return fail(code, words, kDoNotTrust);
}

Result<wire::BlockHeader> blockHeaderOf(const wire::OperationProof& proof,
                                        const wire::SealStatement& certified) {
  wire::BlockHeader block;
  std::memcpy(static_cast<void*>(&block), proof.blockHeader.data(), sizeof(block));
  const bool plain = block.magic == wire::BlockHeader::kMagic && block.format == wire::BlockHeader::kFormat;
  if (!plain || block.protocol == Protocol(0) || block.genesis != certified.genesis ||
      block.lane != certified.lane)
    return broken("proof.operation.block", "The block is not one of this cluster and lane.");
  return block;
}

/// The command whose leaf the author's signature covers.
Result<wire::AnyCommand> commandOf(const wire::OperationProof& proof, const wire::BatchHeader& batch) {
  if (batch.kind != wire::BatchKind::kCommands)
    return broken("proof.operation.kind", "The operation is no command.");
  if (!crypto::verifyInclusion(crypto::leafHash(proof.leaf), proof.index, batch.count, proof.bodyPath,
                               batch.bodyRoot))
    return broken("proof.operation.body", "The operation is not one its author signed.");
  const auto split = wire::splitCommands(1, proof.leaf);
  if (!split) return propagate(split);
  return wire::decodeCommand(split->front().kind, split->front().payload);
}

}  // namespace

Status checkProtocol(Protocol version) {
  if (version <= kProtocol) return {};
  return fail("proof.needs_version",
              "The proof is of protocol version " + std::to_string(version.value) +
                  "; this program understands versions up to " + std::to_string(kProtocol.value) + ".",
              "Verify it with a newer release.");
}

Status checkProtocol(const wire::OperationProof& proof) {
  wire::BlockHeader block;
  std::memcpy(static_cast<void*>(&block), proof.blockHeader.data(), sizeof(block));
  return checkProtocol(block.protocol);
}

Result<CheckedOperation> checkOperation(const wire::OperationProof& proof,
                                        const wire::SealStatement& certified) {
  const auto batch = wire::parseBatchHeader(proof.batchHeader);
  if (!batch) return propagate(batch);
  if (batch->genesis != certified.genesis || batch->lane != certified.lane)
    return broken("proof.operation.cluster", "The operation was signed for another cluster or lane.");
  if (!crypto::verify(batch->author, batch->signingDigest(), batch->signature))
    return broken("proof.operation.signature", "The author's signature does not hold.");
  auto command = commandOf(proof, *batch);
  if (!command) return propagate(command);

  const auto block = blockHeaderOf(proof, certified);
  if (!block) return propagate(block);
  if (!crypto::verifyInclusion(crypto::leafHash(batch->digest().view()), proof.batchPosition,
                               block->batchCount, proof.batchPath, block->batchesRoot))
    return broken("proof.operation.batch", "The batch is not in the block.");

  const auto result = wire::decodeBatchResult(proof.result);
  if (!result) return propagate(result);
  if (!crypto::verifyInclusion(crypto::leafHash(proof.result), proof.batchPosition, block->batchCount,
                               proof.resultPath, proof.resultsRoot))
    return broken("proof.operation.result", "The result is not this block's.");
  const Digest leaf = wire::historyLeaf(block->hash(), proof.resultsRoot, proof.eventsRoot);
  if (block->height.value == 0 ||
      !crypto::verifyInclusion(leaf, block->height.value - 1, certified.height.value, proof.historyPath,
                               certified.historyRoot))
    return broken("proof.operation.history", "The block is not in the certified history.");
  if (result->count != batch->count || result->codeOf(proof.index) != 0)
    return broken("proof.operation.refused", "The validators refused this operation.");
  return CheckedOperation{*batch, *block, std::move(*command)};
}

}  // namespace aurigraph::proof
