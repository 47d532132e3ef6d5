#include "nodes/gateway/views/record_view.h"

#include "core/base/decimal.h"

namespace aurigraph::gateway {

namespace {

// A weight is per mille of a score of 1,000,000.
constexpr std::uint32_t kPpmPerWeight = 1'000;

boost::json::value renderValue(const wire::FieldValue& value) {
  if (const auto* quantity = std::get_if<wire::Quantity>(&value))
    return Object{{"value", quantity->value.toText()}, {"unit", quantity->unit}};
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (auto words = inWords(value)) return boost::json::string(*words);
  return nullptr;
}

boost::json::array renderFields(const wire::Record& record) {
  boost::json::array out;
  for (const auto& field : record.fields) {
    Object one{{"name", field.name}, {"value", renderValue(field.value)}};
    if (!field.pointer.empty()) one["pointer"] = field.pointer;
    out.push_back(std::move(one));
  }
  return out;
}

Object renderFinding(const quality::Finding& finding, std::uint32_t missedPpm) {
  Object out{{"rule", finding.rule},
             {"field", finding.field},
             {"observed", finding.observed},
             {"expected", finding.expected},
             {"words", finding.words},
             {"severity", finding.severity},
             {"verdict", quality::nameOf(finding.verdict)},
             {"missed_ppm", missedPpm}};
  if (!finding.pointer.empty()) out["pointer"] = finding.pointer;
  if (finding.cap != quality::CapCode::kNone) out["cap"] = quality::nameOf(finding.cap);
  return out;
}

boost::json::array renderChecks(const quality::ScoreResult& score,
                                const std::array<std::uint16_t, quality::kCheckCount>& weights) {
  boost::json::array out;
  for (std::size_t i = 0; i < score.checks.size(); ++i) {
    const auto& check = score.checks[i];
    const auto shares = sharesOf(check);
    boost::json::array reasons;
    for (std::size_t at = 0; at < check.findings.size(); ++at)
      reasons.push_back(renderFinding(check.findings[at], shares[at]));
    out.push_back(Object{{"name", quality::nameOf(static_cast<quality::Check>(i))},
                         {"q", check.q},
                         {"weight", weights[i] * kPpmPerWeight},
                         {"lost_ppm", check.lostPpm},
                         {"reasons", std::move(reasons)}});
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> sharesOf(const quality::CheckResult& check) {
  U128 total = 0;
  for (const auto& finding : check.findings) total += finding.missed;
  std::vector<std::uint32_t> out;
  U128 missed = 0;
  std::uint32_t given = 0;
  for (const auto& finding : check.findings) {
    missed += finding.missed;
    const auto upToHere =
        total == 0 ? check.lostPpm : static_cast<std::uint32_t>(missed * check.lostPpm / total);
    out.push_back(upToHere - given);
    given = upToHere;
  }
  return out;
}

void addOriginal(Object& out, const RecordOriginal& original) {
  const auto& record = original.record;
  out["canonical"] = toHex(wire::encode(record));
  out["inputs"] = toHex(wire::encode(original.inputs));
  out["source"] = record.sourceId;
  out["retrieved_at_text"] = timeText(record.retrievedAt, TimeForm::kMilliseconds);
  if (record.observedAt) out["observed_at_text"] = timeText(*record.observedAt, TimeForm::kMilliseconds);
  out["fields"] = renderFields(record);
  if (!original.score) return;
  out["average_ppm"] = original.score->average.value;
  boost::json::array caps;
  for (const auto& cap : original.score->caps)
    caps.push_back(Object{{"code", quality::nameOf(cap.code)}, {"rule", cap.rule}});
  out["caps"] = std::move(caps);
  out["checks"] = renderChecks(*original.score, original.weights);
}

boost::json::array render(const std::vector<FieldDifference>& differences) {
  boost::json::array out;
  for (const auto& each : differences) {
    Object one{{"field", each.field}, {"change", nameOf(each.change)}};
    if (each.before) one["before"] = *each.before;
    if (each.after) one["after"] = *each.after;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace aurigraph::gateway
