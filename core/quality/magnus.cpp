#include "core/quality/magnus.h"

#include "core/base/types.h"

namespace aurigraph::quality {
namespace {

constexpr I128 kOne = 1'000'000'000'000'000;  // fixed point, 15 decimal places
constexpr I128 kLn2 = 693'147'180'559'945;

/// 17.625·t / (243.04 + t) in fixed point.
I128 exponentOf(std::int64_t milliDegrees) {
  return kOne * 17'625 * milliDegrees / (1'000 * (243'040 + static_cast<I128>(milliDegrees)));
}

/// exp of a fixed-point number between −20 and 20: exp(x) = 2^k · exp(r) with 0 ≤ r < ln 2.
I128 exponential(I128 x) {
  I128 doublings = x / kLn2;
  I128 rest = x % kLn2;
  if (rest < 0) {
    rest += kLn2;
    --doublings;
  }
  I128 term = kOne;
  I128 sum = kOne;
  for (int n = 1; term != 0; ++n) {
    term = term * rest / kOne / n;
    sum += term;
  }
  return doublings >= 0 ? sum << static_cast<int>(doublings) : sum >> static_cast<int>(-doublings);
}

}  // namespace

std::optional<std::int64_t> humidityMicroPercent(std::int64_t temperatureMilli, std::int64_t dewpointMilli) {
  constexpr std::int64_t kMost = 100'000;
  constexpr I128 kMicroPercent = 100'000'000;
  const auto outside = [](std::int64_t value) { return value < -kMost || value > kMost; };
  if (outside(temperatureMilli) || outside(dewpointMilli)) return std::nullopt;
  const I128 ratio = exponential(exponentOf(dewpointMilli) - exponentOf(temperatureMilli));
  return static_cast<std::int64_t>(ratio * kMicroPercent / kOne);
}

}  // namespace aurigraph::quality
