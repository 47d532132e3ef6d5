#pragma once

#include <memory>

#include "nodes/gateway/context.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// One client's batch stream (docs/formats/gateway.md, "Batch stream"): takes signed batches as long as
/// the client has credits, receives each straight into the buffer in which it travels on, and answers when
/// the node says committed and final. `context` outlives it.
[[nodiscard]] std::shared_ptr<Upgrade> makeBatchStream(Context& context);

}  // namespace aurigraph::gateway
