#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/quality/rule_set.h"
#include "core/wire/record.h"

/// The two clocks of freshness: when we asked, and when the source spoke (check 6). Integers only;
/// ρ = age / bound is never formed, only compared.
namespace aurigraph::quality {

struct Age {
  Nanoseconds age;
  Nanoseconds bound;
};

inline constexpr std::uint64_t kFreshWhole = 10'000;

/// 1 up to ρ = 1, (4 − ρ)/3 between, 0 from ρ = 4 on; in basis points, rounded down.
[[nodiscard]] std::uint64_t freshnessDegree(const Age& age);
[[nodiscard]] bool isStale(const Age& age);     ///< ρ > 1
[[nodiscard]] bool isFarStale(const Age& age);  ///< ρ ≥ 4

/// `to` − `from`, never negative, saturating.
[[nodiscard]] Nanoseconds elapsed(Nanoseconds from, Nanoseconds to);
/// The same without what falls on a Saturday or Sunday (UTC).
[[nodiscard]] Nanoseconds businessElapsed(Nanoseconds from, Nanoseconds to);

/// The kind's bound for this record; nothing: the observation clock is not judged.
[[nodiscard]] std::optional<Nanoseconds> observationBound(const KindProfile& profile,
                                                          const wire::Record& record);
[[nodiscard]] Nanoseconds observationAge(ObservationClock clock, Nanoseconds observedAt,
                                         const wire::ScoreInputs& inputs);

/// The widest gap between the record's times under the profile's gapField against twice the span;
/// nothing when the kind watches none, or there are fewer than two times.
[[nodiscard]] std::optional<Age> widestGap(const KindProfile& profile, const wire::Record& record);

[[nodiscard]] std::string durationInWords(Nanoseconds duration);  ///< "36 h", "90 s"

}  // namespace aurigraph::quality
