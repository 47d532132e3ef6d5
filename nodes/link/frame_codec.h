#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/bytes.h"
#include "core/base/types.h"
#include "nodes/runtime/actor.h"

/// Frames as they stand on a link (docs/formats/link.md): head, message, then up to eight buffers. No
/// socket here: bytes in, frames out, so that every hostile byte string can be tried without a network.
namespace aurigraph::link {

inline constexpr std::size_t kFrameHeadBytes = 64;
inline constexpr std::size_t kMaxMessageBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxBuffersPerFrame = 8;
/// What of a buffer's header page travels: the first 256 bytes belong to whoever moves it.
inline constexpr std::size_t kTravellingHeaderBytes = limits::kBufferHeaderBytes - limits::kFrameHeaderBytes;

enum class FrameKind : std::uint8_t { kHello = 1, kMessage = 2 };

struct FrameHead {
  static constexpr std::uint32_t kMagic = 0x314C'4741;  // "AGL1"
  static constexpr std::uint16_t kFormat = 1;

  FrameKind kind = FrameKind::kMessage;
  std::uint8_t bufferCount = 0;
  std::uint32_t messageSize = 0;
  std::array<std::uint32_t, kMaxBuffersPerFrame> bodySizes{};  ///< Zero beyond bufferCount.
  std::uint32_t messageCrc = 0;                                ///< CRC-32C of the message.
  bool operator==(const FrameHead&) const = default;
};

[[nodiscard]] std::array<std::uint8_t, kFrameHeadBytes> encode(const FrameHead& head);
/// Errors: link.bad_magic, link.bad_format, link.bad_checksum, link.bad_kind, link.oversized,
/// link.reserved_not_zero.
Result<FrameHead> decodeFrameHead(ByteView bytes);
/// The head of a frame to be sent. Requires the frame to be within the bounds above.
[[nodiscard]] FrameHead headOf(FrameKind kind, const runtime::Frame& frame);
/// Whether a frame may be sent at all.
[[nodiscard]] bool isSendable(const runtime::Frame& frame);
[[nodiscard]] std::size_t encodedSize(const runtime::Frame& frame);

/// First words on a connection, both ways; 48 bytes.
struct Hello {
  static constexpr std::size_t kEncodedBytes = 48;
  Digest genesis;
  NodeId from;
  NodeId to;
  runtime::Channel channel = runtime::Channel::kControl;
  bool operator==(const Hello&) const = default;
};
[[nodiscard]] Bytes encode(const Hello& hello);
/// Errors: link.bad_hello.
Result<Hello> decodeHello(ByteView bytes);

/// Puts frames together from a byte stream, each byte straight into its last place.
class FrameReader {
 public:
  /// `acquire` gives the buffers for received bodies; an empty one means "full": wait.
  using Acquire = std::function<BufferRef(BufferClass)>;
  explicit FrameReader(Acquire acquire) : acquire_(std::move(acquire)) {}

  /// Where the next bytes belong; never empty unless isBlocked().
  [[nodiscard]] std::span<std::uint8_t> wanted();
  /// Waits for buffers: read nothing more, call tryUnblock() a little later.
  [[nodiscard]] bool isBlocked() const { return part_ == Part::kWaiting; }
  bool tryUnblock();
  /// Inside a frame: an end of the stream here is a truncation.
  [[nodiscard]] bool isInsideFrame() const { return part_ != Part::kHead || filled_ != 0; }

  struct Complete {
    FrameKind kind;
    runtime::FrameRef frame;
  };
  /// `sizeBytes` of wanted() are filled. Gives a frame when it is complete.
  /// Errors: those of decodeFrameHead; after one the stream is lost.
  Result<std::optional<Complete>> filled(std::size_t sizeBytes);

 private:
  enum class Part : std::uint8_t { kHead, kMessage, kWaiting, kBufferHeader, kBody };
  Result<std::optional<Complete>> partDone();
  std::optional<Complete> nextBuffer(std::size_t index);
  std::optional<Complete> complete();

  Acquire acquire_;
  Part part_ = Part::kHead;
  std::size_t filled_ = 0;  ///< Of the present part.
  std::array<std::uint8_t, kFrameHeadBytes> headBytes_{};
  FrameHead head_;
  runtime::Frame frame_;
  std::size_t buffer_ = 0;  ///< Index of the buffer under way.
};

}  // namespace aurigraph::link
