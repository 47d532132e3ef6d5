#include "core/wire/batch.h"

#include <gtest/gtest.h>

#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/seal.h"

namespace aurigraph::wire {
namespace {

crypto::SigningKey keyNumber(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

BatchDraft draft() {
  BatchDraft out;
  out.genesis.bytes.fill(7);
  out.session = SessionNumber(1);
  out.request = RequestNumber(1);
  out.validUntil = Nanoseconds(1'000);
  return out;
}

Bytes transfers(std::size_t count) {
  const std::vector<Transfer> body(count, Transfer{.debit = 1, .credit = 2, .amount = 3, .token = 4});
  return signTransfers(draft(), body, keyNumber(1));
}

TEST(Batch, RoundTripsAndVerifies) {
  const Bytes batch = transfers(20);
  const auto header = parseBatch(batch);
  ASSERT_TRUE(header.has_value());
  EXPECT_TRUE(verifyBatch(*header, ByteView(batch).subspan(sizeof(BatchHeader))).has_value());
}

TEST(Batch, OneChangedBitIsNoticedAnywhere) {
  const Bytes batch = transfers(17);
  for (std::size_t bit = 0; bit < batch.size() * 8; bit += 5) {
    Bytes changed = batch;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    const auto header = parseBatch(changed);
    EXPECT_FALSE(header && verifyBatch(*header, ByteView(changed).subspan(sizeof(BatchHeader)))) << bit;
  }
}

TEST(Batch, LimitsAreRefusedWithTheirCode) {
  Bytes batch = transfers(1);
  auto withCount = [&](std::uint32_t count) {
    Bytes changed = batch;
    std::memcpy(changed.data() + 96, &count, 4);
    return parseBatch(changed).error().code;
  };
  EXPECT_EQ(withCount(0), "batch.empty");
  EXPECT_EQ(withCount(8'191), "batch.too_many_transfers");
  EXPECT_EQ(withCount(2), "batch.size_mismatch");
  EXPECT_EQ(parseBatch(ByteView(batch).first(200)).error().code, "batch.truncated");
}

TEST(Batch, CommandsSplitAsTheyWereSigned) {
  const std::vector<Command> commands = {{1, {1, 2, 3}}, {2, {}}, {30, Bytes(1'000, 9)}};
  const Bytes batch = signCommands(draft(), commands, keyNumber(2));
  const auto header = parseBatch(batch);
  ASSERT_TRUE(header.has_value());
  const ByteView body = ByteView(batch).subspan(sizeof(BatchHeader));
  ASSERT_TRUE(verifyBatch(*header, body).has_value());
  const auto split = splitCommands(header->count, body);
  ASSERT_TRUE(split.has_value());
  EXPECT_EQ((*split)[2].payload.size(), 1'000U);
  EXPECT_EQ(splitCommands(2, body).error().code, "batch.malformed");
}

TEST(Block, ComesBackFromItsBuffer) {
  BlockBuilder builder(allocateBuffer(BufferClass::kBlock));
  for (int i = 0; i < 3; ++i) {
    const Bytes batch = transfers(static_cast<std::size_t>(i) + 1);
    builder.add(*parseBatch(batch), ByteView(batch).subspan(sizeof(BatchHeader)));
  }
  BlockHeader header;
  header.height = Height(5);
  const Block built = builder.finish(header);
  const auto parsed = Block::parse(built.buffer());
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->hash(), built.hash());
  EXPECT_EQ(parsed->batchCount(), 3U);
  EXPECT_EQ(parsed->batchBody(2).size(), 192U);
}

TEST(Block, AFullBatchFitsIntoOneBuffer) {
  const Bytes batch = transfers(limits::kMaxTransfersPerBatch);
  BlockBuilder builder(allocateBuffer(BufferClass::kBlock));
  EXPECT_TRUE(builder.fits(batch.size() - sizeof(BatchHeader)));
  builder.add(*parseBatch(batch), ByteView(batch).subspan(sizeof(BatchHeader)));
  EXPECT_TRUE(Block::parse(builder.finish(BlockHeader{}).buffer()).has_value());
}

TEST(BatchResult, OnlyItsOneCanonicalFormDecodes) {
  BatchResult result;
  result.count = 19;
  result.failures = {{3, 101, 0}, {18, 300, 5}};
  const Bytes bytes = encode(result);
  EXPECT_EQ(*decodeBatchResult(bytes), result);
  EXPECT_EQ(result.codeOf(3), 101);
  EXPECT_EQ(result.codeOf(4), 0);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    Bytes changed = bytes;
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0x10);
    const auto decoded = decodeBatchResult(changed);
    EXPECT_TRUE(!decoded || encode(*decoded) == changed) << at;
  }
}

TEST(Certificate, OneSealTooFewIsRefused) {
  VoterSet voters;
  for (std::uint8_t node = 1; node <= 3; ++node)
    voters.voters.push_back({NodeId(node), keyNumber(node).publicKey()});
  Certificate certificate;
  certificate.statement.voterSet = voters.digest();
  certificate.statement.height = Height(9);
  const Digest digest = certificate.statement.signingDigest();
  certificate.votes.push_back({NodeId(1), keyNumber(1).sign(digest)});
  EXPECT_EQ(verify(certificate, voters).error().code, "certificate.too_few_seals");
  certificate.votes.push_back({NodeId(1), keyNumber(1).sign(digest)});
  EXPECT_EQ(verify(certificate, voters).error().code, "certificate.unknown_voter");
  certificate.votes.back() = {NodeId(2), keyNumber(3).sign(digest)};
  EXPECT_EQ(verify(certificate, voters).error().code, "certificate.bad_signature");
  certificate.votes.back() = {NodeId(2), keyNumber(2).sign(digest)};
  EXPECT_TRUE(verify(certificate, voters).has_value());
  EXPECT_EQ(*decodeCertificate(encode(certificate)), certificate);
}

}  // namespace
}  // namespace aurigraph::wire
