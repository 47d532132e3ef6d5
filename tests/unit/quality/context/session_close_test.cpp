#include "core/quality/context/session_close.h"

#include <gtest/gtest.h>

#include <chrono>

#include "core/base/time_text.h"

namespace aurigraph::quality {
namespace {

Nanoseconds utc(int year, unsigned month, unsigned day, int hour, int minute) {
  using namespace std::chrono;
  const auto moment = sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) +
                      hours(hour) + minutes(minute);
  return Nanoseconds(duration_cast<nanoseconds>(moment.time_since_epoch()).count());
}

TEST(SessionClose, FollowsNewYorksClock) {
  EXPECT_EQ(lastUsSessionClose(utc(2026, 11, 23, 15, 0)), std::nullopt);  // Monday 10:00
  EXPECT_EQ(lastUsSessionClose(utc(2026, 11, 23, 14, 29)),
            utc(2026, 11, 20, 21, 0));  // before the bell: Friday's
  EXPECT_EQ(lastUsSessionClose(utc(2026, 11, 23, 21, 0)), utc(2026, 11, 23, 21, 0));  // the close itself
  EXPECT_EQ(lastUsSessionClose(utc(2026, 7, 4, 12, 0)), utc(2026, 7, 3, 20, 0));      // summer, Saturday
  EXPECT_EQ(lastUsSessionClose(utc(2026, 3, 8, 12, 0)), utc(2026, 3, 6, 21, 0));      // Sunday of the change
}

TEST(SessionClose, OutOfSessionTheLastCloseCounts) {
  const auto close = [](const char* now) {
    const auto last = lastUsSessionClose(parseRfc3339(now)->utc);
    return last ? timeText(*last) : std::string("open");
  };
  EXPECT_EQ(close("2022-03-18T15:00:00Z"), "open");                  // Friday 11:00 in New York, summer time
  EXPECT_EQ(close("2022-03-18T13:00:00Z"), "2022-03-17T20:00:00Z");  // before the opening
  EXPECT_EQ(close("2022-03-20T12:00:00Z"), "2022-03-18T20:00:00Z");  // Sunday
  EXPECT_EQ(close("2022-01-05T20:59:59Z"), "open");                  // winter: closes at 21:00Z
  EXPECT_EQ(close("2022-01-05T21:00:00Z"), "2022-01-05T21:00:00Z");
}

}  // namespace
}  // namespace aurigraph::quality
