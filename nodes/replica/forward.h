#pragma once

#include "core/base/result.h"
#include "core/base/types.h"
#include "core/wire/batch.h"
#include "core/wire/packed_batch.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

/// First byte of frames that the replica reads itself; consensus has 1…63.
inline constexpr std::uint8_t kForwardKind = 64;

/// A batch on its way to the leader, in one buffer as in a block: its header at byte 256 of the header
/// page, its body as the body. Frame bytes: kind u8 | format u8 | lane u16 | from u32 | cluster u64
/// (docs/formats/consensus.md).
struct ForwardedBatch {
  wire::BatchHeader header;
  BufferRef buffer;
};

/// A frame around a packed batch.
[[nodiscard]] runtime::FrameRef encodeForward(NodeId self, const Digest& genesis, Lane lane,
                                              BufferRef packed);
/// Packs header ‖ body (already parsed) into `buffer`, which must be large enough.
[[nodiscard]] runtime::FrameRef encodeForward(NodeId self, const Digest& genesis, Lane lane,
                                              const wire::BatchHeader& header, ByteView body,
                                              BufferRef buffer);

/// Hostile input. Errors: forward.malformed, and those of wire::parseBatchHeader.
Result<ForwardedBatch> decodeForward(const runtime::Frame& frame, NodeId from, const Digest& genesis,
                                     Lane lane);

}  // namespace aurigraph::replica
