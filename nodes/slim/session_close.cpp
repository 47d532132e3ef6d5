#include "nodes/slim/session_close.h"

#include <chrono>

namespace aurigraph::slim {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using Moment = std::chrono::time_point<std::chrono::system_clock, nanoseconds>;

/// New York's clock is behind UTC by four hours from the second Sunday of March to the first of November,
/// 2:00 local.
hours behindUtc(Moment moment) {
  using namespace std::chrono;
  const auto year = year_month_day(floor<days>(moment)).year();
  const Moment summer = sys_days(year / March / Sunday[2]) + hours(7);
  const Moment winter = sys_days(year / November / Sunday[1]) + hours(6);
  return moment >= summer && moment < winter ? hours(4) : hours(5);
}

}  // namespace

std::optional<Nanoseconds> lastSessionClose(std::string_view assetClass, Nanoseconds now) {
  if (assetClass != "stock" && assetClass != "etf" && assetClass != "index" && assetClass != "option")
    return std::nullopt;
  const Moment moment{nanoseconds(now.value)};
  const hours behind = behindUtc(moment);
  const auto local = moment - behind;
  auto day = std::chrono::floor<days>(local);
  const auto isTradingDay = [](std::chrono::sys_days date) {
    const unsigned weekday = std::chrono::weekday(date).iso_encoding();
    return weekday <= 5;
  };
  const auto time = local - day;
  if (isTradingDay(day) && time >= hours(9) + minutes(30) && time < hours(16)) return std::nullopt;
  if (!isTradingDay(day) || time < hours(16)) do
      day -= days(1);
    while (!isTradingDay(day));
  const Moment close = Moment(day) + hours(16) + behindUtc(Moment(day) + hours(20));
  return Nanoseconds(close.time_since_epoch().count());
}

}  // namespace aurigraph::slim
