#pragma once

#include <string_view>

#include "core/base/decimal.h"
#include "core/base/result.h"

/// Source units to canonical ones, exact by decimal arithmetic; what has no finite decimal (a third, a ninth)
/// is rounded half away from zero to kConvertedScale places.
namespace aurigraph::mapping {

inline constexpr std::uint8_t kConvertedScale = 6;

/// What a value measures; each has one canonical unit.
enum class Measure {
  kTemperature,    ///< degC
  kSpeed,          ///< m/s
  kPressure,       ///< Pa
  kLength,         ///< m
  kPrecipitation,  ///< mm
  kShare,          ///< pct
  kAngle,          ///< deg
  kConcentration,  ///< ug/m3
  kArea,           ///< m2
  kIndex,          ///< "", no unit
};

std::string_view canonicalUnit(Measure measure);

/// Converts from any spelling we have met ("°F", "wmoUnit:km_h-1", "kn", "inch", "acre").
/// Errors: unit.unknown (also a unit of something else), decimal.out_of_range.
Result<Decimal> toCanonical(const Decimal& value, std::string_view sourceUnit, Measure measure);

/// A number's digits as a Decimal. More than 18 places are rounded to 18 (`rounded` tells): that is what a
/// printed double carries, 1.4210854715202004e-14. Errors: decimal.malformed, decimal.out_of_range.
struct ReadNumber {
  Decimal value;
  bool rounded = false;
};
Result<ReadNumber> readNumber(std::string_view digits);

}  // namespace aurigraph::mapping
