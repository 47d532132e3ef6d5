#include "app/bench/grpc_connection.h"

#include <cstring>
#include <initializer_list>

#include "core/base/assert.h"

namespace aurigraph::bench {
namespace {

constexpr std::string_view kPreface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr std::size_t kFrameHead = 9;
constexpr std::size_t kMaxFrame = std::size_t{1} << 14U;  // SETTINGS_MAX_FRAME_SIZE's default
constexpr std::size_t kMessageHead = 5;                   // gRPC: compressed u8, length u32

enum Type : std::uint8_t {
  kData = 0,
  kHeaders = 1,
  kReset = 3,
  kSettings = 4,
  kPing = 6,
  kGoAway = 7,
  kWindowUpdate = 8
};
constexpr std::uint8_t kAck = 1;
constexpr std::uint8_t kEndStream = 1;
constexpr std::uint8_t kEndHeaders = 4;

void put(Bytes& out, std::initializer_list<std::uint8_t> bytes) {
  out.insert(out.end(), bytes);
}
void put(Bytes& out, std::string_view text) {
  out.insert(out.end(), text.begin(), text.end());
}
void putU32(Bytes& out, std::uint32_t value) {
  put(out, {static_cast<std::uint8_t>(value >> 24U), static_cast<std::uint8_t>(value >> 16U),
            static_cast<std::uint8_t>(value >> 8U), static_cast<std::uint8_t>(value)});
}
void putFrameHead(Bytes& out, std::size_t size, Type type, std::uint8_t flags, std::uint32_t stream) {
  AG_ASSERT(size <= kMaxFrame);
  put(out, {static_cast<std::uint8_t>(size >> 16U), static_cast<std::uint8_t>(size >> 8U),
            static_cast<std::uint8_t>(size), type, flags});
  putU32(out, stream);
}
/// HPACK: a literal that is not indexed, its value not Huffman-coded.
void putText(Bytes& out, std::string_view text) {
  AG_ASSERT(text.size() < 127);
  put(out, {static_cast<std::uint8_t>(text.size())});
  put(out, text);
}

void putVarint(Bytes& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) out.push_back(static_cast<std::uint8_t>(value | 0x80U));
  out.push_back(static_cast<std::uint8_t>(value));
}
std::optional<std::uint64_t> takeVarint(ByteView& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !in.empty(); shift += 7) {
    const std::uint8_t byte = in.front();
    in = in.subspan(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  return std::nullopt;
}

/// The value of a field: its bytes for wire type 2, the rest from its varint on for wire type 0.
std::optional<ByteView> find(ByteView message, std::uint32_t number, std::uint32_t wireType) {
  while (!message.empty()) {
    const auto tag = takeVarint(message);
    if (!tag) return std::nullopt;
    const auto type = static_cast<std::uint32_t>(*tag & 7U);
    const bool wanted = *tag >> 3U == number && type == wireType;
    if (type == 0) {
      if (wanted) return message;
      if (!takeVarint(message)) return std::nullopt;
    } else if (type == 2) {
      const auto size = takeVarint(message);
      if (!size || *size > message.size()) return std::nullopt;
      if (wanted) return message.first(*size);
      message = message.subspan(*size);
    } else {
      return std::nullopt;  // none of the messages we read has such a field
    }
  }
  return std::nullopt;
}

tl::unexpected<Error> refused(const char* what) {
  return fail("bench.refused", std::string("The peer under test refused a call: ") + what + ".",
              "Look at its own log.");
}

}  // namespace

void GrpcConnection::greet(Bytes& out) {
  put(out, kPreface);
  // No header table on the answers: their fields are never read.
  putFrameHead(out, 6, kSettings, 0, 0);
  put(out, {0, 1, 0, 0, 0, 0});
  // Credit for all answers of a run, so that none has to be given back.
  putFrameHead(out, 4, kWindowUpdate, 0, 0);
  putU32(out, 1U << 30U);
}

void GrpcConnection::call(std::string_view path, ByteView message, Bytes& out) {
  stream_ = stream_ == 0 ? 1 : stream_ + 2;
  answer_.clear();
  Bytes block;
  put(block, {0x83, 0x86});  // :method POST, :scheme http
  put(block, {0x04});        // :path
  putText(block, path);
  put(block, {0x01});  // :authority
  putText(block, "localhost");
  put(block, {0x0F, 0x10});  // content-type
  putText(block, "application/grpc");
  put(block, {0x00});
  putText(block, "te");
  putText(block, "trailers");
  putFrameHead(out, block.size(), kHeaders, kEndHeaders, stream_);
  out.insert(out.end(), block.begin(), block.end());
  putFrameHead(out, kMessageHead + message.size(), kData, kEndStream, stream_);
  put(out, {0});
  putU32(out, static_cast<std::uint32_t>(message.size()));
  out.insert(out.end(), message.begin(), message.end());
}

Result<std::optional<Bytes>> GrpcConnection::received(ByteView bytes, Bytes& out) {
  in_.insert(in_.end(), bytes.begin(), bytes.end());
  std::optional<Bytes> done;
  std::size_t at = 0;
  while (in_.size() - at >= kFrameHead) {
    const std::uint8_t* head = in_.data() + at;
    const std::size_t size = (std::size_t{head[0]} << 16U) | (std::size_t{head[1]} << 8U) | head[2];
    if (size > kMaxFrame)
      return fail("bench.bad_answer", "The peer under test does not speak HTTP/2.", "Check its version.");
    if (in_.size() - at < kFrameHead + size) break;
    const auto ended = take({head[3], head[4], ByteView(in_).subspan(at + kFrameHead, size)}, out);
    if (!ended) return propagate(ended);
    if (*ended) done = Bytes(answer_.begin() + kMessageHead, answer_.end());
    at += kFrameHead + size;
  }
  in_.erase(in_.begin(), in_.begin() + static_cast<std::ptrdiff_t>(at));
  return done;
}

/// True: the call is answered. A peer gives credit for what we send long before 64 KiB are used up, as one
/// small call at a time is under way: window updates need no keeping.
Result<bool> GrpcConnection::take(const Frame& frame, Bytes& out) {
  const bool ack = (frame.flags & kAck) != 0;
  switch (frame.type) {
    case kData:
      answer_.insert(answer_.end(), frame.payload.begin(), frame.payload.end());
      return false;
    case kHeaders:
      if ((frame.flags & kEndStream) == 0) return false;
      // A call that failed has trailers only: no message.
      if (answer_.size() < kMessageHead) return refused("it answered without a message");
      return true;
    case kSettings:
      if (!ack) putFrameHead(out, 0, kSettings, kAck, 0);
      return false;
    case kPing:
      if (!ack && frame.payload.size() == 8) {
        putFrameHead(out, 8, kPing, kAck, 0);
        out.insert(out.end(), frame.payload.begin(), frame.payload.end());
      }
      return false;
    case kReset:
    case kGoAway:
      return refused("it ended the connection");
    default:
      return false;
  }
}

void putField(Bytes& out, std::uint32_t number, ByteView value) {
  putVarint(out, (std::uint64_t{number} << 3U) | 2U);
  putVarint(out, value.size());
  out.insert(out.end(), value.begin(), value.end());
}

std::optional<ByteView> bytesField(ByteView message, std::uint32_t number) {
  return find(message, number, 2);
}

std::optional<std::uint64_t> varintField(ByteView message, std::uint32_t number) {
  auto rest = find(message, number, 0);
  return rest ? takeVarint(*rest) : std::nullopt;
}

}  // namespace aurigraph::bench
