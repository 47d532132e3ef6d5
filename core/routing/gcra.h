#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/types.h"

namespace aurigraph::routing {

/// So many per period, with at most `burst` at once. A burst of 0 means "as many as the rate".
struct Rate {
  std::uint64_t cells = 0;  ///< 0: no limit.
  Nanoseconds period = Nanoseconds(1'000'000'000);
  std::uint64_t burst = 0;
};

struct Admission {
  bool admitted = true;
  Nanoseconds retryAfter;  ///< How long until the same request would be admitted.
};

/// Generic cell rate algorithm (ITU-T I.371): one number of state, exact, no timer. Time is the caller's
/// and must not go back; if it does, nothing is given away.
class Gcra {
 public:
  explicit Gcra(Rate rate);
  /// Takes `cells` of the allowance or none of it. More cells than the burst are never admitted at once;
  /// they are let through alone when the allowance is full, so that a big batch is delayed, not starved.
  Admission admit(Nanoseconds now, std::uint64_t cells = 1);
  /// Whether the whole allowance is there again: the state may be forgotten.
  [[nodiscard]] bool idle(Nanoseconds now) const { return arrival_ <= now.value; }

 private:
  Rate rate_;
  std::int64_t arrival_ = 0;  // theoretical arrival time of the next cell
};

/// One Gcra per key, at most `maxKeys` of them: idle ones are forgotten first, and if none is idle a
/// stranger is refused, so that many addresses cannot make us allocate.
class KeyedGcra {
 public:
  KeyedGcra(Rate rate, std::size_t maxKeys);
  Admission admit(std::string_view key, Nanoseconds now, std::uint64_t cells = 1);
  [[nodiscard]] std::size_t size() const { return states_.size(); }

 private:
  Rate rate_;
  std::size_t maxKeys_;
  std::map<std::string, Gcra, std::less<>> states_;
};

}  // namespace aurigraph::routing
