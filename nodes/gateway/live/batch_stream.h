#pragma once

#include <memory>

#include "core/wire/stream_frame.h"
#include "nodes/gateway/http/http.h"
#include "nodes/gateway/submission.h"

namespace aurigraph::gateway {

/// One client's batch stream (docs/formats/gateway.md, "Batch stream"): takes signed batches as long as the
/// client has credits, receives each straight into the buffer in which it travels on, and answers when the
/// node says committed and final. `credits`: what it may have under way.
[[nodiscard]] std::shared_ptr<Upgrade> makeBatchStream(const Submission& submission,
                                                       wire::StreamCredits credits);

}  // namespace aurigraph::gateway
