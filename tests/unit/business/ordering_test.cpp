#include <gtest/gtest.h>

#include <random>

#include "tests/unit/business/desk.h"

namespace aurigraph::business::testing {
namespace {

using Numbers = std::vector<std::uint64_t>;

TEST(Resend, WhatIsNotAppliedIsSentAgainInOrderWithBackOff) {
  Desk desk;
  for (std::uint64_t request = 1; request <= 3; ++request) desk.submit(desk.batch(1, 1, request));
  EXPECT_EQ(desk.sentRequests(), (Numbers{1, 2, 3}));
  desk.pass(10);
  EXPECT_EQ(desk.sent.size(), 3U);
  desk.pass(40);
  EXPECT_EQ(desk.sentRequests(), (Numbers{1, 2, 3, 1, 2, 3}));
  desk.pass(60);
  EXPECT_EQ(desk.sent.size(), 6U);  // twice as long now
  desk.pass(40);
  EXPECT_EQ(desk.sent.size(), 9U);
}

TEST(Resend, ANewLeaderGetsEverythingAtOnce) {
  Desk desk;
  desk.submit(desk.batch(1, 1, 1));
  desk.submit(desk.batch(1, 1, 2));
  desk.apply({desk.batch(1, 1, 1)});
  desk.sent.clear();
  desk.deliver(replica::LeaderChanged{NodeId(), Term(2)});
  EXPECT_TRUE(desk.sent.empty());
  desk.deliver(replica::LeaderChanged{NodeId(2), Term(2)});
  EXPECT_EQ(desk.sentRequests(), Numbers{2});
}

TEST(Resend, WhatFollowsARefusedRequestWaitsForItsReplacement) {
  Desk desk;
  const Bytes first = desk.batch(1, 1, 1);
  const auto told = desk.submit(first);
  desk.submit(desk.batch(1, 1, 2));
  desk.apply({first}, 5);  // the ledger says: expired
  ASSERT_EQ(told->code(), "done");
  EXPECT_EQ(told->committed[0]->result.batchCode, 5);
  desk.sent.clear();
  desk.pass(50);
  desk.pass(400);
  EXPECT_TRUE(desk.sent.empty());
  desk.submit(desk.batch(1, 1, 1, 8));
  EXPECT_EQ(desk.sentRequests(), (Numbers{1, 2}));
}

/// The ledger beside us may be asked after it executed a block and before we hear of that block.
TEST(Resend, WhatTheLedgerTellsAheadOfItsBlocksRefusesNobody) {
  Desk desk;
  const PublicKey author = keyOf(1).publicKey();
  const Bytes first = desk.batch(1, 1, 1);
  const Bytes second = desk.batch(1, 1, 2);
  const auto toldFirst = desk.submit(first);
  const auto toldSecond = desk.submit(second);
  desk.sessions[author] = {SessionNumber(1), RequestNumber(2)};
  const auto toldThird = desk.submit(desk.batch(1, 1, 3));
  desk.sessions[author] = {SessionNumber(1), RequestNumber(0)};
  desk.apply({first, second});
  EXPECT_EQ(toldFirst->code(), "done");
  EXPECT_EQ(toldSecond->code(), "done");
  EXPECT_EQ(toldThird->code(), "nothing");
}

TEST(Resend, ItEndsWithTheBatchsTime) {
  Desk desk;
  desk.validForNanoseconds = 10'000'000'000;
  const auto told = desk.submit(desk.batch(1, 1, 1));
  desk.pass(1'400);
  EXPECT_EQ(told->code(), "nothing");  // ordered in time, it may still be applied
  desk.pass(200);
  EXPECT_EQ(told->code(), "batch.expired");
  EXPECT_EQ(told->final.size(), 1U);
}

TEST(Resend, AClusterWithoutLeaderIsNotWaitedForForEver) {
  Desk desk;
  desk.deliver(replica::LeaderChanged{NodeId(), Term(2)});
  const auto told = desk.submit(desk.batch(1, 1, 1));
  desk.pass(900);
  EXPECT_EQ(told->code(), "nothing");
  desk.pass(200);
  EXPECT_EQ(told->code(), "cluster.no_leader");
}

TEST(Resend, NothingIsSentBeforeItIsVerified) {
  Desk desk;
  desk.holdVerdicts = true;
  desk.submit(desk.batch(1, 1, 1));
  desk.submit(desk.batch(1, 1, 2));
  desk.pass(100);
  EXPECT_TRUE(desk.sent.empty());
  desk.giveVerdicts();
  EXPECT_EQ(desk.sentRequests(), (Numbers{1, 2}));
}

TEST(Listeners, TheyHearBlocksCertificatesAndLeadersInOrderAlsoWhenLate) {
  Desk desk;
  std::vector<std::string> early;
  std::vector<std::string> late;
  const auto listen = [&](std::vector<std::string>& into) {
    BusinessService::Listener listener;
    listener.onBlock = [&into](const replica::BlockApplied& applied) {
      into.push_back("block " + std::to_string(applied.block.header().height.value) + " with " +
                     std::to_string(applied.results.size()));
    };
    listener.onCertificate = [&into](const wire::Certificate& certificate) {
      into.push_back("certificate " + std::to_string(certificate.statement.height.value));
    };
    listener.onLeader = [&into](const replica::LeaderChanged& changed) {
      into.push_back("leader " + std::to_string(changed.leader.value));
    };
    desk.deliver(Listen{listener});
  };
  listen(early);
  desk.apply({desk.batch(1, 1, 1)});
  desk.apply({});
  desk.certify();
  listen(late);
  desk.apply({desk.batch(1, 1, 2)});
  desk.deliver(replica::LeaderChanged{NodeId(2), Term(2)});
  EXPECT_EQ(early, (std::vector<std::string>{"leader 1", "block 1 with 1", "block 2 with 0", "certificate 2",
                                             "block 3 with 1", "leader 2"}));
  EXPECT_EQ(late, (std::vector<std::string>{"block 1 with 1", "block 2 with 0", "certificate 2", "leader 1",
                                            "block 3 with 1", "leader 2"}));
}

TEST(Listeners, WhatIsHeldForThemIsBounded) {
  BusinessOptions options;
  options.heldBytes = 100'000;  // three small buffers
  Desk desk(options);
  for (int index = 0; index < 20; ++index) desk.apply({});
  std::vector<std::uint64_t> heights;
  BusinessService::Listener listener;
  listener.onBlock = [&](const replica::BlockApplied& applied) {
    heights.push_back(applied.block.header().height.value);
  };
  desk.deliver(Listen{listener});
  ASSERT_GE(heights.size(), 2U);
  EXPECT_LE(heights.size(), 3U);
  EXPECT_EQ(heights.back(), 20U);
}

/// Several authors, a replica that loses most of what it gets, leaders that come and go.
class Storm {
 public:
  explicit Storm(std::uint32_t seed) : random_(seed) {}

  std::string run() {
    for (int round = 0; round < 120; ++round) {
      const auto author = static_cast<std::uint8_t>(1 + random_() % 3);
      const std::uint64_t request = 1 + random_() % 12;
      if (random_() % 2 == 0) told_.push_back(desk_.submit(batchOf(author, request)));
      if (random_() % 5 == 0) desk_.deliver(replica::LeaderChanged{NodeId(random_() % 3), Term(2)});
      desk_.pass(random_() % 40);
      if (auto what = order(4); !what.empty()) return what;
      if (random_() % 6 == 0) desk_.certify();
    }
    // Then everything that was lost is repeated and everything that was missing comes.
    desk_.deliver(replica::LeaderChanged{NodeId(1), Term(9)});
    for (std::uint8_t author = 1; author <= 3; ++author)
      for (std::uint64_t request = 1; request <= 12; ++request)
        told_.push_back(desk_.submit(batchOf(author, request)));
    for (int round = 0; round < 30; ++round) {
      desk_.pass(100);
      if (auto what = order(1); !what.empty()) return what;
    }
    desk_.certify();
    for (const auto& told : told_) {
      if (told->committed.size() != 1 || told->final.size() != 1) return "not answered once each";
      if (!told->committed[0] || told->committed[0]->result.batchCode != 0) return "refused " + told->code();
      if (!told->final[0] || !told->final[0]->final) return "not final";
    }
    for (std::uint8_t author = 1; author <= 3; ++author)
      if (desk_.sessions[keyOf(author).publicKey()].second != RequestNumber(12))
        return "requests are missing";
    return {};
  }

 private:
  /// The same bytes each time: a retry.
  const Bytes& batchOf(std::uint8_t author, std::uint64_t request) {
    Bytes& batch = batches_[{author, request}];
    if (batch.empty()) batch = desk_.batch(author, 1, request);
    return batch;
  }

  /// Takes one in `oneIn` of what was sent, as a leader does: contiguous or not at all.
  std::string order(unsigned oneIn) {
    std::vector<Bytes> block;
    auto under = desk_.sessions;
    for (const Bytes& bytes : std::exchange(desk_.sent, {})) {
      const auto header = *wire::parseBatch(bytes);
      auto& [session, last] = under[header.author];
      if (header.request.value > sentUpTo_[header.author] + 1) return "a gap was forwarded";
      sentUpTo_[header.author] = std::max(sentUpTo_[header.author], header.request.value);
      if (random_() % oneIn != 0 || header.request != last.next() || block.size() >= 10) continue;
      session = header.session;
      last = header.request;
      block.push_back(bytes);
    }
    if (!block.empty()) desk_.apply(block);
    return {};
  }

  std::mt19937 random_;
  Desk desk_;
  std::map<std::pair<std::uint8_t, std::uint64_t>, Bytes> batches_;
  std::vector<std::shared_ptr<Told>> told_;
  std::map<PublicKey, std::uint64_t> sentUpTo_;
};

TEST(Resend, WhateverIsLostEveryBatchIsExecutedOnceAndEveryCallerHearsItOnce) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    Storm storm(seed);
    ASSERT_EQ(storm.run(), "") << "seed " << seed;
  }
}

}  // namespace
}  // namespace aurigraph::business::testing
