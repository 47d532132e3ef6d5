// How far an author's session is.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
};

Task<Response> sessionRoute(const Parts& parts, RequestRef request) {
  const auto author = fixedFromHex<PublicKey>(request->parameter("author"));
  if (!author) co_return problem(author.error());
  struct State {
    SessionNumber session;
    RequestNumber last;
  };
  std::function<Result<State>(const Ledger&)> look = [author =
                                                          *author](const Ledger& ledger) -> Result<State> {
    const auto* row = ledger.session(author);
    return row == nullptr ? State{} : State{row->session, row->last};
  };
  const auto state = co_await parts.ledger.read<State>(std::move(look));
  if (!state) co_return problem(state.error());
  co_return jsonResponse(Object{{"author", toHex(author->view())},
                                {"session", state->session.value},
                                {"last_request", state->last.value}});
}

}  // namespace

std::vector<Route> sessionRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/session/{author}",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, sessionRoute)},
  };
}

}  // namespace aurigraph::gateway
