#include <algorithm>

#include "app/sim/audit/model.h"
#include "app/sim/audit/texts.h"
#include "core/base/assert.h"
#include "core/crypto/ed25519.h"

// Keys of identities: they come, end for ever, and are never another's; and what a recovery leaves
// (core/wire/commands/add_key.h, rotate_key.h, revoke_key.h, recover_identity.h).

namespace aurigraph::audit {

/// Nobody's so far, and its holder says that it is to be this identity's.
void Model::judgeNewKey(IdentityId whose, const PublicKey& key, const Signature& possession,
                        ExpectedOutcome& out) const {
  out.refuseIf(ownerOf(key).has_value(), ReasonCode::kKeyTaken);
  out.refuseIf(!crypto::isUsableKey(key), ReasonCode::kBadKey);
  out.refuseIf(!crypto::verify(key, wire::possessionDigest(genesisDigest, whose, key), possession),
               ReasonCode::kBadPossession);
}

void Model::addKey(IdentityId whose, const PublicKey& key, Nanoseconds time) {
  identities.at(whose).keys.push_back({key, time});
  told.emplace_back(wire::KeyAdded{whose, key});
}

void Model::endKey(const PublicKey& key, IdentityId by) {
  const IdentityId whose = *identityOf(key);
  std::ranges::find(identities.at(whose).keys, key, &Key::key)->ended = true;
  told.emplace_back(wire::KeyEnded{whose, key, by});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::AddKey& command, const Circumstances& when) const {
  ExpectedOutcome out;
  judgeNewKey(when.author, command.key, command.possession, out);
  const Identity& who = identities.at(when.author);
  out.refuseIf(
      who.keysInForce() >= policy.keysInForceMost || who.keysOfLate(when.time) >= policy.keysLatelyMost,
      ReasonCode::kKeyLimit);
  return out;
}

template <>
void Model::carryOut(const wire::AddKey& command, const Circumstances& when) {
  addKey(when.author, command.key, when.time);
}

/// The rest of the batch is still its author's; but the key that signs it is replaced once.
template <>
ExpectedOutcome Model::expectedOf(const wire::RotateKey& command, const Circumstances& when) const {
  ExpectedOutcome out;
  judgeNewKey(when.author, command.key, command.possession, out);
  out.refuseIf(identities.at(when.author).keysOfLate(when.time) >= policy.keysLatelyMost,
               ReasonCode::kKeyLimit);
  out.refuseIf(identityOf(when.key) != when.author, ReasonCode::kKeyEnded);
  return out;
}

template <>
void Model::carryOut(const wire::RotateKey& command, const Circumstances& when) {
  addKey(when.author, command.key, when.time);
  endKey(when.key, when.author);
}

template <>
ExpectedOutcome Model::expectedOf(const wire::RevokeKey& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const auto owner = identityOf(command.key);
  if (!owner) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  const Identity& who = identities.at(*owner);
  // With another of its keys; and what is left is no identity without a key.
  out.refuseIf(command.key == when.key || who.keysInForce() == 1, ReasonCode::kLastKey);
  out.refuseIf(who.blocked, ReasonCode::kBlocked);
  if (*owner == when.author) {
    if (!command.approvals.given.empty()) out.mayRefuse(ReasonCode::kApprovalOwn);
    return out;
  }
  out.refuseIf(!allows(when.author, wire::Permission::kManageIdentities, when.time),
               ReasonCode::kPermissionMissing);
  judgeApprovals(command, {.of = {wire::Permission::kManageIdentities}, .without = {*owner}}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::RevokeKey& command, const Circumstances& when) {
  endKey(command.key, when.author);
}

// ---- lost keys ----

template <>
ExpectedOutcome Model::expectedOf(const wire::RecoverIdentity& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kRecoverIdentity, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(blank(command.reason) || command.document == Digest(), ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  const IdentityId id = ownerOf(command.lost).value_or(IdentityId());
  judgeNewKey(id, command.key, command.possession, out);
  judgeApprovals(command,
                 {.of = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCustody},
                  .without = {id},
                  .fromKnownPeople = true},
                 when, out);
  const auto found = identities.find(id);
  if (found == identities.end()) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  out.refuseIf(id == when.author, ReasonCode::kOwnRoles);
  out.refuseIf(found->second.blocked, ReasonCode::kBlocked);
  out.refuseIf(found->second.administers(), ReasonCode::kAdministratorsKey);
  return out;
}

/// The person stays, with what is held by it and said about it; its duties go, as by a change of its roles.
template <>
void Model::carryOut(const wire::RecoverIdentity& command, const Circumstances& when) {
  const IdentityId id = *ownerOf(command.lost);
  Identity& who = identities.at(id);
  for (Key& each : who.keys)
    if (!each.ended) endKey(each.key, when.author);
  AG_ASSERT(who.keysInForce() == 0);
  addKey(id, command.key, when.time);
  who.roles &= wire::maskOf(wire::Role::kHolder);
  told.emplace_back(
      wire::IdentityRecovered{id, who.roles, ++who.changes, when.author, command.reason, command.document});
}

}  // namespace aurigraph::audit
