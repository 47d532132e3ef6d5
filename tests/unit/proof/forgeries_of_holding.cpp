#include "core/wire/row_proof.h"
#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;
using wire::AccountRow;
using wire::AssetRow;
using wire::TokenRow;

constexpr Forgery kForgeries[] = {
    {"proof.holding.checkpoint", "holding", "as of another checkpoint",
     [](Forger& f) { --f.bundle.holding.checkpoint.value; }},
    {"proof.holding.checkpoint", "holding", "as of no checkpoint",
     [](Forger& f) {
       f.bundle.holding.checkpoint = Height(0);
       f.bundle.certificate.statement.checkpointHeight = Height(0);
       f.seal();
     }},
    {"proof.holding.table", "holding", "an account out of another table",
     [](Forger& f) {
       f.bundle.holding.account.table = static_cast<std::uint16_t>(wire::PendingRow::kTable);
     }},
    {"proof.holding.table", "holding", "the asset in the token's place",
     [](Forger& f) { f.bundle.holding.token = f.bundle.holding.asset; }},

    {"proof.bad_row", "holding", "a richer account",
     [](Forger& f) {
       Forger::editRow<AccountRow>(f.bundle.holding.account, [](auto& row) { row.balance += 1; });
     }},
    {"proof.bad_row", "holding", "another salt",
     [](Forger& f) { f.bundle.holding.account.salt.bytes[0] ^= 1; }},
    {"proof.bad_row", "holding", "another slot of the page",
     [](Forger& f) { f.bundle.holding.identity.slot ^= 1; }},
    {"proof.bad_row", "holding", "a slot of another page",
     [](Forger& f) { f.bundle.holding.identity.slot += wire::kRowsPerPage; }},
    {"proof.bad_row", "holding", "a page of 15 rows",
     [](Forger& f) { f.bundle.holding.account.path.pageRowHashes.pop_back(); }},
    {"proof.bad_row", "holding", "a neighbour that is not there",
     [](Forger& f) { f.bundle.holding.account.path.pageRowHashes.back().bytes[0] ^= 1; }},
    {"proof.bad_row", "holding", "a table of more pages",
     [](Forger& f) { ++f.bundle.holding.account.path.pageCount; }},
    {"proof.bad_row", "holding", "no path to the page",
     [](Forger& f) { f.bundle.holding.identity.path.pagePath.clear(); }},
    {"proof.bad_row", "holding", "a path that leads nowhere",
     [](Forger& f) { f.bundle.holding.identity.path.pagePath[0].bytes[0] ^= 1; }},
    {"proof.bad_row", "holding", "a state of one table fewer",
     [](Forger& f) { f.bundle.holding.account.path.tableRoots.pop_back(); }},
    {"proof.holding.state", "holding", "an account of another state",
     [](Forger& f) {
       f.bundle.holding.account.path.tableRoots[static_cast<std::size_t>(wire::PendingRow::kTable)]
           .bytes[0] ^= 1;
     }},
    {"proof.holding.state", "holding", "an asset of another state",
     [](Forger& f) {
       f.bundle.holding.asset.path.tableRoots[static_cast<std::size_t>(wire::PendingRow::kTable)].bytes[0] ^=
           1;
     }},
    {"proof.holding.state", "holding", "a richer account in a state that nobody sealed",
     [](Forger& f) {
       const auto sealed = f.bundle.certificate;
       Forger::editRow<AccountRow>(f.bundle.holding.account, [](auto& row) { row.balance += 1; });
       f.refit();
       f.bundle.certificate = sealed;
     }},
    {"proof.bad_row", "holding", "an account of 63 bytes",
     [](Forger& f) { f.bundle.holding.account.row.pop_back(); }},
    {"proof.bad_row", "holding", "an account's owner where the whole account belongs",
     [](Forger& f) {
       auto& account = f.bundle.holding.account;
       account.row = Bytes(account.row.begin() + 32, account.row.begin() + 40);
     }},
    {"state.malformed_row", "holding", "an account that cannot be read",
     [](Forger& f) {
       Forger::editRow<AccountRow>(f.bundle.holding.account, [](auto& row) { row.reserved = 1; });
       f.refit();
     }},
    {"state.malformed_row", "holding", "a holder that cannot be read",
     [](Forger& f) {
       f.bundle.holding.identity.row.pop_back();
       f.refit();
     }},
    {"state.malformed_row", "holding", "a token that cannot be read",
     [](Forger& f) {
       f.bundle.holding.token.row.pop_back();
       f.refit();
     }},
    {"state.malformed_row", "holding", "an asset that cannot be read",
     [](Forger& f) {
       f.bundle.holding.asset.row.pop_back();
       f.refit();
     }},

    {"proof.holding.rows", "holding", "somebody else's account",
     [](Forger& f) {
       Forger::editRow<AccountRow>(f.bundle.holding.account,
                                   [](auto& row) { row.holder = test::holder2().id.value; });
       f.refit();
     }},
    {"proof.holding.rows", "holding", "an account of another token",
     [](Forger& f) {
       Forger::editRow<AccountRow>(f.bundle.holding.account, [](auto& row) { ++row.token; });
       f.refit();
     }},
    {"proof.holding.rows", "holding", "a token on another asset",
     [](Forger& f) {
       Forger::editRow<TokenRow>(f.bundle.holding.token, [](auto& row) { ++row.asset.value; });
       f.refit();
     }},
    {"proof.holding.rows", "holding", "an asset with another token",
     [](Forger& f) {
       Forger::editRow<AssetRow>(f.bundle.holding.asset, [](auto& row) { ++row.token.value; });
       f.refit();
     }},

    {"proof.holding.asset", "holding", "another asset than the registered one",
     [](Forger& f) {
       Forger::editRow<AssetRow>(f.bundle.holding.asset, [](auto& row) { row.assetKey += "0"; });
       f.refit();
     }},
    {"proof.holding.asset", "holding", "an asset on other records",
     [](Forger& f) {
       Forger::editRow<AssetRow>(f.bundle.holding.asset, [](auto& row) { row.recordIds.pop_back(); });
       f.refit();
     }},

    {"proof.holding.token", "holding", "issued on another asset",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue, [&](auto& issue) {
         ++issue.asset.value;
         f.approve(issue, {test::compliance()});
       });
       f.refit();
     }},
    {"proof.holding.token", "holding", "another symbol than the issued one",
     [](Forger& f) {
       Forger::editRow<TokenRow>(f.bundle.holding.token, [](auto& row) { row.symbol += "X"; });
       f.refit();
     }},
    {"proof.holding.token", "holding", "more minted than was issued",
     [](Forger& f) {
       Forger::editRow<TokenRow>(f.bundle.holding.token, [](auto& row) { row.minted += 1; });
       f.refit();
     }},
    {"proof.holding.token", "holding", "minted by another batch",
     [](Forger& f) {
       Forger::editRow<TokenRow>(f.bundle.holding.token, [](auto& row) { row.issueBatch.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.holding.token", "holding", "minted by another command of the batch",
     [](Forger& f) {
       Forger::editRow<TokenRow>(f.bundle.holding.token, [](auto& row) { row.issueIndex = 0; });
       f.refit();
     }},
};

}  // namespace

std::span<const Forgery> forgeriesOfHolding() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
