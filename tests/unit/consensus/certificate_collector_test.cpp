#include "core/consensus/certificate_collector.h"

#include <gtest/gtest.h>

namespace aurigraph::consensus {
namespace {

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

wire::Seal seal(std::uint8_t node, std::uint64_t height, std::uint8_t root = 1) {
  wire::SealStatement statement;
  statement.genesis.bytes.fill(7);
  statement.voterSet = voters().digest();
  statement.height = Height(height);
  statement.historyRoot.bytes.fill(root);
  return {statement, NodeId(node), keyNumber(node).sign(statement.signingDigest())};
}

CertificateCollector collector() {
  return {VoterHistory(voters()), seal(1, 1).statement.genesis, Lane(0)};
}

TEST(CertificateCollector, AMajorityMakesOneCertificateOnce) {
  auto seals = collector();
  EXPECT_FALSE(seals.add(seal(2, 5)).value());
  EXPECT_FALSE(seals.add(seal(2, 5)).value()) << "a repeated seal counts once";
  const auto certificate = seals.add(seal(1, 5)).value();
  ASSERT_TRUE(certificate);
  EXPECT_TRUE(wire::verify(*certificate, voters()).has_value());
  EXPECT_FALSE(seals.add(seal(3, 5)).value()) << "the certificate comes once";
  EXPECT_FALSE(seals.add(seal(3, 4)).value()) << "a lower height is covered already";
}

TEST(CertificateCollector, WrongSealsAreRefusedWithTheirCode) {
  auto seals = collector();
  wire::Seal stranger = seal(2, 5);
  stranger.voter = NodeId(8);
  EXPECT_EQ(seals.screen(stranger).error().code, "seal.unknown_validator");
  wire::Seal elsewhere = seal(2, 5);
  elsewhere.statement.lane = Lane(3);
  EXPECT_EQ(seals.screen(elsewhere).error().code, "seal.wrong_history");
}

TEST(CertificateCollector, TwoWordsForOneHeightAreEvidenceAndEndTheTrust) {
  auto seals = collector();
  ASSERT_TRUE(seals.add(seal(2, 5, 1)).has_value());
  EXPECT_EQ(seals.add(seal(2, 5, 9)).error().code, "seal.conflicting");
  ASSERT_EQ(seals.conflicts().size(), 1U);
  EXPECT_TRUE(seals.conflicts()[0].sameVoter());
  EXPECT_TRUE(seals.excluded(NodeId(2)));
  EXPECT_FALSE(seals.add(seal(1, 5)).value()) << "the liar's seal does not count any more";
  EXPECT_TRUE(seals.add(seal(3, 5)).value());
}

TEST(CertificateCollector, ALateContradictionIsStillEvidence) {
  auto seals = collector();
  ASSERT_TRUE(seals.add(seal(1, 5)).has_value());
  ASSERT_TRUE(seals.add(seal(2, 5)).value());
  EXPECT_EQ(seals.add(seal(2, 5, 9)).error().code, "seal.conflicting");
}

TEST(CertificateCollector, DisagreementOfTwoValidatorsIsRecorded) {
  auto seals = collector();
  ASSERT_TRUE(seals.add(seal(1, 5, 1)).has_value());
  EXPECT_FALSE(seals.add(seal(2, 5, 9)).value());
  ASSERT_EQ(seals.conflicts().size(), 1U);
  EXPECT_FALSE(seals.conflicts()[0].sameVoter());
  EXPECT_TRUE(seals.add(seal(3, 5, 1)).value()) << "a majority agrees all the same";
}

}  // namespace
}  // namespace aurigraph::consensus
