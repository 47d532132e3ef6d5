#include <gtest/gtest.h>

#include <random>

#include "tests/unit/business/admission_harness.h"

namespace aurigraph::business::testing {
namespace {

using Numbers = std::vector<std::uint64_t>;

TEST(Resend, WhatIsNotAppliedIsSentAgainInOrderWithBackOff) {
  AdmissionHarness admission;
  for (std::uint64_t request = 1; request <= 3; ++request) admission.submit(admission.batch(1, 1, request));
  EXPECT_EQ(admission.sentRequests(), (Numbers{1, 2, 3}));
  admission.pass(10);
  EXPECT_EQ(admission.sent.size(), 3U);
  admission.pass(40);
  EXPECT_EQ(admission.sentRequests(), (Numbers{1, 2, 3, 1, 2, 3}));
  admission.pass(60);
  EXPECT_EQ(admission.sent.size(), 6U);  // twice as long now
  admission.pass(40);
  EXPECT_EQ(admission.sent.size(), 9U);
}

TEST(Resend, ANewLeaderGetsEverythingAtOnce) {
  AdmissionHarness admission;
  admission.submit(admission.batch(1, 1, 1));
  admission.submit(admission.batch(1, 1, 2));
  admission.apply({admission.batch(1, 1, 1)});
  admission.sent.clear();
  admission.deliver(replica::LeaderChanged{NodeId(), Term(2)});
  EXPECT_TRUE(admission.sent.empty());
  admission.deliver(replica::LeaderChanged{NodeId(2), Term(2)});
  EXPECT_EQ(admission.sentRequests(), Numbers{2});
}

TEST(Resend, WhatFollowsARefusedRequestWaitsForItsReplacement) {
  AdmissionHarness admission;
  const Bytes first = admission.batch(1, 1, 1);
  const auto told = admission.submit(first);
  admission.submit(admission.batch(1, 1, 2));
  admission.apply({first}, 4);  // the ledger says: nobody's key, and the number is not used up
  ASSERT_EQ(told->code(), "done");
  EXPECT_EQ(told->committed[0]->result.batchCode, 4);
  admission.sent.clear();
  admission.pass(50);
  admission.pass(400);
  EXPECT_TRUE(admission.sent.empty());
  admission.submit(admission.batch(1, 1, 1, 8));
  EXPECT_EQ(admission.sentRequests(), (Numbers{1, 2}));
}

/// The ledger beside us may be asked after it executed a block and before we hear of that block.
TEST(Resend, WhatTheLedgerTellsAheadOfItsBlocksRefusesNobody) {
  AdmissionHarness admission;
  const std::pair session(keyOf(1).publicKey(), SessionNumber(1));
  const Bytes first = admission.batch(1, 1, 1);
  const Bytes second = admission.batch(1, 1, 2);
  const auto toldFirst = admission.submit(first);
  const auto toldSecond = admission.submit(second);
  admission.sessions[session] = RequestNumber(2);
  const auto toldThird = admission.submit(admission.batch(1, 1, 3));
  admission.sessions[session] = RequestNumber(0);
  admission.apply({first, second});
  EXPECT_EQ(toldFirst->code(), "done");
  EXPECT_EQ(toldSecond->code(), "done");
  EXPECT_EQ(toldThird->code(), "nothing");
}

/// What is executed while a signature is checked is not forgotten with the last batch that waited.
TEST(Resend, WhatIsExecutedWhileABatchIsVerifiedIsNotWaitedFor) {
  AdmissionHarness admission;
  const Bytes first = admission.batch(1, 1, 1);
  admission.submit(first);
  admission.holdVerdicts = true;
  const auto told = admission.submit(admission.batch(1, 1, 2));
  admission.apply({first});
  admission.sent.clear();
  admission.giveVerdicts();
  EXPECT_EQ(admission.sentRequests(), Numbers{2});
  EXPECT_EQ(told->code(), "nothing");
}
TEST(Resend, WhatIsExecutedWhileABatchAskedEarlierIsVerifiedIsNotWaitedFor) {
  AdmissionHarness admission;
  admission.holdVerdicts = true;
  const Bytes first = admission.batch(1, 1, 1);
  const Bytes second = admission.batch(1, 1, 2);
  admission.submit(admission.batch(1, 1, 3));
  admission.apply({first, second});  // they came by way of another node
  admission.giveVerdicts();
  EXPECT_EQ(admission.sentRequests(), Numbers{3});
}

TEST(Resend, ItEndsWithTheBatchsTime) {
  AdmissionHarness admission;
  admission.validForNanoseconds = 10'000'000'000;
  const auto told = admission.submit(admission.batch(1, 1, 1));
  admission.pass(1'400);
  EXPECT_EQ(told->code(), "nothing");  // ordered in time, it may still be applied
  admission.pass(200);
  EXPECT_EQ(told->code(), "batch.expired");
  EXPECT_EQ(told->final.size(), 1U);
}

TEST(Resend, AClusterWithoutLeaderIsNotWaitedForForEver) {
  AdmissionHarness admission;
  admission.deliver(replica::LeaderChanged{NodeId(), Term(2)});
  const auto told = admission.submit(admission.batch(1, 1, 1));
  admission.pass(900);
  EXPECT_EQ(told->code(), "nothing");
  admission.pass(200);
  EXPECT_EQ(told->code(), "cluster.no_leader");
}

TEST(Resend, NothingIsSentBeforeItIsVerified) {
  AdmissionHarness admission;
  admission.holdVerdicts = true;
  admission.submit(admission.batch(1, 1, 1));
  admission.submit(admission.batch(1, 1, 2));
  admission.pass(100);
  EXPECT_TRUE(admission.sent.empty());
  admission.giveVerdicts();
  EXPECT_EQ(admission.sentRequests(), (Numbers{1, 2}));
}

TEST(Listeners, TheyHearBlocksCertificatesAndLeadersInOrderAlsoWhenLate) {
  AdmissionHarness admission;
  std::vector<std::string> early;
  std::vector<std::string> late;
  const auto listen = [&](std::vector<std::string>& into) {
    BusinessService::Listener listener;
    listener.onBlock = [&into](const replica::BlockApplied& applied) {
      into.push_back("block " + std::to_string(applied.block.header().height.value) + " with " +
                     std::to_string(applied.outcome.results.size()));
    };
    listener.onCertificate = [&into](const wire::Certificate& certificate) {
      into.push_back("certificate " + std::to_string(certificate.statement.height.value));
    };
    listener.onLeader = [&into](const replica::LeaderChanged& changed) {
      into.push_back("leader " + std::to_string(changed.leader.value));
    };
    admission.deliver(Listen{listener});
  };
  listen(early);
  admission.apply({admission.batch(1, 1, 1)});
  admission.apply({});
  admission.certify();
  listen(late);
  admission.apply({admission.batch(1, 1, 2)});
  admission.deliver(replica::LeaderChanged{NodeId(2), Term(2)});
  EXPECT_EQ(early, (std::vector<std::string>{"leader 1", "block 1 with 1", "block 2 with 0", "certificate 2",
                                             "block 3 with 1", "leader 2"}));
  EXPECT_EQ(late, (std::vector<std::string>{"block 1 with 1", "block 2 with 0", "certificate 2", "leader 1",
                                            "block 3 with 1", "leader 2"}));
}

TEST(Listeners, WhatIsHeldForThemIsBounded) {
  BusinessOptions options;
  options.heldBytes = 100'000;  // three small buffers
  AdmissionHarness admission(options);
  for (int index = 0; index < 20; ++index) admission.apply({});
  std::vector<std::uint64_t> heights;
  BusinessService::Listener listener;
  listener.onBlock = [&](const replica::BlockApplied& applied) {
    heights.push_back(applied.block.header().height.value);
  };
  admission.deliver(Listen{listener});
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
      if (random_() % 2 == 0) told_.push_back(admission_.submit(batchOf(author, request)));
      if (random_() % 5 == 0) admission_.deliver(replica::LeaderChanged{NodeId(random_() % 3), Term(2)});
      admission_.pass(random_() % 40);
      if (auto what = order(4); !what.empty()) return what;
      if (random_() % 6 == 0) admission_.certify();
    }
    // Then everything that was lost is repeated and everything that was missing comes.
    admission_.deliver(replica::LeaderChanged{NodeId(1), Term(9)});
    for (std::uint8_t author = 1; author <= 3; ++author)
      for (std::uint64_t request = 1; request <= 12; ++request)
        told_.push_back(admission_.submit(batchOf(author, request)));
    for (int round = 0; round < 30; ++round) {
      admission_.pass(100);
      if (auto what = order(1); !what.empty()) return what;
    }
    admission_.certify();
    for (const auto& told : told_) {
      if (told->committed.size() != 1 || told->final.size() != 1) return "not answered once each";
      if (!told->committed[0] || told->committed[0]->result.batchCode != 0) return "refused " + told->code();
      if (!told->final[0] || !told->final[0]->final) return "not final";
    }
    for (std::uint8_t author = 1; author <= 3; ++author)
      if (admission_.sessions[{keyOf(author).publicKey(), SessionNumber(1)}] != RequestNumber(12))
        return "requests are missing";
    return {};
  }

 private:
  /// The same bytes each time: a retry.
  const Bytes& batchOf(std::uint8_t author, std::uint64_t request) {
    Bytes& batch = batches_[{author, request}];
    if (batch.empty()) batch = admission_.batch(author, 1, request);
    return batch;
  }

  /// Takes one in `oneIn` of what was sent, as a leader does: contiguous or not at all.
  std::string order(unsigned oneIn) {
    std::vector<Bytes> block;
    auto under = admission_.sessions;
    for (const Bytes& bytes : std::exchange(admission_.sent, {})) {
      const auto header = *wire::parseBatch(bytes);
      RequestNumber& last = under[{header.author, header.session}];
      if (header.request.value > sentUpTo_[header.author] + 1) return "a gap was forwarded";
      sentUpTo_[header.author] = std::max(sentUpTo_[header.author], header.request.value);
      if (random_() % oneIn != 0 || header.request != last.next() || block.size() >= 10) continue;
      last = header.request;
      block.push_back(bytes);
    }
    if (!block.empty()) admission_.apply(block);
    return {};
  }

  static BusinessOptions patient() {
    BusinessOptions options;
    options.gapTicks = 10'000;  // what is missing comes at the end
    return options;
  }

  std::mt19937 random_;
  AdmissionHarness admission_{patient()};
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
