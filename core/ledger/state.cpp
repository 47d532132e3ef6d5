#include "core/ledger/state.h"

namespace aurigraph::ledger {

std::optional<IdentityId> State::identityOf(const PublicKey& key) const {
  const KeyRow* row = keyRow(key);
  if (row == nullptr || !row->inForce()) return std::nullopt;
  return row->identity;
}

std::vector<std::uint64_t> State::keysInForce(IdentityId identity) const {
  std::vector<std::uint64_t> out;
  for (const std::uint64_t slot : of<KeyRow>().indexes().ofIdentity.of(identity))
    if (of<KeyRow>().get(slot).inForce()) out.push_back(slot);
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
