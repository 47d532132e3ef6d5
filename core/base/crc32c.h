#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace aurigraph {

/// CRC-32C (Castagnoli, RFC 3720 §12.1): finds what disks and memory garble. No protection against
/// people; what must not be forged is hashed or signed. `before` is the result for the bytes that come
/// before these, so that a sum can be taken in parts.
[[nodiscard]] std::uint32_t crc32c(ByteView bytes, std::uint32_t before = 0);

}  // namespace aurigraph
