#pragma once

#include <optional>
#include <string_view>

#include "core/base/types.h"

namespace aurigraph::slim {

/// The last regular close (16:00 New York) before `now`, when the exchange of this asset class is closed
/// at `now`; nothing in regular session, or for what never closes. Holidays count as sessions: their data
/// then looks stale, which is the safe side.
[[nodiscard]] std::optional<Nanoseconds> lastSessionClose(std::string_view assetClass, Nanoseconds now);

}  // namespace aurigraph::slim
