#include "core/ledger/value/holdings.h"

#include <algorithm>
#include <tuple>

#include "core/base/assert.h"

namespace aurigraph::ledger::value {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

U128 countOf(const SerialInterval& interval) {
  return static_cast<U128>(interval.last) - interval.first + 1;
}

}  // namespace

std::int64_t secondsOf(Nanoseconds time) {
  return time.value / kSecond - (time.value % kSecond < 0 ? 1 : 0);
}

std::int64_t secondsRoundedUp(Nanoseconds time) {
  return time.value / kSecond + (time.value % kSecond > 0 ? 1 : 0);
}

U128 freeAmount(const std::vector<Lot>& lots, std::int64_t nowSeconds) {
  U128 sum = 0;
  for (const Lot& lot : lots)
    if (lot.unlockSeconds <= nowSeconds) sum += lot.amount;
  return sum;
}

void takeLots(std::vector<Lot>& lots, U128 amount, std::int64_t nowSeconds) {
  auto lot = lots.begin();
  while (amount > 0) {
    AG_ASSERT(lot != lots.end() && lot->unlockSeconds <= nowSeconds);
    const U128 taken = std::min(amount, lot->amount);
    lot->amount -= taken;
    amount -= taken;
    if (lot->amount == 0) lot = lots.erase(lot);
  }
}

void addLot(std::vector<Lot>& lots, Lot lot, std::int64_t nowSeconds) {
  lots.push_back(lot);
  for (Lot& each : lots)
    if (each.unlockSeconds <= nowSeconds) each.unlockSeconds = 0;
  std::ranges::sort(lots, {}, &Lot::unlockSeconds);
  std::size_t kept = 0;
  for (std::size_t at = 1; at < lots.size(); ++at) {
    if (lots[at].unlockSeconds == lots[kept].unlockSeconds)
      lots[kept].amount += lots[at].amount;
    else
      lots[++kept] = lots[at];
  }
  lots.resize(kept + 1);
}

U128 countOf(const std::vector<SerialInterval>& intervals) {
  U128 sum = 0;
  for (const SerialInterval& interval : intervals) sum += countOf(interval);
  return sum;
}

std::vector<SerialInterval> takeLowest(std::vector<SerialInterval>& intervals, U128 count) {
  std::vector<SerialInterval> out;
  std::size_t whole = 0;
  while (count > 0) {
    AG_ASSERT(whole < intervals.size());
    SerialInterval& lowest = intervals[whole];
    if (countOf(lowest) <= count) {
      count -= countOf(lowest);
      out.push_back(lowest);
      ++whole;
      continue;
    }
    const auto part = static_cast<std::uint64_t>(count);
    out.push_back({lowest.range, lowest.first, lowest.first + part - 1});
    lowest.first += part;
    count = 0;
  }
  intervals.erase(intervals.begin(), intervals.begin() + static_cast<std::ptrdiff_t>(whole));
  return out;
}

void addIntervals(std::vector<SerialInterval>& intervals, const std::vector<SerialInterval>& more) {
  intervals.insert(intervals.end(), more.begin(), more.end());
  std::ranges::sort(intervals, [](const SerialInterval& a, const SerialInterval& b) {
    return std::tie(a.range, a.first) < std::tie(b.range, b.first);
  });
  std::vector<SerialInterval> merged;
  for (const SerialInterval& interval : intervals) {
    const bool joins = !merged.empty() && merged.back().range == interval.range &&
                       merged.back().last + 1 == interval.first && merged.back().last < interval.first;
    if (joins)
      merged.back().last = interval.last;
    else
      merged.push_back(interval);
  }
  intervals = std::move(merged);
}

}  // namespace aurigraph::ledger::value
