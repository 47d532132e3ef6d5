#include "nodes/projection/projection_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/support/ledger_fixture.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::projection {
namespace {

using namespace aurigraph::test;

class ReadModels : public ::testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<ProjectionStore> open() const {
    return std::move(openSqliteProjection(folder_.path() / "projection.sqlite", testGenesis()).value());
  }
  // A property token by the whole way, a record for review with its decision, one that is rejected, a
  // refused operation and a batch of transfers.
  void live() {
    const auto token = world_.propertyToken(1'000);
    world_.run(issuer(), world_.transfer(issuer(), holder(), token, 10));
    const auto waits =
        scoredRecord(wire::RecordKind::kPropertyTitle, "US-2", world_.now(), Wanted::kReview, 5);
    waiting_ = world_.submit(waits);
    EXPECT_EQ(world_.run(reviewer(), wire::ClaimReview{waiting_}), ledger::ReasonCode::kDone);
    EXPECT_EQ(world_.run(reviewer(), wire::DecideReview{waiting_, wire::ReviewDecision::kApprove, 1, "seen"}),
              ledger::ReasonCode::kDone);
    rejected_ = world_.submit(
        scoredRecord(wire::RecordKind::kPropertyTitle, "US-3", world_.now(), Wanted::kReject, 6));
    EXPECT_NE(world_.run(holder(), wire::RegisterIdentity{"ann", keyNumber(201).publicKey(), 0}),
              ledger::ReasonCode::kDone);
    EXPECT_EQ(world_.run(administrator(), wire::RegisterIdentity{"ann", keyNumber(201).publicKey(),
                                                                 wire::maskOf(wire::Role::kHolder)}),
              ledger::ReasonCode::kDone);
    happens(administrator(),
            approved(administrator(),
                     wire::GrantRoles{
                         keyNumber(201).publicKey(), maskOf(wire::Role::kReviewer), "Ann & Partners", {}}));
  }
  void happens(const Person& who, const wire::AnyCommand& command) {
    EXPECT_EQ(world_.run(who, command), ledger::ReasonCode::kDone);
  }
  template <class Command>
  Command approved(const Person& author, Command command,
                   const std::vector<Person>& approvers = {administrator2()}) const {
    return world_.approvedFor(author, std::move(command), approvers);
  }
  /// A new key and its word that it is this identity's.
  static std::pair<PublicKey, Signature> newKey(IdentityId identity, std::uint8_t number) {
    const PublicKey key = keyNumber(number).publicKey();
    return {key, keyNumber(number).sign(wire::possessionDigest(testGenesis().digest(), identity, key))};
  }
  /// Every identity of the lists, compared with the ledger.
  void expectIdentitiesOfTheLedger(ProjectionStore& store) {
    auto& ledger = world_.ledger();
    const auto identities = store.identities(0, 200).value().items;
    ASSERT_EQ(identities.size(), ledger.identityCount());
    for (const auto& entry : identities) {
      const auto* row = ledger.identity(entry.id);
      ASSERT_NE(row, nullptr);
      EXPECT_EQ(entry.name, row->name);
      EXPECT_EQ(entry.organisation, row->organisation) << entry.name;
      EXPECT_EQ(entry.roles, row->roles) << entry.name;
      EXPECT_EQ(entry.blocked, row->blocked) << entry.name;
      EXPECT_EQ(entry.keys, ledger.keysOf(entry.id)) << entry.name;
      for (const PublicKey& key : entry.keys) EXPECT_EQ(store.identityOf(key).value(), entry.id);
    }
  }
  // The same chain on a second ledger gives the results again.
  void feed(ProjectionStore& store) {
    LedgerWorld replay;
    for (const auto& block : world_.blocks()) {
      const auto outcome = LedgerWorld::applyTo(replay.ledger(), block);
      if (block.header().height <= store.height()) continue;
      const auto added = store.add(rowsOf(block, outcome));
      ASSERT_TRUE(added.has_value()) << added.error().message;
    }
  }

  TemporaryFolder folder_;
  LedgerWorld world_;
  Digest waiting_;
  Digest rejected_;
};

TEST_F(ReadModels, NumberEverythingAsTheLedgerDoes) {
  live();
  const auto store = open();
  feed(*store);
  auto& ledger = world_.ledger();
  expectIdentitiesOfTheLedger(*store);
  const auto tokens = store->tokens(0, 200).value().items;
  ASSERT_EQ(tokens.size(), ledger.tokenCount());
  for (const auto& entry : tokens) {
    EXPECT_EQ(ledger.tokenNamed(entry.symbol), entry.id);
    EXPECT_EQ(ledger.token(entry.id)->minted, entry.supply);
    EXPECT_EQ(ledger.token(entry.id)->issuer, entry.issuer);
  }
  const auto assets = store->assets(0, 200).value().items;
  ASSERT_EQ(assets.size(), ledger.assetCount());
  for (const auto& entry : assets) {
    EXPECT_EQ(ledger.assetKeyed(entry.assetKey), entry.id);
    EXPECT_EQ(ledger.asset(entry.id)->token, entry.token);
  }
  for (const auto& person : {issuer(), holder()}) {
    const auto accounts = store->accountsOf(person.id, 0, 200).value();
    for (const auto& entry : accounts.items)
      EXPECT_TRUE(ledger.account(entry.identity, entry.token).has_value());
  }
  EXPECT_EQ(store->accountsOf(holder().id, 0, 200).value().items.size(), 1U);
}

TEST_F(ReadModels, IdentitiesFollowTheirKeys) {
  const auto store = open();
  EXPECT_EQ(store->identities(0, 1).value().items[0].keys,
            std::vector<PublicKey>{administrator().key.publicKey()})
      << "from the beginning";
  EXPECT_EQ(store->identities(1, 1).value().items[0].organisation, "Harbour Estates");
  live();
  const auto [second, secondsWord] = newKey(holder().id, 202);
  happens(holder(), wire::AddKey{second, secondsWord});
  const auto [third, thirdsWord] = newKey(holder().id, 203);
  happens(holder(), wire::RotateKey{third, thirdsWord});
  feed(*store);
  EXPECT_EQ(store->identityOf(holder().key.publicKey()).value(), std::nullopt) << "nobody's any more";
  EXPECT_EQ(store->identities(holder().id.value - 1, 1).value().items[0].keys,
            (std::vector<PublicKey>{second, third}));
  expectIdentitiesOfTheLedger(*store);

  const auto [found, foundsWord] = newKey(reviewer().id, 204);
  wire::RecoverIdentity recovery;
  recovery.lost = reviewer().key.publicKey();
  recovery.key = found;
  recovery.possession = foundsWord;
  recovery.reason = "The card is lost.";
  recovery.document = filled<Digest>(9);
  happens(compliance(), approved(compliance(), recovery, {riskOfficer(), custodian()}));
  happens(administrator(),
          approved(administrator(), wire::BlockIdentity{holder2().key.publicKey(), "Died.", {}}));
  feed(*store);
  expectIdentitiesOfTheLedger(*store);
  const auto recovered = store->identities(reviewer().id.value - 1, 1).value().items[0];
  EXPECT_EQ(recovered.keys, std::vector<PublicKey>{found});
  EXPECT_EQ(recovered.roles, 0U) << "duties do not survive it";
  EXPECT_EQ(recovered.organisation, "Test Trust");
  EXPECT_EQ(store->identities(holder2().id.value - 1, 1).value().items[0].blocked, store->height());
}

TEST_F(ReadModels, APageOfIdentitiesCountsIdentitiesNotKeys) {
  for (std::uint8_t number = 202; number < 209; ++number) {
    const auto [key, word] = newKey(issuer().id, number);
    happens(issuer(), wire::AddKey{key, word});
  }
  const auto store = open();
  feed(*store);
  const auto page = store->identities(0, 3).value();
  ASSERT_EQ(page.items.size(), 3U);
  EXPECT_EQ(page.items[1].keys.size(), 8U);
  EXPECT_EQ(page.next, 3U);
  EXPECT_EQ(store->identities(page.next, 3).value().items[0].id, IdentityId(4));
}

TEST_F(ReadModels, RecordsSayWhatTheLedgerDecided) {
  live();
  const auto store = open();
  feed(*store);
  const auto records = store->records({}, 0, 200).value().items;
  ASSERT_EQ(records.size(), world_.ledger().recordCount());
  for (const auto& entry : records) {
    const auto* row = world_.ledger().record(entry.id);
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(entry.band, row->band);
    EXPECT_EQ(entry.decision, row->decision);
    EXPECT_EQ(entry.score, row->score);
    EXPECT_EQ(entry.submitter, row->submitter);
  }
  EXPECT_EQ(
      store->records({.assetKey = {}, .decision = ledger::Decision::kApproved}, 0, 9).value().items.at(0).id,
      waiting_);
  EXPECT_EQ(store->records({.assetKey = "US-3", .decision = {}}, 0, 9).value().items.at(0).id, rejected_);
}

TEST_F(ReadModels, AnOverriddenRecordIsListedAsGoodData) {
  live();
  const wire::OverrideRecord order{rejected_, "The registry confirmed.", {}};
  happens(seniorReviewer(), approved(seniorReviewer(), order, {riskOfficer(), compliance()}));
  const auto store = open();
  feed(*store);
  const auto listed = [&](const ProjectionStore::RecordFilter& filter) {
    return store->records(filter, 0, 9).value().items;
  };
  const auto overridden = listed({.assetKey = {}, .decision = ledger::Decision::kOverridden});
  ASSERT_EQ(overridden.size(), 1U);
  EXPECT_EQ(overridden[0].id, rejected_);
  EXPECT_EQ(overridden[0].band, wire::Band::kReject);
  EXPECT_EQ(listed({.assetKey = "US-3", .decision = {}, .accepted = true}).size(), 1U);
  EXPECT_TRUE(listed({.assetKey = {}, .decision = ledger::Decision::kRejected}).empty());
}

TEST_F(ReadModels, TellHowFarARecordCame) {
  live();
  const auto unused = world_.submit(
      scoredRecord(wire::RecordKind::kMarketSnapshot, "AAPL", world_.now(), Wanted::kAccept, 7));
  const auto registered =
      world_.submit(scoredRecord(wire::RecordKind::kPropertyTitle, "US-8", world_.now(), Wanted::kAccept, 8));
  const auto asset = world_.registerAsset(wire::AssetTemplate::kProperty, "US-8", {registered});
  const auto store = open();
  feed(*store);
  const auto ids = [&](const ProjectionStore::RecordFilter& filter) {
    std::set<Digest> out;
    const auto page = store->records(filter, 0, 200).value();
    for (const auto& entry : page.items) out.insert(entry.id);
    return out;
  };
  EXPECT_EQ(ids({}).size(), world_.ledger().recordCount());
  EXPECT_EQ(ids({.stage = RecordStage::kReview}),
            std::set{waiting_});  // decided, and still what was reviewed
  EXPECT_EQ(ids({.stage = RecordStage::kAsset}).size(), 3U);
  EXPECT_EQ(ids({.stage = RecordStage::kToken}).size(), 2U);
  EXPECT_TRUE(ids({.stage = RecordStage::kAsset}).contains(registered));
  EXPECT_FALSE(ids({.stage = RecordStage::kToken}).contains(registered));
  EXPECT_EQ(store->assetOf(registered).value(), asset);
  EXPECT_EQ(store->assetOf(unused).value(), std::nullopt);

  EXPECT_EQ(ids({.band = quality::Band::kReject}), std::set{rejected_});
  EXPECT_EQ(ids({.category = wire::Category::kMarket}), std::set{unused});
  EXPECT_FALSE(ids({.accepted = true}).contains(rejected_));
  EXPECT_TRUE(ids({.accepted = true}).contains(waiting_));  // approved
  EXPECT_TRUE(ids({.sourceId = "elsewhere"}).empty());
  EXPECT_EQ(ids({.kind = wire::RecordKind::kPropertyTitle, .stage = RecordStage::kToken}).size(), 1U);
  EXPECT_EQ(store->record(unused).value()->submitterName, "slim-1");
  EXPECT_FALSE(store->record(filled<Digest>(1)).value().has_value());
}

TEST_F(ReadModels, OfAnotherVersionAreFilledAgainFromTheChain) {
  live();
  {
    const auto store = open();
    feed(*store);
  }
  {
    SQLite::Database file((folder_.path() / "projection.sqlite").string(), SQLite::OPEN_READWRITE);
    file.exec("DROP TABLE asset_records");
    file.exec("ALTER TABLE records DROP COLUMN source");
    file.exec("PRAGMA user_version=1");
  }
  const auto store = open();
  EXPECT_EQ(store->height(), Height(0));
  EXPECT_EQ(store->identities(0, 200).value().items.size(), testGenesis().identities.size());
  feed(*store);
  EXPECT_EQ(store->height().value, world_.blocks().size());
  EXPECT_EQ(store->records({.stage = RecordStage::kToken}, 0, 9).value().items.size(), 2U);
}

TEST_F(ReadModels, AreWrittenOncePerHeightAlsoAfterARestart) {
  live();
  {
    const auto store = open();
    feed(*store);
  }
  const auto store = open();
  const auto height = store->height();
  EXPECT_EQ(height.value, world_.blocks().size());
  feed(*store);
  EXPECT_EQ(store->height(), height);
  EXPECT_EQ(store->identities(0, 200).value().items.size(), world_.ledger().identityCount());
  LedgerWorld replay;
  const auto outcome = LedgerWorld::applyTo(replay.ledger(), world_.blocks()[0]);
  const auto again = store->add(rowsOf(world_.blocks()[0], outcome));
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, "projection.gap");
}

TEST_F(ReadModels, HoldNoRowPerTransfer) {
  const auto token = world_.propertyToken(10'000);
  const auto one = world_.transfer(issuer(), holder(), token, 1);
  world_.run(issuer(), std::vector<wire::Transfer>(5'000, one));
  const auto store = open();
  feed(*store);
  const auto block = store->block(store->height()).value().value();
  EXPECT_EQ(block.operations, 5'000U);
  EXPECT_EQ(store->batchesOf(store->height()).value().size(), 1U);
  EXPECT_EQ(store->eventsAfter(Height(store->height().value - 1), UINT32_MAX, 100).value().size(), 1U);
}

TEST_F(ReadModels, KeepTheLatestCertificateOfEachCheckpoint) {
  const auto store = open();
  const auto certificate = [](std::uint64_t height, std::uint64_t checkpoint) {
    wire::Certificate out;
    out.statement.height = Height(height);
    out.statement.checkpointHeight = Height(checkpoint);
    out.votes = {{NodeId(1), {}}, {NodeId(2), {}}};
    return out;
  };
  for (const auto& [height, checkpoint] : {std::pair{5, 3}, {7, 3}, {6, 3}, {9, 8}})
    ASSERT_TRUE(
        store->add(certificate(static_cast<std::uint64_t>(height), static_cast<std::uint64_t>(checkpoint))));
  EXPECT_EQ(store->certificateOf(Height(3)).value()->statement.height, Height(7));
  EXPECT_EQ(store->certificateOf(Height(8)).value()->statement.height, Height(9));
  EXPECT_FALSE(store->certificateOf(Height(4)).value().has_value());
  EXPECT_EQ(store->certificateCovering(Height(6)).value()->statement.height, Height(7));
  EXPECT_EQ(store->certificateCovering(Height(8)).value()->statement.height, Height(9));
  EXPECT_FALSE(store->certificateCovering(Height(10)).value().has_value());
  EXPECT_EQ(store->latestCertificate().value()->statement.height, Height(9));
}

TEST_F(ReadModels, OfAnotherClusterAreRefused) {
  (void)open();
  auto other = testGenesis();
  other.nonce.bytes.fill(2);
  const auto opened = openSqliteProjection(folder_.path() / "projection.sqlite", other);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, "projection.other_cluster");
}

}  // namespace
}  // namespace aurigraph::projection
