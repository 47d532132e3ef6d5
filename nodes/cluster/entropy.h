#pragma once

#include <sys/random.h>

#include <span>

#include "core/base/assert.h"
#include "core/base/bytes.h"

namespace aurigraph::cluster {

/// Randomness of the operating system, for keys and nonces.
inline void fillRandom(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t got = ::getrandom(out.data(), out.size(), 0);
    AG_ASSERT(got > 0);  // Linux gives it since 3.17, and only a signal before the first seed interrupts
    out = out.subspan(static_cast<std::size_t>(got));
  }
}

template <class Fixed>
Fixed randomFixed() {
  Fixed out;
  fillRandom(out.bytes);
  return out;
}

}  // namespace aurigraph::cluster
