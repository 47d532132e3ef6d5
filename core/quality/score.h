#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/types.h"
#include "core/quality/rule_set.h"
#include "core/wire/record.h"

/// The score: nine checks, one integer (domain §3, R-QA-1…3). Pure and integer-only, so that the slim
/// node, every replica and the offline verifier get the same number from the same bytes.
namespace aurigraph::quality {

enum class Check : std::uint8_t {
  kCompleteness = 0,
  kFormat = 1,
  kRange = 2,
  kConsistency = 3,
  kSource = 4,
  kFreshness = 5,
  kUniqueness = 6,
  kReferences = 7,
};

using wire::Band;

/// What a finding limits the score to. Z and V are not overridable, X is (by two persons).
enum class CapCode : std::uint8_t { kNone = 0, kR = 1, kX = 2, kV = 3, kZ = 4 };

/// How far a rule holds.
enum class Verdict : std::uint8_t { kFailed = 0, kPartly = 1, kNotEvaluable = 2 };

/// One thing that cost points or capped the score.
struct Finding {
  std::string rule = {};      ///< "P-C3", "completeness.missing", "freshness.observation" …
  std::string field = {};     ///< Canonical name; empty: the record as a whole.
  std::string pointer = {};   ///< Where in the raw answer.
  std::string observed = {};  ///< What was there; empty: nothing.
  std::string expected = {};  ///< What was wanted.
  std::uint8_t severity = 1;
  Verdict verdict = Verdict::kFailed;
  CapCode cap = CapCode::kNone;
  std::uint64_t missed = 0;  ///< Share of the check's `possible` that this finding cost.
  std::string words = {};    ///< One sentence for a person.
  bool operator==(const Finding&) const = default;
};

struct CheckResult {
  std::uint16_t q = 10'000;    ///< Basis points, rounded down: earned / possible.
  std::uint32_t lostPpm = 0;   ///< weight × (10,000 − q) / 10
  std::uint64_t earned = 1;    ///< In units of the check.
  std::uint64_t possible = 1;  ///< Never 0.
  std::vector<Finding> findings;
  bool operator==(const CheckResult&) const = default;
};

struct AppliedCap {
  CapCode code = CapCode::kNone;
  std::string rule;  ///< Of the finding, or "<check>.floor".
  bool operator==(const AppliedCap&) const = default;
};

struct ScoreResult {
  Ppm score;    ///< S = min(A, smallest cap): what is compared and signed.
  Ppm average;  ///< A = Σ weight × q / 10; Σ lost = 1,000,000 − A.
  Band band = Band::kReject;
  std::array<CheckResult, kCheckCount> checks;
  std::vector<AppliedCap> caps;  ///< Every cap that applies, strictest first, each rule once.
  bool capBinds = false;         ///< caps.front() made S smaller than A.

  bool operator==(const ScoreResult&) const = default;
  /// Two people may use a rejected record; false when a Z or V cap applies.
  [[nodiscard]] bool overridable() const;
};

/// Never fails: a kind that the rule set does not know scores 0 under cap Z.
[[nodiscard]] ScoreResult score(const wire::Record& record, const wire::ScoreInputs& inputs,
                                const RuleSet& rules);

[[nodiscard]] Band bandOf(Ppm score, const RuleSet& rules);
[[nodiscard]] Ppm limitOf(CapCode code, const RuleSet& rules);

/// Q, A, caps → S, from the checks' q alone. score() ends with it; the worked examples test it.
struct Combined {
  Ppm average;
  Ppm score;
};
[[nodiscard]] Combined combine(const std::array<std::uint16_t, kCheckCount>& q,
                               const std::array<std::uint16_t, kCheckCount>& weights, Ppm smallestCap);

[[nodiscard]] std::string_view nameOf(Check check);  // "completeness" …
using wire::nameOf;
[[nodiscard]] std::string_view nameOf(CapCode code);     // "R", "X", "V", "Z"
[[nodiscard]] std::string_view nameOf(Verdict verdict);  // "failed", "partly", "not evaluable"

}  // namespace aurigraph::quality
