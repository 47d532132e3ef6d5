#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/types.h"

namespace aurigraph {

/// An exact decimal: mantissa × 10^-scale. No binary floating point anywhere (R-LED-1).
/// Normal form: no trailing zero in the mantissa beyond scale 0; zero has scale 0. All functions
/// return the normal form, so that equal values are equal bytes.
struct Decimal {
  static constexpr std::uint8_t kMaxScale = 18;

  I128 mantissa = 0;
  std::uint8_t scale = 0;

  bool operator==(const Decimal&) const = default;

  static Decimal of(std::int64_t mantissa, std::uint8_t scale = 0);

  /// Parses `-12.50`, `1e3`, `1.5E-7`. No thousands separators, no leading plus, no spaces.
  /// Errors: decimal.malformed, decimal.out_of_range (beyond 38 digits or 18 places).
  static Result<Decimal> parse(std::string_view text);

  /// Plain notation without exponent: `-12.5`.
  [[nodiscard]] std::string toText() const;
};

/// Negative, zero or positive as a < b, a = b, a > b. Exact for all values.
int compare(const Decimal& a, const Decimal& b);

// Errors of all four: decimal.out_of_range.
Result<Decimal> add(const Decimal& a, const Decimal& b);
Result<Decimal> subtract(const Decimal& a, const Decimal& b);
Result<Decimal> multiply(const Decimal& a, const Decimal& b);
/// a / b rounded half away from zero to `scale` places; b must not be zero (decimal.division_by_zero).
Result<Decimal> divide(const Decimal& a, const Decimal& b, std::uint8_t scale);

/// The decimal as an integer of 10^-scale units, when that is exact.
/// Errors: decimal.inexact, decimal.out_of_range.
Result<I128> toUnits(const Decimal& value, std::uint8_t scale);

std::string toText(I128 value);
std::string toText(U128 value);
/// Digits only. Errors: integer.malformed, integer.out_of_range.
Result<U128> parseU128(std::string_view text);

}  // namespace aurigraph
