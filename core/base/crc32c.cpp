#include "core/base/crc32c.h"

#include <array>
#include <cstring>

#if defined(__SSE4_2__)
#include <nmmintrin.h>
#endif

namespace aurigraph {
namespace {

#if !defined(__SSE4_2__)
constexpr std::array<std::uint32_t, 256> kTable = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1U) != 0 ? 0x82F6'3B78U : 0U);
    table[byte] = value;
  }
  return table;
}();
#endif

}  // namespace

std::uint32_t crc32c(ByteView bytes, std::uint32_t before) {
#if defined(__SSE4_2__)
  std::uint64_t sum = ~before;
  const std::uint8_t* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    sum = _mm_crc32_u64(sum, word);
  }
  for (; left > 0; ++at, --left) sum = _mm_crc32_u8(static_cast<std::uint32_t>(sum), *at);
  return ~static_cast<std::uint32_t>(sum);
#else
  std::uint32_t sum = ~before;
  for (const std::uint8_t byte : bytes) sum = (sum >> 8) ^ kTable[(sum ^ byte) & 0xFFU];
  return ~sum;
#endif
}

}  // namespace aurigraph
