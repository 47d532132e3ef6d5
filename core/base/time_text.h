#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/types.h"

/// Times as texts, RFC 3339. Reading is strict: what is not fully understood is refused, never guessed.
namespace aurigraph {

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

struct OffsetTime {
  Nanoseconds utc;
  std::int32_t offsetMinutes = 0;  ///< As written: what the source's clock on the wall showed.
};

/// `2022-02-16T20:33:31.116000-06:00`, `…Z`; 0–9 digits of fraction. Errors: time.malformed,
/// time.out_of_range.
Result<OffsetTime> parseRfc3339(std::string_view text);

/// A time without offset, `2023-11-13T10:45` or with seconds and fraction, in a zone the source declared.
Result<Nanoseconds> parseLocal(std::string_view text, std::int64_t utcOffsetSeconds);

/// `2025-03-10`: midnight UTC of that day.
Result<Nanoseconds> parseDate(std::string_view text);

/// `+02:00`, `-06:00`, `Z` in minutes. Errors: time.malformed.
Result<std::int32_t> parseOffset(std::string_view text);

struct Interval {
  Nanoseconds from;
  std::int64_t seconds = 0;
};
/// `2019-10-25T04:00:00+00:00/PT2H`, days to seconds. Errors: time.malformed, time.out_of_range.
Result<Interval> parseInterval(std::string_view text);

/// A day of the proleptic Gregorian calendar, UTC.
struct CivilDate {
  std::int64_t year = 0;
  std::int64_t month = 1;        ///< 1…12
  std::int64_t day = 1;          ///< 1…31
  std::int64_t secondOfDay = 0;  ///< 0…86,399
};
[[nodiscard]] CivilDate civilDate(Nanoseconds time);

enum class TimeForm : std::uint8_t {
  kShortest,      ///< `2022-02-16T20:33:31.116Z`; no fraction when it is zero.
  kSeconds,       ///< Without a fraction, whatever it is.
  kMilliseconds,  ///< Three digits, cut off.
  kNanoseconds,   ///< Nine digits.
};
[[nodiscard]] std::string timeText(Nanoseconds time, TimeForm form = TimeForm::kShortest);
/// `2022-02-16`
[[nodiscard]] std::string dateText(Nanoseconds time);

}  // namespace aurigraph
