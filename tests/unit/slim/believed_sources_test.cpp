// Only what the ledger believes is asked, and nothing is said better than it believes it (R-TRUST-1).

#include <gtest/gtest.h>

#include "tests/unit/slim/slim_world.h"

namespace aurigraph::slim {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::FakeLedger;
using wire::RecordKind;

class BelievedSources : public testing::SlimWorld {
 protected:
  connectors::Query parcel() {
    connectors::Query out{"/v1/parcels/" + providers_.world().fips + "/" + providers_.world().apn, {}, {}};
    out.bypassCache = true;
    return out;
  }
  telemetry::SourceReading reading(const std::string& source) {
    for (const auto& each : node_->sources())
      if (each.source == source) return each;
    return {};
  }
  std::string codeOfAsking(const std::string& source) {
    const auto report = node_->fetchNow(source, parcel());
    return report ? "" : std::string(report.error().code);
  }
  /// Waits until a look has found this; empty: that it is asked.
  bool isToldOf(const std::string& source, const std::string& code) {
    const auto deadline = std::chrono::steady_clock::now() + seconds(20);
    while (reading(source).notAsked != code) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::yield();
    }
    return true;
  }
  ItemState stateOf(const Digest& id) { return node_->statusOf(id).value()->state; }
};

TEST_F(BelievedSources, ASourceThatTheLedgerDoesNotKnowIsNotAskedUntilItDoes) {
  auto polled = config();
  for (SourceSetup& setup : polled.sources)
    if (setup.source.provider == "county-title") setup.polls.push_back({parcel(), seconds(3'600)});
  const auto terms = simulatedTerms(providers_.pin()).value();
  ledger_.forget("county-title");
  start(std::move(polled));
  EXPECT_EQ(codeOfAsking("county-title"), "source.unknown");
  EXPECT_EQ(reading("county-title").notAsked, "source.unknown");
  EXPECT_FALSE(reading("county-title").lastError.empty());
  EXPECT_EQ(reading("county-title").calls, 0U);
  EXPECT_EQ(reading("attom").notAsked, "");
  EXPECT_EQ(node_->lastSendError(), "") << "the node works";
  ledger_.adopt(terms);
  EXPECT_TRUE(ledger_.waitFor([](const auto& records) { return !records.applied.empty(); }))
      << "its turn was not lost";
}

TEST_F(BelievedSources, RecordsOfAPausedSourceWaitAndLetTheOthersPass) {
  ledger_.trouble(FakeLedger::Trouble::kUnreachable, -1);
  start();
  const auto waiting = idsOf(fetchCounty());
  ledger_.pause("county-title");
  ledger_.trouble(FakeLedger::Trouble::kNone, 0);
  ASSERT_TRUE(node_->waitForLedger(idsOf(fetchShipment()), seconds(20))) << node_->lastSendError();
  ASSERT_TRUE(isToldOf("county-title", "source.paused"));
  EXPECT_EQ(codeOfAsking("county-title"), "source.paused");
  for (const Digest& id : waiting) EXPECT_LT(stateOf(id), ItemState::kApplied);
  EXPECT_EQ(node_->counters().dead, 0U);
  ledger_.pause("county-title", false);
  EXPECT_TRUE(node_->waitForLedger(waiting, seconds(20))) << node_->lastSendError();
  for (const Digest& id : waiting) EXPECT_EQ(stateOf(id), ItemState::kApplied);
}

TEST_F(BelievedSources, WhatWaitsForItsSourceExpires) {
  ledger_.trouble(FakeLedger::Trouble::kUnreachable, -1);
  start();
  const auto waiting = idsOf(fetchCounty());
  ledger_.pause("county-title");
  ASSERT_TRUE(isToldOf("county-title", "source.paused"));
  node_.reset();  // whatever was under way stays so
  const auto store = SlimStore::open(folder_ / "slim.sqlite").value();
  std::vector<ItemOutcome> again;
  if (const auto pending = store->pending().value())
    again.resize(pending->items.size() + pending->anchors.size(), {ItemState::kQueued, {}});
  ASSERT_TRUE(again.empty() || store->closePending(again, Height(0), false));
  EXPECT_TRUE(store->nextQueued(100, std::vector<std::string>{"county-title"})->empty());
  EXPECT_EQ(store->nextQueued(100)->size(), waiting.size());
  EXPECT_EQ(store->nextQueued(1)->front().source, "county-title");
  EXPECT_EQ(store->expire(Nanoseconds(0)).value(), 0U);
  EXPECT_EQ(store->expire(Nanoseconds(INT64_MAX)).value(), waiting.size());
  for (const Digest& id : waiting) EXPECT_EQ(store->statusOf(id).value()->state, ItemState::kExpired);
}

TEST_F(BelievedSources, ASourceThatHasUsedUpItsHourWaitsForTheNext) {
  ledger_.change("county-title", [](wire::SourceTerms& terms) { terms.recordsPerHour = 2; });
  start();
  const auto ids = idsOf(fetchCounty());
  ASSERT_GT(ids.size(), 2U);
  ASSERT_TRUE(ledger_.waitFor([](const auto& records) { return records.applied.size() == 2; }));
  ASSERT_TRUE(isToldOf("county-title", "source.budget"));
  ASSERT_TRUE(node_->waitForLedger(idsOf(fetchShipment()), seconds(20))) << node_->lastSendError();
  EXPECT_EQ(ledger_.records().applied.size(), 3U);
  EXPECT_EQ(node_->counters().dead, 0U);
  ledger_.change("county-title", [](wire::SourceTerms& terms) { terms.recordsPerHour = 100; });
  EXPECT_TRUE(node_->waitForLedger(ids, seconds(20))) << node_->lastSendError();
  for (const Digest& id : ids) EXPECT_EQ(stateOf(id), ItemState::kApplied);
}

TEST_F(BelievedSources, ANodeSaysNoMoreThanTheLedgerBelieves) {
  start();
  const auto full = fetchCounty();
  node_.reset();
  std::filesystem::remove_all(folder_);  // as another node that has seen nothing
  ledger_.change("county-title", [](wire::SourceTerms& terms) {
    terms.tier = wire::SourceTier::kPublicApi;
    terms.session = wire::SourceSession::kNone;
    terms.pins.clear();
  });
  start();
  const auto lowered = fetchCounty();
  const auto* before = find(full, RecordKind::kPropertyTitle);
  const auto* after = find(lowered, RecordKind::kPropertyTitle);
  ASSERT_TRUE(before != nullptr && after != nullptr);
  EXPECT_LT(after->score, before->score);
  ASSERT_TRUE(node_->waitForLedger(idsOf(lowered), seconds(20))) << node_->lastSendError();
  for (const Digest& id : idsOf(lowered)) EXPECT_EQ(stateOf(id), ItemState::kApplied);
  const auto said = [&](const Digest& id) {
    for (const auto& submit : ledger_.records().applied)
      if (auto record = wire::decodeRecord(submit.record).value(); record.id() == id) return record;
    ADD_FAILURE() << "not on the ledger";
    return wire::Record();
  };
  const wire::Record record = said(after->recordId);
  EXPECT_EQ(record.tier, wire::SourceTier::kPublicApi);
  EXPECT_EQ(record.origin, wire::Origin::kSimulated);
  EXPECT_EQ(record.fetch.purpose, wire::Purpose::kLive);
  EXPECT_TRUE(record.fetch.transport.allowedHostOverTls);
  EXPECT_FALSE(record.fetch.transport.pinnedKey);
  EXPECT_FALSE(record.fetch.transport.authenticatedSession);
}

TEST_F(BelievedSources, KindsThatASourceWasNotAdoptedForAreRefusedHere) {
  ledger_.change("county-title",
                 [](wire::SourceTerms& terms) { terms.kinds = {RecordKind::kPropertyTitle}; });
  start();
  const auto report = fetchCounty();
  ASSERT_EQ(report.records.size(), 1U);
  EXPECT_EQ(report.records[0].kind, RecordKind::kPropertyTitle);
  ASSERT_FALSE(report.refused.empty());
  for (const auto& item : report.refused) EXPECT_EQ(item.reason.code, "source.kind");
  ASSERT_TRUE(node_->waitForLedger(idsOf(report), seconds(20)));
  EXPECT_EQ(ledger_.records().turnedAway, 0);
}

TEST_F(BelievedSources, WhatTheLedgerWillNeverTakeIsDeadAndSaysWhy) {
  ledger_.trouble(FakeLedger::Trouble::kUnreachable, -1);
  start();
  const auto ids = idsOf(fetchShipment());
  ledger_.forget("epcis");
  ledger_.trouble(FakeLedger::Trouble::kNone, 0);
  ASSERT_TRUE(node_->waitForLedger(ids, seconds(20)));
  const auto status = node_->statusOf(ids[0]).value().value();
  EXPECT_EQ(status.state, ItemState::kDead);
  EXPECT_EQ(status.reason.rfind("source.unknown: ", 0), 0U) << status.reason;
}

TEST_F(BelievedSources, ANameThatWasAdoptedForAnotherProviderIsNotOurs) {
  ledger_.change("county-title", [](wire::SourceTerms& terms) { terms.provider = "attom"; });
  start();
  EXPECT_EQ(codeOfAsking("county-title"), "source.other_provider");
}

}  // namespace
}  // namespace aurigraph::slim
