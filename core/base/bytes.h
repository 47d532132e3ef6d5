#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace aurigraph {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Fixed-size bytes with a meaning (a digest, a key, a signature).
template <class Tag, std::size_t kSize>
struct FixedBytes {
  static constexpr std::size_t kSizeBytes = kSize;
  std::array<std::uint8_t, kSize> bytes{};

  auto operator<=>(const FixedBytes&) const = default;
  [[nodiscard]] ByteView view() const { return ByteView(bytes); }
  [[nodiscard]] bool isZero() const { return *this == FixedBytes{}; }
};

using Digest = FixedBytes<struct DigestTag, 32>;        ///< SHA-256.
using PublicKey = FixedBytes<struct PublicKeyTag, 32>;  ///< Ed25519.
using Signature = FixedBytes<struct SignatureTag, 64>;  ///< Ed25519.

inline ByteView asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view asText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes toBytes(ByteView bytes) {
  return Bytes(bytes.begin(), bytes.end());
}

/// Lower-case hex, two digits a byte.
std::string toHex(ByteView bytes);

/// Errors: hex.malformed (odd length, a character that is no hex digit).
Result<Bytes> fromHex(std::string_view hex);

/// Errors: hex.malformed, hex.wrong_length.
template <class Fixed>
Result<Fixed> fixedFromHex(std::string_view hex) {
  auto raw = fromHex(hex);
  if (!raw) return propagate(raw);
  if (raw->size() != Fixed::kSizeBytes)
    return fail("hex.wrong_length",
                "Expected " + std::to_string(Fixed::kSizeBytes * 2) + " hex digits, found " +
                    std::to_string(hex.size()) + ".",
                "Check that the value was copied whole.");
  Fixed out;
  std::memcpy(out.bytes.data(), raw->data(), Fixed::kSizeBytes);
  return out;
}

}  // namespace aurigraph

template <class Tag, std::size_t kSize>
struct std::hash<aurigraph::FixedBytes<Tag, kSize>> {
  std::size_t operator()(const aurigraph::FixedBytes<Tag, kSize>& value) const noexcept {
    std::size_t out;
    std::memcpy(&out, value.bytes.data(), sizeof(out));  // already uniformly distributed
    return out;
  }
};
