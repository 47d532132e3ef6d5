#include "core/base/time_text.h"

#include <optional>

namespace aurigraph {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
// Nanoseconds reach from 1677 to 2262; what we are told about lies well inside.
constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2200;

tl::unexpected<Error> malformed(std::string_view text, std::string_view wanted) {
  return fail("time.malformed",
              "\"" + std::string(text.substr(0, 64)) + "\" is not " + std::string(wanted) + ".",
              "Check the source's time format.");
}

/// Reads a text from left to right; every step says whether it fitted.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool character(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  bool oneOf(std::string_view wanted, char& out) {
    if (at_ >= text_.size() || wanted.find(text_[at_]) == std::string_view::npos) return false;
    out = text_[at_++];
    return true;
  }
  bool digits(std::size_t count, int& out) {
    out = 0;
    for (std::size_t i = 0; i < count; ++i, ++at_) {
      if (at_ >= text_.size() || text_[at_] < '0' || text_[at_] > '9') return false;
      out = out * 10 + (text_[at_] - '0');
    }
    return true;
  }
  /// 1…most digits.
  bool upTo(std::size_t most, std::int64_t& out, std::size_t& count) {
    out = 0;
    count = 0;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
      if (++count > most) return false;
      out = out * 10 + (text_[at_] - '0');
    }
    return count > 0;
  }
  [[nodiscard]] bool end() const { return at_ == text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

bool isLeap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysIn(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
}

/// Days since 1970-01-01 of the proleptic Gregorian calendar (Hinnant, "chrono-compatible date algorithms").
std::int64_t daysFromCivil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t yearOfEra = year - era * 400;
  const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

std::optional<std::int64_t> scanDate(Scanner& scan) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!scan.digits(4, year) || !scan.character('-') || !scan.digits(2, month) || !scan.character('-') ||
      !scan.digits(2, day))
    return std::nullopt;
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 ||
      day > daysIn(year, month))
    return std::nullopt;
  return daysFromCivil(year, month, day) * kSecondsPerDay;
}

/// hh:mm[:ss[.fraction]]; a leap second is refused: no source of ours sends one, and POSIX time has none.
std::optional<std::int64_t> scanClock(Scanner& scan, bool secondsRequired) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::int64_t nanos = 0;
  if (!scan.digits(2, hour) || !scan.character(':') || !scan.digits(2, minute)) return std::nullopt;
  if (scan.character(':')) {
    if (!scan.digits(2, second)) return std::nullopt;
    if (scan.character('.')) {
      std::size_t count = 0;
      if (!scan.upTo(9, nanos, count)) return std::nullopt;
      for (; count < 9; ++count) nanos *= 10;
    }
  } else if (secondsRequired) {
    return std::nullopt;
  }
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return (hour * 3'600 + minute * 60 + second) * kNanosPerSecond + nanos;
}

std::optional<std::int32_t> scanOffset(Scanner& scan) {
  char sign = 0;
  if (scan.oneOf("Zz", sign)) return 0;
  int hours = 0;
  int minutes = 0;
  if (!scan.oneOf("+-", sign) || !scan.digits(2, hours) || !scan.character(':') || !scan.digits(2, minutes) ||
      hours > 14 || minutes > 59)
    return std::nullopt;
  return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

Result<OffsetTime> parseRfc3339(std::string_view text) {
  Scanner scan(text);
  char t = 0;
  const auto day = scanDate(scan);
  if (!day || !scan.oneOf("Tt", t)) return malformed(text, "a time as RFC 3339 has it");
  const auto clock = scanClock(scan, true);
  const auto offset = clock ? scanOffset(scan) : std::nullopt;
  if (!offset || !scan.end()) return malformed(text, "a time with seconds and offset as RFC 3339 has it");
  return OffsetTime{Nanoseconds((*day - std::int64_t{*offset} * 60) * kNanosPerSecond + *clock), *offset};
}

Result<Nanoseconds> parseLocal(std::string_view text, std::int64_t utcOffsetSeconds) {
  Scanner scan(text);
  char t = 0;
  const auto day = scanDate(scan);
  if (!day || !scan.oneOf("T", t)) return malformed(text, "a local time");
  const auto clock = scanClock(scan, false);
  if (!clock || !scan.end()) return malformed(text, "a local time");
  if (utcOffsetSeconds < -kSecondsPerDay || utcOffsetSeconds > kSecondsPerDay)
    return fail("time.out_of_range", "The offset from UTC is more than a day.",
                "Treat the source as faulty.");
  return Nanoseconds((*day - utcOffsetSeconds) * kNanosPerSecond + *clock);
}

Result<Nanoseconds> parseDate(std::string_view text) {
  Scanner scan(text);
  const auto day = scanDate(scan);
  if (!day || !scan.end()) return malformed(text, "a date as YYYY-MM-DD");
  return Nanoseconds(*day * kNanosPerSecond);
}

Result<std::int32_t> parseOffset(std::string_view text) {
  Scanner scan(text);
  const auto offset = scanOffset(scan);
  if (!offset || !scan.end()) return malformed(text, "an offset from UTC as +hh:mm");
  return *offset;
}

Result<Interval> parseInterval(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return malformed(text, "an interval as time/duration");
  const auto start = parseRfc3339(text.substr(0, slash));
  if (!start) return propagate(start);
  Scanner scan(text.substr(slash + 1));
  if (!scan.character('P')) return malformed(text, "an interval as time/duration");
  std::int64_t seconds = 0;
  bool inTime = scan.character('T');
  bool any = false;
  while (!scan.end()) {
    std::int64_t count = 0;
    std::size_t digits = 0;
    char unit = 0;
    if (!scan.upTo(5, count, digits) || !scan.oneOf(inTime ? "HMS" : "DW", unit))
      return malformed(text, "an interval of days, hours, minutes or seconds");
    seconds += count * (unit == 'W'   ? 7 * kSecondsPerDay
                        : unit == 'D' ? kSecondsPerDay
                        : unit == 'H' ? 3'600
                        : unit == 'M' ? 60
                                      : 1);
    any = true;
    if (!inTime && scan.character('T')) inTime = true;
  }
  if (!any || seconds <= 0) return malformed(text, "an interval with a duration");
  return Interval{start->utc, seconds};
}

CivilDate civilDate(Nanoseconds time) {
  std::int64_t seconds = time.value / kNanosPerSecond;
  if (time.value % kNanosPerSecond < 0) --seconds;
  std::int64_t days = seconds / kSecondsPerDay;
  std::int64_t rest = seconds % kSecondsPerDay;
  if (rest < 0) {
    rest += kSecondsPerDay;
    --days;
  }
  // Hinnant, as above: years that begin in March, eras of 400 years.
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t dayOfEra = shifted - era * 146'097;
  const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
  CivilDate out;
  out.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
  out.month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  out.year = yearOfEra + era * 400 + (out.month <= 2 ? 1 : 0);
  out.secondOfDay = rest;
  return out;
}

std::string timeText(Nanoseconds time, TimeForm form) {
  std::int64_t nanos = time.value % kNanosPerSecond;
  if (nanos < 0) nanos += kNanosPerSecond;
  const std::int64_t second = civilDate(time).secondOfDay;
  std::string out = dateText(time) + "T" + padded(second / 3'600, 2) + ":" + padded(second / 60 % 60, 2) +
                    ":" + padded(second % 60, 2);
  std::string fraction = padded(nanos, 9);
  switch (form) {
    case TimeForm::kShortest:
      fraction.erase(fraction.find_last_not_of('0') + 1);
      break;
    case TimeForm::kSeconds:
      fraction.clear();
      break;
    case TimeForm::kMilliseconds:
      fraction.resize(3);
      break;
    case TimeForm::kNanoseconds:
      break;
  }
  if (!fraction.empty()) out += "." + fraction;
  return out + "Z";
}

std::string dateText(Nanoseconds time) {
  const CivilDate date = civilDate(time);
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace aurigraph
