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

/// A desk with its crypto pool: what it asks is answered when the test says so.
struct Desk {
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
  Desk desk;
  wire::Seal forged = sealOf(2, 5);
  forged.voter = NodeId(1);
  ASSERT_TRUE(desk.sealing.offer(forged, desk.out));
  EXPECT_EQ(desk.answerAll().at(0).error().code, "seal.bad_signature");
  EXPECT_EQ(desk.sealing.addOwn(sealOf(3, 5)), News::kNone);
  ASSERT_TRUE(desk.sealing.offer(sealOf(1, 5), desk.out));
  EXPECT_FALSE(desk.sealing.newest()) << "asked about, not counted yet";
  EXPECT_EQ(desk.answerAll().at(0).value(), News::kFormed);
  EXPECT_TRUE(wire::verify(*desk.sealing.newest(), voters()));
}

TEST(Sealing, ACertificateIsTakenWhenAllItsSignaturesHold) {
  Desk desk;
  wire::Certificate forged = certificateOf(6);
  forged.votes[0].signature = sealOf(1, 5).signature;
  ASSERT_TRUE(desk.sealing.offer(forged, desk.out));
  EXPECT_EQ(desk.answerAll().back().error().code, "certificate.bad_signature");
  EXPECT_FALSE(desk.sealing.newest());
  ASSERT_TRUE(desk.sealing.offer(certificateOf(6), desk.out));
  EXPECT_EQ(desk.answerAll().back().value(), News::kTaken);
  EXPECT_FALSE(desk.sealing.nextFinal(Height(5))) << "not executed here yet";
  EXPECT_EQ(desk.sealing.nextFinal(Height(6))->statement.height, Height(6));
}

TEST(Sealing, OneCertificateIsCheckedAtATimeAndTheNewestComesNext) {
  Desk desk;
  for (const std::uint64_t height : {6, 7, 9, 8})
    ASSERT_TRUE(desk.sealing.offer(certificateOf(height), desk.out));
  EXPECT_EQ(desk.out.requests().size(), 2U);
  (void)desk.answerAll();
  EXPECT_EQ(desk.sealing.newest()->statement.height, Height(9));
}

TEST(Sealing, WhatCannotCountCostsNoSignatureCheck) {
  Desk desk;
  wire::Certificate thin = certificateOf(6);
  thin.votes.pop_back();
  EXPECT_EQ(desk.sealing.offer(thin, desk.out).error().code, "certificate.too_few_seals");
  wire::Seal stranger = sealOf(2, 5);
  stranger.voter = NodeId(8);
  EXPECT_EQ(desk.sealing.offer(stranger, desk.out).error().code, "seal.unknown_validator");
  for (int at = 0; at < 200; ++at) ASSERT_TRUE(desk.sealing.offer(sealOf(2, 5), desk.out));
  EXPECT_LE(desk.out.requests().size(), 64U) << "a peer that repeats itself cannot fill the crypto pool";
}

}  // namespace
}  // namespace aurigraph::replica
