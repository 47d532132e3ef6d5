// Identities: the list from the read models, one by key or name from the ledger.

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

Response onePage(Object item) {
  boost::json::array items;
  items.push_back(std::move(item));
  return jsonResponse(Object{{"items", std::move(items)}});
}

template <class Row>
Response pageResponse(const Result<projection::Page<Row>>& page) {
  if (!page) return problem(page.error());
  return jsonResponse(renderPage(page->items, page->next));
}

Task<Response> oneIdentity(const Parts& parts, RequestRef request) {
  struct Found {
    IdentityId id;
    ledger::IdentityRow row;
  };
  PublicKey key;
  const auto hex = request->queryText("key");
  if (!hex.empty()) {
    const auto parsed = fixedFromHex<PublicKey>(hex);
    if (!parsed) co_return problem(parsed.error());
    key = *parsed;
  }
  std::function<Result<Found>(const Ledger&)> look =
      [key, byKey = !hex.empty(),
       name = std::string(request->queryText("name"))](const Ledger& ledger) -> Result<Found> {
    const auto id = byKey ? ledger.identityOf(key) : ledger.identityNamed(name);
    if (!id)
      return fail("query.unknown_identity",
                  "Nobody on the ledger has this " + std::string(byKey ? "key." : "name."),
                  "See /query/identities.");
    const auto row = present(ledger.identity(*id), "the identity");
    if (!row) return propagate(row);
    return Found{*id, **row};
  };
  const auto found = co_await parts.ledger.read<Found>(std::move(look));
  if (!found) co_return problem(found.error());
  co_return onePage(render(found->id, found->row));
}

Task<Response> identitiesRoute(const Parts& parts, RequestRef request) {
  if (request->query.contains("key") || request->query.contains("name"))
    co_return co_await oneIdentity(parts, request);
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  co_return pageResponse(parts.lists.store.identities(page->cursor, page->limit));
}

}  // namespace

std::vector<Route> identityRoutes(LedgerReader ledger, Lists lists) {
  const Parts parts{.ledger = ledger, .lists = lists};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/identities",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, identitiesRoute)},
  };
}

}  // namespace aurigraph::gateway
