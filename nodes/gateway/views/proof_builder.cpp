#include "nodes/gateway/views/proof_builder.h"

#include <algorithm>
#include <cstring>

#include "core/crypto/merkle.h"
#include "nodes/gateway/views/ledger_rows.h"

namespace aurigraph::gateway {

namespace {

auto missing(std::string_view what, Height height) {
  return fail("proof.operation_missing",
              "Block " + std::to_string(height.value) + " does not hold the " + std::string(what) + ".",
              "Restart this node, so that its block store is checked, or ask another gateway.");
}

template <class Items, class LeafOf>
std::vector<Digest> pathIn(const Items& items, std::size_t index, LeafOf leafOf) {
  crypto::MerkleTree tree;
  for (const auto& item : items) tree.append(leafOf(item));
  return tree.inclusionProof(index, tree.size());
}

template <class Header>
Bytes headerBytes(const Header& header) {
  Bytes out(sizeof(Header));
  std::memcpy(out.data(), &header, sizeof(Header));
  return out;
}

class Builder {
 public:
  Builder(const projection::BlockStore& blocks, Height certified) : blocks_(blocks), certified_(certified) {}

  /// Command `index` of the batch with this digest.
  Result<wire::OperationProof> operation(Height height, const Digest& batch, std::uint32_t index) const {
    auto stored = blocks_.read(height);
    if (!stored) return propagate(stored);
    for (std::size_t position = 0; position < stored->block.batchCount(); ++position)
      if (stored->block.batch(position).digest() == batch) return prove(*stored, position, index);
    return missing("batch", height);
  }

  /// The command that put an asset on the register: the row says the height, its event says where.
  Result<wire::OperationProof> registration(const ledger::AssetRow& asset) const {
    auto stored = blocks_.read(asset.registeredAt);
    if (!stored) return propagate(stored);
    for (const wire::Event& event : stored->outcome.events) {
      const auto* registered = std::get_if<wire::AssetRegistered>(&event.what);
      if (registered != nullptr && registered->assetKey == asset.assetKey)
        return prove(*stored, event.cause.place, static_cast<std::uint32_t>(event.cause.index));
    }
    return missing("asset's registration", asset.registeredAt);
  }

  /// What the validators said of a record, in the block of the operation that made them say it. `idOf` is
  /// where events of that kind name the record.
  template <class Kind>
  Result<wire::EventProof> event(Height height, Digest Kind::*idOf, const Digest& record,
                                 std::string_view what) const {
    auto stored = blocks_.read(height);
    if (!stored) return propagate(stored);
    const auto& events = stored->outcome.events;
    const auto at = std::ranges::find_if(events, [&](const wire::Event& each) {
      const auto* told = std::get_if<Kind>(&each.what);
      return told != nullptr && told->*idOf == record;
    });
    if (at == events.end()) return missing(what, height);
    wire::EventProof out;
    out.event = wire::encode(*at);
    out.index = static_cast<std::uint32_t>(at - events.begin());
    out.count = static_cast<std::uint32_t>(events.size());
    out.path = pathIn(events, out.index,
                      [](const wire::Event& event) { return crypto::leafHash(wire::encode(event)); });
    return out;
  }

 private:
  Result<wire::OperationProof> prove(const projection::StoredBlock& stored, std::size_t position,
                                     std::uint32_t index) const {
    const auto& block = stored.block;
    const auto& header = block.batch(position);
    if (header.kind != wire::BatchKind::kCommands) return missing("command", block.header().height);
    const auto commands = wire::splitCommands(header.count, block.batchBody(position));
    if (!commands || index >= commands->size()) return missing("command", block.header().height);
    const auto leaves = wire::bodyLeaves(header.kind, header.count, block.batchBody(position));
    if (!leaves) return propagate(leaves);

    wire::OperationProof out;
    out.batchHeader = headerBytes(header);
    out.index = index;
    out.leaf = toBytes((*commands)[index].whole);
    out.bodyPath = pathIn(*leaves, index, [](const Digest& leaf) { return leaf; });
    out.blockHeader = headerBytes(block.header());
    out.batchPosition = static_cast<std::uint32_t>(position);
    std::vector<Digest> digests;
    for (std::size_t i = 0; i < block.batchCount(); ++i) digests.push_back(block.batch(i).digest());
    out.batchPath =
        pathIn(digests, position, [](const Digest& digest) { return crypto::leafHash(digest.view()); });
    out.result = wire::encode(stored.outcome.results[position]);
    out.resultPath = pathIn(stored.outcome.results, position, [](const wire::BatchResult& result) {
      return crypto::leafHash(wire::encode(result));
    });
    out.resultsRoot = stored.outcome.resultsRoot;
    out.eventsRoot = stored.outcome.eventsRoot;
    out.historyPath = blocks_.historyPath(block.header().height, certified_);
    return out;
  }

  const projection::BlockStore& blocks_;
  Height certified_;
};

}  // namespace

Result<HoldingFacts> holdingFacts(const ledger::Ledger& ledger, TokenId token, IdentityId identity) {
  const auto handle = ledger.account(identity, token);
  if (!handle)
    return fail("query.unknown_account", "This identity has no account in this token.",
                "See /query/holders.");
  auto holding = ledger.proveHolding(*handle);
  if (!holding) return propagate(holding);
  const auto tokenRow = present(ledger.token(token), "the token");
  if (!tokenRow) return propagate(tokenRow);
  const AssetId assetId = (*tokenRow)->asset;
  const auto asset = present(ledger.asset(assetId), "the token's asset");
  if (!asset) return propagate(asset);
  HoldingFacts out{.holding = std::move(*holding), .token = **tokenRow, .asset = **asset, .records = {}};
  for (const auto& id : out.asset.recordIds) {
    const auto record = present(ledger.record(id), "the asset's record");
    if (!record) return propagate(record);
    out.records.emplace_back(id, **record);
  }
  return out;
}

Height lastHeightOf(const HoldingFacts& facts) {
  auto last = std::max({facts.holding.checkpoint, facts.token.issuedAt, facts.asset.registeredAt});
  for (const auto& [id, record] : facts.records)
    last = std::max({last, record.submitHeight, record.reviewHeight});
  return last;
}

Result<wire::ProofBundle> buildProof(const Bytes& genesis, const HoldingFacts& facts,
                                     const wire::Certificate& certificate,
                                     const projection::BlockStore& blocks) {
  const auto certified = certificate.statement.height;
  if (certificate.statement.checkpointHeight != facts.holding.checkpoint || certified < lastHeightOf(facts) ||
      certified > blocks.height())
    return fail("proof.wrong_certificate", "The certificate does not cover what the proof says.",
                "Try again with a newer certificate.");
  const Builder builder(blocks, certified);
  wire::ProofBundle bundle;
  bundle.genesis = genesis;
  for (const auto& [id, record] : facts.records) {
    wire::RecordProof proof;
    auto submission = builder.operation(record.submitHeight, record.submitBatch, record.submitIndex);
    if (!submission) return propagate(submission);
    proof.submission = std::move(*submission);
    auto admitted = builder.event(record.submitHeight, &wire::RecordAdmitted::id, id, "record's admission");
    if (!admitted) return propagate(admitted);
    proof.admitted = std::move(*admitted);
    if (record.reviewHeight.value != 0) {
      proof.reviewed = true;
      auto review = builder.operation(record.reviewHeight, record.reviewBatch, record.reviewIndex);
      if (!review) return propagate(review);
      proof.review = std::move(*review);
    }
    if (record.decision == ledger::Decision::kOverridden) {
      auto event =
          builder.event(record.reviewHeight, &wire::RecordOverridden::record, id, "record's override");
      if (!event) return propagate(event);
      proof.overridden = std::move(*event);
    }
    bundle.records.push_back(std::move(proof));
  }
  auto registration = builder.registration(facts.asset);
  if (!registration) return propagate(registration);
  bundle.registration = std::move(*registration);
  auto issue = builder.operation(facts.token.issuedAt, facts.token.issueBatch, facts.token.issueIndex);
  if (!issue) return propagate(issue);
  bundle.issue = std::move(*issue);
  bundle.holding = facts.holding;
  bundle.certificate = certificate;
  return bundle;
}

}  // namespace aurigraph::gateway
