#pragma once

#include <cstdint>
#include <optional>

/// Relative humidity from temperature and dew point without floating point.
namespace aurigraph::quality {

/// 100 % · e(Td) / e(T) with e(t) = exp(17.625·t / (243.04 + t)) (Alduchov and Eskridge 1996) in
/// millionths of a percent point; temperatures in thousandths of a degree Celsius. Off by less than one
/// millionth of itself plus two millionths of a percent point (tested against long double). Nothing for
/// temperatures outside of −100 … 100 °C.
[[nodiscard]] std::optional<std::int64_t> humidityMicroPercent(std::int64_t temperatureMilli,
                                                               std::int64_t dewpointMilli);

}  // namespace aurigraph::quality
