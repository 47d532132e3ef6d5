#include "core/ledger/setup.h"

#include "core/ledger/parts.h"

namespace aurigraph::ledger {

void LedgerSetup::makeRuled(Ledger& ledger, TokenId token, std::uint32_t eligibleUntilSeconds) {
  State& state = ledger.parts_->state;
  AG_ASSERT(!ledger.parts_->execution.active && state.of<TokenRow>().has(token.value));
  const std::uint32_t epoch = state.of<TokenRow>().get(token.value).ruleEpoch;
  for (const std::uint64_t slot : state.of<AccountRow>().indexes().ofToken.of(token.value)) {
    AccountRow& row = state.of<AccountRow>().mut(slot);
    row.flags |= kAccountRuled;
    row.ruleEpoch = epoch;
    row.eligibleUntil = eligibleUntilSeconds;
  }
}

void LedgerSetup::setRoles(Ledger& ledger, IdentityId identity, wire::RoleMask roles) {
  State& state = ledger.parts_->state;
  AG_ASSERT(!ledger.parts_->execution.active && state.of<IdentityRow>().has(identity.value));
  IdentityRow row = state.of<IdentityRow>().get(identity.value);
  row.roles = roles;
  state.of<IdentityRow>().put(identity.value, std::move(row));
}

void LedgerSetup::conjure(Ledger& ledger, AccountHandle account, U128 amount) {
  State& state = ledger.parts_->state;
  state.of<AccountRow>().mut(state.slotOf(account)).balance += amount;
}

void LedgerSetup::setIssuer(Ledger& ledger, AssetId asset, IdentityId issuer) {
  State& state = ledger.parts_->state;
  AG_ASSERT(!ledger.parts_->execution.active && state.of<AssetRow>().has(asset.value));
  state.of<AssetRow>().mut(asset.value).issuer = issuer;
}

}  // namespace aurigraph::ledger
