#include "core/ledger/setup.h"

#include "core/ledger/parts.h"

namespace aurigraph::ledger {

void LedgerSetup::makeRuled(Ledger& ledger, TokenId token, std::uint32_t eligibleUntilSeconds) {
  State& state = ledger.parts_->state;
  AG_ASSERT(!ledger.parts_->execution.active && state.tables.tokens.has(token.value));
  if (token.value >= state.indexes.accountsOfToken.size()) return;
  const std::uint32_t epoch = state.tables.tokens.get(token.value).ruleEpoch;
  for (const std::uint64_t slot : state.indexes.accountsOfToken[token.value]) {
    AccountRow& row = state.tables.accounts.mut(slot);
    row.flags |= kAccountRuled;
    row.ruleEpoch = epoch;
    row.eligibleUntil = eligibleUntilSeconds;
  }
}

void LedgerSetup::setRoles(Ledger& ledger, IdentityId identity, wire::RoleMask roles) {
  State& state = ledger.parts_->state;
  AG_ASSERT(!ledger.parts_->execution.active && state.tables.identities.has(identity.value));
  state.tables.identities.mut(identity.value).roles = roles;
}

void LedgerSetup::setIssuer(Ledger& ledger, AssetId asset, IdentityId issuer) {
  State& state = ledger.parts_->state;
  AG_ASSERT(!ledger.parts_->execution.active && state.tables.assets.has(asset.value));
  state.tables.assets.mut(asset.value).issuer = issuer;
}

}  // namespace aurigraph::ledger
