#include <algorithm>
#include <set>

#include "app/sim/audit/model.h"
#include "app/sim/audit/texts.h"
#include "core/crypto/ed25519.h"

// Identities, accounts, reviews, overrides, assets and anchors (docs/formats/commands.md, docs/review.md,
// docs/roles.md, decision 028). What is followed the header of the auditor lists.

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// Record kinds that speak for one asset only (decision 028); projects and prices serve many.
bool speaksForOne(wire::RecordKind kind) {
  using wire::RecordKind;
  static const std::set<RecordKind> kOne = {
      RecordKind::kPropertyTitle, RecordKind::kPropertyValuation, RecordKind::kPropertyParcel,
      RecordKind::kPropertyTax,   RecordKind::kPropertySale,      RecordKind::kCarbonBlock,
      RecordKind::kSupplyEvent,   RecordKind::kSupplySensor,      RecordKind::kSupplyHandover};
  return kOne.contains(kind);
}

wire::Category categoryOf(wire::AssetTemplate assetTemplate) {
  switch (assetTemplate) {
    case wire::AssetTemplate::kProperty:
      return wire::Category::kProperty;
    case wire::AssetTemplate::kCarbon:
      return wire::Category::kCarbon;
    case wire::AssetTemplate::kBatch:
      return wire::Category::kSupply;
  }
  return wire::Category::kMarket;
}

}  // namespace

// ---- identities, accounts ----

template <>
ExpectedOutcome Model::expectedOf(const wire::RegisterIdentity& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kManageIdentities, when.time),
               ReasonCode::kPermissionMissing);
  const bool number = command.name.find_first_not_of("0123456789") == std::string::npos;
  const bool key = command.name.size() == 64 &&
                   command.name.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  out.refuseIf(!wire::isIdentityName(command.name) || number || key, ReasonCode::kNameUnclear);
  out.refuseIf(!crypto::isUsableKey(command.key), ReasonCode::kBadKey);
  out.refuseIf((command.roles & ~wire::maskOf(wire::Role::kHolder)) != 0, ReasonCode::kDutyNeedsGrant);
  out.refuseIf(ownerOf(command.key).has_value(), ReasonCode::kKeyTaken);
  for (const auto& [id, identity] : identities)
    out.refuseIf(wire::readAlike(identity.name, command.name), ReasonCode::kNameTaken);
  return out;
}

template <>
void Model::carryOut(const wire::RegisterIdentity& command, const Circumstances& when) {
  const IdentityId id(static_cast<std::uint32_t>(identities.size() + 1));
  identities[id] = {.name = command.name,
                    .keys = {{command.key, when.time}},
                    .roles = command.roles,
                    .createdBy = when.author,
                    .createdAt = when.time};
  told.emplace_back(wire::IdentityRegistered{id, command.name, command.key, command.roles});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::OpenAccount& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!identities.contains(command.identity), ReasonCode::kUnknownIdentity);
  const auto token = tokens.find(command.token);
  out.refuseIf(token == tokens.end(), ReasonCode::kUnknownToken);
  const bool issuer = token != tokens.end() && token->second.issuer == when.author;
  out.refuseIf(when.author != command.identity && !issuer, ReasonCode::kPermissionMissing);
  out.refuseIf(slotOf(command.identity, command.token).has_value(), ReasonCode::kAccountExists);
  out.refuseIf(accounts.size() >= policy.accountsMost, ReasonCode::kAccountLimit);
  return out;
}

template <>
void Model::carryOut(const wire::OpenAccount& command, const Circumstances&) {
  openAccount(command.identity, command.token);
}

void Model::openAccount(IdentityId holder, TokenId token) {
  const std::uint64_t slot = accounts.size() + 1;
  accounts[slot] = {holder, token, 0, 0, {}};
  told.emplace_back(wire::AccountOpened{AccountHandle::of(lane, slot).value, holder, token});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::SetNoticeAddress& command, const Circumstances&) const {
  ExpectedOutcome out;
  if (!command.address.empty()) out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  return out;
}

template <>
void Model::carryOut(const wire::SetNoticeAddress& command, const Circumstances& when) {
  told.emplace_back(wire::NoticeAddressSet{when.author, command.address});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::PublishDocument& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const auto token = tokens.find(command.token);
  out.refuseIf(token == tokens.end(), ReasonCode::kUnknownToken);
  out.refuseIf(token != tokens.end() && token->second.issuer != when.author, ReasonCode::kNotYourAsset);
  out.refuseIf(blank(command.type) || command.sha256 == Digest(), ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  return out;
}

template <>
void Model::carryOut(const wire::PublishDocument& command, const Circumstances& when) {
  told.emplace_back(wire::DocumentPublished{command.token, when.author, command.type, command.sha256});
}

// ---- records and what becomes of them ----

/// R-QA-3, R-QA-4: accepted by its score; or approved by a person, or overridden by several, and that has not
/// ended.
bool Model::usable(const SubmittedRecord& record, Nanoseconds time) const {
  if (record.record.fetch.purpose == wire::Purpose::kHistory) return false;
  if (record.score >= policy.acceptFrom) return true;
  const auto needed = record.score >= policy.reviewFrom ? ReviewState::kApproved : ReviewState::kOverridden;
  return record.review == needed && time <= record.approvedUntil;
}

std::set<IdentityId> Model::partiesTo(const SubmittedRecord& record) const {
  std::set<IdentityId> out{record.submitter};
  for (const auto& [id, asset] : assets)
    if (asset.what.assetKey == record.record.assetKey) out.insert(asset.issuer);
  return out;
}

Nanoseconds Model::approvalEnd(const SubmittedRecord& record, Nanoseconds time) const {
  const auto ages = policy.ages.find(record.record.kind);
  const std::int64_t seconds = ages == policy.ages.end() ? 0 : ages->second.approvalSeconds;
  return Nanoseconds(time.value + seconds * kSecond);
}

// ---- reviews ----

void Model::judgeReviewer(const SubmittedRecord& record, const Circumstances& when,
                          ExpectedOutcome& out) const {
  out.refuseIf(record.review != ReviewState::kWaiting, ReasonCode::kReviewNotOpen);
  out.refuseIf(partiesTo(record).contains(when.author), ReasonCode::kReviewOwnSubmission);
  const bool byOther = record.claimedBy != IdentityId() && record.claimedBy != when.author;
  out.refuseIf(byOther && when.time < record.claimUntil, ReasonCode::kReviewClaimedByOther);
  // Whether the last instant still belongs to the claim is said nowhere.
  if (byOther && when.time == record.claimUntil) out.mayRefuse(ReasonCode::kReviewClaimedByOther);
}

template <>
ExpectedOutcome Model::expectedOf(const wire::ClaimReview& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kDecideReview, when.time),
               ReasonCode::kPermissionMissing);
  const auto record = records.find(command.recordId);
  if (record == records.end())
    out.refuse(ReasonCode::kUnknownRecord);
  else
    judgeReviewer(record->second, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::ClaimReview& command, const Circumstances& when) {
  SubmittedRecord& record = records.at(command.recordId);
  record.claimedBy = when.author;
  record.claimUntil = Nanoseconds(when.time.value + policy.claimSeconds * kSecond);
  told.emplace_back(wire::ReviewClaimed{command.recordId, when.author, record.claimUntil});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::DecideReview& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kDecideReview, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(command.reasonCode == 0 || blank(command.note), ReasonCode::kReasonMissing);
  const auto record = records.find(command.recordId);
  if (record == records.end()) {
    out.refuse(ReasonCode::kUnknownRecord);
    return out;
  }
  judgeReviewer(record->second, when, out);
  const bool mine = record->second.claimedBy == when.author;
  out.refuseIf(!mine || when.time > record->second.claimUntil, ReasonCode::kReviewExpired);
  if (mine && when.time == record->second.claimUntil) out.mayRefuse(ReasonCode::kReviewExpired);
  return out;
}

template <>
void Model::carryOut(const wire::DecideReview& command, const Circumstances& when) {
  SubmittedRecord& record = records.at(command.recordId);
  record.decidedBy = when.author;
  wire::ReviewDecided event{command.recordId, when.author, wire::Decision::kRejected, command.reasonCode, {}};
  if (command.decision != wire::ReviewDecision::kApprove) {
    record.review = ReviewState::kRejected;
    told.emplace_back(event);
    return;
  }
  record.review = ReviewState::kApproved;
  record.approvedUntil = approvalEnd(record, when.time);
  event.decision = wire::Decision::kApproved;
  event.validUntil = record.approvedUntil;
  told.emplace_back(event);
}

/// Only who holds a claim that has not ended may give it back.
template <>
ExpectedOutcome Model::expectedOf(const wire::ReleaseReview& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kDecideReview, when.time),
               ReasonCode::kPermissionMissing);
  const auto found = records.find(command.recordId);
  if (found == records.end()) {
    out.refuse(ReasonCode::kUnknownRecord);
    return out;
  }
  const SubmittedRecord& record = found->second;
  out.refuseIf(record.review != ReviewState::kWaiting, ReasonCode::kReviewNotOpen);
  const bool nobodys = record.claimedBy == IdentityId();
  const bool others = !nobodys && record.claimedBy != when.author;
  const bool lastInstant = !nobodys && when.time == record.claimUntil;
  const bool ended = nobodys || when.time > record.claimUntil;
  out.refuseIf(ended, ReasonCode::kReviewExpired);
  out.refuseIf(others && !ended && !lastInstant, ReasonCode::kReviewClaimedByOther);
  // Whether the last instant still belongs to the claim is said nowhere; another's it stays either way.
  if (lastInstant) {
    out.mayRefuse(ReasonCode::kReviewExpired);
    if (others) out.mayRefuse(ReasonCode::kReviewClaimedByOther);
  }
  return out;
}

template <>
void Model::carryOut(const wire::ReleaseReview& command, const Circumstances& when) {
  SubmittedRecord& record = records.at(command.recordId);
  record.claimedBy = IdentityId();
  record.claimUntil = Nanoseconds();
  told.emplace_back(wire::ReviewReleased{command.recordId, when.author});
}

// ---- overrides ----

/// Risk and compliance; and nobody was made for it today.
NeededWords Model::neededToOverride(const SubmittedRecord& record) const {
  return {.of = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCompliance},
          .without = partiesTo(record),
          .fromKnownPeople = true};
}

/// Of what its score rejected because of cap X, which then is the score. No reviewer's word is overridden,
/// nothing twice.
template <>
ExpectedOutcome Model::expectedOf(const wire::OverrideRecord& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kOverrideRejection, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(blank(command.reason), ReasonCode::kReasonMissing);
  // What is a reason of one line is the ledger's matter.
  out.mayRefuse(ReasonCode::kReasonMissing);
  const auto found = records.find(command.recordId);
  if (found == records.end()) {
    out.refuse(ReasonCode::kUnknownRecord);
    return out;
  }
  const SubmittedRecord& record = found->second;
  out.refuseIf(!record.cappedX || record.score >= policy.reviewFrom || record.review != ReviewState::kNone ||
                   record.record.fetch.purpose == wire::Purpose::kHistory,
               ReasonCode::kNotOverridable);
  out.refuseIf(partiesTo(record).contains(when.author), ReasonCode::kReviewOwnSubmission);
  out.refuseIf(approvalEnd(record, when.time) == when.time, ReasonCode::kRecordNotUsable);
  judgeApprovals(command, neededToOverride(record), when, out);
  return out;
}

template <>
void Model::carryOut(const wire::OverrideRecord& command, const Circumstances& when) {
  SubmittedRecord& record = records.at(command.recordId);
  const auto keys = countedKeys(command.approvals, neededToOverride(record), when);
  record.review = ReviewState::kOverridden;
  record.decidedBy = when.author;
  for (const PublicKey& key : keys) record.endorsedBy.insert(*identityOf(key));
  record.approvedUntil = approvalEnd(record, when.time);
  told.emplace_back(wire::RecordOverridden{command.recordId, when.author, when.key, keys, command.reason,
                                           record.approvedUntil});
}

// ---- assets, anchors ----

template <>
ExpectedOutcome Model::expectedOf(const wire::RegisterAsset& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kRegisterAsset, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(blank(command.assetKey) || command.recordIds.empty(), ReasonCode::kMandatoryFieldBad);
  for (const auto& [id, asset] : assets)
    out.refuseIf(asset.what.assetKey == command.assetKey, ReasonCode::kAssetExists);
  for (const Digest& recordId : command.recordIds) {
    const auto found = records.find(recordId);
    if (found == records.end()) {
      out.refuse(ReasonCode::kUnknownRecord);
      continue;
    }
    const SubmittedRecord& record = found->second;
    out.refuseIf(record.submitter == when.author, ReasonCode::kRecordSubmitterIsIssuer);
    out.refuseIf(record.decidedAlsoBy(when.author), ReasonCode::kRecordReviewerIsIssuer);
    out.refuseIf(!usable(record, when.time), ReasonCode::kRecordNotUsable);
    out.refuseIf(record.record.category != categoryOf(command.assetTemplate), ReasonCode::kRecordWrongKind);
    out.refuseIf(speaksForOne(record.record.kind) && record.asset != AssetId(), ReasonCode::kRecordInUse);
    const std::string& key = record.record.assetKey;
    const bool saleOfIt =
        record.record.kind == wire::RecordKind::kPropertySale && key.starts_with(command.assetKey + ":");
    out.refuseIf(
        command.assetTemplate == wire::AssetTemplate::kProperty && key != command.assetKey && !saleOfIt,
        ReasonCode::kRecordOfOtherAsset);
  }
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kRecordOfOtherAsset);
  return out;
}

template <>
void Model::carryOut(const wire::RegisterAsset& command, const Circumstances& when) {
  const AssetId id(assets.size() + 1);
  wire::Origin origin = wire::Origin::kReal;
  for (const Digest& recordId : command.recordIds) {
    SubmittedRecord& record = records.at(recordId);
    if (speaksForOne(record.record.kind)) record.asset = id;
    // Simulated is weaker than replayed, replayed than real.
    if (record.origin == wire::Origin::kSimulated || origin == wire::Origin::kReal) origin = record.origin;
  }
  assets[id] = {command, when.author, origin, TokenId()};
  told.emplace_back(wire::AssetRegistered{id, command.assetKey, command.name, command.assetTemplate,
                                          when.author, origin, command.recordIds});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::Anchor& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kAnchor, when.time), ReasonCode::kPermissionMissing);
  const auto last = anchors.find(when.author);
  out.refuseIf(command.to <= command.from, ReasonCode::kAnchorOrder);
  out.refuseIf(last != anchors.end() && command.from < last->second.last.to, ReasonCode::kAnchorOrder);
  if (command.to > when.time) out.mayRefuse(ReasonCode::kClockAhead);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  return out;
}

template <>
void Model::carryOut(const wire::Anchor& command, const Circumstances& when) {
  Anchors& mine = anchors[when.author];
  mine = {command, mine.count + 1};
  told.emplace_back(wire::AnchorAdded{when.author, command, mine.count});
}

}  // namespace aurigraph::audit
