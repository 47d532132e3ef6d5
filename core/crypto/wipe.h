#pragma once

#include <cstdint>
#include <span>

namespace aurigraph::crypto {

/// Fills a secret with zeros where it goes; no optimizer leaves it out.
void wipe(std::span<std::uint8_t> secret);

}  // namespace aurigraph::crypto
