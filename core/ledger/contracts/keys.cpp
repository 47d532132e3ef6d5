#include <algorithm>

#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

// The keys of an identity (R-TRUST-2). A key that has ended is known for ever: it is nobody's again.

namespace aurigraph::ledger {
namespace {

constexpr std::size_t kMostInForce = 8;
constexpr std::size_t kMostLately = 16;
constexpr std::int64_t kLatelyNanoseconds = 30LL * 24 * 3600 * 1'000'000'000;
// Identities are as many as the limit of rows: their keys must find a place beside those of everybody.
constexpr std::uint64_t kKeysPerRow = 8;

/// A key that nobody has or had, and whose holder means this identity.
void checkNewKey(const State& state, IdentityId identity, const PublicKey& key, const Signature& possession,
                 Plan& out) {
  out.refuseIf(state.keyRow(key) != nullptr, ReasonCode::kKeyTaken);
  const bool usable = crypto::isUsableKey(key);
  out.refuseIf(!usable, ReasonCode::kBadKey);
  const Digest digest = wire::possessionDigest(state.genesisDigest, identity, key);
  out.refuseIf(usable && !crypto::verify(key, digest, possession), ReasonCode::kBadPossession);
  out.refuseIf(state.of<KeyRow>().size() > kKeysPerRow * state.limits.maxRows, ReasonCode::kStateFull);
}

/// A thief of a key can waste those of a month, not those that its owner will need.
bool hasManyOfLate(const State& state, const Call& call) {
  const auto& all = state.of<KeyRow>().indexes().ofIdentity.of(call.caller.id);
  const auto lately = std::ranges::count_if(all, [&](std::uint64_t slot) {
    return ageOf(state.of<KeyRow>().get(slot).addedAt, call.moment.time) < kLatelyNanoseconds;
  });
  return lately >= static_cast<std::ptrdiff_t>(kMostLately);
}

void add(const State& state, const Call& call, IdentityId identity, const PublicKey& key, Plan& out) {
  out.add(state, KeyRow{key, identity, call.moment.height, call.moment.time, {}});
  out.tell(wire::KeyAdded{identity, key});
}

void end(const State& state, const Call& call, std::uint64_t slot, Plan& out) {
  KeyRow row = state.of<KeyRow>().get(slot);
  row.ended = call.moment.height;
  out.tell(wire::KeyEnded{row.identity, row.key, call.caller.id});
  out.put(slot, row);
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::AddKey& command) {
  Plan out;
  checkNewKey(state, call.caller.id, command.key, command.possession, out);
  out.refuseIf(state.keysInForce(call.caller.id).size() >= kMostInForce || hasManyOfLate(state, call),
               ReasonCode::kKeyLimit);
  if (out.accepted()) add(state, call, call.caller.id, command.key, out);
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::RotateKey& command) {
  Plan out;
  checkNewKey(state, call.caller.id, command.key, command.possession, out);
  out.refuseIf(hasManyOfLate(state, call), ReasonCode::kKeyLimit);
  // The batch may have ended its own key before: once is enough.
  const std::uint64_t signing = state.of<KeyRow>().indexes().byKey.slotOf(call.caller.key);
  out.refuseIf(!state.of<KeyRow>().get(signing).inForce(), ReasonCode::kKeyEnded);
  if (!out.accepted()) return out;
  add(state, call, call.caller.id, command.key, out);
  end(state, call, signing, out);
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::RevokeKey& command) {
  Plan out;
  const IdentityId owner = state.identityOf(command.key).value_or(IdentityId());
  if (owner == IdentityId()) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  const bool own = owner == call.caller.id;
  out.refuseIf(command.key == call.caller.key || state.keysInForce(owner).size() < 2, ReasonCode::kLastKey);
  out.refuseIf(state.of<IdentityRow>().get(owner.value).isBlocked(), ReasonCode::kBlocked);
  out.refuseIf(!own && !state.allows(call.caller.roles, wire::Permission::kManageIdentities),
               ReasonCode::kPermissionMissing);
  out.refuseIf(own && !command.approvals.given.empty(), ReasonCode::kApprovalOwn);
  if (!own)
    checkApprovals(state, call, command,
                   {.groups = {wire::Permission::kManageIdentities}, .parties = {owner}}, out);
  if (out.accepted()) end(state, call, state.of<KeyRow>().indexes().byKey.slotOf(command.key), out);
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::RecoverIdentity& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kRecoverIdentity),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isName(command.reason) || command.document.isZero(), ReasonCode::kMandatoryFieldBad);
  // Also one that a thief has replaced: the owner knows no other.
  const KeyRow* lost = state.keyRow(command.lost);
  const IdentityId identity = lost == nullptr ? IdentityId() : lost->identity;
  const IdentityRow* row = state.of<IdentityRow>().find(identity.value);
  if (row == nullptr) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  out.refuseIf(identity == call.caller.id, ReasonCode::kOwnRoles);
  out.refuseIf(row->isBlocked(), ReasonCode::kBlocked);
  out.refuseIf(IdentityRow::administers(*row), ReasonCode::kAdministratorsKey);
  checkNewKey(state, identity, command.key, command.possession, out);
  checkApprovals(state, call, command,
                 {.groups = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCustody},
                  .parties = {identity},
                  .fromKnownPeople = true},
                 out);
  if (!out.accepted()) return out;
  for (const std::uint64_t slot : state.keysInForce(identity)) end(state, call, slot, out);
  add(state, call, identity, command.key, out);
  IdentityRow changed = *row;
  // Who let the key be replaced are not those who give duties.
  changed.roles &= maskOf(wire::Role::kHolder);
  changed.noticeAddress.clear();  // whoever had the keys may have set it
  ++changed.roleChanges;
  out.tell(wire::IdentityRecovered{identity, changed.roles, changed.roleChanges, call.caller.id,
                                   command.reason, command.document});
  out.put(identity.value, std::move(changed));
  return out;
}

}  // namespace aurigraph::ledger
