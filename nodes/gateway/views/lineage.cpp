#include "nodes/gateway/views/lineage.h"

#include "core/base/decimal.h"

namespace aurigraph::gateway {

namespace {

using ledger::Decision;

bool isRejected(const ledger::RecordRow& row) {
  return row.decision == Decision::kRejected;
}

LineageStep fetched(const LineageFacts& facts) {
  LineageStep out{.name = "fetched", .state = StepState::kDone};
  out.by = facts.submitter;
  out.facts = {{"digest", hexOf(facts.row.rawDigest)}, {"origin", wire::nameOf(facts.row.origin)}};
  if (facts.rawBytes) out.facts["bytes"] = *facts.rawBytes;
  if (!facts.original) return out;
  out.at = facts.original->record.retrievedAt;
  out.facts["source"] = facts.original->record.sourceId;
  return out;
}

LineageStep transformed(const LineageFacts& facts) {
  LineageStep out{.name = "transformed", .state = StepState::kDone};
  out.by = facts.submitter;
  out.facts = {{"record", hexOf(facts.id)}};
  if (facts.original) out.facts["fields"] = facts.original->record.fields.size();
  return out;
}

LineageStep scored(const LineageFacts& facts) {
  LineageStep out{.name = "scored", .state = StepState::kDone, .at = facts.row.scoredAt};
  out.facts = {{"score_ppm", facts.row.score.value},
               {"band", ledger::nameOf(facts.row.band)},
               {"rule_set", hexOf(facts.row.ruleSet)}};
  if (facts.original && facts.original->score)
    out.facts["lost_ppm"] = 1'000'000 - facts.original->score->average.value;
  return out;
}

LineageStep ordered(const LineageFacts& facts) {
  LineageStep out{.name = "ordered", .state = StepState::kDone, .at = facts.row.admittedAt};
  out.facts = {{"height", facts.row.submitHeight.value},
               {"index", facts.row.submitIndex},
               {"batch", hexOf(facts.row.submitBatch)},
               {"evidence_copies", facts.row.evidenceCopies}};
  if (facts.position) out.facts["position"] = *facts.position;
  return out;
}

boost::json::array listOf(const std::vector<std::string>& names) {
  boost::json::array out;
  for (const auto& name : names) out.push_back(boost::json::string(name));
  return out;
}

LineageStep finalStep(const LineageFacts& facts) {
  LineageStep out{.name = "final"};
  if (!facts.certificate) return out;
  out.state = StepState::kDone;
  const auto& statement = facts.certificate->statement;
  out.facts = {{"height", statement.height.value},
               {"checkpoint", statement.checkpointHeight.value},
               {"sealed_by", listOf(facts.sealedBy)}};
  return out;
}

// A claim counts as a step while it lasts, and for good once it led to a decision.
LineageStep claimed(const LineageFacts& facts) {
  LineageStep out{.name = "claimed"};
  if (!facts.claimed && facts.row.reviewer.value == 0) return out;
  out.state = StepState::kDone;
  out.by = facts.claimant;
  addTime(out.facts, "until", facts.row.claimUntil);
  return out;
}

LineageStep decided(const LineageFacts& facts) {
  const auto& row = facts.row;
  LineageStep out{.name = "decided"};
  if (row.decision == Decision::kWaiting) return out;
  out.state = isRejected(row) ? StepState::kRefused : StepState::kDone;
  out.facts["decision"] = ledger::nameOf(row.decision);
  if (row.reviewer.value == 0) {  // by the score alone
    out.at = row.admittedAt;
    out.facts["height"] = row.submitHeight.value;
    out.facts["batch"] = hexOf(row.submitBatch);
    return out;
  }
  out.at = row.decidedAt;
  out.by = facts.reviewer;
  if (row.reasonCode != 0) out.facts["reason_code"] = row.reasonCode;
  if (!facts.endorsers.empty()) out.facts["endorsers"] = listOf(facts.endorsers);
  out.facts["note"] = row.note;
  addTime(out.facts, "valid_until", row.validUntil);
  out.facts["height"] = row.reviewHeight.value;
  out.facts["batch"] = hexOf(row.reviewBatch);
  return out;
}

LineageStep registered(const LineageFacts& facts) {
  LineageStep out{.name = "registered"};
  if (!facts.asset) return out;
  const auto& asset = *facts.asset;
  out.state = StepState::kDone;
  out.at = asset.at;
  out.by = asset.issuer;
  out.facts = {{"asset", asset.id.value},
               {"asset_key", asset.row.assetKey},
               {"asset_name", asset.row.name},
               {"height", asset.row.registeredAt.value}};
  return out;
}

LineageStep issued(const LineageFacts& facts) {
  LineageStep out{.name = "issued"};
  if (!facts.token) return out;
  const auto& token = *facts.token;
  out.state = StepState::kDone;
  out.at = token.at;
  out.by = token.issuer;
  out.facts = {{"token", token.id.value},
               {"symbol", token.row.symbol},
               {"supply", toText(token.row.minted - token.row.burned)},
               {"decimals", token.row.decimals},
               {"height", token.row.issuedAt.value}};
  return out;
}

LineageStep held(const LineageFacts& facts) {
  LineageStep out{.name = "held"};
  if (!facts.token || facts.token->holders == 0) return out;
  out.state = StepState::kDone;
  out.facts = {{"holders", facts.token->holders}};
  return out;
}

std::string_view waitingFor(const LineageFacts& facts) {
  if (facts.row.decision == Decision::kWaiting) return facts.claimed ? "claim-decision" : "review";
  if (facts.token) return {};
  if (facts.asset) return "token";
  return facts.registrable ? "asset" : std::string_view();
}

}  // namespace

std::string_view nameOf(StepState state) {
  switch (state) {
    case StepState::kDone:
      return "done";
    case StepState::kWaiting:
      return "waiting";
    case StepState::kRefused:
      return "refused";
  }
  return {};
}

Lineage lineageOf(const LineageFacts& facts) {
  std::vector<LineageStep> all = {fetched(facts), transformed(facts), scored(facts), ordered(facts),
                                  finalStep(facts)};
  const bool reviewed = facts.row.band == quality::Band::kReview;
  if (reviewed) all.push_back(claimed(facts));
  if (reviewed || facts.row.band == quality::Band::kReject) all.push_back(decided(facts));
  // What will never be registered waits for nothing.
  if (facts.asset || facts.registrable || facts.row.decision == Decision::kWaiting)
    all.insert(all.end(), {registered(facts), issued(facts), held(facts)});
  Lineage out{.waitingFor = waitingFor(facts), .steps = {}};
  bool next = false;
  for (auto& step : all) {
    const bool waits = step.state == StepState::kWaiting;
    if (waits && std::exchange(next, true)) continue;
    const bool last = step.state == StepState::kRefused;
    out.steps.push_back(std::move(step));
    if (last) break;
  }
  return out;
}

Object render(const LineageFacts& facts) {
  const auto lineage = lineageOf(facts);
  boost::json::array steps;
  for (const auto& step : lineage.steps) {
    Object one{{"name", step.name}, {"state", nameOf(step.state)}};
    addTime(one, "at", step.at);
    if (!step.by.empty()) one["by"] = step.by;
    for (const auto& [name, value] : step.facts) one[name] = value;
    steps.push_back(std::move(one));
  }
  const auto& row = facts.row;
  Object out{{"record", hexOf(facts.id)},
             {"asset_key", row.assetKey},
             {"origin", wire::nameOf(row.origin)},
             {"score_ppm", row.score.value},
             {"band", ledger::nameOf(row.band)},
             {"decision", ledger::nameOf(row.decision)},
             {"waiting_for", nullptr},
             {"steps", std::move(steps)}};
  if (!lineage.waitingFor.empty()) out["waiting_for"] = lineage.waitingFor;
  return out;
}

}  // namespace aurigraph::gateway
