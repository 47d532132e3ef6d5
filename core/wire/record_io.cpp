#include "core/wire/record_io.h"

namespace aurigraph::wire {
namespace {

constexpr I128 pow10(int exponent) {
  I128 out = 1;
  for (; exponent > 0; --exponent) out *= 10;
  return out;
}
constexpr I128 kMantissaBound = pow10(38);

}  // namespace

bool isUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto first = static_cast<std::uint8_t>(text[at]);
    if (first < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
    if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return false;
    for (std::size_t next = 1; next < length; ++next)
      if ((static_cast<std::uint8_t>(text[at + next]) & 0xC0) != 0x80) return false;
    const auto second = static_cast<std::uint8_t>(text[at + 1]);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
      return false;
    at += length;
  }
  return true;
}

void writeDecimal(ByteWriter& writer, const Decimal& value) {
  writer.integer(value.mantissa).integer(value.scale);
}

Decimal readDecimal(ByteReader& reader) {
  Decimal out;
  out.mantissa = reader.integer<I128>();
  out.scale = reader.integer<std::uint8_t>();
  const bool inRange =
      out.mantissa > -kMantissaBound && out.mantissa < kMantissaBound && out.scale <= Decimal::kMaxScale;
  const bool normal = out.scale == 0 || out.mantissa % 10 != 0;
  if (!inRange || !normal) {
    reader.markBad();
    return {};
  }
  return out;
}

std::string readText(ByteReader& reader, std::size_t maxBytes) {
  std::string out = reader.text(maxBytes);
  if (!isUtf8(out)) reader.markBad();
  return out;
}

bool readBool(ByteReader& reader) {
  return readEnum<std::uint8_t>(reader, 2) == 1;
}

}  // namespace aurigraph::wire
