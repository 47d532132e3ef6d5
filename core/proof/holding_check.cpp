#include "core/proof/holding_check.h"

#include "core/wire/row_proof.h"

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";

Status inState(const wire::RowProof& proof, wire::StateTable table, const Digest& stateRoot,
               const char* what) {
  if (proof.table != static_cast<std::uint16_t>(table))
    return fail("proof.holding.table", std::string("The ") + what + "'s row is of another table.",
                kDoNotTrust);
  const auto root = wire::stateRootOf(proof);
  if (!root) return propagate(root);
  if (*root != stateRoot)
    return fail("proof.holding.state", std::string("The ") + what + "'s row is not in the certified state.",
                kDoNotTrust);
  return {};
}

}  // namespace

Result<CheckedHolding> checkHolding(const wire::HoldingProof& proof, const wire::SealStatement& certified) {
  if (proof.checkpoint != certified.checkpointHeight || proof.checkpoint == Height(0))
    return fail("proof.holding.checkpoint",
                "The holding is of another checkpoint than the certificate names.", kDoNotTrust);
  const struct {
    const wire::RowProof* row;
    wire::StateTable table;
    const char* what;
  } kRows[] = {{&proof.account, wire::AccountRow::kTable, "account"},
               {&proof.identity, wire::IdentityRow::kTable, "holder"},
               {&proof.token, wire::TokenRow::kTable, "token"},
               {&proof.asset, wire::AssetRow::kTable, "asset"}};
  for (const auto& [row, table, what] : kRows)
    if (auto status = inState(*row, table, certified.stateRoot, what); !status) return propagate(status);

  const auto account = wire::decodeRow<wire::AccountRow>(proof.account.row);
  const auto identity = wire::decodeRow<wire::IdentityRow>(proof.identity.row);
  const auto token = wire::decodeRow<wire::TokenRow>(proof.token.row);
  const auto asset = wire::decodeRow<wire::AssetRow>(proof.asset.row);
  if (!account) return propagate(account);
  if (!identity) return propagate(identity);
  if (!token) return propagate(token);
  if (!asset) return propagate(asset);
  const bool linked = account->holder == proof.identity.slot && account->token == proof.token.slot &&
                      token->asset.value == proof.asset.slot && asset->token.value == proof.token.slot;
  if (!linked)
    return fail("proof.holding.rows", "Account, holder, token and asset do not name each other.",
                kDoNotTrust);
  return CheckedHolding{proof.checkpoint, *account, *identity, *token, *asset, AssetId(proof.asset.slot)};
}

}  // namespace aurigraph::proof
