#include "tests/unit/proof/forger.h"

#include <algorithm>

#include "core/crypto/merkle.h"
#include "core/wire/batch_result.h"
#include "core/wire/row_proof.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::test {
namespace {

constexpr const char* kKey = "US-06075-1";

Digest digestLeaf(const Digest& digest) {
  return crypto::leafHash(digest.view());
}

/// Where an operation is in the history, and what its block's results were.
struct Place {
  wire::Block block;
  wire::BlockOutcome outcome;
  std::size_t position = 1;  ///< Of its batch.
  std::uint32_t index = 1;   ///< In its batch.
};

/// The valid bundle as it is made of the ledger; everything else is a change of it.
class Story {
 public:
  Story() : world_(testGenesis(), everyBlockCheckpointed()) {
    const auto title = scoredRecord(wire::RecordKind::kPropertyTitle, kKey, world_.now());
    const auto value =
        scoredRecord(wire::RecordKind::kPropertyValuation, kKey, world_.now(), Wanted::kReview);
    const Place titled = happen(slimNode(), title.command());
    const Place valued = happen(slimNode(), value.command());
    const Digest valueId = value.record.id();
    const auto [ordered, orderedId, overriding] = orderedOverride();
    const auto [proposed, proposedId, completing] = proposedOverride();
    happen(reviewer(), wire::ClaimReview{valueId});
    const Place review = happen(
        reviewer(), wire::DecideReview{valueId, wire::ReviewDecision::kApprove, 1, "Second quote seen."});
    std::vector<Digest> ids = {title.record.id(), valueId, orderedId, proposedId};
    std::ranges::sort(ids);
    const Place registered =
        happen(issuer(), wire::RegisterAsset{wire::AssetTemplate::kProperty, kKey, "House", ids, {}});
    const AssetId asset = world_.ledger().assetKeyed(kKey).value();
    const Place issued = happen(issuer(), world_.approved(world_.terms(asset, "HOUSE", 1'000), treasurer()));
    const TokenId token = world_.ledger().tokenNamed("HOUSE").value();
    EXPECT_EQ(world_.run(issuer(), world_.transfer(issuer(), holder(), token, 250)),
              ledger::ReasonCode::kDone);
    while (history_.size() < world_.blocks().size()) noteBlock(history_.size());

    const auto placeOf = [&](const Digest& id) {
      return static_cast<std::size_t>(std::ranges::find(ids, id) - ids.begin());
    };
    acceptedAt = placeOf(title.record.id());
    reviewedAt = placeOf(valueId);
    overriddenAt = placeOf(orderedId);
    endorsedAt = placeOf(proposedId);
    bundle.genesis = encode(testGenesis());
    bundle.records.resize(ids.size());
    bundle.records[overriddenAt] = overridden(ordered, overriding);
    bundle.records[endorsedAt] = overridden(proposed, completing);
    bundle.records[acceptedAt] = submitted(titled);
    bundle.records[reviewedAt] = submitted(valued);
    bundle.records[reviewedAt].reviewed = true;
    bundle.records[reviewedAt].review = prove(review);
    bundle.registration = prove(registered);
    bundle.issue = prove(issued);
    bundle.holding =
        world_.ledger().proveHolding(world_.ledger().account(holder().id, token).value()).value();
    wire::SealStatement& statement = bundle.certificate.statement;
    statement.genesis = world_.genesisDigest();
    statement.voterSet = testGenesis().voters().digest();
    statement.height = world_.ledger().height();
    statement.historyRoot = world_.ledger().historyRoot();
    statement.checkpointHeight = world_.ledger().checkpointHeight();
    statement.stateRoot = world_.ledger().stateRoot();
    bundle.certificate.votes = {{NodeId(1), {}}, {NodeId(3), {}}};
  }

  wire::ProofBundle bundle;
  std::size_t acceptedAt = 0;
  std::size_t reviewedAt = 0;
  std::size_t overriddenAt = 0;
  std::size_t endorsedAt = 0;
  [[nodiscard]] const std::vector<Digest>& history() const { return history_; }

 private:
  static ledger::Limits everyBlockCheckpointed() {
    ledger::Limits limits;
    limits.checkpointInterval = Height(1);
    return limits;
  }

  /// A record that was rejected, and what made it usable.
  struct Overridden {
    Place submitted;
    Digest id;
    Place executed;
  };
  Overridden orderedOverride() {
    const auto record =
        scoredRecord(wire::RecordKind::kPropertyValuation, kKey, world_.now(), Wanted::kReject, 2);
    const Place submitted = happen(slimNode(), record.command());
    const wire::OverrideRecord order{record.record.id(), "The appraiser signed it.", {}};
    return {
        submitted, record.record.id(),
        happen(seniorReviewer(), world_.approvedFor(seniorReviewer(), order, {riskOfficer(), compliance()}))};
  }
  Overridden proposedOverride() {
    const auto record =
        scoredRecord(wire::RecordKind::kPropertyValuation, kKey, world_.now(), Wanted::kReject, 3);
    const Place submitted = happen(slimNode(), record.command());
    wire::OverrideRecord order{record.record.id(), "The registry confirmed it.", {}};
    order.approvals.until = world_.tomorrow();
    EXPECT_EQ(world_.run(seniorReviewer(), wire::AnyCommand(proposing(order))), ledger::ReasonCode::kDone);
    const wire::Endorse word{
        wire::approvalDigest(world_.genesisDigest(), seniorReviewer().key.publicKey(), order)};
    EXPECT_EQ(world_.run(riskOfficer(), wire::AnyCommand(word)), ledger::ReasonCode::kDone);
    return {submitted, record.record.id(), happen(compliance(), word)};
  }

  /// A block of two batches: three newcomers, and the command behind one that is refused.
  Place happen(const Person& author, const wire::AnyCommand& command) {
    std::vector<wire::AnyCommand> newcomers;
    for (int n = 0; n < 3; ++n) {
      ++newcomers_;
      newcomers.emplace_back(wire::RegisterIdentity{"newcomer-" + std::to_string(newcomers_),
                                                    keyNumber(newcomers_).publicKey(),
                                                    wire::maskOf(wire::Role::kHolder)});
    }
    Place out;
    out.block = world_.block({world_.commands(administrator(), newcomers),
                              world_.commands(author, {wire::OpenAccount{}, command})});
    (void)world_.apply(out.block);
    out.outcome = world_.outcomes().back();
    EXPECT_NE(out.outcome.results.at(1).codeOf(0), 0);
    EXPECT_EQ(out.outcome.results.at(1).codeOf(1), 0)
        << "the story does not go as told: block " << out.block.header().height.value;
    while (history_.size() + 1 < world_.blocks().size()) noteBlock(history_.size());
    noteBlock(history_.size());
    return out;
  }
  void noteBlock(std::size_t at) {
    history_.push_back(wire::historyLeaf(world_.blocks()[at].hash(), world_.outcomes()[at]));
  }

  [[nodiscard]] wire::OperationProof prove(const Place& place) const {
    const wire::BatchHeader& batch = place.block.batch(place.position);
    const ByteView body = place.block.batchBody(place.position);
    wire::OperationProof out;
    out.batchHeader = bytesOf(batch);
    out.index = place.index;
    out.leaf = toBytes(wire::splitCommands(batch.count, body).value().at(place.index).whole);
    out.bodyPath = pathTo(place.index, wire::bodyLeaves(batch.kind, batch.count, body).value());
    out.blockHeader = bytesOf(place.block.header());
    out.batchPosition = static_cast<std::uint32_t>(place.position);
    std::vector<Digest> batches;
    std::vector<Digest> results;
    for (std::size_t at = 0; at < place.block.batchCount(); ++at) {
      batches.push_back(digestLeaf(place.block.batch(at).digest()));
      results.push_back(crypto::leafHash(encode(place.outcome.results[at])));
    }
    out.batchPath = pathTo(place.position, batches);
    out.result = encode(place.outcome.results[place.position]);
    out.resultPath = pathTo(place.position, results);
    out.resultsRoot = place.outcome.resultsRoot;
    out.eventsRoot = place.outcome.eventsRoot;
    out.historyPath = pathTo(place.block.header().height.value - 1, history_);
    return out;
  }
  [[nodiscard]] wire::RecordProof submitted(const Place& submission) const {
    wire::RecordProof out;
    out.submission = prove(submission);
    out.admitted = tell<wire::RecordAdmitted>(submission);
    return out;
  }
  [[nodiscard]] wire::RecordProof overridden(const Place& submission, const Place& executed) const {
    wire::RecordProof out = submitted(submission);
    out.reviewed = true;
    out.review = prove(executed);
    out.overridden = tell<wire::RecordOverridden>(executed);
    return out;
  }
  /// The event of that kind that the block told of.
  template <class Kind>
  [[nodiscard]] static wire::EventProof tell(const Place& place) {
    const auto& events = place.outcome.events;
    const auto at = std::ranges::find_if(
        events, [](const wire::Event& each) { return std::holds_alternative<Kind>(each.what); });
    std::vector<Digest> leaves;
    for (const wire::Event& each : events) leaves.push_back(crypto::leafHash(encode(each)));
    const auto index = static_cast<std::uint64_t>(at - events.begin());
    return {encode(*at), static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(events.size()),
            pathTo(index, leaves)};
  }
  template <class Header>
  static Bytes bytesOf(const Header& header) {
    Bytes out(sizeof(header));
    std::memcpy(out.data(), &header, sizeof(header));
    return out;
  }
  static std::vector<Digest> pathTo(std::uint64_t index, const std::vector<Digest>& leaves) {
    crypto::MerkleTree tree;
    for (const Digest& leaf : leaves) tree.append(leaf);
    return tree.inclusionProof(index, leaves.size());
  }

  LedgerWorld world_;
  std::vector<Digest> history_;
  std::uint8_t newcomers_ = 150;
};

const Story& story() {
  static const Story out;
  return out;
}

crypto::SigningKey keyOf(const PublicKey& key) {
  for (int number = 0; number <= 0xFF; ++number)
    if (auto found = keyNumber(static_cast<std::uint8_t>(number)); found.publicKey() == key) return found;
  throw std::runtime_error("no forger has this key");
}

}  // namespace

Forger::Forger()
    : bundle(story().bundle),
      acceptedAt(story().acceptedAt),
      reviewedAt(story().reviewedAt),
      overriddenAt(story().overriddenAt),
      endorsedAt(story().endorsedAt),
      history_(story().history()) {
  seal();
}

const Digest& Forger::trusted() {
  static const Digest out = testGenesis().digest();
  return out;
}

std::vector<wire::OperationProof*> Forger::operations() {
  std::vector<wire::OperationProof*> out;
  for (wire::RecordProof& record : bundle.records) {
    out.push_back(&record.submission);
    if (record.reviewed) out.push_back(&record.review);
  }
  out.push_back(&bundle.registration);
  out.push_back(&bundle.issue);
  return out;
}

wire::AnyCommand Forger::commandOf(const wire::OperationProof& operation) {
  const auto split = wire::splitCommands(1, operation.leaf).value();
  return wire::decodeCommand(split[0].kind, split[0].payload).value();
}

void Forger::replaceCommand(wire::OperationProof& operation, const wire::AnyCommand& command) {
  ByteWriter leaf;
  leaf.integer(static_cast<std::uint16_t>(kindOf(command))).integer(std::uint16_t{0});
  operation.leaf = leaf.blob(encodePayload(command)).take();
}

void Forger::admitInstead(wire::RecordProof& proof, const ScoredRecord& record) {
  replaceCommand(proof.submission, record.command());
  wire::ScoreInputs context = record.inputs;
  editBlock(proof.submission, [&](const wire::BlockHeader& block) { context.scoredAt = block.time; });
  const auto result = quality::score(record.record, context, testRules());
  editAdmitted(proof, [&](wire::RecordAdmitted& admitted) {
    admitted.id = record.record.id();
    admitted.category = record.record.category;
    admitted.kind = record.record.kind;
    admitted.origin = record.record.origin;
    admitted.assetKey = record.record.assetKey;
    admitted.source = record.record.sourceId;
    admitted.score = result.score;
    admitted.band = result.band;
    admitted.context = wire::encode(context);
  });
}

void Forger::approve(wire::IssueToken& issue, std::vector<Person> approvers) const {
  const PublicKey author = wire::parseBatchHeader(bundle.issue.batchHeader)->author;
  issue.approvals.given.clear();
  for (const Person& approver : approvers)
    wire::addApproval(issue, bundle.certificate.statement.genesis, author, approver.key);
}

void Forger::approve(wire::OverrideRecord& order, std::vector<Person> approvers) {
  const PublicKey author = wire::parseBatchHeader(overridden().review.batchHeader)->author;
  order.approvals.given.clear();
  for (const Person& approver : approvers)
    wire::addApproval(order, bundle.certificate.statement.genesis, author, approver.key);
}

void Forger::moveTo(const wire::Genesis& genesis) {
  bundle.genesis = encode(genesis);
  const Digest digest = genesis.digest();
  for (wire::OperationProof* operation : operations()) {
    editBatch(*operation, [&](auto& batch) { batch.genesis = digest; });
    editBlock(*operation, [&](auto& block) { block.genesis = digest; });
  }
  bundle.certificate.statement.genesis = digest;
  bundle.certificate.statement.voterSet = genesis.voters().digest();
  editCommand<wire::IssueToken>(bundle.issue, [&](auto& issue) { approve(issue, {treasurer()}); });
  editCommand<wire::OverrideRecord>(overridden().review, [&](auto& order) {
    approve(order, {riskOfficer(), compliance()});
  });
}

void Forger::seal() {
  const Digest digest = bundle.certificate.statement.signingDigest();
  for (auto& vote : bundle.certificate.votes)
    vote.signature = keyNumber(static_cast<std::uint8_t>(vote.voter.value)).sign(digest);
}

void Forger::refitOperation(wire::OperationProof& operation) {
  Digest batchDigest;
  editBatch(operation, [&](wire::BatchHeader& batch) {
    EXPECT_TRUE(crypto::rootFromInclusion(crypto::leafHash(operation.leaf), operation.index, batch.count,
                                          operation.bodyPath, batch.bodyRoot));
    batch.signature = keyOf(batch.author).sign(batch.signingDigest());
    batchDigest = batch.digest();
  });
  editBlock(operation, [&](wire::BlockHeader& block) {
    EXPECT_TRUE(crypto::rootFromInclusion(digestLeaf(batchDigest), operation.batchPosition, block.batchCount,
                                          operation.batchPath, block.batchesRoot));
    EXPECT_TRUE(crypto::rootFromInclusion(crypto::leafHash(operation.result), operation.batchPosition,
                                          block.batchCount, operation.resultPath, operation.resultsRoot));
    const std::uint64_t height = block.height.value;
    if (height >= 1 && height <= history_.size())
      history_[height - 1] = wire::historyLeaf(block.hash(), operation.resultsRoot, operation.eventsRoot);
  });
}

void Forger::refitState() {
  std::vector<Digest> roots = bundle.holding.account.path.tableRoots;
  wire::RowProof* const rows[] = {&bundle.holding.account, &bundle.holding.identity, &bundle.holding.token,
                                  &bundle.holding.asset};
  for (wire::RowProof* row : rows) {
    row->path.pageRowHashes[row->slot % wire::kRowsPerPage] =
        wire::rowHash(wire::StateTable(row->table), row->salt, row->row);
    Digest root;
    const std::span<const Digest, wire::kRowsPerPage> page(row->path.pageRowHashes);
    EXPECT_TRUE(crypto::rootFromInclusion(wire::pageHash(page), row->slot / wire::kRowsPerPage,
                                          row->path.pageCount, row->path.pagePath, root));
    roots[row->table] = wire::tableRoot(row->path.pageCount, root);
  }
  for (wire::RowProof* row : rows) row->path.tableRoots = roots;
  bundle.certificate.statement.stateRoot =
      wire::stateRoot(std::span<const Digest, wire::kStateTables>(roots));
}

void Forger::refitEvents(wire::RecordProof& record) {
  const auto refitUnder = [](const wire::EventProof& said, Digest& root) {
    EXPECT_TRUE(
        crypto::rootFromInclusion(crypto::leafHash(said.event), said.index, said.count, said.path, root));
  };
  refitUnder(record.admitted, record.submission.eventsRoot);
  if (record.overridden) refitUnder(*record.overridden, record.review.eventsRoot);
}

void Forger::refit() {
  for (wire::RecordProof& record : bundle.records) refitEvents(record);
  const Digest issuedFirst = wire::parseBatchHeader(story().bundle.issue.batchHeader)->digest();
  for (wire::OperationProof* operation : operations()) refitOperation(*operation);
  const auto certified = bundle.certificate.statement.height.value;
  crypto::MerkleTree tree;
  for (const Digest& leaf : history_) tree.append(leaf);
  for (wire::OperationProof* operation : operations())
    editBlock(*operation, [&](const wire::BlockHeader& block) {
      if (block.height.value >= 1 && block.height.value <= certified)
        operation->historyPath = tree.inclusionProof(block.height.value - 1, certified);
    });
  bundle.certificate.statement.historyRoot = tree.rootAt(certified);

  const Digest issued = wire::parseBatchHeader(bundle.issue.batchHeader)->digest();
  if (auto token = wire::decodeRow<wire::TokenRow>(bundle.holding.token.row);
      token && token->issueBatch == issuedFirst) {
    token->issueBatch = issued;
    bundle.holding.token.row = encode(*token);
  }
  refitState();
  seal();
}

}  // namespace aurigraph::test
