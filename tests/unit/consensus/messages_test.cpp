#include "core/consensus/messages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/sim/core_cluster.h"

namespace aurigraph::consensus {
namespace {

Digest genesis() {
  Digest out;
  out.bytes.fill(0x42);
  return out;
}

Message message(MessageBody body) {
  return {clusterTagOf(genesis()), Lane(0), NodeId(2), Term(9), std::move(body)};
}

wire::Block block(Height height, const Digest& previous, Term term = Term(3),
                  std::optional<Nanoseconds> time = std::nullopt) {
  wire::BlockHeader header;
  header.genesis = genesis();
  header.height = height;
  header.term = term;
  header.previous = previous;
  header.time = time.value_or(Nanoseconds(static_cast<std::int64_t>(height.value)));
  return wire::BlockBuilder(allocateBuffer(BufferClass::kSmall)).finish(header);
}

Append appendOfTwo() {
  const wire::Block first = block(Height(8), genesis());
  const wire::Block second = block(Height(9), first.hash());
  return Append{Height(7), Term(3), Height(6), Height(5), SealRound(4), ReadRound(2), {first, second}};
}

std::vector<Message> oneOfEach() {
  wire::Seal seal;
  seal.voter = NodeId(2);
  wire::Certificate certificate;
  certificate.votes = {{NodeId(1), {}}, {NodeId(2), {}}};
  return {message(PreVoteRequest{Term(10), Height(7), Term(8)}),
          message(PreVoteAnswer{Term(10), true}),
          message(VoteRequest{Height(7), Term(8), true}),
          message(VoteAnswer{true, Nanoseconds(17)}),
          message(appendOfTwo()),
          message(AppendAnswer{true, Height(7), Height(6), Term(5), ReadRound(4), Height(3), Height(2),
                               Nanoseconds(11), Protocol(2)}),
          message(TimeoutNow{}),
          message(ReadRequest{ReadToken(77)}),
          message(ReadAnswer{ReadToken(77), Height(5), true}),
          message(SealNotice{seal}),
          message(CertificateNotice{certificate})};
}

Result<Message> decode(const Bytes& bytes, const std::vector<BufferRef>& buffers) {
  return decodeMessage(bytes, buffers, genesis(), Lane(0));
}

TEST(Messages, EachKindComesBack) {
  for (const Message& one : oneOfEach()) {
    const auto decoded = decode(encode(one), buffersOf(one));
    ASSERT_TRUE(decoded.has_value()) << decoded.error().message;
    EXPECT_EQ(kindOf(decoded->body), kindOf(one.body));
    EXPECT_EQ(encode(*decoded), encode(one));
    EXPECT_EQ(decoded->term, Term(9));
    EXPECT_EQ(decoded->from, NodeId(2));
  }
}

TEST(Messages, TruncatedOrExtendedIsRefused) {
  for (const Message& one : oneOfEach()) {
    const Bytes whole = encode(one);
    for (std::size_t size = 0; size < whole.size(); ++size)
      EXPECT_FALSE(
          decode(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)), buffersOf(one)));
    Bytes longer = whole;
    longer.push_back(0);
    EXPECT_FALSE(decode(longer, buffersOf(one)));
  }
}

TEST(Messages, WhateverDecodesIsCanonical) {
  for (const Message& one : oneOfEach()) {
    const Bytes whole = encode(one);
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
      Bytes changed = whole;
      changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
      const auto decoded = decode(changed, buffersOf(one));
      EXPECT_TRUE(!decoded || encode(*decoded) == changed) << bit;
    }
  }
}

RC_GTEST_PROP(Messages, NoiseNeverHarms, (const std::vector<std::uint8_t>& noise)) {
  const auto decoded = decode(noise, {});
  if (decoded) RC_ASSERT(encode(*decoded) == noise);
}

TEST(Messages, StrangersAreTurnedAwayByName) {
  const Bytes bytes = encode(message(VoteAnswer{true}));
  Digest other;
  other.bytes.fill(1);
  EXPECT_EQ(decodeMessage(bytes, {}, other, Lane(0)).error().code, "message.other_cluster");
  EXPECT_EQ(decodeMessage(bytes, {}, genesis(), Lane(1)).error().code, "message.other_lane");
  for (const std::uint8_t kind : {0, 12, 13, 64, 255}) {
    Bytes unknown = bytes;
    unknown[0] = kind;
    EXPECT_EQ(decode(unknown, {}).error().code, "message.unknown_kind");
  }
}

TEST(Messages, BlocksMustFollowEachOther) {
  Append gap = appendOfTwo();
  gap.previousHeight = Height(6);
  EXPECT_EQ(decode(encode(message(gap)), buffersOf(message(gap))).error().code, "message.malformed");

  Append unchained = appendOfTwo();
  unchained.blocks[1] = block(Height(9), genesis());
  EXPECT_EQ(decode(encode(message(unchained)), buffersOf(message(unchained))).error().code,
            "message.malformed");

  Append backwards = appendOfTwo();
  backwards.blocks[1] = block(Height(9), backwards.blocks[0].hash(), Term(2));
  EXPECT_EQ(decode(encode(message(backwards)), buffersOf(message(backwards))).error().code,
            "message.malformed");

  Append timeless = appendOfTwo();
  timeless.blocks[1] = block(Height(9), timeless.blocks[0].hash(), Term(3), Nanoseconds(8));
  EXPECT_EQ(decode(encode(message(timeless)), buffersOf(message(timeless))).error().code,
            "message.malformed");

  const Message whole = message(appendOfTwo());
  EXPECT_FALSE(decode(encode(whole), {}));                                    // announced, not there
  EXPECT_FALSE(decode(encode(message(VoteAnswer{true})), buffersOf(whole)));  // there, not announced
}

}  // namespace
}  // namespace aurigraph::consensus
