// Identities: the list from the read models, one by key, name or number from the ledger.

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

/// Who is meant: by key, else by name, else by number.
struct Wanted {
  std::optional<PublicKey> key;
  std::optional<std::string> name;
  IdentityId id;
};

Result<Wanted> wantedOf(const Request& request) {
  Wanted out;
  if (const auto hex = request.queryText("key"); !hex.empty()) {
    const auto key = fixedFromHex<PublicKey>(hex);
    if (!key) return propagate(key);
    out.key = *key;
  } else if (request.query.contains("name")) {
    out.name = std::string(request.queryText("name"));
  } else {
    const auto number = numberOf(request.queryText("id"), UINT32_MAX);
    if (!number) return propagate(number);
    out.id = IdentityId(static_cast<std::uint32_t>(*number));
  }
  return out;
}

Result<IdentityId> find(const Ledger& ledger, const Wanted& wanted) {
  const auto unknown = [](const char* what) {
    return fail("query.unknown_identity", "Nobody on the ledger has this " + std::string(what) + ".",
                "See /query/identities.");
  };
  if (wanted.key) {
    if (const auto id = ledger.identityOf(*wanted.key)) return *id;
    if (!ledger.hasEnded(*wanted.key)) return unknown("key");
    return fail("query.unknown_identity", "This key was revoked or replaced: it is nobody's any more.",
                "Ask for the identity by its name or number.");
  }
  if (wanted.name) {
    const auto id = ledger.identityNamed(*wanted.name);
    return id ? Result<IdentityId>(*id) : unknown("name");
  }
  if (wanted.id == IdentityId() || ledger.identity(wanted.id) == nullptr) return unknown("number");
  return wanted.id;
}

Task<Response> oneIdentity(const Parts& parts, RequestRef request) {
  const auto wanted = wantedOf(*request);
  if (!wanted) co_return problem(wanted.error());
  std::function<Result<IdentityView>(const Ledger&)> look =
      [wanted = *wanted](const Ledger& ledger) -> Result<IdentityView> {
    const auto id = find(ledger, wanted);
    if (!id) return propagate(id);
    const auto row = present(ledger.identity(*id), "the identity");
    if (!row) return propagate(row);
    return IdentityView{.id = *id, .row = **row, .keys = ledger.keysOf(*id), .now = ledger.time()};
  };
  const auto found = co_await parts.ledger.read<IdentityView>(std::move(look));
  if (!found) co_return problem(found.error());
  co_return onePage(render(*found));
}

Task<Response> identitiesRoute(const Parts& parts, RequestRef request) {
  for (const char* one : {"key", "name", "id"})
    if (request->query.contains(one)) co_return co_await oneIdentity(parts, request);
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
