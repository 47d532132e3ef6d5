#include "core/ledger/state.h"

namespace aurigraph::ledger {
namespace {

std::uint64_t holderKey(IdentityId identity, TokenId token) {
  return (std::uint64_t{identity.value} << 32U) | token.value;
}

PendingKey operationOf(const PendingRow& row) {
  return {row.author, row.session, row.request, row.index};
}

}  // namespace

const RecordRow* State::record(const Digest& id) const {
  const auto at = indexes.recordById.find(id);
  return at == indexes.recordById.end() ? nullptr : &tables.records.get(at->second);
}

std::uint64_t State::accountSlot(IdentityId identity, TokenId token) const {
  const auto at = indexes.accountByHolder.find(holderKey(identity, token));
  return at == indexes.accountByHolder.end() ? 0 : at->second;
}

IdentityId State::addIdentity(IdentityRow row) {
  const IdentityId id(static_cast<std::uint32_t>(tables.identities.size()));
  indexes.identityByKey.emplace(row.key, id);
  indexes.identityByName.emplace(row.name, id);
  tables.identities.add(std::move(row));
  return id;
}

TokenId State::addToken(TokenRow row) {
  const TokenId id(static_cast<std::uint32_t>(tables.tokens.size()));
  indexes.tokenBySymbol.emplace(row.symbol, id);
  indexes.ruleEpochs.push_back(row.ruleEpoch);
  tables.tokens.add(std::move(row));
  return id;
}

std::uint64_t State::addAccount(IdentityId identity, TokenId token, std::uint32_t flags) {
  AccountRow row;
  row.holder = identity.value;
  row.token = token.value;
  row.flags = kAccountOpen | flags;
  if ((flags & kAccountTracked) != 0) row.extension = static_cast<std::uint32_t>(tables.holdings.add({}));
  const std::uint64_t slot = tables.accounts.add(row);
  indexes.accountByHolder.emplace(holderKey(identity, token), slot);
  if (indexes.accountsOfToken.size() <= token.value) indexes.accountsOfToken.resize(token.value + 1);
  indexes.accountsOfToken[token.value].push_back(slot);
  return slot;
}

std::uint64_t State::addPending(PendingRow row) {
  const std::uint64_t slot = tables.pendings.size();
  indexes.pendingByOperation.emplace(operationOf(row), slot);
  tables.pendings.add(row);
  return slot;
}

// Transfers touch accounts, holdings and pendings; no chain reaches further.
void State::beginChain() {
  tables.accounts.beginUndo();
  tables.holdings.beginUndo();
  tables.pendings.beginUndo();
  pendingsBefore_ = tables.pendings.size();
}

void State::keepChain() {
  tables.accounts.keep();
  tables.holdings.keep();
  tables.pendings.keep();
}

void State::undoChain() {
  if (faults(kFaultDropUndo)) return keepChain();
  for (std::uint64_t slot = pendingsBefore_; slot < tables.pendings.size(); ++slot)
    indexes.pendingByOperation.erase(operationOf(tables.pendings.get(slot)));
  tables.accounts.rollBack();
  tables.holdings.rollBack();
  tables.pendings.rollBack();
}

}  // namespace aurigraph::ledger
