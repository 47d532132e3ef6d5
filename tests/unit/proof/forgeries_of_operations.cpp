#include "core/wire/batch_result.h"
#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;

/// The result as it is, but for one thing.
template <class Change>
void editResult(wire::OperationProof& operation, Change change) {
  auto result = wire::decodeBatchResult(operation.result).value();
  change(result);
  operation.result = encode(result);
}

constexpr Forgery kForgeries[] = {
    // Whatever the link, its operation is checked.
    {"proof.operation.signature", "accepted: operation", "the author signed something else",
     [](Forger& f) { Forger::editBatch(f.accepted(), [](auto& batch) { ++batch.request.value; }); }},
    {"proof.operation.signature", "reviewed: review", "the reviewer signed something else",
     [](Forger& f) { Forger::editBatch(f.review(), [](auto& batch) { ++batch.request.value; }); }},
    {"proof.operation.signature", "registration", "the issuer signed something else",
     [](Forger& f) { Forger::editBatch(f.bundle.registration, [](auto& batch) { ++batch.request.value; }); }},
    {"proof.operation.signature", "issue", "signed by somebody else",
     [](Forger& f) {
       Forger::editBatch(f.bundle.issue,
                         [](auto& batch) { batch.author = test::administrator().key.publicKey(); });
     }},

    {"batch.bad_magic", "issue", "no batch",
     [](Forger& f) { Forger::editBatch(f.bundle.issue, [](auto& batch) { batch.magic ^= 1; }); }},
    {"proof.operation.block", "issue", "a block without a protocol version",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.protocol = Protocol(0); });
       f.refit();
     }},
    {"proof.operation.cluster", "issue", "a batch for another cluster",
     [](Forger& f) {
       Forger::editBatch(f.bundle.issue, [](auto& batch) { batch.genesis.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.operation.cluster", "issue", "a batch for another lane",
     [](Forger& f) {
       Forger::editBatch(f.bundle.issue, [](auto& batch) { batch.lane = Lane(1); });
       f.refit();
     }},
    {"proof.operation.kind", "issue", "bytes that no ledger executes",
     [](Forger& f) {
       Forger::editBatch(f.bundle.issue, [](auto& batch) { batch.kind = wire::BatchKind::kOpaque; });
       f.refit();
     }},
    {"proof.operation.body", "issue", "another command than the signed one",
     [](Forger& f) { f.bundle.issue.leaf.back() ^= 1; }},
    {"proof.operation.body", "issue", "the place of the batch's other command",
     [](Forger& f) { f.bundle.issue.index = 0; }},
    {"proof.operation.body", "issue", "a path that leads nowhere",
     [](Forger& f) { f.bundle.issue.bodyPath[0].bytes[0] ^= 1; }},
    {"proof.operation.body", "issue", "no path", [](Forger& f) { f.bundle.issue.bodyPath.clear(); }},
    {"batch.malformed", "issue", "a leaf that is no command",
     [](Forger& f) {
       f.bundle.issue.leaf.pop_back();
       f.refit();
     }},
    {"command.unknown_kind", "issue", "a command that does not exist",
     [](Forger& f) {
       f.bundle.issue.leaf[1] = 0xFF;
       f.refit();
     }},

    {"proof.operation.block", "issue", "no block",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.magic ^= 1; });
       f.refit();
     }},
    {"proof.operation.block", "issue", "a block of another format",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { ++block.format; });
       f.refit();
     }},
    {"proof.operation.block", "issue", "a block of another cluster",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.genesis.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.operation.block", "issue", "a block of another lane",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.lane = Lane(1); });
       f.refit();
     }},
    {"proof.operation.batch", "issue", "a block of other batches",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.batchesRoot.bytes[0] ^= 1; });
     }},
    {"proof.operation.batch", "issue", "the place of the block's other batch",
     [](Forger& f) { f.bundle.issue.batchPosition = 0; }},
    {"proof.operation.batch", "issue", "a path that leads nowhere",
     [](Forger& f) { f.bundle.issue.batchPath[0].bytes[0] ^= 1; }},

    {"result.malformed", "issue", "no result", [](Forger& f) { f.bundle.issue.result.pop_back(); }},
    {"proof.operation.result", "issue", "all done, where something was refused",
     [](Forger& f) { editResult(f.bundle.issue, [](auto& result) { result.failures.clear(); }); }},
    {"proof.operation.result", "issue", "a path that leads nowhere",
     [](Forger& f) { f.bundle.issue.resultPath[0].bytes[0] ^= 1; }},
    {"proof.operation.result", "issue", "the results of another block",
     [](Forger& f) { f.bundle.issue.resultsRoot.bytes[0] ^= 1; }},
    {"proof.operation.history", "issue", "the events of another block",
     [](Forger& f) { f.bundle.issue.eventsRoot.bytes[0] ^= 1; }},
    {"proof.operation.history", "issue", "another block of this height",
     [](Forger& f) { Forger::editBlock(f.bundle.issue, [](auto& block) { ++block.term.value; }); }},
    {"proof.operation.history", "issue", "a path that leads nowhere",
     [](Forger& f) { f.bundle.issue.historyPath[0].bytes[0] ^= 1; }},
    {"proof.operation.history", "issue", "a block before the first",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.height = Height(0); });
       f.refit();
     }},
    {"proof.operation.history", "issue", "a block behind the certified height",
     [](Forger& f) {
       const auto certified = f.bundle.certificate.statement.height;
       Forger::editBlock(f.bundle.issue, [&](auto& block) { block.height = certified.next(); });
       f.refit();
     }},
    {"proof.operation.history", "record 1: operation", "a history of another length, sealed",
     [](Forger& f) {
       // One more or less has the same path in some trees.
       f.bundle.certificate.statement.height.value *= 4;
       f.seal();
     }},
    {"proof.operation.refused", "issue", "a command that was refused",
     [](Forger& f) {
       editResult(f.bundle.issue, [](auto& result) { result.failures.push_back({1, 7, 0}); });
       f.refit();
     }},
    {"proof.operation.refused", "issue", "a batch that was refused whole",
     [](Forger& f) {
       editResult(f.bundle.issue, [](auto& result) {
         result.batchCode = 7;
         result.failures.clear();
       });
       f.refit();
     }},
    {"proof.operation.refused", "issue", "the result of a batch of another size",
     [](Forger& f) {
       editResult(f.bundle.issue, [](auto& result) { ++result.count; });
       f.refit();
     }},
};

}  // namespace

std::span<const Forgery> forgeriesOfOperations() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
