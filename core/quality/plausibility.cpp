#include "core/quality/plausibility.h"

#include <algorithm>

namespace aurigraph::quality {
namespace {

constexpr std::size_t kFewestPoints = 10;

const Decimal& medianIn(std::vector<Decimal>& values, Decimal& storage) {
  const auto less = [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; };
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle, less);
  if (values.size() % 2 == 1) return *middle;
  const Decimal& below = *std::max_element(values.begin(), middle, less);
  const auto sum = add(below, *middle);
  const auto half = sum ? multiply(*sum, Decimal::of(5, 1)) : sum;
  // Beyond 38 digits the lower middle stands in: still the same on every replica.
  storage = half ? *half : below;
  return storage;
}

}  // namespace

bool isWithin(const Decimal& value, const Interval& interval) {
  return compare(interval.low, value) <= 0 && compare(value, interval.high) <= 0;
}

std::uint32_t levelOf(const Decimal& value, const RangeSpec& range) {
  if (isWithin(value, range.normal)) return kWholeDegree;
  if (!isWithin(value, range.plausible)) return 0;
  const bool above = compare(value, range.normal.high) > 0;
  const Decimal& edge = above ? range.normal.high : range.normal.low;
  const Decimal& farEdge = above ? range.plausible.high : range.plausible.low;
  const auto position = subtract(value, edge);
  const auto span = subtract(farEdge, edge);
  if (!position || !span) return kWholeDegree / 2;
  return kWholeDegree - ratio(absolute(*position), absolute(*span)) / 2;
}

std::uint32_t changeOf(const Decimal& value, const std::vector<Decimal>& history) {
  if (history.size() < kFewestPoints) return kWholeDegree;
  std::vector<Decimal> values = history;
  Decimal storage;
  const Decimal median = medianIn(values, storage);
  for (Decimal& each : values) {
    const auto distance = subtract(each, median);
    each = distance ? absolute(*distance) : Decimal{};
  }
  const Decimal mad = medianIn(values, storage);
  const auto distance = subtract(value, median);
  if (!distance) return kWholeDegree / 4;
  const Decimal away = absolute(*distance);
  // z ≤ limit ⇔ 0.6745·away ≤ limit·MAD, without a division.
  const auto scaled = multiply(away, Decimal::of(6'745, 4));
  const auto calm = multiply(mad, Decimal::of(35, 1));
  const auto wild = multiply(mad, Decimal::of(6));
  if (!scaled || !calm || !wild) return kWholeDegree / 4;
  if (compare(*scaled, *calm) <= 0) return kWholeDegree;
  if (compare(*scaled, *wild) > 0) return kWholeDegree / 4;
  const auto position = subtract(*scaled, *calm);
  const auto span = subtract(*wild, *calm);
  if (!position || !span) return kWholeDegree / 4;
  return kWholeDegree - ratio(*position, *span) / 2;
}

std::uint32_t agreement(const Decimal& difference, const Decimal& tolerance) {
  if (compare(difference, tolerance) <= 0) return kWholeDegree;
  const auto beyond = subtract(difference, tolerance);
  const auto span = multiply(tolerance, Decimal::of(3));
  if (!beyond || !span || span->mantissa <= 0) return 0;
  return kWholeDegree - ratio(*beyond, *span);
}

std::uint32_t ratio(const Decimal& position, const Decimal& span) {
  if (position.mantissa <= 0) return 0;
  if (compare(position, span) >= 0) return kWholeDegree;
  const auto quotient = divide(position, span, 9);
  const auto units = quotient ? toUnits(*quotient, 9) : propagate(quotient);
  // Too many digits to divide: counted as at the far edge, never in the value's favour.
  if (!units) return kWholeDegree;
  return static_cast<std::uint32_t>(std::clamp<I128>(*units, 0, kWholeDegree));
}

Decimal absolute(const Decimal& value) {
  return value.mantissa < 0 ? Decimal{-value.mantissa, value.scale} : value;
}

std::string inWords(const Interval& interval) {
  return interval.low.toText() + " … " + interval.high.toText();
}

}  // namespace aurigraph::quality
