#include "core/crypto/wipe.h"

#include <sodium.h>

namespace aurigraph::crypto {

void wipe(std::span<std::uint8_t> secret) {
  sodium_memzero(secret.data(), secret.size());
}

}  // namespace aurigraph::crypto
