#include "core/base/bytes.h"

namespace aurigraph {
namespace {

int hexValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

std::string toHex(ByteView bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 0x0F]);
  }
  return out;
}

Result<Bytes> fromHex(std::string_view hex) {
  if (hex.size() % 2 != 0)
    return fail("hex.malformed", "A hex value has an odd number of digits.",
                "Check that the value was copied whole.");
  Bytes out;
  out.reserve(hex.size() / 2);
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    const int high = hexValue(hex[at]);
    const int low = hexValue(hex[at + 1]);
    if (high < 0 || low < 0)
      return fail("hex.malformed", "A hex value holds a character that is no hex digit.",
                  "Use 0-9 and a-f only.");
    out.push_back(static_cast<std::uint8_t>((high << 4) | low));
  }
  return out;
}

}  // namespace aurigraph
