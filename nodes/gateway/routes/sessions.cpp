// How far an author's sessions are.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
};

Task<Response> sessionsRoute(const Parts& parts, RequestRef request) {
  const auto author = fixedFromHex<PublicKey>(request->parameter("author"));
  if (!author) co_return problem(author.error());
  std::function<Result<Object>(const Ledger&)> look = [author =
                                                           *author](const Ledger& ledger) -> Result<Object> {
    boost::json::array open;
    for (const ledger::SessionRow* row : ledger.sessionsOf(author)) {
      Object one{{"session", row->session.value}, {"last_request", row->last.value}};
      addTime(one, "last_used", row->lastUsed);
      open.push_back(std::move(one));
    }
    return Object{{"author", toHex(author.view())},
                  {"highest_session", ledger.highestSession(author).value},
                  {"open", std::move(open)}};
  };
  auto answer = co_await parts.ledger.read<Object>(std::move(look));
  if (!answer) co_return problem(answer.error());
  co_return jsonResponse(std::move(*answer));
}

}  // namespace

std::vector<Route> sessionsRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/sessions/{author}",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, sessionsRoute)},
  };
}

}  // namespace aurigraph::gateway
