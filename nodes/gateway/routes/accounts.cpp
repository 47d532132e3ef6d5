// Accounts and holders: which there are for all, balances for holder, issuer and who may read all.

#include "core/base/decimal.h"
#include "nodes/gateway/access.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
  Lists lists;
};

struct AccountView {
  AccountHandle handle;
  ledger::AccountRow row;
  std::string symbol;
  bool open = false;  ///< Whether the reader may see the balance.
};

Object renderAccount(IdentityId identity, const AccountView& view) {
  Object out{{"identity", identity.value},
             {"token", view.row.token},
             {"symbol", view.symbol},
             {"handle", std::to_string(view.handle.value)}};
  if (view.open) {
    out["balance"] = toText(view.row.balance);
    out["held"] = toText(view.row.held);
    out["frozen"] = (view.row.flags & ledger::kAccountFrozen) != 0;
  }
  return out;
}

// The holder, the token's issuer, and who may read all.
bool maySeeBalance(const Ledger& ledger, const std::optional<PublicKey>& reader, IdentityId holder,
                   TokenId token) {
  if (!reader) return false;
  if (ledger.allows(*reader, wire::Permission::kReadAll)) return true;
  const auto who = ledger.actingIdentity(*reader);
  const auto* row = ledger.token(token);
  return who && (*who == holder || (row != nullptr && row->issuer == *who));
}

// Of an account that a list or a person names. Errors: query.unknown_account, node.recovering.
Result<AccountView> viewAccount(const Ledger& ledger, const std::optional<PublicKey>& reader,
                                IdentityId identity, TokenId token) {
  const auto tokenRow = present(ledger.token(token), "the account's token");
  if (!tokenRow) return propagate(tokenRow);
  const auto handle = ledger.account(identity, token);
  if (!handle)
    return fail("query.unknown_account", "This identity has no account in " + (*tokenRow)->symbol + ".",
                "Open one with the command open-account.");
  const auto row = present(ledger.row(*handle), "the account");
  if (!row) return propagate(row);
  return AccountView{.handle = *handle,
                     .row = **row,
                     .symbol = (*tokenRow)->symbol,
                     .open = maySeeBalance(ledger, reader, identity, token)};
}

Task<Response> accountsRoute(const Parts& parts, RequestRef request) {
  const auto number = numberOf(request->queryText("identity"), UINT32_MAX);
  if (!number) co_return problem(number.error());
  const IdentityId identity(static_cast<std::uint32_t>(*number));
  using Views = std::vector<AccountView>;
  std::uint64_t next = 0;
  std::function<Result<Views>(const Ledger&)> look;
  if (const auto symbol = std::string(request->queryText("token")); !symbol.empty()) {
    look = [identity, symbol, reader = request->reader](const Ledger& ledger) -> Result<Views> {
      const auto token = findToken(ledger, symbol);
      if (!token) return propagate(token);
      auto view = viewAccount(ledger, reader, identity, *token);
      if (!view) return propagate(view);
      return Views{std::move(*view)};
    };
  } else {
    const auto page = pageOf(*request);
    if (!page) co_return problem(page.error());
    const auto entries = parts.lists.store.accountsOf(identity, page->cursor, page->limit);
    if (!entries) co_return problem(entries.error());
    next = entries->next;
    look = [identity, items = entries->items,
            reader = request->reader](const Ledger& ledger) -> Result<Views> {
      Views out;
      for (const auto& entry : items) {
        auto view = viewAccount(ledger, reader, identity, entry.token);
        // The list has it: then only this ledger can lack it.
        if (!view && view.error().code == "query.unknown_account") return notHereYet("the account");
        if (!view) return propagate(view);
        out.push_back(std::move(*view));
      }
      return out;
    };
  }
  const auto views = co_await parts.ledger.read<Views>(std::move(look));
  if (!views) co_return problem(views.error());
  boost::json::array items;
  for (const auto& view : *views) items.push_back(renderAccount(identity, view));
  Object body{{"items", std::move(items)}};
  if (next != 0) body["next"] = std::to_string(next);
  co_return jsonResponse(body);
}

Task<Response> holdersRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  struct Holder {
    AccountHandle handle;
    ledger::AccountRow row;
    std::string name;
  };
  struct Holders {
    std::vector<Holder> items;
    std::uint64_t next = 0;
    std::string symbol;
  };
  std::function<Result<Holders>(const Ledger&)> look =
      [reader = request->signedIn(), page = *page,
       symbol = std::string(request->queryText("token"))](const Ledger& ledger) -> Result<Holders> {
    const auto token = findToken(ledger, symbol);
    if (!token) return propagate(token);
    if (!maySeeBalance(ledger, reader, IdentityId(), *token))
      return forbidden("The holders of a token are shown to its issuer and to who may read all.");
    const auto tokenRow = present(ledger.token(*token), "the token");
    if (!tokenRow) return propagate(tokenRow);
    Holders out{.items = {}, .next = 0, .symbol = (*tokenRow)->symbol};
    // The cursor is the slot to go on from; 0 is "from the start".
    for (const AccountHandle handle : ledger.accountsOf(*token, page.cursor, page.limit + 1)) {
      if (out.items.size() == page.limit) {
        out.next = handle.slot();
        break;
      }
      const auto* row = ledger.row(handle);
      if (row != nullptr) out.items.push_back({handle, *row, nameOn(ledger, IdentityId(row->holder))});
    }
    return out;
  };
  const auto holders = co_await parts.ledger.read<Holders>(std::move(look));
  if (!holders) co_return problem(holders.error());
  boost::json::array items;
  for (const auto& holder : holders->items) {
    auto item = renderAccount(
        IdentityId(holder.row.holder),
        AccountView{.handle = holder.handle, .row = holder.row, .symbol = holders->symbol, .open = true});
    item["name"] = holder.name;
    items.push_back(std::move(item));
  }
  Object body{{"items", std::move(items)}};
  if (holders->next != 0) body["next"] = std::to_string(holders->next);
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> accountRoutes(LedgerReader ledger, Lists lists) {
  const Parts parts{.ledger = ledger, .lists = lists};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/accounts",
       .who = Who::kAnyoneKnown,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, accountsRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/holders",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, holdersRoute)},
  };
}

}  // namespace aurigraph::gateway
