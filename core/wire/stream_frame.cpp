#include "core/wire/stream_frame.h"

#include <cstring>
#include <optional>

#include "core/base/byte_io.h"

namespace aurigraph::wire {
namespace {

constexpr std::size_t kMaxProblemTextBytes = 1'024;
// Digest, height, position; then a result in which every operation failed.
constexpr std::size_t kMaxCommittedBytes =
    32 + 8 + 4 + 12 + (limits::kMaxTransfersPerBatch + 7) / 8 + 12 * limits::kMaxTransfersPerBatch;
constexpr std::size_t kCreditsBytes = 16;
constexpr std::size_t kMaxProblemBytes = 3 * (4 + kMaxProblemTextBytes);

auto bad(std::string what) {
  return fail("stream.bad_frame", "A frame of the batch stream cannot be read: " + std::move(what) + ".",
              "See docs/formats/gateway.md, and use a client of this cluster's version.");
}

struct SizeRange {
  std::size_t least = 0;
  std::size_t most = 0;
};

std::optional<SizeRange> sizeOf(StreamFrameKind kind) {
  switch (kind) {
    case StreamFrameKind::kBatch:
      return SizeRange{limits::kBatchHeaderBytes + 1, kMaxSignedBatchBytes};
    case StreamFrameKind::kWelcome:
      return SizeRange{kCreditsBytes, kCreditsBytes};
    case StreamFrameKind::kCommitted:
      return SizeRange{32 + 8 + 4 + 12, kMaxCommittedBytes};
    case StreamFrameKind::kFinal:
      return SizeRange{0, 0};
    case StreamFrameKind::kRefused:
    case StreamFrameKind::kClosing:
    case StreamFrameKind::kUnproven:
      return SizeRange{12, kMaxProblemBytes};
  }
  return std::nullopt;
}

}  // namespace

Error finalityNotKnownYet() {
  return {"finality.not_known_yet",
          "The batch is committed: it is executed, once and for all. Its certificate has not come here yet.",
          "Nothing needs to be sent again. Ask for the batch by its digest to see when it is final."};
}

std::array<std::uint8_t, StreamFrameHead::kEncodedBytes> encode(const StreamFrameHead& head) {
  std::array<std::uint8_t, StreamFrameHead::kEncodedBytes> out{};
  out[0] = static_cast<std::uint8_t>(head.kind);
  std::memcpy(out.data() + 4, &head.sizeBytes, sizeof(head.sizeBytes));
  std::memcpy(out.data() + 8, &head.id, sizeof(head.id));
  return out;
}

Result<StreamFrameHead> decodeStreamFrameHead(ByteView bytes) {
  if (bytes.size() != StreamFrameHead::kEncodedBytes) return bad("its head is incomplete");
  StreamFrameHead head;
  head.kind = static_cast<StreamFrameKind>(bytes[0]);
  head.sizeBytes = loadAt<std::uint32_t>(bytes, 4);
  head.id = loadAt<std::uint64_t>(bytes, 8);
  const auto size = sizeOf(head.kind);
  if (!size) return bad("kind " + std::to_string(bytes[0]) + " is unknown");
  if (bytes[1] != 0 || bytes[2] != 0 || bytes[3] != 0) return bad("a reserved byte is not zero");
  if (head.sizeBytes < size->least || head.sizeBytes > size->most)
    return bad(std::to_string(head.sizeBytes) + " bytes are not a size of its kind");
  return head;
}

Bytes encode(const StreamCredits& credits) {
  ByteWriter out;
  out.integer(credits.batches).integer(std::uint32_t{0}).integer(credits.bytes);
  return out.take();
}

Result<StreamCredits> decodeStreamCredits(ByteView bytes) {
  ByteReader in(bytes);
  StreamCredits out;
  out.batches = in.integer<std::uint32_t>();
  if (in.integer<std::uint32_t>() != 0) in.markBad();
  out.bytes = in.integer<std::uint64_t>();
  if (!in.finished() || out.batches == 0 || out.bytes == 0) return bad("it gives no credits");
  return out;
}

Bytes encode(const StreamCommitted& committed) {
  ByteWriter out;
  out.fixed(committed.batch).integer(committed.height).integer(committed.position);
  out.raw(encode(committed.result));
  return out.take();
}

Result<StreamCommitted> decodeStreamCommitted(ByteView bytes) {
  ByteReader in(bytes);
  StreamCommitted out;
  out.batch = in.fixed<Digest>();
  out.height = in.integer<Height>();
  out.position = in.integer<std::uint32_t>();
  if (!in.ok()) return bad("an answer is truncated");
  auto result = decodeBatchResult(bytes.subspan(in.position()));
  if (!result) return bad("an answer's result is damaged");
  out.result = std::move(*result);
  return out;
}

Bytes encode(const StreamProblem& problem) {
  ByteWriter out;
  for (const std::string* text : {&problem.code, &problem.message, &problem.remedy})
    out.text(std::string_view(*text).substr(0, kMaxProblemTextBytes));
  return out.take();
}

Result<StreamProblem> decodeStreamProblem(ByteView bytes) {
  ByteReader in(bytes);
  StreamProblem out;
  out.code = in.text(kMaxProblemTextBytes);
  out.message = in.text(kMaxProblemTextBytes);
  out.remedy = in.text(kMaxProblemTextBytes);
  if (!in.finished() || out.code.empty()) return bad("a problem is damaged");
  return out;
}

}  // namespace aurigraph::wire
