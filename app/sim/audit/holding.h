#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "core/base/types.h"

namespace aurigraph::audit {

/// What an account of a class with lock-up or serials holds beside its balance (DESIGN §4, TRACKED).
struct Holding {
  std::map<std::int64_t, U128> lots;  ///< By the second from which they are free; 0: free.
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::uint64_t> serials;  ///< (range, first) → last.

  [[nodiscard]] U128 freeAt(std::int64_t second) const;
  /// Requires freeAt(second) >= amount.
  void takeFree(U128 amount, std::int64_t second);
  void add(U128 amount, std::int64_t freeFrom, std::int64_t second);

  /// Moves the lowest `count` serials to `to`; requires that many.
  void moveLowest(U128 count, Holding& to);
  void addSerials(std::uint32_t range, std::uint64_t first, std::uint64_t last);
};

}  // namespace aurigraph::audit
