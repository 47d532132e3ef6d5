#include "nodes/gateway/views/review_view.h"

#include <algorithm>

#include "nodes/gateway/views/ledger_rows.h"

namespace aurigraph::gateway {

namespace {

boost::json::array listOf(const std::vector<std::string>& names) {
  boost::json::array out;
  for (const std::string& each : names) out.push_back(boost::json::string(each));
  return out;
}

}  // namespace

Nanoseconds reviewTime(const ledger::Ledger& ledger, Nanoseconds clock) {
  return std::max(ledger.time(), clock);
}

bool isClaimed(const ledger::RecordRow& row, Nanoseconds now) {
  return row.decision == ledger::Decision::kWaiting && row.claimedBy.value != 0 && now <= row.claimUntil;
}

Nanoseconds dueAt(const ledger::RecordRow& row, const ServiceLevels& levels) {
  return Nanoseconds(row.admittedAt.value + levels.at(row.category).value);
}

ReviewView viewReview(const ledger::Ledger& ledger, const Digest& id, const ledger::RecordRow& row,
                      const PublicKey& reader, Nanoseconds now) {
  ReviewView out{.id = id,
                 .row = row,
                 .submitterName = nameOn(ledger, row.submitter),
                 .claimantName = nameOn(ledger, row.claimedBy),
                 .reviewerName = nameOn(ledger, row.reviewer),
                 .claimed = isClaimed(row, now)};
  for (const IdentityId each : row.endorsers) out.endorserNames.emplace_back(nameOn(ledger, each));
  out.claimedByReader = out.claimed && ledger.identityOf(reader) == row.claimedBy;
  // The real rules: who holds the claim is asked about a decision, everybody else about a claim. A record
  // that may not be approved may still be rejected, so that is what is asked.
  if (out.claimedByReader)
    out.against = ledger.simulate(wire::DecideReview{.recordId = id,
                                                     .decision = wire::ReviewDecision::kReject,
                                                     .reasonCode = 1,
                                                     .note = "as it would be"},
                                  reader, now);
  else
    out.against = ledger.simulate(wire::ClaimReview{.recordId = id}, reader, now);
  return out;
}

Object render(const ReviewView& view, const ServiceLevels& levels) {
  auto out = render(view.id, view.row);
  out["submitter_name"] = view.submitterName;
  if (!view.claimantName.empty()) out["claimed_by_name"] = view.claimantName;
  out["claimed_by_me"] = view.claimedByReader;
  if (!view.reviewerName.empty()) out.at("review").as_object()["reviewer_name"] = view.reviewerName;
  if (!view.endorserNames.empty())
    out.at("review").as_object()["endorser_names"] = listOf(view.endorserNames);
  if (view.row.band == quality::Band::kReview) {
    addTime(out, "due_at", dueAt(view.row, levels));
    out["service_level_seconds"] = levels.at(view.row.category).value / 1'000'000'000;
  }
  out["may_decide"] = view.against.empty();
  if (!view.against.empty()) {
    const auto words = ledger::describe(view.against.front().code);
    out["why_not"] = words.code;
    out["why_not_text"] = words.message;
  }
  return out;
}

}  // namespace aurigraph::gateway
