#include "core/quality/context/session_close.h"

#include "core/base/time_text.h"

namespace aurigraph::quality {
namespace {

constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kDay = 24 * kHour;
/// 1970 to 2199: beyond, nothing is known of daylight saving.
constexpr std::int64_t kLastSecond = 7'258'118'400;

/// 0 = Sunday … 6; 1970-01-01 was a Thursday.
int weekday(std::int64_t day) {
  return static_cast<int>(((day + 4) % 7 + 7) % 7);
}

/// Day number of the n-th Sunday of a month.
std::int64_t sundayOf(std::int64_t year, const char* month, int n) {
  const std::int64_t first =
      parseDate(std::to_string(year) + "-" + month + "-01")->value / kNanosPerSecond / kDay;
  return first + (7 - weekday(first)) % 7 + (n - 1) * 7;
}

/// Hours that New York is behind UTC on that day: 4 from the second Sunday of March to the first of November.
std::int64_t newYorkBehind(std::int64_t day) {
  const std::int64_t year = civilDate(Nanoseconds(day * kDay * kNanosPerSecond)).year;
  return day >= sundayOf(year, "03", 2) && day < sundayOf(year, "11", 1) ? 4 : 5;
}

}  // namespace

std::optional<Nanoseconds> lastUsSessionClose(Nanoseconds now) {
  const std::int64_t seconds = now.value / kNanosPerSecond;
  if (seconds < 0 || seconds > kLastSecond) return std::nullopt;
  for (std::int64_t day = seconds / kDay; day > seconds / kDay - 7; --day) {
    if (weekday(day) == 0 || weekday(day) == 6) continue;
    const std::int64_t behind = newYorkBehind(day) * kHour;
    const std::int64_t opens = day * kDay + 9 * kHour + kHour / 2 + behind;
    const std::int64_t closes = day * kDay + 16 * kHour + behind;
    if (seconds >= opens && seconds < closes) return std::nullopt;
    if (seconds >= closes) return Nanoseconds(closes * kNanosPerSecond);
  }
  return std::nullopt;
}

}  // namespace aurigraph::quality
