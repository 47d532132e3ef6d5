#include "app/sim/audit/holding.h"

#include "core/base/assert.h"

namespace aurigraph::audit {

U128 Holding::freeAt(std::int64_t second) const {
  U128 sum = 0;
  for (const auto& [freeFrom, amount] : lots)
    if (freeFrom <= second) sum += amount;
  return sum;
}

void Holding::takeFree(U128 amount, std::int64_t second) {
  while (amount > 0) {
    const auto first = lots.begin();
    AG_ASSERT(first != lots.end() && first->first <= second);
    const U128 taken = std::min(amount, first->second);
    first->second -= taken;
    amount -= taken;
    if (first->second == 0) lots.erase(first);
  }
}

void Holding::add(U128 amount, std::int64_t freeFrom, std::int64_t second) {
  U128 free = freeFrom <= second ? amount : 0;
  while (!lots.empty() && lots.begin()->first <= second) {
    free += lots.begin()->second;
    lots.erase(lots.begin());
  }
  if (free > 0) lots[0] = free;
  if (freeFrom > second) lots[freeFrom] += amount;
}

void Holding::moveLowest(U128 count, Holding& to) {
  while (count > 0) {
    const auto lowest = serials.begin();
    AG_ASSERT(lowest != serials.end());
    const auto [range, first] = lowest->first;
    const std::uint64_t last = lowest->second;
    const U128 length = U128{last} - first + 1;
    serials.erase(lowest);
    if (length > count) {
      const auto split = first + static_cast<std::uint64_t>(count);
      serials[{range, split}] = last;
      to.addSerials(range, first, split - 1);
      return;
    }
    to.addSerials(range, first, last);
    count -= length;
  }
}

void Holding::addSerials(std::uint32_t range, std::uint64_t first, std::uint64_t last) {
  auto next = serials.upper_bound({range, first});
  if (next != serials.end() && next->first.first == range && U128{last} + 1 == next->first.second) {
    last = next->second;
    next = serials.erase(next);
  }
  if (next != serials.begin()) {
    const auto before = std::prev(next);
    if (before->first.first == range && U128{before->second} + 1 == first) {
      before->second = last;
      return;
    }
  }
  serials[{range, first}] = last;
}

}  // namespace aurigraph::audit
