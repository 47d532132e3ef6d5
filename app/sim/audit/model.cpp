#include "app/sim/audit/model.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace aurigraph::audit {

std::size_t Identity::keysInForce() const {
  return static_cast<std::size_t>(std::ranges::count(keys, false, &Key::ended));
}

std::size_t Identity::keysOfLate(Nanoseconds time) const {
  constexpr I128 kThirtyDays = I128{30 * 86'400} * 1'000'000'000;
  return static_cast<std::size_t>(std::ranges::count_if(
      keys, [&](const Key& each) { return I128{time.value} - each.addedAt.value < kThirtyDays; }));
}

bool Identity::administers() const {
  return !blocked && (roles & wire::maskOf(wire::Role::kAdministrator)) != 0;
}

Model::Model(const wire::Genesis& from, Policy with)
    : genesis(from), genesisDigest(from.digest()), policy(std::move(with)), inForce(from.protocol) {
  for (const auto& each : genesis.identities)
    identities[IdentityId(static_cast<std::uint32_t>(identities.size() + 1))] = {
        .name = each.name,
        .keys = {{each.key, genesis.createdAt}},
        .roles = each.roles,
        .organisation = each.organisation,
        .createdAt = genesis.createdAt};
  for (const auto& each : genesis.sources) sources[each.name] = {.terms = each, .version = 1};
  for (const auto& each : genesis.facts)
    facts[{each.assetKey, each.name}] = {.value = each.value, .version = 1};
  if (genesis.ruleSets.empty()) return;
  if (auto last = quality::decodeRuleSet(genesis.ruleSets.back())) rules = std::move(*last);
}

Protocol Model::newestAt(Height height) const {
  const auto next = activated.find(inForce.next());
  return next != activated.end() && next->second <= height ? next->first : inForce;
}

std::optional<IdentityId> Model::ownerOf(const PublicKey& key) const {
  for (const auto& [id, identity] : identities)
    for (const Key& each : identity.keys)
      if (each.key == key) return id;
  return std::nullopt;
}

std::optional<IdentityId> Model::identityOf(const PublicKey& key) const {
  for (const auto& [id, identity] : identities)
    for (const Key& each : identity.keys)
      if (each.key == key && !each.ended) return id;
  return std::nullopt;
}

bool Model::allows(IdentityId id, wire::Permission permission, Nanoseconds time) const {
  const auto found = identities.find(id);
  return found != identities.end() && !barred(id, time) &&
         genesis.roles.allows(found->second.roles, permission);
}

bool Model::barred(IdentityId id, Nanoseconds time) const {
  const auto found = identities.find(id);
  return suspended(id, time) || (found != identities.end() && found->second.blocked);
}

bool Model::suspended(IdentityId id, Nanoseconds time) const {
  const auto found = identities.find(id);
  return found != identities.end() &&
         std::ranges::any_of(found->second.suspendedUntil,
                             [&](const auto& each) { return time < each.second; });
}

const Account* Model::account(std::uint64_t handle) const {
  const AccountHandle place{handle};
  if (place.lane() != lane) return nullptr;
  const auto found = accounts.find(place.slot());
  return found == accounts.end() ? nullptr : &found->second;
}

const Pending* Model::pending(std::uint64_t handle) const {
  const AccountHandle place{handle};
  if (place.lane() != lane) return nullptr;
  const auto found = pendings.find(place.slot());
  return found == pendings.end() ? nullptr : &found->second;
}

std::optional<std::uint64_t> Model::slotOf(IdentityId holder, TokenId token) const {
  for (const auto& [slot, account] : accounts)
    if (account.holder == holder && account.token == token) return slot;
  return std::nullopt;
}

bool Model::tablesNearlyFull() const {
  const std::uint64_t most = policy.rowsMost;
  const auto near = [&](std::size_t rows) { return rows + 2 >= most; };
  std::size_t keys = 0;
  for (const auto& [id, identity] : identities) keys += identity.keys.size();
  if (near(keys) || near(claims.size()) || near(trusted.size()) || near(proposals.size())) return true;
  return near(identities.size()) || near(tokens.size()) || near(accounts.size()) || near(assets.size()) ||
         near(records.size()) || near(series.size()) || near(pendings.size()) || near(anchors.size()) ||
         near(sessions.size());
}

void Model::remember() {
  AG_ASSERT(!before_);
  before_.emplace();
}

void Model::rollBack() {
  AG_ASSERT(before_);
  for (auto& [slot, account] : before_->accounts) accounts[slot] = std::move(account);
  for (auto& [slot, pending] : before_->pendings) {
    if (pending)
      pendings[slot] = *pending;
    else
      pendings.erase(slot);
  }
  before_.reset();
}

void Model::keep() {
  AG_ASSERT(before_);
  before_.reset();
}

Account& Model::changed(std::uint64_t slot) {
  Account& account = accounts.at(slot);
  if (before_) before_->accounts.emplace(slot, account);
  return account;
}

Pending& Model::changedPending(std::uint64_t slot) {
  const auto found = pendings.find(slot);
  if (before_)
    before_->pendings.emplace(slot, found == pendings.end() ? std::nullopt : std::optional(found->second));
  return pendings[slot];
}

ExpectedOutcome Model::judge(const wire::AnyCommand& command, const Circumstances& when) const {
  ExpectedOutcome out = std::visit([&](const auto& each) { return expectedOf(each, when); }, command);
  std::visit(
      [&]<class Command>(const Command& each) {
        // Without any word there is no end to state.
        if constexpr (wire::TakesApprovals<Command>)
          out.refuseIf(
              !when.endorsed && each.approvals.given.empty() && each.approvals.until != Nanoseconds(),
              ReasonCode::kMandatoryFieldBad);
      },
      command);
  if (tablesNearlyFull()) out.mayRefuse(ReasonCode::kStateFull);
  return out;
}

void Model::execute(const wire::AnyCommand& command, const Circumstances& when) {
  told.clear();
  useUp(command, when);
  carryOutAny(command, when);
}

void Model::carryOutAny(const wire::AnyCommand& command, const Circumstances& when) {
  std::visit([&](const auto& each) { carryOut(each, when); }, command);
}

}  // namespace aurigraph::audit
