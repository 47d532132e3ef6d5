#include "core/routing/gcra.h"

#include <algorithm>

namespace aurigraph::routing {

Gcra::Gcra(Rate rate) : rate_(rate) {
  if (rate_.burst == 0) rate_.burst = rate_.cells;
}

Admission Gcra::admit(Nanoseconds now, std::uint64_t cells) {
  if (rate_.cells == 0 || cells == 0) return {};
  // A span of n cells: n × period / rate, in 128 bits so that no figure of configuration overflows.
  const auto span = [&](std::uint64_t count) {
    return static_cast<std::int64_t>(static_cast<I128>(rate_.period.value) * count / rate_.cells);
  };
  const auto tolerance = span(rate_.burst);
  const auto cost = span(cells);
  const auto base = std::max(arrival_, now.value);
  const auto excess = base - now.value + std::min(cost, tolerance) - tolerance;
  if (excess > 0) return {.admitted = false, .retryAfter = Nanoseconds(excess)};
  arrival_ = base + cost;
  return {};
}

KeyedGcra::KeyedGcra(Rate rate, std::size_t maxKeys) : rate_(rate), maxKeys_(maxKeys) {}

Admission KeyedGcra::admit(std::string_view key, Nanoseconds now, std::uint64_t cells) {
  if (rate_.cells == 0) return {};
  auto found = states_.find(key);
  if (found == states_.end()) {
    if (states_.size() >= maxKeys_)
      std::erase_if(states_, [&](const auto& entry) { return entry.second.idle(now); });
    if (states_.size() >= maxKeys_) return {.admitted = false, .retryAfter = rate_.period};
    found = states_.emplace(std::string(key), Gcra(rate_)).first;
  }
  return found->second.admit(now, cells);
}

}  // namespace aurigraph::routing
