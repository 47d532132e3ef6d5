#include "nodes/gateway/views/render.h"

#include <ctime>

#include "core/base/decimal.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/json/field_writer.h"

namespace aurigraph::gateway {

namespace {

void addReason(Object& out, std::uint16_t code) {
  const auto words = ledger::describe(static_cast<ledger::ReasonCode>(code));
  out["code"] = words.code;
  out["message"] = words.message;
  out["remedy"] = words.remedy;
}

void addResult(Object& out, const wire::BatchResult& result) {
  out["count"] = result.count;
  out["done"] = result.batchCode != 0 ? 0 : result.count - result.failures.size();
  if (result.batchCode != 0) {
    Object refused;
    addReason(refused, result.batchCode);
    out["refused"] = std::move(refused);
  }
  boost::json::array failures;
  for (const auto& each : result.failures) {
    Object failure{{"index", each.index}};
    addReason(failure, each.code);
    if (each.reasonMask != 0) failure["reason_mask"] = std::to_string(each.reasonMask);
    failures.push_back(std::move(failure));
  }
  out["failures"] = std::move(failures);
}

boost::json::array hexOf(const std::vector<PublicKey>& keys) {
  boost::json::array out;
  for (const PublicKey& key : keys) out.push_back(boost::json::string(toHex(key.view())));
  return out;
}

}  // namespace

std::string hexOf(const Digest& digest) {
  return toHex(digest.view());
}

void addTime(Object& object, std::string_view name, Nanoseconds time) {
  if (time.value == 0) return;
  object[name] = std::to_string(time.value);
  object[std::string(name) + "_text"] = timeText(time, TimeForm::kMilliseconds);
}

std::string_view nameOf(wire::BatchKind kind) {
  switch (kind) {
    case wire::BatchKind::kTransfers:
      return "transfers";
    case wire::BatchKind::kCommands:
      return "commands";
    case wire::BatchKind::kOpaque:
      return "opaque";
  }
  return "unknown";
}

boost::json::array roleNames(wire::RoleMask roles) {
  boost::json::array out;
  for (std::size_t bit = 0; bit < wire::kRoleCount; ++bit)
    if (const auto role = static_cast<wire::Role>(bit); (roles & wire::maskOf(role)) != 0)
      out.push_back(boost::json::string(wire::nameOf(role)));
  return out;
}

Object render(const business::BatchOutcome& outcome) {
  Object out{{"batch", hexOf(outcome.batch)},
             {"height", outcome.height.value},
             {"position", outcome.position},
             {"final", outcome.final}};
  addResult(out, outcome.result);
  return out;
}

Object render(const projection::BatchRow& row) {
  Object out{{"batch", hexOf(row.digest)},   {"height", row.height.value},
             {"position", row.position},     {"author", toHex(row.author.view())},
             {"session", row.session.value}, {"request", row.request.value},
             {"kind", nameOf(row.kind)}};
  addResult(out, row.result);
  return out;
}

Object render(const wire::Certificate& certificate) {
  const auto& statement = certificate.statement;
  boost::json::array votes;
  for (const auto& vote : certificate.votes) votes.push_back(vote.voter.value);
  return {{"lane", statement.lane.value},
          {"height", statement.height.value},
          {"history_root", hexOf(statement.historyRoot)},
          {"checkpoint", statement.checkpointHeight.value},
          {"state_root", hexOf(statement.stateRoot)},
          {"voter_set", hexOf(statement.voterSet)},
          {"sealed_by", std::move(votes)},
          {"bytes", toHex(wire::encode(certificate))}};
}

Object render(const wire::ConsistencyPath& path) {
  boost::json::array hashes;
  for (const auto& hash : path.path) hashes.push_back(boost::json::string(hexOf(hash)));
  return {{"from", path.from.value},
          {"from_root", hexOf(path.fromRoot)},
          {"to", path.to.value},
          {"to_root", hexOf(path.toRoot)},
          {"path", std::move(hashes)}};
}

Object render(const projection::IdentityEntry& entry) {
  Object out{{"id", entry.id.value},
             {"name", entry.name},
             {"roles", roleNames(entry.roles)},
             {"keys", hexOf(entry.keys)},
             {"since_height", entry.since.value}};
  if (!entry.organisation.empty()) out["organisation"] = entry.organisation;
  if (entry.blocked != Height()) out["blocked_height"] = entry.blocked.value;
  return out;
}

Object render(const IdentityView& view) {
  const ledger::IdentityRow& row = view.row;
  Object out{{"id", view.id.value},
             {"name", row.name},
             {"roles", roleNames(row.roles)},
             {"keys", hexOf(view.keys)},
             {"since_height", row.since.value},
             {"role_changes", row.roleChanges}};
  if (!row.organisation.empty()) out["organisation"] = row.organisation;
  if (row.createdBy != IdentityId()) out["created_by"] = row.createdBy.value;
  addTime(out, "created_at", row.createdAt);
  if (row.isBlocked())
    out["blocked_height"] = row.blocked.value;
  else if (const auto until = suspendedUntil(row, view.now))
    addTime(out, "suspended_until", *until);
  if (!row.noticeAddress.empty()) out["notice_address"] = row.noticeAddress;
  return out;
}

// A row's members as its `fields` name them. Heights and ids, which a double holds, are numbers here.

template <class Id, class Row>
Object rendered(Id id, const Row& row) {
  Object out{{"id", id.value}};
  json::FieldWriter writer(out);
  Row::fields(row, writer);
  return out;
}

Object render(TokenId id, const ledger::TokenRow& row) {
  Object out = rendered(id, row);
  out["asset"] = row.asset.value;
  out["issued_height"] = row.issuedAt.value;
  out["lock_up_seconds"] = row.lockUpSeconds;
  out["supply"] = toText(row.minted - row.burned);
  // What this token has not is not there.
  if (row.currency.empty())
    for (const char* name : {"unit_price_minor", "currency"}) out.erase(name);
  if (row.serials.empty()) out.erase("serials");
  if (row.kind != wire::AssetTemplate::kBatch)
    for (const char* name : {"min_milli_celsius", "max_milli_celsius"}) out.erase(name);
  return out;
}

Object render(AssetId id, const ledger::AssetRow& row) {
  Object out = rendered(id, row);
  out["registered_height"] = row.registeredAt.value;
  if (row.token == TokenId()) out.erase("token");
  return out;
}

Object render(const projection::RecordEntry& entry) {
  Object out{{"id", hexOf(entry.id)},
             {"category", wire::nameOf(entry.category)},
             {"kind", wire::nameOf(entry.kind)},
             {"origin", wire::nameOf(entry.origin)},
             {"asset_key", entry.assetKey},
             {"source", entry.sourceId},
             {"score_ppm", entry.score.value},
             {"band", ledger::nameOf(entry.band)},
             {"decision", ledger::nameOf(entry.decision)},
             {"submitter", entry.submitter.value},
             {"submitter_name", entry.submitterName},
             {"height", entry.height.value}};
  addTime(out, "admitted_at", entry.admittedAt);
  return out;
}

Object render(const Digest& id, const ledger::RecordRow& row) {
  Object out{{"id", hexOf(id)},
             {"category", wire::nameOf(row.category)},
             {"kind", wire::nameOf(row.kind)},
             {"origin", wire::nameOf(row.origin)},
             {"asset_key", row.assetKey},
             {"score_ppm", row.score.value},
             {"band", ledger::nameOf(row.band)},
             {"decision", ledger::nameOf(row.decision)},
             {"raw_digest", hexOf(row.rawDigest)},
             {"rule_set", hexOf(row.ruleSet)},
             {"submitter", row.submitter.value},
             {"evidence_copies", row.evidenceCopies},
             {"height", row.submitHeight.value},
             {"batch", hexOf(row.submitBatch)},
             {"index", row.submitIndex}};
  if (row.capCode != 0) out["cap"] = std::string(1, static_cast<char>(row.capCode));
  addTime(out, "scored_at", row.scoredAt);
  addTime(out, "admitted_at", row.admittedAt);
  if (row.claimedBy.value != 0) {
    out["claimed_by"] = row.claimedBy.value;
    addTime(out, "claim_until", row.claimUntil);
  }
  if (row.reviewer.value != 0) {
    Object review{{"reviewer", row.reviewer.value},
                  {"reason_code", row.reasonCode},
                  {"note", row.note},
                  {"height", row.reviewHeight.value}};
    if (!row.endorsers.empty()) {
      boost::json::array endorsers;
      for (const IdentityId each : row.endorsers) endorsers.push_back(each.value);
      review["endorsers"] = std::move(endorsers);
    }
    addTime(review, "decided_at", row.decidedAt);
    addTime(review, "valid_until", row.validUntil);
    out["review"] = std::move(review);
  }
  return out;
}

Object render(const projection::BlockRow& row) {
  Object out{{"height", row.height.value}, {"hash", hexOf(row.hash)},      {"term", row.term.value},
             {"batches", row.batches},     {"operations", row.operations}, {"failed", row.failed}};
  addTime(out, "time", row.time);
  return out;
}

}  // namespace aurigraph::gateway
