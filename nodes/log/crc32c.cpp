#include "nodes/log/crc32c.h"

#include <cstring>

#ifdef __SSE4_2__
#include <nmmintrin.h>
#endif

namespace aurigraph::log {

std::uint32_t crc32cPortable(ByteView bytes) {
  constexpr std::uint32_t kReversedPolynomial = 0x82F6'3B78;
  std::uint32_t crc = 0xFFFF'FFFF;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? kReversedPolynomial : 0);
  }
  return ~crc;
}

#ifdef __SSE4_2__
std::uint32_t crc32c(ByteView bytes) {
  std::uint64_t crc = 0xFFFF'FFFF;
  const std::uint8_t* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    crc = _mm_crc32_u64(crc, word);
  }
  auto narrow = static_cast<std::uint32_t>(crc);
  for (; left > 0; ++at, --left) narrow = _mm_crc32_u8(narrow, *at);
  return ~narrow;
}
#else
std::uint32_t crc32c(ByteView bytes) {
  return crc32cPortable(bytes);
}
#endif

}  // namespace aurigraph::log
