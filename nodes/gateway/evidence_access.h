#pragma once

#include <functional>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace aurigraph::gateway {

/// Where evidence lies; nodes/evidence has the store. Both may block for a disk's time, and both may be
/// empty: a gateway that keeps none. Errors: evidence.unknown, evidence.digest_mismatch, evidence.too_large,
/// evidence.unavailable.
struct EvidenceAccess {
  std::function<Result<Bytes>(const Digest&)> get;
  std::function<Status(const Digest&, ByteView)> put;
};

}  // namespace aurigraph::gateway
