#include "nodes/replica/forward.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/support/ledger_fixture.h"

namespace aurigraph::replica {
namespace {

const Digest kGenesis = test::filled<Digest>(7);

struct Forwarded {
  wire::BatchHeader header;
  Bytes batch;
  runtime::Frame frame;
};

Forwarded forwarded() {
  wire::BatchDraft draft;
  draft.genesis = kGenesis;
  draft.session = SessionNumber(1);
  draft.request = RequestNumber(1);
  draft.validUntil = Nanoseconds(std::numeric_limits<std::int64_t>::max());
  const std::vector<wire::Transfer> transfers(
      20, wire::Transfer{.debit = 1, .credit = 2, .amount = 3, .token = 4});
  Forwarded out;
  out.batch = wire::signTransfers(draft, transfers, test::holder().key);
  out.header = *wire::parseBatch(out.batch);
  out.frame = *encodeForward(NodeId(4), kGenesis, Lane(0), out.header,
                             ByteView(out.batch).subspan(sizeof(wire::BatchHeader)),
                             allocateBuffer(BufferClass::kSmall));
  return out;
}

std::string_view refusal(const runtime::Frame& frame, NodeId from = NodeId(4), Lane lane = Lane(0)) {
  const auto decoded = decodeForward(frame, from, kGenesis, lane);
  return decoded ? "accepted" : decoded.error().code;
}

TEST(Forward, ABatchArrivesAsItWasSigned) {
  const Forwarded sent = forwarded();
  const auto got = decodeForward(sent.frame, NodeId(4), kGenesis, Lane(0));
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->header, sent.header);
  EXPECT_TRUE(wire::verifyBatch(got->header, got->buffer.body()).has_value());
}

TEST(Forward, OnlyItsOwnSenderLaneAndClusterAreBelieved) {
  const Forwarded sent = forwarded();
  EXPECT_EQ(refusal(sent.frame, NodeId(5)), "forward.malformed");
  EXPECT_EQ(refusal(sent.frame, NodeId(4), Lane(1)), "forward.malformed");
  for (std::size_t bit = 0; bit < sent.frame.bytes.size() * 8; ++bit) {
    runtime::Frame changed = sent.frame;
    changed.bytes[bit / 8] = static_cast<std::uint8_t>(changed.bytes[bit / 8] ^ (1U << (bit % 8)));
    EXPECT_EQ(refusal(changed), "forward.malformed") << bit;
  }
}

TEST(Forward, ABatchThatDoesNotFitItsBufferIsRefused) {
  Forwarded none = forwarded();
  none.frame.buffers.clear();
  EXPECT_EQ(refusal(none.frame), "forward.malformed");

  Forwarded shorter = forwarded();
  shorter.frame.buffers[0].setBodySize(64);
  EXPECT_EQ(refusal(shorter.frame), "forward.malformed");

  Forwarded padded = forwarded();
  padded.frame.buffers[0].header()[limits::kBufferHeaderBytes - 1] = 1;
  EXPECT_EQ(refusal(padded.frame), "forward.malformed");

  Forwarded noBatch = forwarded();
  noBatch.frame.buffers[0].header()[limits::kFrameHeaderBytes] ^= 1;
  EXPECT_EQ(refusal(noBatch.frame), "batch.bad_magic");
}

}  // namespace
}  // namespace aurigraph::replica
