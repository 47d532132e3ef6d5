#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace aurigraph::log {

/// CRC-32C (Castagnoli, RFC 3720 B.4) of the bytes: the processor's instruction where it has one.
[[nodiscard]] std::uint32_t crc32c(ByteView bytes);

/// The same, bit by bit: for other processors, and what the tests compare with.
[[nodiscard]] std::uint32_t crc32cPortable(ByteView bytes);

}  // namespace aurigraph::log
