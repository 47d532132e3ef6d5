#include "nodes/link/frame_codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>

#include "core/base/crc32c.h"

namespace aurigraph::link {
namespace {

/// A frame's bytes as they go over the wire.
Bytes onTheWire(FrameKind kind, const runtime::Frame& frame) {
  const auto head = encode(headOf(kind, frame));
  Bytes out(head.begin(), head.end());
  out.insert(out.end(), frame.bytes.begin(), frame.bytes.end());
  for (const auto& buffer : frame.buffers) {
    const auto page = buffer.header().subspan(limits::kFrameHeaderBytes);
    out.insert(out.end(), page.begin(), page.end());
    out.insert(out.end(), buffer.body().begin(), buffer.body().end());
  }
  return out;
}

BufferRef bufferOf(std::size_t sizeBytes, std::uint8_t fill) {
  BufferRef buffer = allocateBuffer(sizeBytes > bodyCapacity(BufferClass::kSmall) ? BufferClass::kBlock
                                                                                  : BufferClass::kSmall);
  buffer.setBodySize(sizeBytes);
  std::memset(buffer.header().data(), fill, limits::kBufferHeaderBytes);
  for (std::size_t at = 0; at < sizeBytes; ++at)
    buffer.bodySpace()[at] = static_cast<std::uint8_t>(fill + at * 7);
  return buffer;
}

struct Reading {
  std::vector<FrameReader::Complete> frames;
  std::string_view error;
};

Reading readAll(ByteView bytes, std::size_t step, FrameReader& reader) {
  Reading out;
  while (!bytes.empty() && !reader.isBlocked()) {
    const auto wanted = reader.wanted();
    const std::size_t taken = std::min({wanted.size(), bytes.size(), step});
    std::memcpy(wanted.data(), bytes.data(), taken);
    bytes = bytes.subspan(taken);
    auto got = reader.filled(taken);
    if (!got) {
      out.error = got.error().code;
      return out;
    }
    if (*got) out.frames.push_back(std::move(**got));
  }
  return out;
}

void expectSame(const runtime::Frame& left, const runtime::Frame& right) {
  EXPECT_EQ(left.bytes, right.bytes);
  ASSERT_EQ(left.buffers.size(), right.buffers.size());
  for (std::size_t index = 0; index < left.buffers.size(); ++index) {
    EXPECT_TRUE(std::ranges::equal(left.buffers[index].header().subspan(limits::kFrameHeaderBytes),
                                   right.buffers[index].header().subspan(limits::kFrameHeaderBytes)));
    EXPECT_TRUE(std::ranges::equal(left.buffers[index].body(), right.buffers[index].body()));
  }
}

RC_GTEST_PROP(FrameCodec, WhatIsSentArrivesHoweverItIsCut, ()) {
  runtime::Frame frame;
  frame.bytes = *rc::gen::resize(300, rc::gen::arbitrary<Bytes>());
  const auto count = *rc::gen::inRange<std::size_t>(0, kMaxBuffersPerFrame + 1);
  for (std::size_t index = 0; index < count; ++index)
    frame.buffers.push_back(bufferOf(*rc::gen::element<std::size_t>(0, 1, 64, 28'672, 28'673, 70'000),
                                     static_cast<std::uint8_t>(index + 1)));
  Bytes wire = onTheWire(FrameKind::kMessage, frame);
  const Bytes once = wire;
  wire.insert(wire.end(), once.begin(), once.end());
  FrameReader reader([](BufferClass bufferClass) { return allocateBuffer(bufferClass); });
  const auto got = readAll(wire, *rc::gen::inRange<std::size_t>(1, 9'000), reader);
  RC_ASSERT(got.error.empty());
  RC_ASSERT(got.frames.size() == 2U);
  RC_ASSERT(!reader.isInsideFrame());
  for (const auto& each : got.frames) expectSame(*each.frame, frame);
}

TEST(FrameCodec, EveryFlippedBitOfHeadAndMessageIsFound) {
  runtime::Frame frame;
  frame.bytes = toBytes(asBytes("vote for me in term 7"));
  const Bytes wire = onTheWire(FrameKind::kMessage, frame);
  for (std::size_t bit = 0; bit < wire.size() * 8; ++bit) {
    Bytes garbled = wire;
    garbled[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    FrameReader reader([](BufferClass bufferClass) { return allocateBuffer(bufferClass); });
    const auto got = readAll(garbled, garbled.size(), reader);
    EXPECT_FALSE(got.error.empty()) << "bit " << bit;
    EXPECT_TRUE(got.frames.empty()) << "bit " << bit;
  }
}

/// A head with a valid checksum, whatever it says.
Bytes forgedHead(const std::function<void(Bytes&)>& change) {
  const auto head = encode(FrameHead{});
  Bytes bytes(head.begin(), head.end());
  change(bytes);
  const std::uint32_t crc = crc32c(ByteView(bytes).first(60));
  std::memcpy(bytes.data() + 60, &crc, 4);
  return bytes;
}

std::string_view verdict(const Bytes& head) {
  const auto decoded = decodeFrameHead(head);
  return decoded ? std::string_view() : decoded.error().code;
}

TEST(FrameCodec, ForgedSizesAreRefusedBeforeAnythingIsAllocated) {
  EXPECT_EQ(verdict(forgedHead([](Bytes&) {})), "");
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[11] = 0x40; })), "link.oversized");  // message of 1 GiB
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[7] = 9; })), "link.oversized");
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[7] = 1, b[15] = 1; })), "link.oversized");  // body of 16 MiB
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[12] = 1; })), "link.reserved_not_zero");
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[50] = 1; })), "link.reserved_not_zero");
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[6] = 3; })), "link.bad_kind");
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[4] = 2; })), "link.bad_format");
  EXPECT_EQ(verdict(forgedHead([](Bytes& b) { b[0] = 0; })), "link.bad_magic");
}

TEST(FrameCodec, HeadIsCanonical) {
  runtime::Frame frame;
  frame.bytes = {1, 2, 3};
  frame.buffers = {bufferOf(5, 1), bufferOf(30'000, 2)};
  const FrameHead head = headOf(FrameKind::kMessage, frame);
  const auto bytes = encode(head);
  const auto decoded = decodeFrameHead(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(*decoded, head);
  EXPECT_EQ(encode(*decoded), bytes);
}

TEST(FrameCodec, AnEmptyPoolIsBackPressureAndLosesNothing) {
  BufferPool pool(0, 2);
  runtime::Frame frame;
  frame.bytes = {9};
  frame.buffers = {bufferOf(40'000, 3), bufferOf(500'000, 4)};
  const Bytes wire = onTheWire(FrameKind::kMessage, frame);
  FrameReader reader([&](BufferClass bufferClass) { return pool.acquire(bufferClass); });
  {
    const BufferRef taken = pool.acquire(BufferClass::kBlock);
    const auto first = readAll(ByteView(wire).first(65), 65, reader);
    EXPECT_TRUE(first.error.empty());
    EXPECT_TRUE(reader.isBlocked());
    EXPECT_TRUE(reader.wanted().empty());
    EXPECT_FALSE(reader.tryUnblock());
    EXPECT_EQ(pool.available(BufferClass::kBlock), 1U) << "a waiting frame must not keep part of the pool";
  }
  EXPECT_TRUE(reader.tryUnblock());
  const auto rest = readAll(ByteView(wire).subspan(65), 65'536, reader);
  ASSERT_EQ(rest.frames.size(), 1U);
  expectSame(*rest.frames[0].frame, frame);
}

TEST(FrameCodec, HelloIsCanonical) {
  Hello hello{Digest{}, NodeId(1), NodeId(2), runtime::Channel::kBulk};
  hello.genesis.bytes.fill(0x5A);
  const Bytes bytes = encode(hello);
  ASSERT_EQ(bytes.size(), Hello::kEncodedBytes);
  const auto decoded = decodeHello(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(*decoded, hello);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(decodeHello(ByteView(bytes).first(cut)));
  Bytes bad = bytes;
  bad[40] = 2;  // no such channel
  EXPECT_FALSE(decodeHello(bad));
  bad = bytes;
  bad[47] = 1;  // reserved
  EXPECT_FALSE(decodeHello(bad));
}

}  // namespace
}  // namespace aurigraph::link
