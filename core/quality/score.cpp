#include "core/quality/score.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/quality/checks.h"

namespace aurigraph::quality {
namespace {

constexpr std::uint16_t kWholeQ = 10'000;

/// Every cap of the findings and floors, strictest first, each rule once.
std::vector<AppliedCap> collectCaps(const ScoreResult& result, const KindProfile& profile) {
  std::vector<AppliedCap> caps;
  const auto add = [&](CapCode code, const std::string& rule) {
    const AppliedCap cap{code, rule};
    if (code != CapCode::kNone && std::ranges::find(caps, cap) == caps.end()) caps.push_back(cap);
  };
  for (std::size_t at = 0; at < kCheckCount; ++at) {
    for (const Finding& finding : result.checks[at].findings) add(finding.cap, finding.rule);
    if (result.checks[at].q < profile.floors[at])
      add(CapCode::kR, std::string(nameOf(static_cast<Check>(at))) + ".floor");
  }
  std::ranges::stable_sort(caps, [](const AppliedCap& a, const AppliedCap& b) { return a.code > b.code; });
  return caps;
}

ScoreResult unknownKind() {
  ScoreResult result;
  CheckResult& check = result.checks[static_cast<std::size_t>(Check::kCompleteness)];
  check.q = 0;
  check.earned = 0;
  check.findings.push_back(Finding{.rule = "kind.unknown",
                                   .expected = "a kind that the rule set describes",
                                   .severity = 5,
                                   .cap = CapCode::kZ,
                                   .words = "The rule set says nothing about this kind of record."});
  result.caps = {AppliedCap{CapCode::kZ, "kind.unknown"}};
  return result;
}

}  // namespace

bool ScoreResult::overridable() const {
  return std::ranges::none_of(caps, [](const AppliedCap& cap) { return cap.code >= CapCode::kV; });
}

Combined combine(const std::array<std::uint16_t, kCheckCount>& q,
                 const std::array<std::uint16_t, kCheckCount>& weights, Ppm smallestCap) {
  std::int32_t sum = 0;
  for (std::size_t at = 0; at < kCheckCount; ++at) sum += static_cast<std::int32_t>(weights[at]) * q[at];
  // Weights are multiples of 10, so the division is exact and the lost points sum to 1,000,000 − A.
  const Ppm average(sum / 10);
  return {.average = average, .score = std::min(average, smallestCap)};
}

ScoreResult score(const wire::Record& record, const wire::ScoreInputs& inputs, const RuleSet& rules) {
  const KindProfile* profile = rules.profile(record.kind);
  if (profile == nullptr) return unknownKind();
  const CheckContext context{record, inputs, rules, *profile};

  ScoreResult result;
  result.checks = {checkCompleteness(context), checkFormat(context),    checkRange(context),
                   checkConsistency(context),  checkSource(context),    checkFreshness(context),
                   checkUniqueness(context),   checkReferences(context)};
  std::array<std::uint16_t, kCheckCount> q{};
  for (std::size_t at = 0; at < kCheckCount; ++at) {
    CheckResult& check = result.checks[at];
    applyError(context, static_cast<Check>(at), check);
    AG_ASSERT(check.possible > 0 && check.earned <= check.possible);
    check.q = static_cast<std::uint16_t>(static_cast<U128>(check.earned) * kWholeQ / check.possible);
    check.lostPpm = static_cast<std::uint32_t>(profile->weights[at]) * (kWholeQ - check.q) / 10;
    q[at] = check.q;
  }
  result.caps = collectCaps(result, *profile);
  const Ppm cap = result.caps.empty() ? Ppm(1'000'000) : limitOf(result.caps.front().code, rules);
  const Combined combined = combine(q, profile->weights, cap);
  result.average = combined.average;
  result.score = combined.score;
  result.capBinds = combined.score < combined.average;
  result.band = bandOf(result.score, rules);
  return result;
}

Band bandOf(Ppm score, const RuleSet& rules) {
  if (score >= rules.acceptFrom) return Band::kAccept;
  return score >= rules.reviewFrom ? Band::kReview : Band::kReject;
}

Ppm limitOf(CapCode code, const RuleSet& rules) {
  switch (code) {
    case CapCode::kNone:
      break;
    case CapCode::kR:
      return rules.caps.r;
    case CapCode::kX:
      return rules.caps.x;
    case CapCode::kV:
      return rules.caps.v;
    case CapCode::kZ:
      return rules.caps.z;
  }
  return Ppm(1'000'000);
}

std::string_view nameOf(Check check) {
  switch (check) {
    case Check::kCompleteness:
      return "completeness";
    case Check::kFormat:
      return "format";
    case Check::kRange:
      return "range";
    case Check::kConsistency:
      return "consistency";
    case Check::kSource:
      return "source";
    case Check::kFreshness:
      return "freshness";
    case Check::kUniqueness:
      return "uniqueness";
    case Check::kReferences:
      return "references";
  }
  return {};
}

std::string_view nameOf(CapCode code) {
  switch (code) {
    case CapCode::kNone:
      return "";
    case CapCode::kR:
      return "R";
    case CapCode::kX:
      return "X";
    case CapCode::kV:
      return "V";
    case CapCode::kZ:
      return "Z";
  }
  return {};
}

std::string_view nameOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kFailed:
      return "failed";
    case Verdict::kPartly:
      return "partly";
    case Verdict::kNotEvaluable:
      return "not evaluable";
  }
  return {};
}

}  // namespace aurigraph::quality
