#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/types.h"
#include "core/wire/record.h"

/// Everything that a score depends on beside the record and its inputs, as data (DESIGN §5, RECORDS).
/// A rule set is versioned, lives on the ledger, and is named by its digest in every submission; code
/// holds only the rules' functions, by name.
namespace aurigraph::quality {

/// True when the named field's text (a quantity's number, "true"/"false" of a bool) is one of `values`. An
/// empty field name: always. In a list ("sensors[].value") a list field of the same list means the same
/// element.
struct Condition {
  std::string field;
  std::vector<std::string> values;
  bool operator==(const Condition&) const = default;
};

struct Interval {  ///< Closed.
  Decimal low;
  Decimal high;
  bool operator==(const Interval&) const = default;
};

/// normal ⊂ plausible ⊂ physical. Of a field's ranges with the same `relativeTo` the first whose
/// condition holds applies; of those that apply the worst counts.
struct RangeSpec {
  Condition when;
  std::string relativeTo;  ///< Judged is |value / this field − 1|; "@year": value − year of scoring.
  Interval normal;
  Interval plausible;
  Interval physical;
  bool operator==(const RangeSpec&) const = default;
};

enum class FieldClass : std::uint8_t { kRequired = 0, kExpected = 1, kOptional = 2 };
enum class ValueType : std::uint8_t { kQuantity = 1, kText = 2, kTime = 3, kDigest = 4, kBool = 5 };

/// One field of a kind. A list's field ("sensors[].value") counts once per element of the list.
struct FieldSpec {
  std::string name;
  FieldClass fieldClass = FieldClass::kOptional;
  ValueType type = ValueType::kText;
  std::vector<std::string> units = {};  ///< Canonical units allowed; empty: any.
  Condition when = {};                  ///< Counts only when this holds.
  std::vector<RangeSpec> ranges = {};
  std::uint8_t stuckAfter = 0;  ///< This many equal readings in a row are a stuck sensor; 0: not watched.
  bool operator==(const FieldSpec&) const = default;
};

/// A consistency rule in use: its name in code ("P-C3"), its weight, its numbers (docs/records.md).
struct RuleUse {
  std::string rule;
  std::uint8_t severity = 1;  ///< 5 critical, 3 major, 1 minor
  std::vector<Decimal> parameters;
  bool operator==(const RuleUse&) const = default;
};

/// A reference that should resolve. With a field the record itself is looked up in the lists below;
/// without, the outcome comes with the inputs, and an outcome that did not come is "unreachable".
struct ReferenceSpec {
  std::string name;
  std::uint8_t severity = 1;
  std::string field;
  std::vector<std::string>
      known;  ///< Values that resolve (capitals don't count); empty: all that are not `bad`.
  std::vector<std::string> bad;  ///< Values that dangle ("disputed").
  bool strict = false;           ///< With `known`: any other value dangles, else it is unreachable.
  bool operator==(const ReferenceSpec&) const = default;
};

/// How an observation's age is measured.
enum class ObservationClock : std::uint8_t {
  kNone = 0,          ///< Only the retrieval clock counts.
  kElapsed = 1,       ///< Wall time since observed_at.
  kSession = 2,       ///< As elapsed; out of session against ScoreInputs::lastSessionClose.
  kBusinessDays = 3,  ///< Wall time without Saturdays and Sundays (UTC).
};

/// A bound on age; with a span field the bound grows by that many seconds (a bar's timeframe, a
/// logger's sampling interval), taken as `spanDefault` when absent and never above `spanMost`.
struct AgeBound {
  Condition when;
  Nanoseconds bound;
  std::string spanField;
  Nanoseconds spanDefault;
  Nanoseconds spanMost;
  bool operator==(const AgeBound&) const = default;
};

inline constexpr std::size_t kCheckCount = 8;

/// All about one kind of record.
struct KindProfile {
  wire::RecordKind kind = wire::RecordKind::kMarketSnapshot;
  std::array<std::uint16_t, kCheckCount> weights{};  ///< Sum 1,000, multiples of 10.
  std::array<std::uint16_t, kCheckCount> floors{};   ///< Basis points; q below: cap R.
  std::uint8_t minSources = 1;
  Nanoseconds retrievalBound;
  ObservationClock clock = ObservationClock::kElapsed;
  std::vector<AgeBound> observationBounds;  ///< The first whose condition holds; none: no bound.
  std::string gapField;                     ///< A list of times with no gap above twice the bound's span.
  std::vector<FieldSpec> fields;            ///< Sorted by name, unique.
  std::vector<RuleUse> rules;               ///< Sorted by rule, unique.
  std::vector<ReferenceSpec> references;    ///< Sorted by name, unique.
  Nanoseconds approvalValidFor;             ///< Block time until which an approval counts; 0: not approvable.
  Nanoseconds usableFor;                    ///< May mint or trigger within this age; 0: may not.
  bool operator==(const KindProfile&) const = default;
};

struct CapLimits {
  Ppm z = Ppm(0);        ///< Not overridable.
  Ppm v = Ppm(300'000);  ///< Not overridable.
  Ppm x = Ppm(599'999);  ///< Rejected, overridable by two persons.
  Ppm r = Ppm(799'999);  ///< At best reviewed.
  bool operator==(const CapLimits&) const = default;
};

struct TransportPoints {
  std::uint8_t allowedHost = 40;
  std::uint8_t pinnedKey = 15;
  std::uint8_t authenticatedSession = 20;
  std::uint8_t payloadSigned = 15;
  std::array<std::uint8_t, 4> tier = {10, 8, 5, 0};  ///< T1…T4.
  bool operator==(const TransportPoints&) const = default;
};

/// What a source's own quality code says of a value: its range result is scaled by that much.
struct QualityGrade {
  std::string code;  ///< Text of the field "<name>.qc".
  std::uint16_t basisPoints = 10'000;
  bool operator==(const QualityGrade&) const = default;
};

struct RuleSet {
  static constexpr std::uint16_t kFormat = 1;

  std::uint32_t version = 0;
  CapLimits caps;
  Ppm acceptFrom = Ppm(800'000);
  Ppm reviewFrom = Ppm(600'000);
  std::array<std::uint8_t, 3> fieldWeights = {4, 2, 1};  ///< Required, expected, optional.
  TransportPoints transport;
  Nanoseconds futureTolerance = Nanoseconds(5'000'000'000);  ///< observed_at may be this far ahead.
  std::vector<QualityGrade> grades;                          ///< Sorted by code, unique. 0: cap X.
  std::vector<KindProfile> kinds;                            ///< Sorted by kind, unique.

  bool operator==(const RuleSet&) const = default;
  [[nodiscard]] Digest digest() const;  ///< Tagged hash of the canonical encoding.
  [[nodiscard]] const KindProfile* profile(wire::RecordKind kind) const;
};

[[nodiscard]] Bytes encode(const RuleSet& rules);
/// Errors: rule_set.malformed, and those of validate().
Result<RuleSet> decodeRuleSet(ByteView bytes);

/// What the format cannot express. Errors: rule_set.bad_weights, rule_set.bad_caps, rule_set.bad_range,
/// rule_set.bad_bound, rule_set.unknown_rule, rule_set.bad_order, rule_set.bad_severity.
Status validate(const RuleSet& rules);

}  // namespace aurigraph::quality
