#include "nodes/replica/sealing.h"

#include <gtest/gtest.h>

#include <vector>

namespace aurigraph::replica {
namespace {

using News = Sealing::News;

crypto::SigningKey keyNumber(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

wire::VoterSet voters() {
  wire::VoterSet out;
  for (std::uint8_t node = 1; node <= 3; ++node)
    out.voters.push_back({NodeId(node), keyNumber(node).publicKey()});
  return out;
}

wire::SealStatement statementOf(std::uint64_t height) {
  wire::SealStatement out;
  out.genesis.bytes.fill(7);
  out.voterSet = voters().digest();
  out.height = Height(height);
  return out;
}

wire::Seal sealOf(std::uint8_t node, std::uint64_t height) {
  const auto statement = statementOf(height);
  return {statement, NodeId(node), keyNumber(node).sign(statement.signingDigest())};
}

wire::Certificate certificateOf(std::uint64_t height) {
  wire::Certificate out{statementOf(height), {}};
  for (std::uint8_t node = 1; node <= 2; ++node)
    out.votes.push_back({NodeId(node), sealOf(node, height).signature});
  return out;
}

/// Sealing with its crypto pool: what it asks is answered when the test says so.
struct SealingHarness {
  Sealing sealing{NodeId(3), consensus::VoterHistory(voters()), statementOf(1).genesis, Lane(0), 100};
  runtime::Out out;

  std::vector<Result<News>> answerAll() {
    std::vector<Result<News>> news;
    for (std::size_t at = 0; at < out.requests().size(); ++at) {
      const auto asked = std::get<runtime::VerifyDigest>(out.requests()[at]);
      const bool valid = crypto::verify(asked.key, asked.digest, asked.signature);
      news.push_back(sealing.onVerified({asked.token, valid, {}}, out));
    }
    out.requests().clear();
    return news;
  }
};

TEST(Sealing, ASealCountsOnlyWhenItsSignatureHolds) {
  SealingHarness harness;
  wire::Seal forged = sealOf(2, 5);
  forged.voter = NodeId(1);
  ASSERT_TRUE(harness.sealing.offer(forged, harness.out));
  EXPECT_EQ(harness.answerAll().at(0).error().code, "seal.bad_signature");
  EXPECT_EQ(harness.sealing.addOwn(sealOf(3, 5)), News::kNone);
  ASSERT_TRUE(harness.sealing.offer(sealOf(1, 5), harness.out));
  EXPECT_FALSE(harness.sealing.newest()) << "asked about, not counted yet";
  EXPECT_EQ(harness.answerAll().at(0).value(), News::kFormed);
  EXPECT_TRUE(wire::verify(*harness.sealing.newest(), voters()));
}

TEST(Sealing, ACertificateIsTakenWhenAllItsSignaturesHold) {
  SealingHarness harness;
  wire::Certificate forged = certificateOf(6);
  forged.votes[0].signature = sealOf(1, 5).signature;
  ASSERT_TRUE(harness.sealing.offer(forged, harness.out));
  EXPECT_EQ(harness.answerAll().back().error().code, "certificate.bad_signature");
  EXPECT_FALSE(harness.sealing.newest());
  ASSERT_TRUE(harness.sealing.offer(certificateOf(6), harness.out));
  EXPECT_EQ(harness.answerAll().back().value(), News::kTaken);
  EXPECT_FALSE(harness.sealing.nextFinal(Height(5))) << "not executed here yet";
  EXPECT_EQ(harness.sealing.nextFinal(Height(6))->statement.height, Height(6));
}

TEST(Sealing, OneCertificateIsCheckedAtATimeAndTheNewestComesNext) {
  SealingHarness harness;
  for (const std::uint64_t height : {6, 7, 9, 8})
    ASSERT_TRUE(harness.sealing.offer(certificateOf(height), harness.out));
  EXPECT_EQ(harness.out.requests().size(), 2U);
  (void)harness.answerAll();
  EXPECT_EQ(harness.sealing.newest()->statement.height, Height(9));
}

TEST(Sealing, WhatCannotCountCostsNoSignatureCheck) {
  SealingHarness harness;
  wire::Certificate thin = certificateOf(6);
  thin.votes.pop_back();
  EXPECT_EQ(harness.sealing.offer(thin, harness.out).error().code, "certificate.too_few_seals");
  wire::Seal stranger = sealOf(2, 5);
  stranger.voter = NodeId(8);
  EXPECT_EQ(harness.sealing.offer(stranger, harness.out).error().code, "seal.unknown_validator");
  for (int at = 0; at < 200; ++at) ASSERT_TRUE(harness.sealing.offer(sealOf(2, 5), harness.out));
  EXPECT_LE(harness.out.requests().size(), 64U) << "a peer that repeats itself cannot fill the crypto pool";
}

}  // namespace
}  // namespace aurigraph::replica
