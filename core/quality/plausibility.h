#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/quality/rule_set.h"

/// Degrees of plausibility as integers: 0 … kWholeDegree. All comparisons are exact; a degree between
/// two edges is rounded to one part in 10^9.
namespace aurigraph::quality {

inline constexpr std::uint32_t kWholeDegree = 1'000'000'000;

[[nodiscard]] bool isWithin(const Decimal& value, const Interval& interval);

/// 1 within normal, linear to ½ at the plausible edge, 0 outside.
[[nodiscard]] std::uint32_t levelOf(const Decimal& value, const RangeSpec& range);

/// Robust z = 0.6745·|value − median| / MAD: 1 up to 3.5, linear to ½ at 6, else ¼. Fewer than ten
/// earlier values: 1 (skipped).
[[nodiscard]] std::uint32_t changeOf(const Decimal& value, const std::vector<Decimal>& history);

/// 1 up to the tolerance, linear to 0 at four times of it (cross-source agreement).
[[nodiscard]] std::uint32_t agreement(const Decimal& difference, const Decimal& tolerance);

/// position / span in kWholeDegree, clamped to 0 … 1. `span` must be positive.
[[nodiscard]] std::uint32_t ratio(const Decimal& position, const Decimal& span);

[[nodiscard]] Decimal absolute(const Decimal& value);
[[nodiscard]] std::string inWords(const Interval& interval);

}  // namespace aurigraph::quality
