#include "nodes/link/frame_codec.h"

#include <cstring>

#include "core/base/byte_io.h"
#include "core/base/crc32c.h"

namespace aurigraph::link {
namespace {

constexpr std::size_t kMessageCrcAt = 44;
constexpr std::size_t kReservedAt = 48;
constexpr std::size_t kHeadCrcAt = 60;

tl::unexpected<Error> badFrame(std::string_view code, std::string what) {
  return fail(code, "A frame on a link is not as it must be: " + std::move(what) + ".",
              "Check that both nodes run the same version; the connection is made anew.");
}

BufferClass classFor(std::size_t bodySize) {
  return bodySize <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock;
}

}  // namespace

std::array<std::uint8_t, kFrameHeadBytes> encode(const FrameHead& head) {
  ByteWriter out;
  out.integer(FrameHead::kMagic).integer(FrameHead::kFormat);
  out.integer(static_cast<std::uint8_t>(head.kind)).integer(head.bufferCount).integer(head.messageSize);
  for (const auto size : head.bodySizes) out.integer(size);
  out.integer(head.messageCrc).integer(std::uint64_t{0}).integer(std::uint32_t{0});
  out.integer(crc32c(out.bytes()));
  std::array<std::uint8_t, kFrameHeadBytes> bytes;
  AG_ASSERT(out.size() == bytes.size());
  std::memcpy(bytes.data(), out.bytes().data(), bytes.size());
  return bytes;
}

Result<FrameHead> decodeFrameHead(ByteView bytes) {
  AG_ASSERT(bytes.size() == kFrameHeadBytes);
  if (loadAt<std::uint32_t>(bytes, 0) != FrameHead::kMagic)
    return badFrame("link.bad_magic", "its first bytes are unknown");
  if (loadAt<std::uint32_t>(bytes, kHeadCrcAt) != crc32c(bytes.first(kHeadCrcAt)))
    return badFrame("link.bad_checksum", "its head is garbled");
  if (loadAt<std::uint16_t>(bytes, 4) != FrameHead::kFormat)
    return badFrame("link.bad_format",
                    "format " + std::to_string(loadAt<std::uint16_t>(bytes, 4)) + " is unknown");
  FrameHead head;
  head.kind = static_cast<FrameKind>(bytes[6]);
  if (head.kind != FrameKind::kHello && head.kind != FrameKind::kMessage)
    return badFrame("link.bad_kind", "kind " + std::to_string(bytes[6]) + " is unknown");
  head.bufferCount = bytes[7];
  head.messageSize = loadAt<std::uint32_t>(bytes, 8);
  if (head.bufferCount > kMaxBuffersPerFrame || head.messageSize > kMaxMessageBytes)
    return badFrame("link.oversized", std::to_string(head.bufferCount) + " buffers and a message of " +
                                          std::to_string(head.messageSize) + " bytes are too much");
  for (std::size_t index = 0; index < kMaxBuffersPerFrame; ++index) {
    head.bodySizes[index] = loadAt<std::uint32_t>(bytes, 12 + 4 * index);
    if (index >= head.bufferCount && head.bodySizes[index] != 0)
      return badFrame("link.reserved_not_zero", "sizes of buffers that do not come");
    if (head.bodySizes[index] > limits::kBufferBodyBytes)
      return badFrame("link.oversized",
                      "a body of " + std::to_string(head.bodySizes[index]) + " bytes fits no buffer");
  }
  head.messageCrc = loadAt<std::uint32_t>(bytes, kMessageCrcAt);
  for (std::size_t at = kReservedAt; at < kHeadCrcAt; ++at)
    if (bytes[at] != 0) return badFrame("link.reserved_not_zero", "reserved bytes are not zero");
  return head;
}

FrameHead headOf(FrameKind kind, const runtime::Frame& frame) {
  FrameHead head;
  head.kind = kind;
  head.bufferCount = static_cast<std::uint8_t>(frame.buffers.size());
  head.messageSize = static_cast<std::uint32_t>(frame.bytes.size());
  for (std::size_t index = 0; index < frame.buffers.size(); ++index)
    head.bodySizes[index] = static_cast<std::uint32_t>(frame.buffers[index].bodySize());
  head.messageCrc = crc32c(frame.bytes);
  return head;
}

bool isSendable(const runtime::Frame& frame) {
  return frame.bytes.size() <= kMaxMessageBytes && frame.buffers.size() <= kMaxBuffersPerFrame;
}

std::size_t encodedSize(const runtime::Frame& frame) {
  std::size_t size = kFrameHeadBytes + frame.bytes.size();
  for (const auto& buffer : frame.buffers) size += kTravellingHeaderBytes + buffer.bodySize();
  return size;
}

Bytes encode(const Hello& hello) {
  ByteWriter out;
  out.fixed(hello.genesis).integer(hello.from).integer(hello.to);
  out.integer(static_cast<std::uint8_t>(hello.channel)).raw(Bytes(7, 0));
  return out.take();
}

Result<Hello> decodeHello(ByteView bytes) {
  ByteReader in(bytes);
  Hello hello;
  hello.genesis = in.fixed<Digest>();
  hello.from = in.integer<NodeId>();
  hello.to = in.integer<NodeId>();
  hello.channel = static_cast<runtime::Channel>(in.integer<std::uint8_t>());
  in.raw(7);
  if (!in.finished() || hello.channel > runtime::Channel::kBulk || encode(hello) != toBytes(bytes))
    return badFrame("link.bad_hello", "the hello cannot be read");
  return hello;
}

std::span<std::uint8_t> FrameReader::wanted() {
  switch (part_) {
    case Part::kHead:
      return std::span(headBytes_).subspan(filled_);
    case Part::kMessage:
      return std::span(frame_.bytes).subspan(filled_);
    case Part::kWaiting:
      return {};
    case Part::kBufferHeader:
      return frame_.buffers[buffer_].header().subspan(limits::kFrameHeaderBytes + filled_);
    case Part::kBody:
      return frame_.buffers[buffer_].bodySpace().subspan(filled_, head_.bodySizes[buffer_] - filled_);
  }
  return {};
}

Result<std::optional<FrameReader::Complete>> FrameReader::filled(std::size_t sizeBytes) {
  AG_ASSERT(sizeBytes <= wanted().size());
  filled_ += sizeBytes;
  if (!wanted().empty()) return std::nullopt;
  return partDone();
}

Result<std::optional<FrameReader::Complete>> FrameReader::partDone() {
  filled_ = 0;
  switch (part_) {
    case Part::kHead: {
      auto head = decodeFrameHead(headBytes_);
      if (!head) return propagate(head);
      head_ = *head;
      frame_ = runtime::Frame{Bytes(head_.messageSize), {}};
      part_ = Part::kMessage;
      if (head_.messageSize != 0) return std::nullopt;
      return partDone();
    }
    case Part::kMessage:
      if (crc32c(frame_.bytes) != head_.messageCrc)
        return badFrame("link.bad_checksum", "its message is garbled");
      if (head_.bufferCount == 0) return complete();
      part_ = Part::kWaiting;
      tryUnblock();
      return std::nullopt;
    case Part::kBufferHeader:
      part_ = Part::kBody;
      if (head_.bodySizes[buffer_] != 0) return std::nullopt;
      return nextBuffer(buffer_ + 1);
    case Part::kBody:
      return nextBuffer(buffer_ + 1);
    case Part::kWaiting:
      break;
  }
  AG_ASSERT(false);
  return std::nullopt;
}

// All buffers of a frame or none: connections that each hold some and wait for more would wait for ever.
bool FrameReader::tryUnblock() {
  AG_ASSERT(part_ == Part::kWaiting);
  std::vector<BufferRef> buffers;
  for (std::size_t index = 0; index < head_.bufferCount; ++index) {
    BufferRef buffer = acquire_(classFor(head_.bodySizes[index]));
    if (!buffer) return false;
    buffer.setBodySize(head_.bodySizes[index]);
    buffers.push_back(std::move(buffer));
  }
  frame_.buffers = std::move(buffers);
  nextBuffer(0);
  return true;
}

std::optional<FrameReader::Complete> FrameReader::nextBuffer(std::size_t index) {
  if (index == head_.bufferCount) return complete();
  buffer_ = index;
  part_ = Part::kBufferHeader;
  return std::nullopt;
}

std::optional<FrameReader::Complete> FrameReader::complete() {
  part_ = Part::kHead;
  return Complete{head_.kind, std::make_shared<const runtime::Frame>(std::move(frame_))};
}

}  // namespace aurigraph::link
