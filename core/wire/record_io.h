#pragma once

#include <string_view>

#include "core/base/byte_io.h"
#include "core/base/decimal.h"

/// Helpers of the canonical codecs that carry decimals and texts (records, inputs, rule sets).
namespace aurigraph::wire {

/// Well-formed UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

/// i128 mantissa, u8 scale.
void writeDecimal(ByteWriter& writer, const Decimal& value);
/// Marks the reader bad when the decimal is not in normal form or has more than 38 digits.
[[nodiscard]] Decimal readDecimal(ByteReader& reader);

/// Text that must be UTF-8 and at most `maxBytes` long.
[[nodiscard]] std::string readText(ByteReader& reader, std::size_t maxBytes);

/// One byte that must be below `count`: an enumerator.
template <class Enum>
[[nodiscard]] Enum readEnum(ByteReader& reader, std::uint8_t count) {
  const auto raw = reader.integer<std::uint8_t>();
  if (raw >= count) reader.markBad();
  return static_cast<Enum>(raw);
}

/// One byte that must be 0 or 1.
[[nodiscard]] bool readBool(ByteReader& reader);

}  // namespace aurigraph::wire
