#pragma once

#include <optional>

#include "core/base/types.h"

namespace aurigraph::quality {

/// The last regular close of US stock exchanges (16:00 New York) at or before `now`, when `now` lies outside
/// of a session; nothing within one. Weekends and daylight saving are known; holidays are not, they count as
/// sessions: their data then looks stale, which is the safe side.
[[nodiscard]] std::optional<Nanoseconds> lastUsSessionClose(Nanoseconds now);

}  // namespace aurigraph::quality
