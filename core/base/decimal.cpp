#include "core/base/decimal.h"

#include <algorithm>

namespace aurigraph {
namespace {

constexpr int kMaxDigits = 38;  // 10^38 < 2^127

tl::unexpected<Error> outOfRange() {
  return fail("decimal.out_of_range", "The number needs more than 38 digits or 18 decimal places.",
              "Check the source's unit and precision.");
}

/// value × 10^places, or nothing on overflow.
bool scaleUp(I128& value, int places) {
  for (; places > 0; --places)
    if (__builtin_mul_overflow(value, static_cast<I128>(10), &value)) return false;
  return true;
}

Decimal normal(I128 mantissa, int scale) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return Decimal{mantissa, static_cast<std::uint8_t>(mantissa == 0 ? 0 : scale)};
}

U128 magnitude(I128 value) {
  return value < 0 ? ~static_cast<U128>(value) + 1 : static_cast<U128>(value);
}

}  // namespace

Decimal Decimal::of(std::int64_t mantissa, std::uint8_t scale) {
  return normal(mantissa, scale);
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const auto malformed = [&] {
    return fail("decimal.malformed", "\"" + std::string(text.substr(0, 64)) + "\" is not a decimal number.",
                "Expected digits with an optional point and exponent.");
  };
  std::size_t at = 0;
  bool negative = false;
  if (at < text.size() && text[at] == '-') {
    negative = true;
    ++at;
  }
  I128 mantissa = 0;
  int digits = 0;
  int significant = 0;
  int scale = 0;
  bool point = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.') {
      if (point || digits == 0) return malformed();
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    ++digits;
    if (mantissa != 0 || c != '0') ++significant;
    if (significant > kMaxDigits) return outOfRange();
    mantissa = mantissa * 10 + (c - '0');
    if (point) ++scale;
  }
  if (digits == 0 || (point && text[at - 1] == '.')) return malformed();
  int exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool exponentNegative = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) exponentNegative = text[at++] == '-';
    const std::size_t first = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      exponent = exponent * 10 + (text[at] - '0');
      if (exponent > 1'000) return outOfRange();
    }
    if (at == first) return malformed();
    if (exponentNegative) exponent = -exponent;
  }
  if (at != text.size()) return malformed();
  if (negative) mantissa = -mantissa;
  if (mantissa == 0) return Decimal{};
  scale -= exponent;
  if (scale < 0) {
    if (!scaleUp(mantissa, std::min(-scale, kMaxDigits + 1))) return outOfRange();
    scale = 0;
  }
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  if (scale > kMaxScale) return outOfRange();
  return Decimal{mantissa, static_cast<std::uint8_t>(scale)};
}

std::string Decimal::toText() const {
  std::string digits = aurigraph::toText(magnitude(mantissa));
  if (scale > 0) {
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return mantissa < 0 ? "-" + digits : digits;
}

int compare(const Decimal& a, const Decimal& b) {
  if (a.scale == b.scale) return a.mantissa < b.mantissa ? -1 : (a.mantissa > b.mantissa ? 1 : 0);
  const int signA = a.mantissa < 0 ? -1 : (a.mantissa > 0 ? 1 : 0);
  const int signB = b.mantissa < 0 ? -1 : (b.mantissa > 0 ? 1 : 0);
  if (signA != signB) return signA < signB ? -1 : 1;
  I128 left = a.mantissa;
  I128 right = b.mantissa;
  // Raising the coarser one may overflow: then its magnitude is the greater one.
  if (a.scale < b.scale && !scaleUp(left, b.scale - a.scale)) return signA;
  if (b.scale < a.scale && !scaleUp(right, a.scale - b.scale)) return -signB;
  return left < right ? -1 : (left > right ? 1 : 0);
}

Result<Decimal> add(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  I128 left = a.mantissa;
  I128 right = b.mantissa;
  I128 sum = 0;
  if (!scaleUp(left, scale - a.scale) || !scaleUp(right, scale - b.scale) ||
      __builtin_add_overflow(left, right, &sum))
    return outOfRange();
  return normal(sum, scale);
}

Result<Decimal> subtract(const Decimal& a, const Decimal& b) {
  return add(a, Decimal{-b.mantissa, b.scale});
}

Result<Decimal> multiply(const Decimal& a, const Decimal& b) {
  I128 product = 0;
  if (__builtin_mul_overflow(a.mantissa, b.mantissa, &product)) return outOfRange();
  int scale = a.scale + b.scale;
  while (scale > 0 && product % 10 == 0) {
    product /= 10;
    --scale;
  }
  if (scale > Decimal::kMaxScale) return outOfRange();
  return normal(product, scale);
}

Result<Decimal> divide(const Decimal& a, const Decimal& b, std::uint8_t scale) {
  if (b.mantissa == 0)
    return fail("decimal.division_by_zero", "A number was divided by zero.", "Check the divisor's source.");
  // a/b × 10^scale = (a.mantissa × 10^(scale + b.scale - a.scale)) / b.mantissa
  I128 numerator = a.mantissa;
  I128 denominator = b.mantissa;
  const int shift = scale + b.scale - a.scale;
  if (!scaleUp(numerator, std::max(shift, 0)) || !scaleUp(denominator, std::max(-shift, 0)))
    return outOfRange();
  I128 quotient = numerator / denominator;
  const U128 rest = magnitude(numerator % denominator);
  if (rest >= magnitude(denominator) - rest) quotient += ((numerator < 0) == (denominator < 0)) ? 1 : -1;
  return normal(quotient, scale);
}

Result<I128> toUnits(const Decimal& value, std::uint8_t scale) {
  if (value.scale > scale)
    return fail("decimal.inexact",
                value.toText() + " has more than " + std::to_string(scale) + " decimal places.",
                "Use the token's or currency's number of decimals.");
  I128 units = value.mantissa;
  if (!scaleUp(units, scale - value.scale)) return outOfRange();
  return units;
}

std::string toText(U128 value) {
  if (value == 0) return "0";
  std::string out;
  for (; value != 0; value /= 10) out.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
  std::reverse(out.begin(), out.end());
  return out;
}

std::string toText(I128 value) {
  const std::string digits = toText(magnitude(value));
  return value < 0 ? "-" + digits : digits;
}

Result<U128> parseU128(std::string_view text) {
  if (text.empty()) return fail("integer.malformed", "A whole number is missing.", "Use digits only.");
  U128 out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9')
      return fail("integer.malformed", "\"" + std::string(text.substr(0, 64)) + "\" is not a whole number.",
                  "Use digits only.");
    if (__builtin_mul_overflow(out, static_cast<U128>(10), &out) ||
        __builtin_add_overflow(out, static_cast<U128>(c - '0'), &out))
      return fail("integer.out_of_range", "The number does not fit into 128 bits.", "Use a smaller number.");
  }
  return out;
}

}  // namespace aurigraph
