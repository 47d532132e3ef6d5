#pragma once

#include "core/base/buffer.h"
#include "core/wire/batch.h"

/// A batch in one buffer, as in a block: its header stands in the buffer's header page, its body is the
/// buffer's body. So it is received, sent on, logged and executed without being copied.
namespace aurigraph::wire {

/// Writes the header into the page of a buffer that holds its body, for the buffer's only owner.
void packBatch(const BatchHeader& header, BufferRef& buffer);
/// The header of a packed batch: our own bytes, parsed before.
[[nodiscard]] BatchHeader headerOf(const BufferRef& packed);

}  // namespace aurigraph::wire
