#include <algorithm>
#include <utility>
#include <vector>

#include "app/sim/audit/model.h"
#include "core/crypto/ed25519.h"

// issue-token: nothing below its band, unreviewed, too old or twice is ever minted (R-QA-3, R-QA-4; RECORDS,
// "After the score"; decision 028). The gate is judged by the model; field bounds are followed.

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// Kinds of which each must have one good record.
std::vector<std::vector<wire::RecordKind>> neededBy(wire::AssetTemplate assetTemplate) {
  using wire::RecordKind;
  switch (assetTemplate) {
    case wire::AssetTemplate::kProperty:
      return {{RecordKind::kPropertyTitle}, {RecordKind::kPropertyValuation}};
    case wire::AssetTemplate::kCarbon:
      return {{RecordKind::kCarbonProject}, {RecordKind::kCarbonBlock}, {RecordKind::kCarbonPrice}};
    case wire::AssetTemplate::kBatch:  // a sensor record is an event with sensor reports: it serves as both
      return {{RecordKind::kSupplySensor}, {RecordKind::kSupplyEvent, RecordKind::kSupplySensor}};
  }
  return {};
}

std::optional<std::string> textOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  if (field == nullptr) return std::nullopt;
  const auto* text = std::get_if<std::string>(&field->value);
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<std::uint64_t> numberOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  if (field == nullptr) return std::nullopt;
  const auto* quantity = std::get_if<wire::Quantity>(&field->value);
  if (quantity == nullptr || quantity->value.scale != 0 || quantity->value.mantissa < 0) return std::nullopt;
  return static_cast<std::uint64_t>(quantity->value.mantissa);
}

bool covers(const wire::Record& block, const wire::SerialRange& range) {
  const auto first = numberOf(block, "first");
  const auto last = numberOf(block, "last");
  return textOf(block, "registry") == range.registry && textOf(block, "series") == range.series && first &&
         last && *first <= range.first && range.last <= *last;
}

}  // namespace

bool overlap(const wire::SerialRange& a, const wire::SerialRange& b) {
  return a.registry == b.registry && a.series == b.series && a.first <= b.last && b.first <= a.last;
}

template <>
ExpectedOutcome Model::expectedOf(const wire::IssueToken& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kIssueToken, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(command.supply == 0 || command.symbol.empty(), ReasonCode::kMandatoryFieldBad);
  for (const auto& [id, token] : tokens)
    out.refuseIf(token.symbol == command.symbol, ReasonCode::kSymbolTaken);
  out.refuseIf(accounts.size() >= policy.accountsMost, ReasonCode::kAccountLimit);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  const auto found = assets.find(command.asset);
  if (found == assets.end()) {
    out.refuse(ReasonCode::kUnknownAsset);
    judgeApprovals(command, {.of = {wire::Permission::kApproveIssue}, .fromOutside = true}, when, out);
    return out;
  }
  out.refuseIf(found->second.issuer != when.author, ReasonCode::kNotYourAsset);
  out.refuseIf(found->second.token != TokenId(), ReasonCode::kAlreadyIssued);
  std::set<IdentityId> witnesses;
  for (const Digest& recordId : found->second.what.recordIds) {
    const SubmittedRecord& record = records.at(recordId);
    out.refuseIf(record.submitter == found->second.issuer, ReasonCode::kRecordSubmitterIsIssuer);
    out.refuseIf(record.decidedAlsoBy(found->second.issuer), ReasonCode::kRecordReviewerIsIssuer);
    witnesses.insert({record.submitter, record.decidedBy});
    witnesses.insert(record.endorsedBy.begin(), record.endorsedBy.end());
  }
  judgeApprovals(command,
                 {.of = {wire::Permission::kApproveIssue}, .without = witnesses, .fromOutside = true}, when,
                 out);
  judgeMintGate(command, found->second, when, out);
  return out;
}

void Model::judgeMintGate(const wire::IssueToken& command, const Asset& asset, const Circumstances& when,
                          ExpectedOutcome& out) const {
  for (const auto& kinds : neededBy(asset.what.assetTemplate)) {
    bool any = false;
    bool fresh = false;
    bool good = false;
    for (const Digest& recordId : asset.what.recordIds) {
      const SubmittedRecord& record = records.at(recordId);
      if (std::ranges::find(kinds, record.record.kind) == kinds.end()) continue;
      any = true;
      const I128 age = I128{when.time.value} - record.admittedAt.value;
      const auto ages = policy.ages.find(record.record.kind);
      const bool young = ages != policy.ages.end() && age <= I128{ages->second.mintSeconds} * kSecond;
      fresh = fresh || young;
      good = good || (young && usable(record, when.time));
    }
    if (good) continue;
    if (!any)
      out.refuse(ReasonCode::kMintGate);
    else
      out.refuse(fresh ? ReasonCode::kRecordNotUsable : ReasonCode::kDataStale);
    // Of several records each may be unfit for its own reason.
    out.mayRefuse(ReasonCode::kRecordNotUsable);
    out.mayRefuse(ReasonCode::kDataStale);
  }
  if (asset.what.assetTemplate == wire::AssetTemplate::kCarbon) judgeSerials(command, asset, out);
}

void Model::judgeSerials(const wire::IssueToken& command, const Asset& asset, ExpectedOutcome& out) const {
  U128 count = 0;
  for (const wire::SerialRange& range : command.serials) {
    count += U128{range.last} - range.first + 1;
    bool proven = false;
    for (const Digest& recordId : asset.what.recordIds) {
      const wire::Record& block = records.at(recordId).record;
      if (block.kind != wire::RecordKind::kCarbonBlock || !covers(block, range)) continue;
      proven = proven || std::ranges::any_of(asset.what.recordIds, [&](const Digest& other) {
                 const wire::Record& project = records.at(other).record;
                 return project.kind == wire::RecordKind::kCarbonProject &&
                        textOf(project, "registry") == textOf(block, "registry") &&
                        textOf(project, "project_id") == textOf(block, "project_id");
               });
    }
    out.refuseIf(!proven, ReasonCode::kSerialUnproven);
    for (const auto& [token, taken] : tokenizedSerials_)
      out.refuseIf(overlap(range, taken), ReasonCode::kSerialOverlap);
  }
  out.refuseIf(count != command.supply || command.decimals != 0, ReasonCode::kSerialCount);
  // A block that the registry has retired, say, proves nothing; that is in its fields' rules.
  out.mayRefuse(ReasonCode::kSerialUnproven);
}

template <>
void Model::carryOut(const wire::IssueToken& command, const Circumstances& when) {
  const TokenId id(static_cast<std::uint32_t>(tokens.size() + 1));
  tokens[id] = {command.symbol, when.author,           command.asset,
                command.supply, command.lockUpSeconds, !command.serials.empty()};
  Asset& asset = assets.at(command.asset);
  asset.token = id;
  told.emplace_back(wire::TokenIssued{id, command.symbol, command.name, command.asset, when.author,
                                      asset.origin, command.decimals, command.supply});
  openAccount(when.author, id);
  Account& account = accounts.rbegin()->second;
  account.balance = command.supply;
  account.holding.lots[0] = command.supply;
  std::uint32_t range = 0;
  for (const wire::SerialRange& serials : command.serials) {
    account.holding.addSerials(range++, serials.first, serials.last);
    tokenizedSerials_.emplace_back(id, serials);
  }
}

}  // namespace aurigraph::audit
