#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/business/admission_harness.h"

namespace aurigraph::business::testing {
namespace {

TEST(Admission, ABatchIsCommittedAndThenFinal) {
  AdmissionHarness admission;
  const Bytes batch = admission.batch(1, 1, 1);
  const auto told = admission.submit(batch);
  ASSERT_EQ(admission.sent, std::vector<Bytes>{batch});
  EXPECT_TRUE(told->committed.empty());
  admission.apply({admission.batch(2, 1, 1), batch});
  ASSERT_EQ(told->committed.size(), 1U);
  EXPECT_EQ(told->committed[0]->height, Height(1));
  EXPECT_EQ(told->committed[0]->position, 1U);
  EXPECT_FALSE(told->committed[0]->final);
  EXPECT_TRUE(told->final.empty());
  admission.certify();
  ASSERT_EQ(told->final.size(), 1U);
  EXPECT_TRUE(told->final[0]->final);
  EXPECT_EQ(told->final[0]->batch, wire::parseBatch(batch)->digest());
  admission.apply({});
  admission.certify();
  EXPECT_EQ(told->committed.size() + told->final.size(), 2U);
}

TEST(Admission, GarbageNeverReachesTheReplica) {
  AdmissionHarness admission;
  admission.apply({});
  const auto refused = [&](Bytes batch) {
    const auto told = admission.submit(batch);
    EXPECT_EQ(told->committed.size(), 1U);
    EXPECT_EQ(told->final.size(), 1U);  // both callers hear of it
    return told->code();
  };
  const Bytes good = admission.batch(1, 1, 1);
  EXPECT_EQ(refused({1, 2, 3}), "batch.truncated");
  Bytes bad = good;
  bad.back() ^= 1;
  EXPECT_EQ(refused(bad), "batch.bad_body_root");
  bad = good;
  bad[192] ^= 1;
  EXPECT_EQ(refused(bad), "batch.bad_signature");
  bad = good;
  bad[8] ^= 1;
  EXPECT_EQ(refused(bad), "batch.other_cluster");
  bad = good;
  bad[6] ^= 1;
  EXPECT_EQ(refused(bad), "batch.wrong_lane");
  bad = good;
  bad[offsetof(wire::BatchHeader, kind)] = static_cast<std::uint8_t>(wire::BatchKind::kOpaque);
  EXPECT_EQ(refused(bad), "batch.bad_kind");
  EXPECT_EQ(refused(admission.batch(6, 1, 1)), "batch.unknown_author");
  admission.validForNanoseconds = -1;
  EXPECT_EQ(refused(admission.batch(1, 1, 1)), "batch.expired");
  admission.validForNanoseconds = 3'600'000'000'001;
  EXPECT_EQ(refused(admission.batch(1, 1, 1)), "batch.valid_too_long");
  EXPECT_TRUE(admission.sent.empty());
  EXPECT_EQ(admission.submit(good)->code(), "nothing");  // and the good one is not taken for one of them
  EXPECT_EQ(admission.sent.size(), 1U);
}

TEST(Admission, AGapWaitsAndIsNeverForwarded) {
  AdmissionHarness admission;
  admission.submit(admission.batch(1, 1, 3));
  admission.submit(admission.batch(1, 1, 2));
  admission.pass(100);
  EXPECT_TRUE(admission.sent.empty());
  admission.submit(admission.batch(1, 1, 1));
  EXPECT_EQ(admission.sentRequests(), (std::vector<std::uint64_t>{1, 2, 3}));
}

TEST(Admission, AGapIsWaitedForOnlySoLongAndOnlySoWide) {
  AdmissionHarness admission;
  admission.apply({});
  const auto told = admission.submit(admission.batch(1, 1, 2));
  EXPECT_EQ(admission.submit(admission.batch(1, 1, 33))->code(), "session.gap_too_wide");
  EXPECT_EQ(admission.submit(admission.batch(1, 1, 32))->code(), "nothing");
  admission.pass(1'501);
  EXPECT_EQ(told->code(), "session.gap");
  EXPECT_NE(told->committed[0].error().message.find("waits for request 1 "), std::string::npos);
  EXPECT_TRUE(admission.sent.empty());
}

TEST(Admission, ANodeThatStillReadsTheHistoryTurnsNobodyAwayForGood) {
  AdmissionHarness admission;
  const auto stranger = [&] { return admission.submit(admission.batch(6, 1, 1))->code(); };
  const auto farAhead = [&] { return admission.submit(admission.batch(1, 1, 40))->code(); };
  admission.deliver(replica::ReadinessChanged{false, Height(0)});
  EXPECT_EQ(stranger(), "node.recovering") << "nothing is known yet";
  EXPECT_EQ(farAhead(), "node.recovering");
  admission.apply({admission.batch(1, 1, 1)});
  EXPECT_EQ(admission.submit(admission.batch(2, 1, 1))->code(), "nothing") << "whom it knows it serves";
  admission.pass(1'000);
  EXPECT_EQ(stranger(), "node.recovering") << "a pause in the middle of the history is not its end";
  EXPECT_EQ(farAhead(), "node.recovering");
  admission.deliver(replica::ReadinessChanged{true, Height(1)});
  EXPECT_EQ(stranger(), "batch.unknown_author") << "what a leader knew to be decided is executed";
  EXPECT_EQ(farAhead(), "session.gap_too_wide");
  admission.deliver(replica::ReadinessChanged{false, Height(1)});
  EXPECT_EQ(stranger(), "node.recovering") << "far behind again";
}

TEST(Admission, AKeyThatHasEndedIsNoStrangersKey) {
  AdmissionHarness admission;
  const Bytes last = admission.batch(1, 1, 1);
  EXPECT_EQ(admission.submit(last)->code(), "nothing");
  admission.apply({last});
  admission.ended.insert(keyOf(1).publicKey());
  admission.sent.clear();
  const auto told = admission.submit(admission.batch(1, 1, 2));
  ASSERT_EQ(told->code(), "batch.key_ended");
  const auto words = ledger::describe(ledger::ReasonCode::kKeyEnded);
  EXPECT_EQ(told->committed[0].error().message, words.message);
  EXPECT_EQ(told->committed[0].error().remedy, words.remedy);
  EXPECT_TRUE(admission.sent.empty());
  EXPECT_EQ(admission.submit(last)->code(), "done") << "what it said while it counted has its answer";
  EXPECT_EQ(admission.submit(admission.batch(1, 1, 1, 9))->code(), "session.replayed")
      << "whoever hears of the key knows that nothing was executed";
  admission.deliver(replica::ReadinessChanged{false, Height(1)});
  EXPECT_EQ(admission.submit(admission.batch(1, 1, 2))->code(), "batch.key_ended")
      << "an end is for ever, whatever this node has still to read";
}

TEST(Admission, TheNextRequestFollowsWhatTheLedgerHas) {
  AdmissionHarness admission;
  for (std::uint64_t request = 1; request <= 40; ++request) admission.apply({admission.batch(1, 5, request)});
  EXPECT_EQ(admission.submit(admission.batch(1, 5, 40, 9))->code(), "session.replayed");
  EXPECT_EQ(admission.submit(admission.batch(1, 5, 73))->code(), "session.gap_too_wide");
  EXPECT_EQ(admission.submit(admission.batch(1, 5, 41))->code(), "nothing");
  EXPECT_EQ(admission.submit(admission.batch(1, 4, 1))->code(), "nothing") << "a session of its own";
  EXPECT_EQ(admission.submit(admission.batch(1, 6, 1))->code(), "nothing");
  EXPECT_EQ(admission.sent.size(), 3U);
}

TEST(Admission, ARequestNumberBelongsToOneBatch) {
  AdmissionHarness admission;
  const auto first = admission.submit(admission.batch(1, 1, 1));
  EXPECT_EQ(admission.submit(admission.batch(1, 1, 1, 2))->code(), "session.request_taken");
  const auto second = admission.submit(admission.batch(1, 1, 2));
  admission.apply({admission.batch(1, 1, 1, 3)});  // through another business node
  EXPECT_EQ(first->code(), "session.replayed");
  EXPECT_EQ(second->code(), "nothing");
}

TEST(Admission, SessionsOfOneAuthorDoNotWaitForEachOther) {
  AdmissionHarness admission;
  const auto waits = admission.submit(admission.batch(1, 1, 2));
  admission.submit(admission.batch(1, 2, 1));
  admission.submit(admission.batch(1, 2, 2));
  EXPECT_EQ(admission.sentRequests(), (std::vector<std::uint64_t>{1, 2}));
  admission.apply({admission.batch(1, 2, 1), admission.batch(1, 2, 2)});
  EXPECT_EQ(waits->code(), "nothing");
  admission.submit(admission.batch(1, 1, 1));
  EXPECT_EQ(admission.sentRequests(), (std::vector<std::uint64_t>{1, 2, 1, 2}));
}

TEST(Admission, NothingIsAdmittedToAClosedSession) {
  AdmissionHarness admission;
  admission.closed.insert({keyOf(1).publicKey(), SessionNumber(1)});
  EXPECT_EQ(admission.submit(admission.batch(1, 1, 1))->code(), "session.closed");
  EXPECT_TRUE(admission.sent.empty());
}

/// Nobody orders it any more, so nobody would ever answer.
TEST(Admission, WhatIsUnderWayWhenItsSessionIsClosedIsTold) {
  AdmissionHarness admission;
  const auto told = admission.submit(admission.batch(1, 1, 1));
  admission.closed.insert({keyOf(1).publicKey(), SessionNumber(1)});
  for (int sweep = 0; sweep < 8; ++sweep) admission.pass(400);
  EXPECT_EQ(told->code(), "session.closed");
}

/// The ledger speaks of blocks that we hear of a moment later: one may hold the batch.
TEST(Admission, WhatWasExecutedBeforeItsSessionWasClosedIsDone) {
  AdmissionHarness admission;
  const Bytes batch = admission.batch(1, 1, 1);
  const auto told = admission.submit(batch);
  admission.closed.insert({keyOf(1).publicKey(), SessionNumber(1)});
  admission.ledgerAt = Height(1);
  for (int sweep = 0; sweep < 8; ++sweep) admission.pass(400);
  EXPECT_EQ(told->code(), "nothing");
  admission.apply({batch});
  EXPECT_EQ(told->code(), "done");
}

/// Whose session it is and which number comes next, everybody can know.
TEST(Admission, WhatNobodySignedTakesNoPlaceFromWhatIsSigned) {
  AdmissionHarness admission;
  admission.holdVerdicts = true;
  Bytes forged = admission.batch(1, 1, 1, 9);
  forged[192] ^= 1;
  const auto stranger = admission.submit(forged);
  const auto author = admission.submit(admission.batch(1, 1, 1));
  admission.giveVerdicts();
  EXPECT_EQ(stranger->code(), "batch.bad_signature");
  EXPECT_EQ(author->code(), "nothing");
  EXPECT_EQ(admission.sentRequests(), (std::vector<std::uint64_t>{1}));
}

TEST(Admission, OneAuthorsGapsLeaveTheNodesPlacesToOthers) {
  AdmissionHarness admission;
  std::vector<std::shared_ptr<Told>> told;
  for (std::uint64_t session = 1; session <= 200; ++session)
    told.push_back(admission.submit(admission.batch(1, session, 2)));
  const auto busy = std::ranges::count_if(told, [](const auto& each) { return each->code() == "node.busy"; });
  EXPECT_EQ(busy, 200 - 64);
  EXPECT_EQ(admission.submit(admission.batch(2, 1, 1))->code(), "nothing");
  EXPECT_EQ(admission.sent.size(), 1U);
}

TEST(Admission, ASessionsNumberIsNoHourAheadOfTheClock) {
  AdmissionHarness admission;
  const auto now = static_cast<std::uint64_t>(admission.around.clock.value);
  EXPECT_EQ(admission.submit(admission.batch(1, now + 3'600'000'000'001, 1))->code(),
            "session.number_too_high");
  EXPECT_EQ(admission.submit(admission.batch(1, UINT64_MAX, 1))->code(), "session.number_too_high");
  EXPECT_EQ(admission.submit(admission.batch(1, now + 3'600'000'000'000, 1))->code(), "nothing");
}

TEST(Admission, ABrokenInvariantIsToldToWhoListensAlsoLate) {
  AdmissionHarness admission;
  std::vector<std::string> heard;
  const auto listen = [&] {
    BusinessService::Listener listener;
    listener.onInvariantBroken = [&](const replica::InvariantBroken& broken) {
      heard.emplace_back(broken.which);
    };
    admission.deliver(Listen{listener});
  };
  listen();
  admission.deliver(replica::InvariantBroken{"sums"});
  listen();
  EXPECT_EQ(heard, (std::vector<std::string>{"sums", "sums"}));
}

TEST(Admission, WhatFollowsABatchThatWasRefusedWholeGoesOn) {
  AdmissionHarness admission;
  const auto expired = static_cast<std::uint16_t>(ledger::ReasonCode::kExpired);
  const auto first = admission.submit(admission.batch(1, 1, 1));
  admission.apply({admission.batch(1, 1, 1)}, expired);
  ASSERT_EQ(first->code(), "done");
  EXPECT_EQ(first->committed[0]->result.batchCode, expired);
  admission.sent.clear();
  admission.submit(admission.batch(1, 1, 3));
  EXPECT_TRUE(admission.sent.empty());
  admission.submit(admission.batch(1, 1, 2));
  EXPECT_EQ(admission.sentRequests(), (std::vector<std::uint64_t>{2, 3}));
}

TEST(Admission, RetriesGetTheFirstAnswer) {
  AdmissionHarness admission;
  const Bytes batch = admission.batch(1, 1, 1);
  const auto first = admission.submit(batch);
  const auto second = admission.submit(batch);
  EXPECT_EQ(admission.sent.size(), 1U);
  admission.apply({batch});
  const auto third = admission.submit(batch);  // committed, not final
  EXPECT_EQ(third->committed.size(), 1U);
  EXPECT_TRUE(third->final.empty());
  admission.certify();
  const auto fourth = admission.submit(batch);
  for (const auto& told : {first, second, third, fourth}) {
    ASSERT_EQ(told->committed.size(), 1U);
    ASSERT_EQ(told->final.size(), 1U);
    EXPECT_EQ(told->final[0]->height, Height(1));
  }
  EXPECT_TRUE(fourth->committed[0]->final);
  EXPECT_EQ(admission.sent.size(), 1U);
}

TEST(Admission, ARetryAfterItsTimeStillGetsTheFirstAnswerFromTheLog) {
  BusinessOptions options;
  options.heldBytes = 0;  // nothing in memory: the block comes from the replica
  AdmissionHarness admission(options);
  const Bytes batch = admission.batch(1, 1, 1);
  admission.apply({admission.batch(2, 1, 1), admission.batch(3, 1, 1), batch});
  admission.certify();
  admission.validForNanoseconds = 0;
  admission.pass(1'000'000);
  const auto told = admission.submit(batch);
  ASSERT_EQ(told->code(), "done");
  EXPECT_EQ(told->committed[0]->position, 2U);
  EXPECT_EQ(told->final.size(), 1U);
}

TEST(Admission, AFullNodeSaysSoAndRecovers) {
  BusinessOptions options;
  options.maxPending = 2;
  AdmissionHarness admission(options);
  admission.submit(admission.batch(1, 1, 1));
  admission.submit(admission.batch(2, 1, 1));
  EXPECT_EQ(admission.submit(admission.batch(3, 1, 1))->code(), "node.busy");
  admission.apply({admission.batch(1, 1, 1)});
  EXPECT_EQ(admission.submit(admission.batch(3, 1, 1))->code(), "nothing");
  admission.apply({admission.batch(2, 1, 1)});
  admission.around.full = true;
  EXPECT_EQ(admission.submit(admission.batch(4, 1, 1))->code(), "node.busy");  // no buffer to verify in
}

/// Certificates trail the commit and never delay it: not the commits that come after it either.
TEST(Admission, CertificatesThatDoNotComeKeepNobodyOut) {
  AdmissionHarness admission;
  std::vector<std::shared_ptr<Told>> told;
  for (std::uint64_t request = 1; request <= 1'500; ++request) {
    const Bytes batch = admission.batch(1, 1, request);
    told.push_back(admission.submit(batch));
    admission.apply({batch});
    ASSERT_EQ(told.back()->code(), "done") << "after " << request - 1 << " without a certificate";
    ASSERT_TRUE(told.back()->final.empty());
  }
  admission.certify();
  for (const auto& each : told) {
    ASSERT_EQ(each->final.size(), 1U);
    EXPECT_TRUE(each->final[0] && each->final[0]->final);
  }
}

TEST(Admission, TheOldestWhoWaitForFinalityAreToldThatItIsNotKnownYet) {
  BusinessOptions options;
  options.maxAwaitingFinal = 3;
  AdmissionHarness admission(options);
  std::vector<std::shared_ptr<Told>> told;
  for (std::uint64_t request = 1; request <= 5; ++request) {
    const Bytes batch = admission.batch(1, 1, request);
    told.push_back(admission.submit(batch));
    admission.apply({batch});
  }
  for (std::size_t at = 0; at < told.size(); ++at) {
    EXPECT_EQ(told[at]->code(), "done");
    ASSERT_EQ(told[at]->final.size(), at < 2 ? 1U : 0U) << at;
    if (at >= 2) continue;
    ASSERT_TRUE(told[at]->final[0]) << "committed is no failure: " << told[at]->final[0].error().code;
    EXPECT_EQ(told[at]->final[0]->height, Height(at + 1));
    EXPECT_FALSE(told[at]->final[0]->final);
  }
  const auto again = admission.submit(admission.batch(1, 1, 1));  // asks anew, and the next oldest makes room
  EXPECT_EQ(again->code(), "done");
  admission.certify();
  for (const auto& each : told) EXPECT_EQ(each->final.size(), 1U) << "nobody hears it twice";
  EXPECT_TRUE(told[4]->final[0]->final);
}

/// An outcome may name thousands of failures: those who wait are bounded in bytes too.
TEST(Admission, WhoWaitsForFinalityIsBoundedInBytes) {
  constexpr std::size_t kFailures = 4'000;
  constexpr std::size_t kFitting = 5;
  constexpr std::size_t kOutcomeBytes = kFailures * sizeof(wire::OperationFailure);
  BusinessOptions options;
  options.maxAwaitingFinalBytes = kFitting * kOutcomeBytes + kOutcomeBytes / 2;
  ASSERT_GT(options.maxAwaitingFinal, 50U) << "their number bounds nobody here";
  AdmissionHarness admission(options);
  admission.failures.resize(kFailures);
  std::vector<std::shared_ptr<Told>> told;
  for (std::uint64_t request = 1; request <= 50; ++request) {
    const Bytes batch = admission.batch(1, 1, request);
    told.push_back(admission.submit(batch));
    admission.apply({batch});
    ASSERT_EQ(told.back()->code(), "done");
    std::size_t waiting = 0;
    for (const auto& each : told) waiting += each->final.empty() ? 1 : 0;
    ASSERT_EQ(waiting, std::min<std::size_t>(request, kFitting));
    ASSERT_TRUE(told.back()->final.empty()) << "the oldest make room, not who came last";
  }
  EXPECT_FALSE(told.front()->final.at(0)->final) << "committed, and that is all that is known";
  EXPECT_EQ(told.front()->final.at(0)->result.failures.size(), kFailures);

  // What made room takes none itself: small ones wait in their hundreds again.
  admission.failures.clear();
  admission.certify();
  for (const auto& each : told) ASSERT_EQ(each->final.size(), 1U);
  EXPECT_TRUE(told.back()->final.at(0)->final);
  told.clear();
  for (std::uint64_t request = 51; request <= 250; ++request) {
    const Bytes batch = admission.batch(1, 1, request);
    told.push_back(admission.submit(batch));
    admission.apply({batch});
  }
  for (const auto& each : told) EXPECT_TRUE(each->final.empty());
}

/// One that alone is over the bound is told at once instead of waiting for ever.
TEST(Admission, AnOutcomeLargerThanTheBoundWaitsForNoCertificate) {
  BusinessOptions options;
  options.maxAwaitingFinalBytes = 2'000;
  AdmissionHarness admission(options);
  admission.failures.resize(1'000);
  const Bytes batch = admission.batch(1, 1, 1);
  const auto told = admission.submit(batch);
  admission.apply({batch});
  EXPECT_EQ(told->code(), "done");
  ASSERT_EQ(told->final.size(), 1U);
  EXPECT_FALSE(told->final[0]->final);
}

TEST(Admission, CallersOfOneBatchAreBounded) {
  BusinessOptions options;
  options.maxWaiters = 2;
  AdmissionHarness admission(options);
  const Bytes batch = admission.batch(1, 1, 1);
  admission.submit(batch);
  admission.submit(batch);
  EXPECT_EQ(admission.submit(batch)->code(), "node.busy");
}

}  // namespace
}  // namespace aurigraph::business::testing
