// The register: assets and token classes. Which there are comes from the read models, what they are from
// the ledger.

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

struct TokenView {
  TokenId id;
  ledger::TokenRow row;
  std::string issuerName;
};

struct AssetView {
  AssetId id;
  ledger::AssetRow row;
  std::string issuerName;
  std::string tokenSymbol;  ///< Empty: no token yet.
};

Result<TokenView> viewToken(const Ledger& ledger, TokenId id) {
  const auto row = present(ledger.token(id), "the token");
  if (!row) return propagate(row);
  return TokenView{.id = id, .row = **row, .issuerName = nameOn(ledger, (*row)->issuer)};
}

Result<AssetView> viewAsset(const Ledger& ledger, AssetId id) {
  const auto row = present(ledger.asset(id), "the asset");
  if (!row) return propagate(row);
  AssetView out{.id = id, .row = **row, .issuerName = nameOn(ledger, (*row)->issuer), .tokenSymbol = {}};
  if (out.row.token.value == 0) return out;
  const auto token = present(ledger.token(out.row.token), "the asset's token");
  if (!token) return propagate(token);
  out.tokenSymbol = (*token)->symbol;
  return out;
}

// All of a page, or the error of the first that is not there.
template <class View, class Entry, class Look>
Result<std::vector<View>> viewAll(const Ledger& ledger, const std::vector<Entry>& entries, Look look) {
  std::vector<View> out;
  for (const auto& entry : entries) {
    auto view = look(ledger, entry.id);
    if (!view) return propagate(view);
    out.push_back(std::move(*view));
  }
  return out;
}

Object renderToken(const TokenView& view) {
  auto out = render(view.id, view.row);
  out["issuer_name"] = view.issuerName;
  return out;
}

Object renderAsset(const AssetView& view) {
  auto out = render(view.id, view.row);
  out["issuer_name"] = view.issuerName;
  if (!view.tokenSymbol.empty()) out["token_symbol"] = view.tokenSymbol;
  return out;
}

// Of a list: without what only one thing's own page shows.
Object shortened(Object item) {
  for (const char* name : {"records", "documents", "serials", "approvers"}) item.erase(name);
  return item;
}

Response listResponse(boost::json::array items, std::uint64_t next) {
  Object body{{"items", std::move(items)}};
  if (next != 0) body["next"] = std::to_string(next);
  return jsonResponse(body);
}

Task<Response> tokensRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  const auto entries = parts.lists.store.tokens(page->cursor, page->limit);
  if (!entries) co_return problem(entries.error());
  using Views = std::vector<TokenView>;
  std::function<Result<Views>(const Ledger&)> look = [entries = entries->items](const Ledger& ledger) {
    return viewAll<TokenView>(ledger, entries, viewToken);
  };
  const auto views = co_await parts.ledger.read<Views>(std::move(look));
  if (!views) co_return problem(views.error());
  boost::json::array items;
  for (const auto& view : *views) items.push_back(shortened(renderToken(view)));
  co_return listResponse(std::move(items), entries->next);
}

Task<Response> tokenRoute(const Parts& parts, RequestRef request) {
  std::function<Result<TokenView>(const Ledger&)> look =
      [symbol = std::string(request->parameter("symbol"))](const Ledger& ledger) -> Result<TokenView> {
    const auto id = findToken(ledger, symbol);
    if (!id) return propagate(id);
    return viewToken(ledger, *id);
  };
  const auto found = co_await parts.ledger.read<TokenView>(std::move(look));
  if (!found) co_return problem(found.error());
  co_return jsonResponse(renderToken(*found));
}

Task<Result<AssetView>> findAsset(const Parts& parts, std::string key, std::uint64_t number) {
  std::function<Result<AssetView>(const Ledger&)> look = [key,
                                                          number](const Ledger& ledger) -> Result<AssetView> {
    const auto id = key.empty() ? std::optional(AssetId(number)) : ledger.assetKeyed(key);
    if (!id || id->value == 0 || ledger.asset(*id) == nullptr)
      return fail("query.unknown_asset", "There is no such asset.", "See /query/assets.");
    return viewAsset(ledger, *id);
  };
  co_return co_await parts.ledger.read<AssetView>(std::move(look));
}

Task<Response> assetsRoute(const Parts& parts, RequestRef request) {
  boost::json::array items;
  if (const auto key = std::string(request->queryText("key")); !key.empty()) {
    const auto found = co_await findAsset(parts, key, 0);
    if (!found) co_return problem(found.error());
    items.push_back(renderAsset(*found));
    co_return listResponse(std::move(items), 0);
  }
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  const auto entries = parts.lists.store.assets(page->cursor, page->limit);
  if (!entries) co_return problem(entries.error());
  using Views = std::vector<AssetView>;
  std::function<Result<Views>(const Ledger&)> look = [entries = entries->items](const Ledger& ledger) {
    return viewAll<AssetView>(ledger, entries, viewAsset);
  };
  const auto views = co_await parts.ledger.read<Views>(std::move(look));
  if (!views) co_return problem(views.error());
  for (const auto& view : *views) items.push_back(shortened(renderAsset(view)));
  co_return listResponse(std::move(items), entries->next);
}

Task<Response> assetRoute(const Parts& parts, RequestRef request) {
  const auto number = numberOf(request->parameter("id"));
  if (!number) co_return problem(number.error());
  const auto found = co_await findAsset(parts, {}, *number);
  if (!found) co_return problem(found.error());
  co_return jsonResponse(renderAsset(*found));
}

}  // namespace

std::vector<Route> registerRoutes(LedgerReader ledger, Lists lists) {
  const Parts parts{.ledger = ledger, .lists = lists};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/tokens",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, tokensRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/tokens/{symbol}",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, tokenRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/assets",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, assetsRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/assets/{id}",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, assetRoute)},
  };
}

}  // namespace aurigraph::gateway
