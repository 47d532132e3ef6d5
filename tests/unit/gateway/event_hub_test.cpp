#include "nodes/gateway/live/event_hub.h"

#include <gtest/gtest.h>

#include "tests/support/ledger_fixture.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;

class Rights : public ::testing::Test {
 protected:
  /// The command in the next block, and its events to all streams.
  template <class Command>
  void happens(const Person& who, const Command& command) {
    ASSERT_EQ(world_.run(who, wire::AnyCommand(command)), ledger::ReasonCode::kDone);
    hub_.publish(projection::rowsOf(world_.blocks().back(), world_.outcomes().back()).events);
  }
  std::shared_ptr<TextSource> stream(std::set<std::string, std::less<>> topics,
                                     std::optional<EventPosition> from = {}) {
    return hub_.subscribe(std::move(topics), from);
  }

  TemporaryFolder folder_;
  LedgerWorld world_;
  std::unique_ptr<projection::ProjectionStore> store_ =
      std::move(projection::openSqliteProjection(folder_.path() / "p.sqlite", testGenesis()).value());
  EventHub hub_{*store_, Lane(0), nullptr};
};

TEST_F(Rights, AStreamThatShowsMoreEndsWhenSomebodyLosesRights) {
  happens(administrator(), wire::RegisterIdentity{"ann", keyNumber(50).publicKey(), 0});
  const auto workers = stream({"identity", "review"});
  const auto everybody = stream({"identity"});
  happens(administrator(), wire::SetNoticeAddress{"me@example.com"});
  EXPECT_NE(workers->take().find("notice-address-set"), std::string::npos);
  EXPECT_FALSE(workers->ended());

  happens(administrator(), wire::SuspendIdentity{reviewer().id, 60, "A drill."});
  happens(administrator(), wire::SetNoticeAddress{"you@example.com"});
  const std::string last = workers->take();
  EXPECT_NE(last.find("identity-suspended"), std::string::npos) << "what ended it is told";
  EXPECT_EQ(last.find("you@example.com"), std::string::npos) << "and nothing behind it";
  EXPECT_TRUE(workers->ended());
  EXPECT_NE(everybody->take().find("you@example.com"), std::string::npos);
  EXPECT_FALSE(everybody->ended());

  // Whoever comes again was asked again: what happened before ends nothing.
  const auto again = stream({"identity", "review"}, EventPosition{Height(1), 0});
  EXPECT_NE(again->take().find("you@example.com"), std::string::npos);
  EXPECT_FALSE(again->ended());
}

TEST_F(Rights, AChangeOfRolesEndsItToo) {
  happens(administrator(), wire::SetNoticeAddress{"me@example.com"});
  const auto workers = stream({"review"});
  happens(administrator(), wire::GrantRoles{reviewer().key.publicKey(), maskOf(wire::Role::kHolder), {}, {}});
  EXPECT_EQ(workers->take().find("roles-changed"), std::string::npos) << "not asked for";
  EXPECT_TRUE(workers->ended());
}

TEST_F(Rights, SoDoesTheEndOfAKeyARecoveryAndABlock) {
  const auto possession = [](const Person& who, std::uint8_t number) {
    const auto key = keyNumber(number);
    return key.sign(wire::possessionDigest(testGenesis().digest(), who.id, key.publicKey()));
  };
  happens(holder(), wire::SetNoticeAddress{"me@example.com"});
  auto workers = stream({"review"});
  happens(holder(), wire::AddKey{keyNumber(202).publicKey(), possession(holder(), 202)});
  workers->take();
  EXPECT_FALSE(workers->ended()) << "one more key takes nothing from anybody";
  happens(holder(), wire::RevokeKey{keyNumber(202).publicKey(), {}});
  workers->take();
  EXPECT_TRUE(workers->ended()) << "a key's end";

  workers = stream({"review"});
  wire::RecoverIdentity recovery;
  recovery.lost = reviewer().key.publicKey();
  recovery.key = keyNumber(203).publicKey();
  recovery.possession = possession(reviewer(), 203);
  recovery.reason = "The card is lost.";
  recovery.document = filled<Digest>(9);
  happens(compliance(), world_.approvedFor(compliance(), recovery, {riskOfficer(), custodian()}));
  workers->take();
  EXPECT_TRUE(workers->ended()) << "a recovery";

  workers = stream({"review"});
  happens(
      administrator(),
      world_.approvedFor(administrator(), wire::BlockIdentity{reviewer2().key.publicKey(), "A thief.", {}},
                         {administrator2()}));
  workers->take();
  EXPECT_TRUE(workers->ended()) << "a block";
}

}  // namespace
}  // namespace aurigraph::gateway
