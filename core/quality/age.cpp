#include "core/quality/age.h"

#include <algorithm>
#include <limits>

#include "core/quality/fields.h"

namespace aurigraph::quality {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;
constexpr std::int64_t kWeekDays = 7;

I128 clampedToTime(I128 value) {
  return std::clamp<I128>(value, 0, std::numeric_limits<std::int64_t>::max());
}

/// Business time since the Monday before 1970 (1969-12-29).
I128 businessTime(Nanoseconds time) {
  const I128 sinceMonday = static_cast<I128>(time.value) + 3 * static_cast<I128>(kDay);
  I128 week = sinceMonday / (kWeekDays * static_cast<I128>(kDay));
  I128 inWeek = sinceMonday % (kWeekDays * static_cast<I128>(kDay));
  if (inWeek < 0) {
    inWeek += kWeekDays * static_cast<I128>(kDay);
    --week;
  }
  return week * 5 * kDay + std::min<I128>(inWeek, 5 * static_cast<I128>(kDay));
}

}  // namespace

std::uint64_t freshnessDegree(const Age& age) {
  const I128 old = age.age.value;
  const I128 bound = age.bound.value;
  if (old <= bound) return kFreshWhole;
  if (old >= 4 * bound) return 0;
  return static_cast<std::uint64_t>(kFreshWhole * (4 * bound - old) / (3 * bound));
}

bool isStale(const Age& age) {
  return age.age > age.bound;
}

bool isFarStale(const Age& age) {
  return isStale(age) && static_cast<I128>(age.age.value) >= 4 * static_cast<I128>(age.bound.value);
}

Nanoseconds elapsed(Nanoseconds from, Nanoseconds to) {
  return Nanoseconds(static_cast<std::int64_t>(clampedToTime(static_cast<I128>(to.value) - from.value)));
}

Nanoseconds businessElapsed(Nanoseconds from, Nanoseconds to) {
  return Nanoseconds(static_cast<std::int64_t>(clampedToTime(businessTime(to) - businessTime(from))));
}

std::optional<Nanoseconds> observationBound(const KindProfile& profile, const wire::Record& record) {
  if (profile.clock == ObservationClock::kNone) return std::nullopt;
  for (const AgeBound& candidate : profile.observationBounds) {
    if (!holds(candidate.when, record)) continue;
    I128 span = 0;
    if (!candidate.spanField.empty()) {
      span = candidate.spanDefault.value;
      const auto* seconds = quantityOf(record, candidate.spanField);
      const auto units = seconds == nullptr ? Result<I128>(0) : toUnits(seconds->value, 9);
      if (seconds != nullptr && seconds->unit == "s")
        // A span with no exact nanoseconds or out of all bounds earns the record no patience.
        span = units ? std::clamp<I128>(*units, 0, candidate.spanMost.value) : 0;
    }
    return Nanoseconds(static_cast<std::int64_t>(clampedToTime(span + candidate.bound.value)));
  }
  return std::nullopt;
}

Nanoseconds observationAge(ObservationClock clock, Nanoseconds observedAt, const wire::ScoreInputs& inputs) {
  switch (clock) {
    case ObservationClock::kNone:
    case ObservationClock::kElapsed:
      break;
    case ObservationClock::kSession:
      return elapsed(observedAt, inputs.lastSessionClose ? std::min(*inputs.lastSessionClose, inputs.scoredAt)
                                                         : inputs.scoredAt);
    case ObservationClock::kBusinessDays:
      return businessElapsed(observedAt, inputs.scoredAt);
  }
  return elapsed(observedAt, inputs.scoredAt);
}

std::string durationInWords(Nanoseconds duration) {
  struct Unit {
    std::int64_t nanoseconds;
    std::string_view name;
  };
  constexpr Unit kUnits[] = {
      {2 * kDay, " d"}, {7'200 * kSecond, " h"}, {120 * kSecond, " min"}, {2 * kSecond, " s"}};
  constexpr std::int64_t kDivisors[] = {kDay, 3'600 * kSecond, 60 * kSecond, kSecond};
  for (std::size_t at = 0; at < 4; ++at)
    if (duration.value >= kUnits[at].nanoseconds)
      return std::to_string(duration.value / kDivisors[at]) + std::string(kUnits[at].name);
  return std::to_string(duration.value / 1'000'000) + " ms";
}

}  // namespace aurigraph::quality
