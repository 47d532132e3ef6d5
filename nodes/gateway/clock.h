#pragma once

#include <functional>

#include "core/base/types.h"

namespace aurigraph::gateway {

/// UTC. Any thread.
using Clock = std::function<Nanoseconds()>;

}  // namespace aurigraph::gateway
