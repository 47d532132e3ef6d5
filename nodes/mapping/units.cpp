#include "nodes/mapping/units.h"

#include <algorithm>
#include <array>
#include <string>

namespace aurigraph::mapping {
namespace {

/// canonical = (value − offset) × factor / divisor
struct Conversion {
  std::string_view unit;
  Measure measure;
  Decimal factor = Decimal::of(1);
  Decimal divisor = Decimal::of(1);
  Decimal offset = Decimal::of(0);
};

const Conversion* find(std::string_view unit, Measure measure) {
  const auto one = Decimal::of(1);
  static const std::array kTable = {
      Conversion{"degC", Measure::kTemperature},
      Conversion{"°C", Measure::kTemperature},
      Conversion{"C", Measure::kTemperature},
      Conversion{"CEL", Measure::kTemperature},
      Conversion{"degF", Measure::kTemperature, Decimal::of(5), Decimal::of(9), Decimal::of(32)},
      Conversion{"°F", Measure::kTemperature, Decimal::of(5), Decimal::of(9), Decimal::of(32)},
      Conversion{"F", Measure::kTemperature, Decimal::of(5), Decimal::of(9), Decimal::of(32)},
      Conversion{"FAH", Measure::kTemperature, Decimal::of(5), Decimal::of(9), Decimal::of(32)},
      Conversion{"K", Measure::kTemperature, one, one, Decimal::of(27'315, 2)},
      Conversion{"KEL", Measure::kTemperature, one, one, Decimal::of(27'315, 2)},
      Conversion{"m/s", Measure::kSpeed},
      Conversion{"m_s-1", Measure::kSpeed},
      Conversion{"MTS", Measure::kSpeed},
      Conversion{"km/h", Measure::kSpeed, one, Decimal::of(36, 1)},
      Conversion{"km_h-1", Measure::kSpeed, one, Decimal::of(36, 1)},
      Conversion{"KMH", Measure::kSpeed, one, Decimal::of(36, 1)},
      Conversion{"mp/h", Measure::kSpeed, Decimal::of(44'704, 5)},
      Conversion{"mph", Measure::kSpeed, Decimal::of(44'704, 5)},
      Conversion{"kn", Measure::kSpeed, Decimal::of(1'852), Decimal::of(3'600)},
      Conversion{"kt", Measure::kSpeed, Decimal::of(1'852), Decimal::of(3'600)},
      Conversion{"Pa", Measure::kPressure},
      Conversion{"hPa", Measure::kPressure, Decimal::of(100)},
      Conversion{"m", Measure::kLength},
      Conversion{"km", Measure::kLength, Decimal::of(1'000)},
      Conversion{"ft", Measure::kLength, Decimal::of(3'048, 4)},
      Conversion{"mm", Measure::kPrecipitation},
      Conversion{"cm", Measure::kPrecipitation, Decimal::of(10)},
      Conversion{"m", Measure::kPrecipitation, Decimal::of(1'000)},
      Conversion{"inch", Measure::kPrecipitation, Decimal::of(254, 1)},
      Conversion{"kg_m-2", Measure::kPrecipitation},
      Conversion{"%", Measure::kShare},
      Conversion{"percent", Measure::kShare},
      Conversion{"P1", Measure::kShare},
      Conversion{"pct", Measure::kShare},
      Conversion{"°", Measure::kAngle},
      Conversion{"deg", Measure::kAngle},
      Conversion{"degree_(angle)", Measure::kAngle},
      Conversion{"μg/m³", Measure::kConcentration},
      Conversion{"µg/m³", Measure::kConcentration},  // micro sign U+00B5; the one above is Greek mu
      Conversion{"ug/m3", Measure::kConcentration},
      Conversion{"m2", Measure::kArea},
      Conversion{"acre", Measure::kArea, Decimal::of(40'468'564'224, 7)},
      Conversion{"ft2", Measure::kArea, Decimal::of(9'290'304, 8)},
      Conversion{"", Measure::kIndex},
      Conversion{"wmo code", Measure::kIndex},
      Conversion{"EAQI", Measure::kIndex},
      Conversion{"USAQI", Measure::kIndex},
  };
  const auto found = std::find_if(kTable.begin(), kTable.end(), [&](const Conversion& row) {
    return row.unit == unit && row.measure == measure;
  });
  return found == kTable.end() ? nullptr : found;
}

/// "wmoUnit:degC", "unit:degC" and "degC" are one.
std::string_view withoutPrefix(std::string_view unit) {
  for (const std::string_view prefix : {"wmoUnit:", "unit:"})
    if (unit.starts_with(prefix)) return unit.substr(prefix.size());
  return unit;
}

}  // namespace

std::string_view canonicalUnit(Measure measure) {
  switch (measure) {
    case Measure::kTemperature:
      return "degC";
    case Measure::kSpeed:
      return "m/s";
    case Measure::kPressure:
      return "Pa";
    case Measure::kLength:
      return "m";
    case Measure::kPrecipitation:
      return "mm";
    case Measure::kShare:
      return "pct";
    case Measure::kAngle:
      return "deg";
    case Measure::kConcentration:
      return "ug/m3";
    case Measure::kArea:
      return "m2";
    case Measure::kIndex:
      return "";
  }
  return "";
}

Result<Decimal> toCanonical(const Decimal& value, std::string_view sourceUnit, Measure measure) {
  const Conversion* conversion = find(withoutPrefix(sourceUnit), measure);
  if (conversion == nullptr)
    return fail("unit.unknown",
                "\"" + std::string(sourceUnit.substr(0, 32)) +
                    "\" is no unit that this value can have (expected " +
                    std::string(canonicalUnit(measure)) + " or one that converts to it).",
                "Ask the source for its documented units, or add the unit to the mapping.");
  auto shifted = subtract(value, conversion->offset);
  if (!shifted) return shifted;
  if (conversion->factor == Decimal::of(1) && conversion->divisor == Decimal::of(1)) return shifted;
  auto scaled = multiply(*shifted, conversion->factor);
  if (!scaled) {
    // More places than a Decimal holds: only printed doubles have them, and 12 places of them mean something.
    auto shorter = divide(*shifted, Decimal::of(1), 12);
    if (!shorter) return shorter;
    scaled = multiply(*shorter, conversion->factor);
  }
  if (!scaled || conversion->divisor == Decimal::of(1)) return scaled;
  return divide(*scaled, conversion->divisor, kConvertedScale);
}

Result<ReadNumber> readNumber(std::string_view digits) {
  if (auto exact = Decimal::parse(digits)) return ReadNumber{*exact, false};
  const auto e = digits.find_first_of("eE");
  const auto point = digits.find('.');
  // Only a fraction may be too long; a value that is too large stays refused.
  if (point == std::string_view::npos && e == std::string_view::npos) {
    const auto failed = Decimal::parse(digits);
    return propagate(failed);
  }
  std::string mantissa(digits.substr(0, e));
  int exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view power = digits.substr(e + 1);
    if (!power.starts_with('-') || power.size() > 4) {
      const auto failed = Decimal::parse(digits);
      return propagate(failed);
    }
    for (const char c : power.substr(1)) {
      if (c < '0' || c > '9') {
        const auto failed = Decimal::parse(digits);
        return propagate(failed);
      }
      exponent = exponent * 10 + (c - '0');
    }
  }
  // A Decimal holds 18 places: the 19th and later are cut here, far below any source's precision.
  if (point != std::string_view::npos && mantissa.size() > point + 1 + Decimal::kMaxScale)
    mantissa.resize(point + 1 + Decimal::kMaxScale);
  auto value = Decimal::parse(mantissa);
  if (!value) return propagate(value);
  if (exponent > 36) return ReadNumber{Decimal{}, true};
  Decimal power = Decimal::of(1);
  for (int i = 0; i < exponent; ++i) power.mantissa *= 10;
  auto small = divide(*value, power, Decimal::kMaxScale);
  if (!small) {
    // Dividing overflowed 128 bits: the value has few digits left after the shift, take them from 12 places.
    small = divide(*value, power, 12);
    if (!small) return propagate(small);
  }
  return ReadNumber{*small, true};
}

}  // namespace aurigraph::mapping
