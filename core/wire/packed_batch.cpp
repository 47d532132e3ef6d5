#include "core/wire/packed_batch.h"

#include <cstring>

#include "core/base/assert.h"

namespace aurigraph::wire {

void packBatch(const BatchHeader& header, BufferRef& buffer) {
  AG_ASSERT(buffer.bodySize() == header.bodySize);
  std::memcpy(buffer.header().data() + limits::kFrameHeaderBytes, &header, sizeof(header));
}

BatchHeader headerOf(const BufferRef& packed) {
  BatchHeader header;
  std::memcpy(static_cast<void*>(&header), packed.header().data() + limits::kFrameHeaderBytes,
              sizeof(header));
  return header;
}

}  // namespace aurigraph::wire
