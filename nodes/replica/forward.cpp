#include "nodes/replica/forward.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/base/byte_io.h"
#include "core/consensus/config.h"

namespace aurigraph::replica {
namespace {

constexpr std::uint8_t kFormat = 1;

tl::unexpected<Error> malformed(const char* why) {
  return fail("forward.malformed", std::string("A forwarded batch cannot be read: ") + why + ".",
              "The sender is faulty or of another version; see the node's log.");
}

}  // namespace

runtime::FrameRef encodeForward(NodeId self, const Digest& genesis, Lane lane,
                                const wire::BatchHeader& header, ByteView body, BufferRef buffer) {
  AG_ASSERT(body.size() == header.bodySize && body.size() <= bodyCapacity(buffer.bufferClass()));
  std::memcpy(buffer.bodySpace().data(), body.data(), body.size());
  buffer.setBodySize(body.size());
  wire::packBatch(header, buffer);
  return encodeForward(self, genesis, lane, std::move(buffer));
}

runtime::FrameRef encodeForward(NodeId self, const Digest& genesis, Lane lane, BufferRef packed) {
  ByteWriter writer;
  writer.integer(kForwardKind).integer(kFormat).integer(lane).integer(self);
  writer.integer(consensus::clusterTagOf(genesis));
  auto frame = std::make_shared<runtime::Frame>();
  frame->bytes = writer.take();
  frame->buffers.push_back(std::move(packed));
  return frame;
}

Result<ForwardedBatch> decodeForward(const runtime::Frame& frame, NodeId from, const Digest& genesis,
                                     Lane lane) {
  ByteReader reader(frame.bytes);
  const bool known =
      reader.integer<std::uint8_t>() == kForwardKind && reader.integer<std::uint8_t>() == kFormat;
  const bool here = reader.integer<Lane>() == lane && reader.integer<NodeId>() == from &&
                    reader.integer<consensus::ClusterTag>() == consensus::clusterTagOf(genesis);
  if (!known || !here || !reader.finished()) return malformed("its head is not of this lane and sender");
  if (frame.buffers.size() != 1 || !frame.buffers[0]) return malformed("it has no batch");
  const BufferRef& buffer = frame.buffers[0];
  const ByteView page = ByteView(buffer.header()).subspan(limits::kFrameHeaderBytes);
  auto header = wire::parseBatchHeader(page.first(limits::kBatchHeaderBytes));
  if (!header) return propagate(header);
  if (header->bodySize != buffer.bodySize()) return malformed("its size does not fit");
  if (header->genesis != genesis || header->lane != lane) return malformed("the batch belongs elsewhere");
  const ByteView rest = page.subspan(limits::kBatchHeaderBytes);
  if (std::ranges::any_of(rest, [](std::uint8_t byte) { return byte != 0; }))
    return malformed("unused bytes are not zero");
  return ForwardedBatch{*header, buffer};
}

}  // namespace aurigraph::replica
