#include "core/quality/age.h"

#include <algorithm>
#include <limits>
#include <vector>

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

const AgeBound* boundOf(const KindProfile& profile, const wire::Record& record) {
  for (const AgeBound& candidate : profile.observationBounds)
    if (holds(candidate.when, record)) return &candidate;
  return nullptr;
}

/// What the record itself adds to its bound. A span with no exact nanoseconds earns it no patience.
I128 spanOf(const AgeBound& bound, const wire::Record& record) {
  if (bound.spanField.empty()) return 0;
  const auto* seconds = quantityOf(record, bound.spanField);
  if (seconds == nullptr || seconds->unit != "s") return bound.spanDefault.value;
  const auto units = toUnits(seconds->value, 9);
  return units ? std::clamp<I128>(*units, 0, bound.spanMost.value) : 0;
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
  const AgeBound* bound = boundOf(profile, record);
  if (profile.clock == ObservationClock::kNone || bound == nullptr) return std::nullopt;
  return Nanoseconds(static_cast<std::int64_t>(clampedToTime(spanOf(*bound, record) + bound->bound.value)));
}

std::optional<Age> widestGap(const KindProfile& profile, const wire::Record& record) {
  const AgeBound* bound = boundOf(profile, record);
  const auto brackets = profile.gapField.find("[]");
  if (bound == nullptr || brackets == std::string::npos) return std::nullopt;
  const std::string list = profile.gapField.substr(0, brackets);
  std::vector<Nanoseconds> times;
  for (std::size_t element = 0, size = listSize(record, list); element < size; ++element)
    if (const auto time = timeOf(
            record, list + "[" + std::to_string(element) + "]" + profile.gapField.substr(brackets + 2)))
      times.push_back(*time);
  if (times.size() < 2) return std::nullopt;
  std::ranges::sort(times);
  Age gap{Nanoseconds(0), Nanoseconds(static_cast<std::int64_t>(clampedToTime(2 * spanOf(*bound, record))))};
  for (std::size_t at = 1; at < times.size(); ++at)
    gap.age = std::max(gap.age, elapsed(times[at - 1], times[at]));
  return gap;
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
