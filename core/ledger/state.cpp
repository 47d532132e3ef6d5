#include "core/ledger/state.h"

namespace aurigraph::ledger {

std::optional<IdentityId> State::identityOf(const PublicKey& key) const {
  const std::uint64_t slot = of<IdentityRow>().indexes().byKey.slotOf(key);
  if (slot == 0) return std::nullopt;
  return IdentityId(static_cast<std::uint32_t>(slot));
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
