// What scores of an object's records count with, from elsewhere than the records themselves.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"
#include "nodes/json/field_writer.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
};

struct Facts {
  std::vector<ledger::FactRow> items;
  std::uint64_t next = 0;
};

Object render(const ledger::FactRow& row) {
  Object out;
  json::FieldWriter writer(out);
  wire::Fact::fields(row.fact, writer);
  out["version"] = row.version;
  out["since_height"] = row.since.value;
  return out;
}

Task<Response> factsRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  std::function<Result<Facts>(const Ledger&)> look = [page = *page](const Ledger& ledger) -> Result<Facts> {
    Facts out;
    for (const Ledger::FactItem& each : ledger.facts(page.cursor, page.limit + 1)) {
      if (out.items.size() == page.limit) {
        out.next = each.slot;
        break;
      }
      out.items.push_back(*each.row);
    }
    return out;
  };
  const auto found = co_await parts.ledger.read<Facts>(std::move(look));
  if (!found) co_return problem(found.error());
  boost::json::array items;
  for (const ledger::FactRow& row : found->items) items.push_back(render(row));
  Object body{{"items", std::move(items)}};
  if (found->next != 0) body["next"] = std::to_string(found->next);
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> factRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {{.method = Method::kGet,
           .path = "/api/v11/query/facts",
           .who = Who::kSignedIn,
           .budget = Budget::kQuery,
           .maxBodyBytes = 0,
           .needs = Needs::kLedger,
           .handler = with(parts, factsRoute)}};
}

}  // namespace aurigraph::gateway
