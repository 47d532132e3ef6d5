#include "core/quality/explanation.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"
#include "core/wire/record_io.h"

namespace aurigraph::quality {
namespace {

// Bounds of an encoded explanation.
constexpr std::size_t kMaxFindings = 16'384;
constexpr std::size_t kMaxText = 65'536;

// ---- the counterfactual ----

struct Place {
  std::size_t check = 0;
  std::size_t finding = 0;
};

/// What remains of a result when some findings are answered.
class WhatIf {
 public:
  WhatIf(const ScoreResult& result, const KindProfile& profile, const RuleSet& rules)
      : result_(result), profile_(profile), rules_(rules) {
    for (std::size_t at = 0; at < kCheckCount; ++at) answered_[at].resize(result.checks[at].findings.size());
  }

  void answer(Place place) { answered_[place.check][place.finding] = true; }
  [[nodiscard]] bool isAnswered(Place place) const { return answered_[place.check][place.finding]; }
  [[nodiscard]] const Finding& finding(Place place) const {
    return result_.checks[place.check].findings[place.finding];
  }

  [[nodiscard]] std::uint16_t quality(std::size_t at) const {
    const CheckResult& check = result_.checks[at];
    // Two clocks, or two doubts about newness, count by the worse one; all others add up.
    const bool worstCounts = at == static_cast<std::size_t>(Check::kFreshness) ||
                             at == static_cast<std::size_t>(Check::kUniqueness);
    std::uint64_t missed = worstCounts ? 0 : check.possible - check.earned;
    for (std::size_t i = 0; i < check.findings.size(); ++i) {
      const std::uint64_t share = std::min(check.findings[i].missed, check.possible);
      if (worstCounts && !answered_[at][i]) missed = std::max(missed, share);
      if (!worstCounts && answered_[at][i]) missed -= std::min(missed, share);
    }
    return static_cast<std::uint16_t>(static_cast<U128>(check.possible - missed) * 10'000 / check.possible);
  }

  [[nodiscard]] bool belowFloor(std::size_t at) const { return quality(at) < profile_.floors[at]; }

  [[nodiscard]] Ppm score() const {
    std::array<std::uint16_t, kCheckCount> q{};
    CapCode cap = CapCode::kNone;
    for (std::size_t at = 0; at < kCheckCount; ++at) {
      q[at] = quality(at);
      if (q[at] < profile_.floors[at]) cap = std::max(cap, CapCode::kR);
      for (std::size_t i = 0; i < answered_[at].size(); ++i)
        if (!answered_[at][i]) cap = std::max(cap, result_.checks[at].findings[i].cap);
    }
    return combine(q, profile_.weights, limitOf(cap, rules_)).score;
  }

  /// Findings that cost something, the dearest first.
  [[nodiscard]] std::vector<Place> byPrice() const {
    std::vector<Place> places;
    for (std::size_t at = 0; at < kCheckCount; ++at)
      for (std::size_t i = 0; i < answered_[at].size(); ++i)
        if (result_.checks[at].findings[i].missed > 0) places.push_back({at, i});
    const auto price = [&](const Place& place) {
      const CheckResult& check = result_.checks[place.check];
      return static_cast<U128>(finding(place).missed) * profile_.weights[place.check] * 1'000'000 /
             check.possible;
    };
    std::ranges::stable_sort(places, [&](const Place& a, const Place& b) { return price(a) > price(b); });
    return places;
  }

 private:
  const ScoreResult& result_;
  const KindProfile& profile_;
  const RuleSet& rules_;
  std::array<std::vector<bool>, kCheckCount> answered_;
};

/// First all that caps, since a cap below acceptance cannot be outweighed; then what lifts a check over
/// its floor; then the dearest findings. Shares add up within a check, so no smaller set does it.
void findFixes(const ScoreResult& result, const KindProfile& profile, const RuleSet& rules,
               Explanation& out) {
  WhatIf whatIf(result, profile, rules);
  Ppm reached = result.average;
  const auto fix = [&](Place place) {
    whatIf.answer(place);
    std::array<std::uint16_t, kCheckCount> q{};
    for (std::size_t at = 0; at < kCheckCount; ++at) q[at] = whatIf.quality(at);
    const Ppm now = combine(q, profile.weights, Ppm(1'000'000)).average;
    const Finding& finding = whatIf.finding(place);
    out.fixes.push_back(Fix{static_cast<Check>(place.check), finding.rule, finding.field,
                            static_cast<std::uint32_t>(std::max(0, now.value - reached.value))});
    reached = now;
  };
  for (std::size_t at = 0; at < kCheckCount; ++at)
    for (std::size_t i = 0; i < result.checks[at].findings.size(); ++i)
      if (result.checks[at].findings[i].cap != CapCode::kNone) fix({at, i});
  const std::vector<Place> dearest = whatIf.byPrice();
  for (const Place& place : dearest)
    if (!whatIf.isAnswered(place) && whatIf.belowFloor(place.check)) fix(place);
  for (const Place& place : dearest) {
    if (whatIf.score() >= rules.acceptFrom) break;
    if (!whatIf.isAnswered(place)) fix(place);
  }
  out.scoreAfterFixes = whatIf.score();
}

// ---- the encoding ----

void write(ByteWriter& writer, const Finding& finding) {
  writer.text(finding.rule).text(finding.field).text(finding.pointer);
  writer.text(finding.observed).text(finding.expected).text(finding.words);
  writer.integer(finding.severity).integer(static_cast<std::uint8_t>(finding.verdict));
  writer.integer(static_cast<std::uint8_t>(finding.cap)).integer(finding.missed);
}

Finding readFinding(ByteReader& reader) {
  Finding out;
  for (std::string* text : {&out.rule, &out.field, &out.pointer, &out.observed, &out.expected, &out.words})
    *text = wire::readText(reader, kMaxText);
  out.severity = reader.integer<std::uint8_t>();
  out.verdict = wire::readEnum<Verdict>(reader, 3);
  out.cap = wire::readEnum<CapCode>(reader, 5);
  out.missed = reader.integer<std::uint64_t>();
  return out;
}

CheckResult readCheck(ByteReader& reader) {
  constexpr std::size_t kMinFindingBytes = 35;
  CheckResult out;
  out.q = reader.integer<std::uint16_t>();
  out.lostPpm = reader.integer<std::uint32_t>();
  out.earned = reader.integer<std::uint64_t>();
  out.possible = reader.integer<std::uint64_t>();
  const auto findings = reader.count(kMinFindingBytes);
  if (findings > kMaxFindings || out.possible == 0 || out.earned > out.possible || out.q > 10'000)
    reader.markBad();
  for (std::uint32_t at = 0; at < findings && reader.ok(); ++at) out.findings.push_back(readFinding(reader));
  return out;
}

}  // namespace

Digest Explanation::digest() const {
  return crypto::taggedHash("aurigraph/explanation/1", {encode(*this)});
}

Explanation explain(const wire::Record& record, const wire::ScoreInputs& inputs, const RuleSet& rules) {
  Explanation out;
  out.recordId = record.id();
  out.inputs = crypto::taggedHash("aurigraph/inputs/1", {wire::encode(inputs)});
  out.ruleSet = rules.digest();
  out.scoredAt = inputs.scoredAt;
  out.result = score(record, inputs, rules);
  out.scoreAfterFixes = out.result.score;
  const KindProfile* profile = rules.profile(record.kind);
  if (profile != nullptr && out.result.band != Band::kAccept) findFixes(out.result, *profile, rules, out);
  return out;
}

Bytes encode(const Explanation& explanation) {
  const ScoreResult& result = explanation.result;
  ByteWriter writer;
  writer.integer(Explanation::kFormat).fixed(explanation.recordId).fixed(explanation.inputs);
  writer.fixed(explanation.ruleSet).integer(explanation.scoredAt);
  writer.integer(result.score).integer(result.average).integer(static_cast<std::uint8_t>(result.band));
  writer.integer(static_cast<std::uint8_t>(result.capBinds ? 1 : 0));
  for (const CheckResult& check : result.checks) {
    writer.integer(check.q).integer(check.lostPpm).integer(check.earned).integer(check.possible);
    writer.integer(static_cast<std::uint32_t>(check.findings.size()));
    for (const Finding& finding : check.findings) write(writer, finding);
  }
  writer.integer(static_cast<std::uint32_t>(result.caps.size()));
  for (const AppliedCap& cap : result.caps)
    writer.integer(static_cast<std::uint8_t>(cap.code)).text(cap.rule);
  writer.integer(static_cast<std::uint32_t>(explanation.fixes.size()));
  for (const Fix& fix : explanation.fixes)
    writer.integer(static_cast<std::uint8_t>(fix.check)).text(fix.rule).text(fix.field).integer(fix.gainPpm);
  writer.integer(explanation.scoreAfterFixes);
  return writer.take();
}

Result<Explanation> decodeExplanation(ByteView bytes) {
  ByteReader reader(bytes);
  Explanation out;
  if (reader.integer<std::uint16_t>() != Explanation::kFormat) reader.markBad();
  out.recordId = reader.fixed<Digest>();
  out.inputs = reader.fixed<Digest>();
  out.ruleSet = reader.fixed<Digest>();
  out.scoredAt = reader.integer<Nanoseconds>();
  out.result.score = reader.integer<Ppm>();
  out.result.average = reader.integer<Ppm>();
  out.result.band = wire::readEnum<Band>(reader, 4);
  if (out.result.band == Band()) reader.markBad();
  out.result.capBinds = wire::readBool(reader);
  for (CheckResult& check : out.result.checks) check = readCheck(reader);
  const auto caps = reader.count(5);
  if (caps > kMaxFindings) reader.markBad();
  for (std::uint32_t at = 0; at < caps && reader.ok(); ++at) {
    AppliedCap cap;
    cap.code = wire::readEnum<CapCode>(reader, 5);
    cap.rule = wire::readText(reader, kMaxText);
    out.result.caps.push_back(std::move(cap));
  }
  const auto fixes = reader.count(13);
  if (fixes > kMaxFindings) reader.markBad();
  for (std::uint32_t at = 0; at < fixes && reader.ok(); ++at) {
    Fix fix;
    fix.check = wire::readEnum<Check>(reader, kCheckCount);
    fix.rule = wire::readText(reader, kMaxText);
    fix.field = wire::readText(reader, kMaxText);
    fix.gainPpm = reader.integer<std::uint32_t>();
    out.fixes.push_back(std::move(fix));
  }
  out.scoreAfterFixes = reader.integer<Ppm>();
  if (!reader.finished())
    return fail("explanation.malformed", "An explanation's bytes are not canonical.",
                "Score the record again.");
  return out;
}

}  // namespace aurigraph::quality
