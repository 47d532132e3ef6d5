#include "core/ledger/state.h"

namespace aurigraph::ledger {

std::optional<IdentityId> State::identityOf(const PublicKey& key) const {
  const KeyRow* row = keyRow(key);
  if (row == nullptr || !row->inForce()) return std::nullopt;
  return row->identity;
}

std::optional<Caller> State::callerOf(const PublicKey& key, Nanoseconds time) const {
  const std::uint64_t slot = of<KeyRow>().indexes().byKey.slotOf(key);
  const KeyRow* known = of<KeyRow>().find(slot);
  if (known == nullptr) return std::nullopt;
  const IdentityRow& row = of<IdentityRow>().get(known->identity.value);
  const wire::RoleMask roles = known->inForce() ? row.rolesAt(time) : 0;
  return Caller{.id = known->identity,
                .key = key,
                .keySlot = static_cast<std::uint32_t>(slot),
                .roles = roles,
                .mayTransfer = allows(roles, wire::Permission::kTransfer),
                .suspended = row.suspendedAt(time),
                .keyEnded = !known->inForce()};
}

std::vector<std::uint64_t> State::keysInForce(IdentityId identity) const {
  std::vector<std::uint64_t> out;
  for (const std::uint64_t slot : of<KeyRow>().indexes().ofIdentity.of(identity))
    if (of<KeyRow>().get(slot).inForce()) out.push_back(slot);
  return out;
}

wire::VersionRule State::versions() const {
  wire::VersionRule out{.inForce = protocol};
  const Table<ActivationRow>& activations = of<ActivationRow>();
  if (const auto* row = activations.find(activations.indexes().byVersion.slotOf(protocol.next()));
      row != nullptr)
    out.next = {row->version, row->from};
  out.certainUpTo = Height(height.value + limits.activationLeastAhead);
  return out;
}

void State::beginChain() {
  tables.each([](auto& table) { table.beginUndo(); });
}

void State::keepChain() {
  tables.each([](auto& table) { table.keep(); });
}

void State::undoChain() {
  if (faults(kFaultDropUndo)) return keepChain();
  tables.each([](auto& table) { table.rollBack(); });
}

}  // namespace aurigraph::ledger
