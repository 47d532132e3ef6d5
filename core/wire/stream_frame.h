#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/base/types.h"
#include "core/wire/batch_result.h"

/// Frames of `POST /transaction/stream` (docs/formats/gateway.md, "Batch stream"): signed batches one way,
/// binary answers the other. Both sides read hostile input; sizes are bounded before anything is allocated.
namespace aurigraph::wire {

/// The protocol's name in the `Upgrade` header.
inline constexpr std::string_view kStreamProtocol = "aurigraph-batches/1";

enum class StreamFrameKind : std::uint8_t {
  kBatch = 1,       ///< Client: exactly the signed bytes, header ‖ body.
  kWelcome = 16,    ///< Server, first: the client's credits.
  kCommitted = 17,  ///< Server: the batch is durable on a majority; its result. Gives its credits back.
  kFinal = 18,      ///< Server: a certificate covers it. After kCommitted.
  kRefused = 19,    ///< Server: the batch was not taken, with a code; gives its credits back.
  kClosing = 20,    ///< Server, last: the stream ends, with a code.
  /// Server, after kCommitted in place of kFinal: finality.not_known_yet. It is executed all the same.
  kUnproven = 21,
};

/// 16 bytes in front of every frame's payload.
struct StreamFrameHead {
  static constexpr std::size_t kEncodedBytes = 16;
  StreamFrameKind kind = StreamFrameKind::kBatch;  //  0, then three zero bytes
  std::uint32_t sizeBytes = 0;                     //  4  of the payload
  std::uint64_t id = 0;                            //  8  the client's own name for its batch; else 0
  bool operator==(const StreamFrameHead&) const = default;
};

inline constexpr std::size_t kMaxSignedBatchBytes = limits::kBatchHeaderBytes + limits::kBufferBodyBytes;

[[nodiscard]] std::array<std::uint8_t, StreamFrameHead::kEncodedBytes> encode(const StreamFrameHead& head);
/// Errors: stream.bad_frame (unknown kind, reserved bytes, larger than its kind may be).
Result<StreamFrameHead> decodeStreamFrameHead(ByteView bytes);

/// How much a client may have under way: from sending a batch until its kCommitted or kRefused. What is
/// committed and waits for its certificate takes no credits: certificates never hold admission back.
struct StreamCredits {
  std::uint32_t batches = 0;
  std::uint64_t bytes = 0;  ///< Of whole batches, header ‖ body.
  bool operator==(const StreamCredits&) const = default;
};
[[nodiscard]] Bytes encode(const StreamCredits& credits);
Result<StreamCredits> decodeStreamCredits(ByteView bytes);  ///< Errors: stream.bad_frame.

struct StreamCommitted {
  Digest batch;
  Height height;
  std::uint32_t position = 0;
  BatchResult result;
  bool operator==(const StreamCommitted&) const = default;
};
[[nodiscard]] Bytes encode(const StreamCommitted& committed);
Result<StreamCommitted> decodeStreamCommitted(ByteView bytes);  ///< Errors: stream.bad_frame.

/// A problem as kRefused, kClosing and kUnproven carry it: code, words, what to do.
struct StreamProblem {
  std::string code;
  std::string message;
  std::string remedy;
  bool operator==(const StreamProblem&) const = default;
};
[[nodiscard]] Bytes encode(const StreamProblem& problem);
Result<StreamProblem> decodeStreamProblem(ByteView bytes);  ///< Errors: stream.bad_frame.

/// What whoever asked for *final* is told when a certificate does not come in time: committed, so executed
/// once and for all, and no reason to send anything again. Code: finality.not_known_yet.
[[nodiscard]] Error finalityNotKnownYet();

}  // namespace aurigraph::wire
